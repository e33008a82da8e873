"""What outlets and their sources call actors."""

from onrecord.record.record import Record
from onrecord.views.labelling import LABELS
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


class AskedLabels(Asked, frozen=True, kw_only=True):
    """What can be asked of labels."""

    target: str | None = None
    outlet: str | None = None
    new: int | None = None


def labels(record: Record, asked: AskedLabels) -> View:
    """One page of the labels that are asked for."""
    found = record.labels(target=asked.target, outlet=asked.outlet, first_seen=asked.new)
    return View(
        template="labels.html.j2",
        title="Labels",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, LABELS),
        total=len(found),
    )


PAGES = (Page("/labels", AskedLabels, labels),)
