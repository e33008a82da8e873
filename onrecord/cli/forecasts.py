"""The command that tells who foresaw what, and what came of it."""

from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story
from onrecord.cli.output import Format, listing
from onrecord.record.forecasts.entry import Hedge, Outcome


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord forecasts story.db --hedge likely --outcome open")(forecasts)


def forecasts(
    record: Database,
    by: Annotated[str | None, typer.Option(metavar="ACTOR", help="By this actor: an id or a name.")] = None,
    hedge: Annotated[Hedge | None, typer.Option(help="As sure as this.")] = None,
    outcome: Annotated[Outcome | None, typer.Option(help="Of which coverage tells this.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="With these words in what is foreseen.")] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who foresees what, how sure, by when, and whether it came true; those with a day first, the nearest first."""
    import onrecord
    from onrecord.views.forecasts import FORECASTS
    from onrecord.views.terminal_forecasts import forecasts_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.forecasts(by=by, hedge=hedge, outcome=outcome, text=text)
    listing(found, FORECASTS, shape, on_screen=forecasts_on_screen)
