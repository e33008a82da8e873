"""Positions on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.record.positions.entry import PositionEntry
from onrecord.views import positions
from onrecord.views.terminal import FAINT, INDENT, STRONG, safe
from onrecord.views.wording import counted


def positions_on_screen(entries: Iterable[PositionEntry]) -> RenderableType:
    """Under each issue a line for who stands where, the words that show it, and what they said before or after."""
    blocks: list[RenderableType] = []
    for name, group in positions.by_issue(entries):
        blocks.append(safe(name, STRONG))
        for entry in group:
            blocks += [Padding(each, (0, 0, 0, INDENT)) for each in _lines(entry)]
        blocks.append("")
    return Group(*blocks[:-1])


def position_on_screen(entry: PositionEntry) -> Iterator[RenderableType]:
    """The issue, who stands where on it, and every place that shows it."""
    yield Text.assemble(safe(entry.issue_name, STRONG), (f"  {entry.id}", FAINT))
    yield _head(entry)
    yield Text(f"{counted(entry.articles, 'article')}, {counted(entry.accounts, 'account')}", FAINT)
    for taken in entry.taken:
        yield Padding(_quoted(positions.words(taken), positions.where(taken)), (0, 0, 0, INDENT))
    for shift in entry.shifts:
        yield safe(positions.shift_line(shift, entry), "yellow")


def _lines(entry: PositionEntry) -> Iterator[RenderableType]:
    taken = entry.taken[-1]
    more = f" · {counted(entry.articles, 'article')}" if entry.articles > 1 else ""
    where = f"{positions.where(taken)}{more} · {entry.id}"
    yield Text.assemble(_head(entry), "  ", _quoted(positions.words(taken), where))
    for shift in entry.shifts:
        yield Padding(safe(positions.shift_line(shift, entry), "yellow"), (0, 0, 0, INDENT))


def _head(entry: PositionEntry) -> Text:
    return Text.assemble(safe(entry.actor_name), " ", (positions.STANCE[entry.stance], STRONG))


def _quoted(words: str, where: str) -> Text:
    return Text.assemble("“", safe(words), "”  ", safe(where, FAINT))
