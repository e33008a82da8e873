"""The commands about the model that reads."""

import msgspec
import typer

from onrecord.cli.options import ViewFormat
from onrecord.cli.output import View, draw, emit


def add_to(app: typer.Typer) -> None:
    """Adds these commands to `app`, as a group of their own."""
    group = typer.Typer(help="The model that reads.", no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    group.command(epilog="Example: onrecord model info")(info)
    app.add_typer(group, name="model", epilog="Example: onrecord model info")


def info(form: ViewFormat = View.TABLE) -> None:
    """What the model was trained on, how well it reads, what it is bad at."""
    from onrecord.reading.modelfile import open_model_file
    from onrecord.views.card import card_on_screen

    card = open_model_file().card
    if form is View.JSON:
        emit(msgspec.json.format(msgspec.json.encode(card).decode(), indent=2) + "\n")
    else:
        draw(card_on_screen(card))


def _group() -> None:
    """The model that reads."""
