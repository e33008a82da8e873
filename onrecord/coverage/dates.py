"""Calendar days that are written out in full in English text."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from onrecord.spans import Span

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_YEAR_DIGITS = re.compile(r"(?:19|20)\d\d")
_PATTERNS = (
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<m>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"(?<!\d){_YEAR}([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day and the characters that name it."""

    span: Span
    day: date


def written_dates(text: str) -> list[WrittenDate]:
    """Days named with day, month and four-digit year in `text`, in order.

    Not taken: days without a year, and "03/04/2031", which is another day on each side of the Atlantic.
    """
    if not _YEAR_DIGITS.search(text):
        return []
    found = [
        WrittenDate(Span(match.start(), match.end()), day)
        for pattern in _PATTERNS
        for match in pattern.finditer(text)
        if (day := _day(match["y"], match["m"], match["d"])) is not None
    ]
    return sorted(found, key=lambda written: written.span)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), _MONTHS.get(month.lower()) or int(month), int(day))
    except ValueError:
        return None
