"""The steps by which a record file reaches the schema of this version, oldest first."""

import sqlite3
from collections.abc import Callable
from importlib import resources

from onrecord.record.keys import ruling_id

# Folders with a tables.sql.
FEATURES: tuple[str, ...] = (
    "copies",
    "rulings",
    "statuses",
    "stories",
    "identities",
    "positions",
    "forecasts",
    "labels",
    "narratives",
    "disputes",
    "roles",
)


def first_tables(connection: sqlite3.Connection) -> None:
    """Documents, readings, actors, statements, their evidence and the runs that brought them."""
    _run(connection, "schema.sql")


def dates_and_times(connection: sqlite3.Connection) -> None:
    """What is held of a document's date beside what its page states, what users rule, and the times of its text."""
    _run(connection, "dating.sql")


def happenings(connection: sqlite3.Connection) -> None:
    """Events, commitments, quantities."""
    _run(connection, "happenings.sql")


def across_outlets(connection: sqlite3.Connection) -> None:
    """Stories, and what is settled in each of them."""
    # For the users' dates of older records, which become rulings.
    connection.create_function("ruling_id", 3, ruling_id, deterministic=True)
    _run(connection, "across.sql")
    for feature in FEATURES:
        _run(connection, f"{feature}/tables.sql")


def _run(connection: sqlite3.Connection, name: str) -> None:
    script = resources.files("onrecord.record").joinpath(*name.split("/")).read_text(encoding="utf-8")
    statement = ""
    # Not executescript, which would commit what went before and so let half a schema survive a crash.
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    first_tables,
    dates_and_times,
    happenings,
    across_outlets,
)
SCHEMA_VERSION = len(MIGRATIONS)
