"""The command that tells who stands where, and who shifted."""

from datetime import date
from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story, day
from onrecord.cli.output import Format, listing
from onrecord.record.positions.entry import Stance


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord positions story.db --issue tariff --shifts")(positions)


def positions(
    record: Database,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="Of this actor: an id or a name.")] = None,
    issue: Annotated[str | None, typer.Option(metavar="WORDS", help="On what the coverage calls so.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="Only this one.")] = None,
    *,
    shifts: Annotated[bool, typer.Option("--shifts", help="Only those that an actor shifted from or to.")] = False,
    since: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Held on this day or later.")] = None,
    until: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Held on this day or earlier.")] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who is for or against what by their own words or deeds, and who shifted; by issue, those with most first."""
    import onrecord
    from onrecord.views.positions import POSITIONS
    from onrecord.views.terminal_positions import positions_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.positions(actor=actor, issue=issue, stance=stance, shifted=shifts, since=since, until=until)
    listing(found, POSITIONS, shape, on_screen=positions_on_screen)
