"""What the mark-up of a page says of its article."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.coverage.dates import written_dates
from onrecord.coverage.decode import storable
from onrecord.interval import UNKNOWN, Interval

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Fixed, where htmldate would take today: a document must not depend on the day it is loaded.
_LATEST_DATE = "2099-12-31"


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Fields that the page's mark-up or address gives; None and unknown where it does not."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Interval = UNKNOWN


def page_metadata(tree: "HtmlElement") -> PageMetadata:
    """Title, outlet, authors, address and day as the page states them, by trafilatura and htmldate."""
    # Here, because it is slow to import and only pages need it.
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    found = extract_metadata(tree, date_config={"extensive_search": False, "max_date": _LATEST_DATE})
    url = _clean(found.url)
    return PageMetadata(
        title=_clean(found.title),
        outlet=_clean(found.sitename),
        byline=_names(_clean(found.author)),
        url=url,
        published=_published(tree, url),
    )


def _published(tree: "HtmlElement", url: str | None) -> Interval:
    stated = _stated_day(tree)
    if stated:
        return Interval.on(stated, "metadata")
    dates = written_dates(url or "")
    return Interval.on(dates[0].day, "url") if dates else UNKNOWN


def _stated_day(tree: "HtmlElement") -> date | None:
    """The day of publication in the page's head and JSON-LD.

    Only these are shown to htmldate: over the whole page it also takes days of other articles and of images.
    """
    from htmldate import find_date  # noqa: PLC0415
    from lxml.html import Element  # noqa: PLC0415

    stated = Element("html")
    for part in tree.xpath("//meta | //script[@type='application/ld+json']"):
        copied = Element(part.tag, dict(part.attrib))
        copied.text = part.text
        stated.append(copied)
    # An empty address, because htmldate would prefer a day in the address to a stated one.
    day = find_date(stated, extensive_search=False, original_date=True, url="", max_date=_LATEST_DATE)
    return date.fromisoformat(day) if day else None


def _clean(value: str | None) -> str | None:
    return " ".join(storable(value).split()) or None if value else None


def _names(authors: str | None) -> str | None:
    names = [name.strip() for name in (authors or "").split(";") if name.strip()]
    return None if not names else names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
