"""Copies on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.record.copies.entry import CopyEntry, CopySide, PassageKind
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


def beside_on_screen(shown: copies.ShownCopy) -> Iterator[RenderableType]:
    """What both articles have, side by side where the words differ; then what only one of them has."""
    for heading, kinds in (("In both", (PassageKind.WORDS, PassageKind.QUOTE)), ("Told in both", (PassageKind.TOLD,))):
        found = [each for each in shown.beside if each.kind in kinds]
        if found:
            yield Text(f"\n{heading}", STRONG)
            rows = plain_table()
            rows.show_header = False
            for each in found:
                rows.add_row(*map(safe, (each.first,) if each.first == each.second else (each.first, each.second)))
            yield rows
    left_out, added = ("Left out", "Added") if shown.entry.original else ("Only in the first", "Only in the second")
    for heading, texts in ((left_out, shown.left_out), (added, shown.added)):
        if texts:
            yield Text(f"\n{heading}", STRONG)
            yield from (Padding(safe(text), (0, 0, 0, INDENT)) for text in texts)


def _lines(entry: CopyEntry) -> Iterator[RenderableType]:
    if entry.second is None:
        yield _article(entry.first)
    elif entry.original:
        yield Text.assemble(_article(entry.first), (" original", FAINT))
        yield Text.assemble(_article(entry.second), (f" {copies.VERB[entry.kind]} it", FAINT))
    else:
        yield _article(entry.first)
        yield Text.assemble(("and ", FAINT), _article(entry.second))
    known = (copies.shares(entry), copies.changes(entry), "; ".join(entry.because), entry.id)
    yield Padding(safe(" · ".join(each for each in known if each), FAINT), (0, 0, 0, INDENT))


def _article(side: CopySide) -> Text:
    return Text.assemble(safe(copies.article(side)), ": ", safe(side.title or side.document, STRONG))
