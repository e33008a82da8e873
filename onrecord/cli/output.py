"""Where commands write: data on standard output, words on standard error."""

import enum
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
import typer

from onrecord.errors import OutputError
from onrecord.views.safe import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.views.listing import Column

Entry = TypeVar("Entry", bound=msgspec.Struct)

STANDARD_OUTPUT = Path("-")
# In a pipe nobody's window sets the width, and at 80 most cells would be cut.
PIPE_WIDTH = 120


class Format(enum.StrEnum):
    """How a listing is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class View(enum.StrEnum):
    """How a view that is no list is written."""

    TABLE = "table"
    JSON = "json"


def say(line: str) -> None:
    """One line of words for whoever is watching, on standard error."""
    typer.echo(one_line(line), err=True)


def emit(text: str) -> None:
    """Data, on standard output. Raises `OutputError` where it takes no more, `BrokenPipeError` where nobody reads."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go_of_output()
        raise OutputError(error.strerror or str(error), where="standard output") from error


def draw(renderable: "RenderableType") -> None:
    """Tables and text for people, on standard output: with colour and at the window's width on a terminal only."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(renderable)
    emit("".join(f"{line.rstrip(' ')}\n" for line in captured.get().split("\n")).rstrip("\n") + "\n")


def listing(
    entries: Sequence[Entry],
    columns: "Sequence[Column[Entry]]",
    form: Format,
    *,
    on_screen: "Callable[[Sequence[Entry]], RenderableType] | None" = None,
) -> None:
    """The entries on standard output, in the form asked for; `on_screen` draws them where they make no good table."""
    if form is Format.JSON:
        from onrecord.views.listing import as_json

        emit(as_json(entries))
    elif form is Format.CSV:
        from onrecord.views.listing import as_csv

        emit("".join(as_csv(entries, columns)))
    elif entries:
        from onrecord.views.terminal import table

        draw(on_screen(entries) if on_screen else table(entries, columns))
    else:
        say("nothing found")


@contextmanager
def writing(path: Path, *, inputs: Iterable[Path] = ()) -> Iterator[Callable[[str], None]]:
    """What to call with each piece of text for the file at `path`, or for standard output where that is `-`.

    The file takes its place when all is written; where that fails, what was there stays. Raises `OutputError` where it
    cannot be written, or is one of `inputs`.
    """
    if path == STANDARD_OUTPUT:
        yield emit
        return
    if any(path.exists() and each.exists() and path.samefile(each) for each in inputs):
        raise OutputError("is what would be read", where=str(path), hint="Name another file.")
    # A device or a pipe cannot be replaced, only written to.
    target = path.with_name(f".{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        with _naming(path):
            file = target.open("w", encoding="utf-8", newline="")
        with file:

            def write(text: str) -> None:
                with _naming(path):
                    file.write(text)

            yield write
            with _naming(path):
                file.flush()
        if target is not path:
            with _naming(path):
                target.replace(path)
    finally:
        if target is not path:
            target.unlink(missing_ok=True)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(error.strerror or str(error), where=str(path)) from error


def let_go_of_output() -> None:
    """Sends what Python still holds back for standard output nowhere: it would fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
