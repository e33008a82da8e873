"""Forecasts on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.views import forecasts
from onrecord.views.terminal import FAINT, INDENT, STRONG, plain_table, safe
from onrecord.views.wording import counted

DUE_WIDTH = 16


def forecasts_on_screen(entries: Iterable[ForecastEntry]) -> RenderableType:
    """One row a forecast: by when, how sure, who foresees what, and what came of it."""
    drawn: Table = plain_table()
    drawn.add_column("by when", min_width=DUE_WIDTH)
    drawn.add_column("how sure", no_wrap=True)
    drawn.add_column("what", ratio=1)
    for entry in entries:
        drawn.add_row(safe(forecasts.due(entry)), Text(forecasts.HEDGE[entry.hedge]), Group(*_lines(entry)))
    return drawn


def forecast_on_screen(entry: ForecastEntry) -> Iterator[RenderableType]:
    """The forecast with every place that has it."""
    yield Text.assemble((forecasts.HEDGE[entry.hedge], STRONG), f", {forecasts.OUTCOME[entry.outcome]}")
    if due := forecasts.due(entry):
        yield safe(f"by when: {due}")
    yield from _lines(entry)
    for foretold in entry.foretold:
        line = Text.assemble("“", safe(foretold.what), "”  ", safe(forecasts.where(foretold), FAINT))
        yield Padding(line, (0, 0, 0, INDENT))


def _lines(entry: ForecastEntry) -> Iterator[RenderableType]:
    yield Text.assemble(safe(forecasts.who(entry), STRONG), ": ", safe(entry.what))
    if entry.came:
        yield safe(forecasts.came(entry), "yellow")
    more = counted(entry.articles, "article") if entry.articles > 1 else ""
    condition = f"condition: {entry.condition}" if entry.condition else ""
    known = (condition, forecasts.where(entry.foretold[0]), more, entry.id)
    yield Padding(safe(" · ".join(each for each in known if each), FAINT), (0, 0, 0, INDENT))
