"""The command that tells which claims recur, who promotes and who rebuts them."""

from datetime import date
from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story, day
from onrecord.cli.output import Format, listing
from onrecord.record.narratives.entry import Voice


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord narratives story.db --text winning")(narratives)


def narratives(
    record: Database,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="With this actor: an id or a name.")] = None,
    voice: Annotated[Voice | None, typer.Option(help="That somebody, or the actor, does this with.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="That this outlet tells of.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="With these words in it.")] = None,
    since: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Told on this day or later.")] = None,
    until: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Told on this day or earlier.")] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Claims that recur, who promotes, rebuts or passes them on; those that are rebutted first, then by speakers."""
    import onrecord
    from onrecord.views.narratives import NARRATIVES
    from onrecord.views.terminal_narratives import narratives_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.narratives(actor=actor, voice=voice, outlet=outlet, text=text, since=since, until=until)
    listing(found, NARRATIVES, shape, on_screen=narratives_on_screen)
