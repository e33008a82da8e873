"""Documents in JSON lines."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from onrecord.coverage.assemble import assemble
from onrecord.coverage.decode import storable
from onrecord.coverage.document import Document, Unread
from onrecord.coverage.files import reason_of
from onrecord.coverage.residue import mark_certain
from onrecord.errors import CoverageError
from onrecord.interval import UNKNOWN, Interval

# One line is one article; a longer one is skipped piece by piece, so that memory stays bounded.
MAX_LINE_BYTES = 20_000_000
_DAY = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?\s*", re.DOTALL)
_SNIFFED_BYTES = 4_096
_BOM = b"\xef\xbb\xbf"


class Row(msgspec.Struct, frozen=True):
    """The fields of a line that are used; others are ignored. `date` is a day, month or year in ISO 8601."""

    text: str
    id: str | int | None = None
    date: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


def jsonl_documents(path: Path) -> Iterator[Document | Unread]:
    """One document a line, its text as it is, in the order of the file; `Unread` names the line and what is wrong.

    Two lines with the same id and text are both documents, of two origins; where the texts differ the later is
    `Unread`.
    """
    known: dict[str, tuple[str, int]] = {}
    try:
        if b"\0" in _first_bytes(path):
            # Else every line of it would be reported.
            yield Unread(str(path), "is a binary file or in UTF-16, not JSON lines in UTF-8")
            return
        for number, data in _numbered_lines(path):
            origin = f"{path}:{number}"
            try:
                document = _document(_row(data), origin)
            except CoverageError as error:
                yield Unread(origin, str(error))
                continue
            sha256, first = known.setdefault(document.id, (document.sha256, number))
            if sha256 == document.sha256:
                yield document
            else:
                yield Unread(origin, f"id {document.id!r} belongs to another text, in line {first}")
    except OSError as error:
        yield Unread(str(path), f"cannot be read: {reason_of(error)}")
    else:
        if not known and path.stat().st_size == 0:
            yield Unread(str(path), "is empty")


def parse_day(value: str | None) -> Interval:
    """The days that an ISO 8601 date can mean: a day, a month, a year; unknown for anything else. Times are dropped."""
    match = _DAY.fullmatch(value or "")
    if not match:
        return UNKNOWN
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        earliest = date(year or 0, month or 1, day or 1)
        latest = date(year or 0, month or 12, day or 31) if day or not month else _month_end(earliest)
    except ValueError:
        return UNKNOWN
    return Interval(earliest, latest, "metadata")


def _month_end(first: date) -> date:
    if first.month == date.max.month:
        return first.replace(day=31)
    return date.fromordinal(first.replace(month=first.month + 1).toordinal() - 1)


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SNIFFED_BYTES)


def _numbered_lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Lines that are not blank, numbered from 1; None for one over the limit."""
    with path.open("rb") as file:
        number = 0
        while data := file.readline(MAX_LINE_BYTES + 1):
            number += 1
            if len(data) > MAX_LINE_BYTES:
                while data and not data.endswith(b"\n"):
                    data = file.readline(MAX_LINE_BYTES)
                yield number, None
            elif data.strip():
                yield number, data.removeprefix(_BOM) if number == 1 else data


def _row(data: bytes | None) -> Row:
    if data is None:
        raise CoverageError(f"line is longer than {MAX_LINE_BYTES // 1_000_000} MB, too long for one article")
    try:
        # Not msgspec's own decoder: it refuses the lone surrogates that other programs write.
        value = json.loads(data.decode("utf-8").strip("\r\n"))
    except UnicodeDecodeError:
        raise CoverageError("not UTF-8", hint="Convert the file to UTF-8") from None
    except json.JSONDecodeError as error:
        raise CoverageError(f"not JSON: {error.msg.lower()} (column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        # ValueError: a number of thousands of digits.
        raise CoverageError(f"not JSON that can be read: {str(error).splitlines()[0]}") from None
    if not isinstance(value, dict):
        raise CoverageError("not a JSON object", hint='Each line is {"id": …, "text": …}')
    try:
        return msgspec.convert(value, Row)
    except msgspec.ValidationError as error:
        raise CoverageError(_in_words(str(error))) from None


def _in_words(complaint: str) -> str:
    """Msgspec's complaint, with the field in front: "Expected `str`, got `int` - at `$.title`"."""
    missing = re.fullmatch(r"Object missing required field `(\w+)`", complaint)
    if missing:
        return f"field {missing[1]!r} is missing"
    what, _, where = complaint.partition(" - at `$.")
    return f"field {where.rstrip('`')!r}: {what[0].lower()}{what[1:].replace('`', '')}" if where else what


def _document(row: Row, origin: str) -> Document:
    text, title = storable(row.text), _clean(row.title)
    return assemble(
        text,
        mark_certain(text, title=title),
        origin=origin,
        own_id=_clean(str(row.id)) if row.id is not None else None,
        title=title,
        outlet=_clean(row.outlet),
        byline=_clean(row.author),
        url=_clean(row.url),
        published=parse_day(row.date),
    )


def _clean(value: str | None) -> str | None:
    return storable(value).strip() or None if value else None
