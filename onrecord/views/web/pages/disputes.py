"""Where accounts exclude each other, both sides side by side."""

from onrecord.record.disputes.entry import DisputeKind, DisputeStatus
from onrecord.record.record import Record
from onrecord.views import disputes as words
from onrecord.views.web.view import Asked, Listed, Page, View, chooser, counted, part_of


class AskedDisputes(Asked, frozen=True, kw_only=True):
    """What can be asked of disputes."""

    kind: DisputeKind | None = None
    status: DisputeStatus | None = None
    actor: str | None = None
    new: int | None = None


def disputes(record: Record, asked: AskedDisputes) -> View:
    """One page of the disputes that are asked for."""
    every = record.disputes(actor=asked.actor, first_seen=asked.new)
    of_kind = [each for each in every if asked.kind in (None, each.kind)]
    of_status = [each for each in every if asked.status in (None, each.status)]
    found = [each for each in of_kind if asked.status in (None, each.status)]
    return View(
        template="disputes.html.j2",
        title="Disputes",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, words.DISPUTES),
        total=len(found),
        choosers=(
            chooser("kind", "About", asked.kind, counted(each.kind for each in of_status), words.KIND),
            chooser("status", "Status", asked.status, counted(each.status for each in of_kind), words.STATUS),
        ),
    )


PAGES = (Page("/disputes", AskedDisputes, disputes),)
