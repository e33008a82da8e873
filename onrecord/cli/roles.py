"""The command that tells who holds which office."""

from datetime import date
from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story, day
from onrecord.cli.output import Format, listing


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord roles story.db --title envoy")(roles)


def roles(
    record: Database,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="Of this actor: an id or a name.")] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="With these words in a title.")] = None,
    changed: Annotated[bool, typer.Option("--changed", help="Only what is told to change hands.")] = False,  # noqa: FBT002
    on: Annotated[
        date | None, typer.Option(parser=day, metavar="DAY", help="Given as held by articles around this day.")
    ] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who holds which office, for whom, since when; who came before and after; those that changed hands first."""
    import onrecord
    from onrecord.views.roles import ROLES
    from onrecord.views.terminal_roles import roles_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.roles(actor=actor, title=title, changed=changed, on=on)
    listing(found, ROLES, shape, on_screen=roles_on_screen)
