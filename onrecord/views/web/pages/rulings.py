"""What users ruled."""

from onrecord.record.record import Record
from onrecord.views.rulings import RULINGS
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


def rulings(record: Record, asked: Asked) -> View:
    """One page of the rulings, those that were taken back among them; the newest first."""
    found = record.rulings(undone=True)[::-1]
    return View(
        template="rulings.html.j2",
        title="Rulings",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, RULINGS),
        total=len(found),
    )


PAGES = (Page("/rulings", Asked, rulings),)
