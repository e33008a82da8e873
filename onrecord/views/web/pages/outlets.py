"""What each outlet reported, copied and called whom."""

from collections import Counter
from collections.abc import Sequence

from onrecord.record.record import Record
from onrecord.views.outlets import OUTLETS, OutletProfile, outlet_profiles
from onrecord.views.web.view import Asked, Listed, Page, View, part_of
from onrecord.views.wording import NO_OUTLET

MATRIX = 14  # outlets, in as many rows and columns


class AskedOutlet(Asked, frozen=True, kw_only=True):
    """Which outlet; empty for articles whose outlet is unknown."""

    name: str = ""


def outlets(record: Record, asked: Asked) -> View:
    """All outlets."""
    found = outlet_profiles(record)
    return View(
        template="outlets.html.j2",
        title="Outlets",
        context={"entries": part_of(found, asked), "every": found, "copying": _copying(found)},
        listed=Listed(lambda: found, OUTLETS),
        total=len(found),
    )


def _copying(profiles: Sequence[OutletProfile]) -> list[str]:
    """The outlets that copy or are copied, by name; those of most copies first."""
    ties: Counter[str] = Counter()
    for each in profiles:
        for other, number in each.from_whom.items():
            ties[each.outlet or NO_OUTLET] += number
            ties[other] += number
    return [name for name, _ in ties.most_common(MATRIX)]


def outlet(record: Record, asked: AskedOutlet) -> View:
    """One outlet."""
    found = [each for each in outlet_profiles(record) if (each.outlet or "") == asked.name]
    documents = [each for each in record.documents() if (each.outlet or "") == asked.name]
    return View(
        template="outlet.html.j2",
        title=asked.name or "Outlet unknown",
        context={"profile": found[0] if found else None, "articles": documents},
        whole={"profile": found[0] if found else None, "articles": documents},
    )


PAGES = (Page("/outlets", Asked, outlets), Page("/outlet", AskedOutlet, outlet))
