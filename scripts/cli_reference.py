"""Writes docs/cli.md from the help of the commands: `python -m scripts.cli_reference > docs/cli.md`."""

import sys
from collections.abc import Iterator
from typing import Any

import typer.main

from onrecord.cli.app import app

WIDTH = 100

INTRODUCTION = """\
# The command line

Made from the help of the commands by `python -m scripts.cli_reference > docs/cli.md`; do not edit.

Data goes to standard output, words about it to standard error; progress bars appear on a terminal only. The exit code
is 0 on success (also where some of the coverage could not be read: a line says which, and why), 1 on a failure that one
line explains, 2 on wrong usage, 130 after Ctrl-C. Pipes and `NO_COLOR` switch colours off. In CSV, a cell that a
spreadsheet would run as a formula begins with `'`; tables leave out control characters of the coverage.
"""


def reference() -> str:
    """The whole of docs/cli.md."""
    return "\n".join([INTRODUCTION, *sections(typer.main.get_command(app), "onrecord", parent=None)])


# What typer builds its commands from has no public types.
def sections(command: Any, name: str, *, parent: Any) -> Iterator[str]:  # noqa: ANN401
    """One section for `command`, named `name`, and one for each command under it."""
    with command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH) as context:
        yield f"## {context.command_path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
        for each, below in getattr(command, "commands", {}).items():
            yield from sections(below, each, parent=context)


if __name__ == "__main__":
    sys.stdout.write(reference())
