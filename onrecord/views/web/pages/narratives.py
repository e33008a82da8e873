"""Claims that recur, who promotes and who rebuts them."""

from onrecord.record.record import Record
from onrecord.views.narratives import NARRATIVES
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


class AskedNarratives(Asked, frozen=True, kw_only=True):
    """What can be asked of narratives."""

    actor: str | None = None
    new: int | None = None


def narratives(record: Record, asked: AskedNarratives) -> View:
    """One page of the narratives that are asked for."""
    found = record.narratives(actor=asked.actor, first_seen=asked.new)
    return View(
        template="narratives.html.j2",
        title="Narratives",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, NARRATIVES),
        total=len(found),
    )


PAGES = (Page("/narratives", AskedNarratives, narratives),)
