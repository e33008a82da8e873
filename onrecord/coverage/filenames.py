"""What the name of a file says of the article in it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from onrecord.coverage.dates import written_dates

_PARTS = re.compile(r"_+")
_LEADING_DATE = re.compile(r"^((?:19|20)\d\d)[-.]?([01]\d)[-.]?([0-3]\d)(?=[_\W]|$)")


@dataclass(frozen=True, slots=True)
class FileName:
    """`outlet` in title case ("Meridian Wire") and the day; None where the name does not say."""

    outlet: str | None = None
    day: date | None = None


def parse_filename(path: PurePath) -> FileName:
    """Day and outlet of a name of the form `2031-03-04_meridian-wire_what-it-is-about.txt`.

    A date is also taken without the rest; an outlet only from between the date and a subject, each set off by `_`.
    """
    day = _day(path.stem)
    parts = _PARTS.split(path.stem)
    if day is None or len(parts) < 3 or not _LEADING_DATE.fullmatch(parts[0]):
        return FileName(None, day)
    outlet = " ".join(word[:1].upper() + word[1:] for word in parts[1].split("-") if word)
    return FileName(outlet if any(character.isalpha() for character in outlet) else None, day)


def _day(stem: str) -> date | None:
    match = _LEADING_DATE.match(stem)
    days = written_dates("-".join(match.groups())) if match else []
    return days[0].day if days else None
