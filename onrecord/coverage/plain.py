"""Articles in plain text or Markdown files, as they are scraped from pages."""

import re
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

from onrecord.coverage.assemble import assemble
from onrecord.coverage.bylines import Byline, parse_byline, signing_outlet
from onrecord.coverage.dates import written_dates
from onrecord.coverage.decode import decode
from onrecord.coverage.document import Document, ResidueKind
from onrecord.coverage.filenames import parse_filename
from onrecord.coverage.files import read_bytes
from onrecord.coverage.residue import Marked, mark_residue
from onrecord.errors import CoverageError
from onrecord.interval import UNKNOWN, Interval

_DATELINE = re.compile(r"[^\W\d_][^\n]{1,80}?\s(?:—|–|--|-)\s")
_MARKS = "#*_ \t"


def read_text_file(path: Path) -> str:
    """The text of a file. Raises `CoverageError` for an empty, binary or oversized one."""
    text = decode(read_bytes(path))
    if not text.strip():
        raise CoverageError("is empty")
    return text


def plain_document(path: Path, *, repeated: AbstractSet[str] = frozenset()) -> Document:
    """The one article of a text file. Raises `CoverageError`. `repeated`: see `evidence.judge`."""
    text = read_text_file(path)
    marked = mark_residue(text, repeated=repeated)
    name = parse_filename(path)
    block = [residue.span.of(text) for residue in marked.residue if residue.kind is ResidueKind.BYLINE]
    bylines = [byline for byline in map(parse_byline, block) if byline]
    return assemble(
        text,
        marked,
        origin=str(path),
        title=_title(text, marked),
        outlet=name.outlet or next((outlet for line in block if (outlet := signing_outlet(line))), None),
        byline=next((byline.names for byline in bylines if byline.names), None) or _desk(block),
        published=_published(text, marked, bylines, name.day),
    )


def _title(text: str, marked: Marked) -> str | None:
    headlines = (residue.span.of(text) for residue in marked.residue if residue.kind is ResidueKind.HEADLINE)
    return next((headline.strip(_MARKS) for headline in headlines), None)


def _desk(block: list[str]) -> str | None:
    """What stands in a byline block without names: "Lantern Newsdesk"."""
    return next((line for line in block if parse_byline(line) is None), None)


def _published(text: str, marked: Marked, bylines: list[Byline], named: date | None) -> Interval:
    """From the date line, else the dateline, else the file's name; a date of change where there is no other."""
    first = [byline.day for byline in bylines if byline.day and not byline.updated]
    if first:
        return Interval.on(first[0], "byline")
    dateline = _dateline_day(text, marked)
    if dateline:
        return Interval.on(dateline, "text")
    if named:
        return Interval.on(named, "filename")
    changed = [byline.day for byline in bylines if byline.day]
    return Interval(None, changed[0], "byline") if changed else UNKNOWN


def _dateline_day(text: str, marked: Marked) -> date | None:
    """The day in "SORREL, 4 March 2031 — …" at the start of the article."""
    for span in marked.body[:1]:
        match = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
        dates = written_dates(match.group()) if match else []
        place = match.group()[: dates[0].span.start] if match and dates else ""
        if place and place.strip(" ,(").isupper():
            return dates[0].day
    return None
