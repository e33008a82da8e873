"""Users' rulings on dates from a CSV file."""

import csv
from collections.abc import Sequence
from pathlib import Path

import msgspec

from onrecord.coverage.jsonl import parse_day
from onrecord.errors import CoverageError, DateError
from onrecord.interval import Interval
from onrecord.record.rulings.entry import Ruling, RulingKind, days_written

COLUMNS = "document,date or document,earliest,latest"
DAY_HINT = "write it like 2031-03-06"


class DatesFile(msgspec.Struct, frozen=True):
    """What a file rules, in its order; a line for each of its lines that says nothing that can be kept."""

    rulings: tuple[Ruling, ...] = ()
    troubles: tuple[str, ...] = ()


def read_dates(path: Path) -> DatesFile:
    """The rulings in the CSV file at `path`. Raises `CoverageError` where there is none, or its columns are others."""
    return parse_dates(read_text(path), name=str(path))


def read_text(path: Path) -> str:
    """The text of the file at `path`. Raises `CoverageError` where there is none, or it is not in UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CoverageError("is not in UTF-8", where=str(path), hint="Save it as CSV in UTF-8.") from error
    except OSError as error:
        raise CoverageError(f"cannot be read: {error.strerror}", where=str(path)) from error


def parse_dates(text: str, *, name: str) -> DatesFile:
    """The rulings in `text`: a header, then a document a line; what follows a # is a comment.

    Columns are `document` and `date`, or `document`, `earliest` and `latest`; a month or year stands for its days.
    """
    lines = [(number, _uncommented(line)) for number, line in enumerate(text.splitlines(), start=1)]
    lines = [(number, line) for number, line in lines if line]
    if not lines:
        return DatesFile()
    (number, header), *rest = lines
    delimiter = ";" if ";" in header else ","
    columns = [cell.lower() for cell in _cells(header, delimiter)]
    if "document" not in columns or not {"date", "earliest", "latest"} & set(columns):
        raise CoverageError(f"has the columns {','.join(columns)}", where=f"{name}:{number}", hint=f"Give {COLUMNS}.")
    rulings, troubles = [], []
    for number, line in rest:
        where = f"{name}:{number}"
        try:
            rulings.append(_ruling(dict(zip(columns, _cells(line, delimiter), strict=False)), where))
        except DateError as error:
            troubles.append(f"{where}: {error}")
    return DatesFile(tuple(rulings), tuple(troubles))


def _uncommented(line: str) -> str:
    # The # of an address or a file name has no space or comma before it.
    quoted = False
    for position, char in enumerate(line):
        quoted ^= char == '"'
        if char == "#" and not quoted and (position == 0 or line[position - 1] in " \t,;"):
            return line[:position].strip()
    return line.strip()


def _cells(line: str, delimiter: str) -> Sequence[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))]


def _ruling(cells: dict[str, str], where: str) -> Ruling:
    """Raises `DateError` for a line that rules nothing."""
    document = cells.get("document", "")
    if not document:
        raise DateError("names no document; give its id, file or address in the column document")
    on, earliest, latest = (_days(cells.get(column, "")) for column in ("date", "earliest", "latest"))
    if on.known and (earliest.known or latest.known):
        raise DateError("has a date and an interval; give one of them")
    first, last = on.earliest or earliest.earliest, on.latest or latest.latest
    if first and last and first > last:
        raise DateError(f"{first} to {last} ends before it begins; exchange earliest and latest")
    said = days_written(Interval(first, last))
    return Ruling(kind=RulingKind.DATE, targets=(document,), value=said, where=where)


def _days(cell: str) -> Interval:
    days = parse_day(cell)
    if cell and not days.known:
        raise DateError(f"{cell!r} is not a day; {DAY_HINT}, or leave it empty to take a date back")
    return days
