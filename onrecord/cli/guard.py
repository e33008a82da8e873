"""How a command ends when it does not end well."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any

import typer
from typer.core import TyperGroup

from onrecord.cli.output import let_go_of_output, say
from onrecord.errors import OnRecordError

FAILED = 1
INTERRUPTED = 130  # 128 + SIGINT, as shells report it


class Guarded(TyperGroup):
    """A group whose commands end with one line and an exit code, never with a traceback for what is not a bug."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer keeps the type of its contexts to itself
        """Runs the command that `ctx` asks for."""
        with guarded():
            return super().invoke(ctx)


@contextmanager
def guarded() -> Iterator[None]:
    """Turns what a command raises on purpose into a line on standard error and an exit code."""
    _settle_encoding()
    try:
        yield
        sys.stdout.flush()
    except OnRecordError as error:
        say(f"Error: {error}")
        raise typer.Exit(FAILED) from error
    except KeyboardInterrupt as error:
        say("Interrupted. What was written to a record is kept; the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        # `| head` has what it wanted.
        let_go_of_output()
        raise typer.Exit from error


def _settle_encoding() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal shows what it can, and `?` for the rest."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")
