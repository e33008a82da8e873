"""The command that tells which stories the coverage is of."""

import typer

from onrecord.cli.options import Database, ListFormat
from onrecord.cli.output import Format, listing


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord stories story.db")(stories)


def stories(record: Database, shape: ListFormat = Format.TABLE) -> None:
    """The stories that the coverage is of, those of most articles first."""
    import onrecord
    from onrecord.views.stories import STORIES
    from onrecord.views.terminal_stories import stories_on_screen

    with onrecord.open(record) as opened:
        found = opened.stories()
    listing(found, STORIES, shape, on_screen=stories_on_screen)
