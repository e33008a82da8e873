"""The program `onrecord`."""

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import (
    copies,
    disputes,
    explore,
    forecasts,
    labels,
    make,
    model,
    narratives,
    positions,
    roles,
    rule,
    serve,
    stories,
)
from onrecord.cli.guard import Guarded

app = typer.Typer(
    name="onrecord",
    cls=Guarded,
    help="Reads the coverage of an unfolding story and keeps the record of it.",
    epilog="Example: onrecord build coverage/ -o story.db && onrecord brief story.db",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    # A traceback is for a bug, and then the plain one is what we want to be sent.
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
make.add_to(app)
explore.add_to(app)
copies.add_to(app)
stories.add_to(app)
positions.add_to(app)
forecasts.add_to(app)
labels.add_to(app)
narratives.add_to(app)
disputes.add_to(app)
roles.add_to(app)
rule.add_to(app)
serve.add_to(app)
model.add_to(app)


def _show_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Reads the coverage of an unfolding story and keeps the record of it."""


def main() -> None:
    """Runs the command that the arguments of this process ask for."""
    app(prog_name="onrecord")
