"""Arguments and options that several commands share."""

import enum
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.output import Format, View


class Happened(enum.StrEnum):
    """What an event can be: the statuses of a reading, and what only many of them tell together."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSTPONED = "postponed"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    THREATENED = "threatened"
    DENIED = "denied"
    CALLED_OFF = "called_off"


def day(text: str) -> date:
    """The day that `text` (2031-03-06) names."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day; write it like 2031-03-06") from error


Database = Annotated[Path, typer.Argument(metavar="DB", help="The record.")]
Coverage = typer.Argument(metavar="COVERAGE", help="Files (.txt, .md, .html, .jsonl) or folders of them.")
OutputFile = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")
]
Story = Annotated[
    str | None, typer.Option(metavar="STORY", help="Of this story alone: an id or a name, as `stories` lists them.")
]
ListFormat = Annotated[
    Format, typer.Option("--format", "-f", help="A table to look at, or the entries in full as JSON or CSV.")
]
ViewFormat = Annotated[View, typer.Option("--format", "-f", help="To look at, or in full as JSON.")]
Since = Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Published on this day or later.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Published on this day or earlier.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most this many.")]
Offset = Annotated[int, typer.Option(min=0, metavar="N", help="Leave out this many first.")]
