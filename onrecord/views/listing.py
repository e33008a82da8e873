"""Entries as rows, for tables and spreadsheets."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import ActorEntry, StatementEntry
from onrecord.views.safe import cell

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Column(Generic[Entry]):
    """One column: its heading, what stands in it, and whether a table on a screen has room for it."""

    heading: str
    of: Callable[[Entry], str | int]
    shown: bool = True


def as_csv(entries: Iterable[Entry], columns: Sequence[Column[Entry]]) -> Iterator[str]:
    """The heading and one line an entry (RFC 4180, with line feeds); cells that a spreadsheet would run are defused."""
    yield _csv_line([column.heading for column in columns])
    for entry in entries:
        yield _csv_line([cell(str(column.of(entry))) for column in columns])


def as_json(entries: Sequence[msgspec.Struct]) -> str:
    """The entries in full as a JSON array, one entry a line."""
    lines = (msgspec.json.encode(entry).decode() for entry in entries)
    return "[" + ",\n ".join(lines) + "]\n"


def _csv_line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _first(published: Interval) -> str:
    return str(published.earliest or "")


def _last(published: Interval) -> str:
    return str(published.latest or "")


STATEMENTS: tuple[Column[StatementEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("date", lambda each: each.published.label()),
    Column("earliest", lambda each: _first(each.published), shown=False),
    Column("latest", lambda each: _last(each.published), shown=False),
    Column("basis", lambda each: each.published.basis, shown=False),
    Column("outlet", lambda each: each.outlet or ""),
    Column("document", lambda each: each.document, shown=False),
    Column("speaker", lambda each: each.said_by),
    Column("speaker_id", lambda each: each.speaker or "", shown=False),
    Column("act", lambda each: each.act.value),
    Column("sourcing", lambda each: each.sourcing.value),
    Column("form", lambda each: each.form.value, shown=False),
    Column("via", lambda each: "; ".join(each.via_names)),
    Column("addressee", lambda each: each.addressee_name or "", shown=False),
    Column("source", lambda each: each.source_text, shown=False),
    Column("cue", lambda each: each.cue_text, shown=False),
    Column("content", lambda each: each.content_text),
    Column("hedges", lambda each: "; ".join(each.hedges), shown=False),
    Column("articles", lambda each: each.articles, shown=False),
    Column("accounts", lambda each: each.accounts, shown=False),
    Column("restated", lambda each: "; ".join(each.restated), shown=False),
    Column("start", lambda each: each.sentence.start, shown=False),
    Column("end", lambda each: each.sentence.end, shown=False),
)

ACTORS: tuple[Column[ActorEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("name", lambda each: each.name),
    Column("kind", lambda each: each.kind.value),
    Column("titles", lambda each: "; ".join(each.titles)),
    Column("aliases", lambda each: "; ".join(each.aliases)),
    Column("documents", lambda each: each.documents),
    Column("mentions", lambda each: each.mentions),
    Column("statements", lambda each: each.statements),
)
