"""Copies on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.record.copies.entry import COPIES, CopyEntry, CopyKind, CopySide
from onrecord.views import copies
from onrecord.views.terminal import FAINT, INDENT, STRONG, plain_table, safe

KIND_WIDTH = 15


def copies_on_screen(entries: Iterable[CopyEntry]) -> RenderableType:
    """One row a pair: its kind, the two articles with the original first where it shows, why it does."""
    drawn: Table = plain_table()
    drawn.add_column("kind", min_width=KIND_WIDTH, no_wrap=True)
    drawn.add_column("what", ratio=1)
    for entry in entries:
        drawn.add_row(Text(copies.KIND[entry.kind]), Group(*_lines(entry)))
    return drawn


def copy_on_screen(entry: CopyEntry) -> Iterator[RenderableType]:
    """The pair, what its kind means, which was first and why."""
    yield Text.assemble((copies.KIND[entry.kind], STRONG), f": {copies.MEANS[entry.kind]}")
    yield from _lines(entry)


def _lines(entry: CopyEntry) -> Iterator[RenderableType]:
    if entry.second is None:
        yield _article(entry.first)
    elif entry.original:
        yield Text.assemble(_article(entry.first), (" original", FAINT))
        yield Text.assemble(_article(entry.second), (f" {_copies(entry.kind)} it", FAINT))
    else:
        yield _article(entry.first)
        yield Text.assemble(("and ", FAINT), _article(entry.second))
    known = (copies.shares(entry), copies.changes(entry), "; ".join(entry.because), entry.id)
    yield Padding(safe(" · ".join(each for each in known if each), FAINT), (0, 0, 0, INDENT))


def _copies(kind: CopyKind) -> str:
    return {CopyKind.IDENTICAL: "repeats", CopyKind.REPUBLISHED: "republishes", CopyKind.REWRITTEN: "rewrites"}.get(
        kind, "takes words from" if kind not in COPIES else "copies"
    )


def _article(side: CopySide) -> Text:
    return Text.assemble(safe(copies.article(side)), ": ", safe(side.title or side.document, STRONG))
