"""Where actors stand on what, and who shifted."""

from onrecord.record.record import Record
from onrecord.views.positions import POSITIONS
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


class AskedPositions(Asked, frozen=True, kw_only=True):
    """What can be asked of positions."""

    actor: str | None = None
    issue: str | None = None
    new: int | None = None


def positions(record: Record, asked: AskedPositions) -> View:
    """One page of the positions that are asked for."""
    found = record.positions(actor=asked.actor, issue=asked.issue, first_seen=asked.new)
    return View(
        template="positions.html.j2",
        title="Positions",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, POSITIONS),
        total=len(found),
    )


PAGES = (Page("/positions", AskedPositions, positions),)
