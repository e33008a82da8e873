"""Entries as people read them on a terminal."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from onrecord.record.entries import StatementEntry, UnreadEntry
from onrecord.views import dates, wording
from onrecord.views.brief import Quoted
from onrecord.views.finding import Finding
from onrecord.views.listing import Column
from onrecord.views.marks import Piece, cut, marks_of
from onrecord.views.safe import one_line
from onrecord.views.wording import counted

# The looks of the dossier: none is told by its colour alone.
PARTS = {
    "content": Style(color="#1c1a17", bgcolor="#fdeebb"),
    "source": Style(bold=True, underline=True),
    "cue": Style(italic=True),
    "trigger": Style(bold=True, underline=True),
    "time": Style(italic=True),
    "due": Style(italic=True),
    "what": Style(color="#1c1a17", bgcolor="#fdeebb"),
    "change": Style(color="#1c1a17", bgcolor="#fdeebb"),
}
FAINT = Style(dim=True)
STRONG = Style(bold=True)
INDENT = 2
NAMED_UNREAD = 5

Entry = TypeVar("Entry")


def safe(text: str, style: Style | str = "") -> Text:
    """Text from coverage, on one line and without anything that a terminal would obey."""
    return Text(one_line(text), style=style)


def table(entries: Iterable[Entry], columns: Sequence[Column[Entry]]) -> Table:
    """The entries as a table of the columns that a screen has room for and that say something; numbers to the right."""
    every = list(entries)
    filled = {column.heading: [column.of(entry) for entry in every] for column in columns if column.shown}
    filled = {heading: values for heading, values in filled.items() if any(value != "" for value in values)}
    drawn = plain_table()
    for heading, values in filled.items():
        numeric = all(isinstance(value, int) for value in values)
        # An id that is cut or wrapped cannot be copied.
        drawn.add_column(heading, justify="right" if numeric else "left", no_wrap=numeric or heading in {"id", "date"})
    for row in zip(*filled.values(), strict=True):
        drawn.add_row(*(safe(str(value)) for value in row))
    return drawn


def findings_on_screen(findings: Iterable[Finding]) -> RenderableType:
    """What a search found: who says it, or nobody; the words; where they stand."""
    blocks: list[RenderableType] = []
    for finding in findings:
        said = Text.assemble(safe(finding.speaker, STRONG), ": ") if finding.speaker else Text()
        found_at = f"{finding.outlet or wording.NO_OUTLET}, {dates.with_basis(finding.published)}"
        where = safe(f"{found_at} · {finding.id or f'passage of {finding.document}'}", FAINT)
        blocks += [said.append_text(safe(finding.text)), Padding(where, (0, 0, 1, INDENT))]
    return Group(*blocks)


def quoted(quote: Quoted) -> RenderableType:
    """Who says it on which word, the sentence with its evidence marked, and where that stands."""
    statement = quote.statement
    pieces = cut(quote.sentence, statement.sentence, marks_of(statement, statement.document))
    where = Text.assemble(safe(statement.outlet or wording.NO_OUTLET), ", ", dates.with_basis(statement.published))
    if quote.title:
        where.append_text(Text.assemble(", ", safe(quote.title)))
    where.append(f" · {one_line(statement.id)}")
    where.stylize(FAINT)
    return Padding(Group(headline(statement), marked(pieces), where), (0, 0, 1, INDENT))


def headline(statement: StatementEntry) -> Text:
    """`Ora Lind, denial (named person, via Meridian Wire)`."""
    speaker = statement.said_by or wording.NO_SOURCE
    line = Text.assemble(safe(speaker, STRONG), f", {wording.ACT[statement.act]}")
    if statement.addressee_name:
        line.append_text(Text.assemble(" to ", safe(statement.addressee_name)))
    via = "".join(f", via {name}" for name in statement.via_names)
    return Text.assemble(line, " ", safe(f"({wording.SOURCING[statement.sourcing]}{via})", FAINT))


def marked(pieces: Iterable[Piece]) -> Text:
    """Pieces of a text on one line, each in the style of its parts."""
    line = Text()
    for piece in pieces:
        # `one_line` takes the white space at the ends away, and words would run together.
        text = one_line(f"|{piece.text}|")[1:-1]
        line.append(text, sum((style for part, style in PARTS.items() if part in piece.parts), Style.null()))
    return line


def unread_line(read: int, unread: Sequence[UnreadEntry], *, shown: int = NAMED_UNREAD) -> str:
    """`read 41 of 43 documents; not read: budget.html (empty page), talks.html (language ka is not supported)`."""
    if not unread:
        return f"read {counted(read, 'document')}"
    named = ", ".join(f"{entry.origin} ({entry.reason})" for entry in unread[:shown])
    more = f" and {len(unread) - shown:,} more" if len(unread) > shown else ""
    return f"read {read:,} of {counted(read + len(unread), 'document')}; not read: {named}{more}"


def plain_table() -> Table:
    """A table without a frame; its columns are still to be added."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, header_style=FAINT)
