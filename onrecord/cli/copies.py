"""The command that tells which article copies which."""

from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story
from onrecord.cli.output import Format, listing
from onrecord.record.copies.entry import CopyKind


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord copies story.db --kind rewritten")(copies)


def copies(
    record: Database,
    kind: Annotated[CopyKind | None, typer.Option(help="Only of this kind.")] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="With this document in it.")] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Which article copies, republishes or rewrites which, and what else they share; the closest first."""
    import onrecord
    from onrecord.views.copies import COPIES
    from onrecord.views.terminal_copies import copies_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.copies(kind=kind, document=document)
    listing(found, COPIES, shape, on_screen=copies_on_screen)
