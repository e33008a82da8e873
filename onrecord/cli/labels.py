"""The commands that compare how outlets and their sources speak of actors and events, and the outlets themselves."""

from datetime import date
from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story, day
from onrecord.cli.output import Format, listing


def add_to(app: typer.Typer) -> None:
    """Adds these commands to `app`."""
    app.command(epilog="Example: onrecord labels story.db --own")(labels)
    app.command(epilog="Example: onrecord outlets story.db")(outlets)


def labels(
    record: Database,
    target: Annotated[str | None, typer.Option(metavar="ACTOR", help="Of this actor: an id or a name.")] = None,
    by: Annotated[str | None, typer.Option(metavar="ACTOR", help="By this source: an id or a name.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="In this outlet.")] = None,
    *,
    own: Annotated[
        bool | None, typer.Option("--own/--sources", help="Only in outlets' own voice, or only by sources.")
    ] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="With these words in it.")] = None,
    since: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Used on this day or later.")] = None,
    until: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Used on this day or earlier.")] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """What outlets in their own voice, and sources apart, call actors and events; by target, those with most first."""
    import onrecord
    from onrecord.views.labelling import LABELS
    from onrecord.views.terminal_labelling import labels_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.labels(target=target, by=by, outlet=outlet, own=own, text=text, since=since, until=until)
    listing(found, LABELS, shape, on_screen=labels_on_screen)


def outlets(record: Database, story: Story = None, shape: ListFormat = Format.TABLE) -> None:
    """Each outlet: its articles, whose copies they are, how much is unnamed, whom it quotes, what it calls whom."""
    import onrecord
    from onrecord.views.outlets import OUTLETS, outlet_profiles
    from onrecord.views.terminal_labelling import outlets_on_screen

    with onrecord.open(record, story=story) as opened:
        found = outlet_profiles(opened)
    listing(found, OUTLETS, shape, on_screen=outlets_on_screen)
