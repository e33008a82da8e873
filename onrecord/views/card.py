"""The model's card on a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.reading.modelfile import Card
from onrecord.views.terminal import FAINT, INDENT, STRONG


def card_on_screen(card: Card) -> RenderableType:
    """What the model is, what it learnt from, how it scores, what it is bad at."""
    figures = Table.grid(padding=(0, 2, 0, 0))
    figures.add_column()
    figures.add_column(justify="right")
    for name, value in card.figures.items():
        figures.add_row(name, f"{value:g}")
    return Group(
        Text.assemble((f"{card.name} {card.version}", STRONG), (f"  {card.licence}", FAINT)),
        card.summary,
        *_section("Trained on", map(Text, card.data)),
        *_section("Scores", [figures] if card.figures else []),
        *_section("Bad at", map(Text, card.weaknesses)),
    )


def _section(heading: str, lines: Iterable[RenderableType]) -> list[RenderableType]:
    shown = [Padding(line, (0, 0, 0, INDENT)) for line in lines]
    return ["", Text(heading, STRONG), *shown] if shown else []
