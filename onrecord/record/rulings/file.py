"""Rulings as a small text file, which another record of the same coverage takes as it is."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from onrecord.errors import CoverageError
from onrecord.record.dates_file import parse_dates, read_text
from onrecord.record.rulings.entry import Ruling, RulingEntry, RulingKind, items, joined

COLUMNS = ("kind", "target", "value", "who", "when", "why", "about")

# A spreadsheet would run such a cell as a formula (OWASP, "CSV Injection"); what we put before it is taken off again.
_RUNS = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


class RulingsFile(msgspec.Struct, frozen=True):
    """What a file rules, in its order; a line for each of its lines that rules nothing."""

    rulings: tuple[Ruling, ...] = ()
    troubles: tuple[str, ...] = ()


def written(rulings: Iterable[RulingEntry]) -> Iterator[str]:
    """The lines of the file: a header, then one a ruling (RFC 4180, with line feeds).

    The column `about` is for people, and not read.
    """
    yield _line(COLUMNS)
    for ruling in rulings:
        when = ruling.ruled.isoformat(timespec="milliseconds")
        about = (ruling.who, when, ruling.why, ruling.about)
        yield _line((ruling.kind.value, joined(ruling.targets), ruling.value, *about))


def read_rulings(path: Path) -> RulingsFile:
    """The rulings in the file at `path`. Raises `CoverageError` where there is none, or its columns are others."""
    return parse_rulings(read_text(path), name=str(path))


def parse_rulings(text: str, *, name: str) -> RulingsFile:
    """The rulings in `text`: columns `kind` and `target`, and as it needs them `value`, `who`, `when`, `why`.

    A line that begins with # is a comment. A file of dates (`dates_file`) is one of rulings, too. Raises
    `CoverageError` for other columns.
    """
    rows = [(number, cells) for number, cells in _rows(text) if any(cells) and not cells[0].startswith("#")]
    if not rows:
        return RulingsFile()
    (number, header), *rest = rows
    columns = [cell.casefold() for cell in header]
    if "document" in columns:
        dates = parse_dates(text, name=name)
        return RulingsFile(dates.rulings, dates.troubles)
    if not {"kind", "target"} <= set(columns):
        raise CoverageError(
            f"has the columns {','.join(columns)}", where=f"{name}:{number}", hint=f"Give {','.join(COLUMNS[:-1])}."
        )
    rulings, troubles = [], []
    for number, cells in rest:
        where = f"{name}:{number}"
        try:
            rulings.append(_ruling(dict(zip(columns, cells, strict=False)), where))
        except CoverageError as error:
            troubles.append(f"{where}: {error}")
    return RulingsFile(tuple(rulings), tuple(troubles))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    delimiter = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(
        (line if not line.startswith("#") else "\n" for line in text.splitlines(keepends=True)), delimiter=delimiter
    )
    for cells in reader:
        yield reader.line_num, [_undefused(" ".join(cell.split())) for cell in cells]


def _ruling(cells: dict[str, str], where: str) -> Ruling:
    """Raises `CoverageError` for a line that rules nothing."""
    kinds = [kind.value for kind in RulingKind]
    if cells["kind"] not in kinds:
        raise CoverageError(f"{cells['kind']!r} is no kind of ruling; it is one of {', '.join(kinds)}")
    kind = RulingKind(cells["kind"])
    target = cells.get("target", "")
    if not target:
        raise CoverageError("names nothing in the column target")
    return Ruling(
        kind=kind,
        targets=items(target),
        value=cells.get("value", ""),
        why=cells.get("why", ""),
        who=cells.get("who", ""),
        when=_moment(cells.get("when", "")),
        where=where,
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise CoverageError(f"{text!r} is no time; write it like 2031-03-06T09:30:00Z, or leave it empty") from error


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_defused(cell) for cell in cells])
    return line.getvalue()


def _defused(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


def _undefused(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
