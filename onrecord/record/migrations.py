"""The steps by which a record file reaches the schema of this version, oldest first."""

import sqlite3
from collections.abc import Callable
from importlib import resources


def first_tables(connection: sqlite3.Connection) -> None:
    """Documents, readings, actors, statements, their evidence and the runs that brought them."""
    script = resources.files("onrecord.record").joinpath("schema.sql").read_text(encoding="utf-8")
    statement = ""
    # Not executescript, which would commit what went before and so let half a schema survive a crash.
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (first_tables,)
SCHEMA_VERSION = len(MIGRATIONS)
