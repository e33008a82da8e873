"""The command that tells where accounts exclude each other."""

from datetime import date
from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, Story, day
from onrecord.cli.output import Format, listing
from onrecord.record.disputes.entry import DisputeKind, DisputeStatus


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord disputes story.db --kind number")(disputes)


def disputes(
    record: Database,
    kind: Annotated[DisputeKind | None, typer.Option(help="Only of this kind.")] = None,
    status: Annotated[DisputeStatus | None, typer.Option(help="Only with this status.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="Who says it or is spoken of: a name or an id.")
    ] = None,
    since: Annotated[
        date | None, typer.Option(parser=day, metavar="DAY", help="Told by an article of this day or later.")
    ] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Where accounts exclude each other: figures, who is to blame, denials, words taken back."""
    import onrecord
    from onrecord.views.disputes import DISPUTES
    from onrecord.views.terminal_disputes import disputes_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.disputes(kind=kind, status=status, actor=actor, since=since)
    listing(found, DISPUTES, shape, on_screen=disputes_on_screen)
