"""The record file as a database: opening, migrating, transactions, what can go wrong."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import RecordError
from onrecord.record.migrations import MIGRATIONS, SCHEMA_VERSION

# "OnRe": tells a record from any other SQLite file.
APPLICATION_ID = 0x4F6E5265

# How long to wait for another process that is writing before we say so.
WAIT_S = 10.0
CACHE_KIB = 256 * 1024  # at most, while writing

Row = sqlite3.Row
Value = str | int | float | bytes | None
Values = tuple[Value, ...] | dict[str, Value]


class Store:
    """One connection to one record file. Every error of SQLite comes out as a `RecordError` that names the file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def reading(cls, path: Path, *, wait_s: float = WAIT_S) -> Self:
        """The record at `path`, read-only. Raises `RecordError` where there is none of a schema that we know."""
        if not path.is_file():
            raise RecordError(
                "is a folder, not a record" if path.is_dir() else "no such record",
                where=str(path),
                hint=f"Make one with: onrecord build COVERAGE -o {path}",
            )
        try:
            # Not mode=ro: such a connection leaves log and index behind, even when it is the last to close.
            return cls._reading(path, "mode=rw", wait_s)
        except RecordError as error:
            log = path.with_name(path.name + "-wal")
            if not _is_denied(error.__cause__) or (log.exists() and log.stat().st_size):
                raise
            # Where we may not write, SQLite cannot share the file with writers; with nothing in the log, it need not.
            return cls._reading(path, "mode=ro&immutable=1", wait_s)

    @classmethod
    def _reading(cls, path: Path, options: str, wait_s: float) -> Self:
        store = cls(path, _connect(path, options, wait_s))
        try:
            store.execute("PRAGMA query_only = ON")
            store._expect_record(oldest=SCHEMA_VERSION)
        except RecordError:
            store.close()
            raise
        return store

    @classmethod
    def writing(cls, path: Path, *, wait_s: float = WAIT_S) -> Self:
        """The record at `path`, made or migrated where needed. Raises `RecordError` where that cannot be done."""
        if not path.parent.is_dir():
            raise RecordError("no such folder", where=str(path.parent), hint="Make it first.")
        if path.is_dir():
            raise RecordError("is a folder", where=str(path), hint="Name a file for the record, such as story.db.")
        store = cls(path, _connect(path, "mode=rwc", wait_s))
        try:
            # Pages that a build comes back to; out of the cache they are looked for in a log that grows as it goes on.
            store.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            store._migrate()
        except RecordError:
            store.close()
            raise
        return store

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows that `sql` selects."""
        with self._explained():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row that `sql` selects, None where there is none."""
        with self._explained():
            row: Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def number(self, sql: str, values: Values = ()) -> int:
        """The one number that `sql` selects."""
        row = self.row(sql, values)
        return int(row[0]) if row else 0

    def execute(self, sql: str, values: Values = ()) -> int:
        """Runs one writing statement; the rowid of the last row that was inserted."""
        with self._explained():
            return self._connection.execute(sql, values).lastrowid or 0

    def execute_each(self, sql: str, many: list[tuple[Value, ...]]) -> None:
        """Runs one writing statement with each of `many`."""
        with self._explained():
            self._connection.executemany(sql, many)

    def begin(self) -> None:
        """Starts a writing transaction; waits for other writers a bounded time."""
        self.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Ends the transaction and keeps what it wrote."""
        self.execute("COMMIT")

    def roll_back(self) -> None:
        """Ends the transaction, if one is open, and forgets what it wrote."""
        if self._connection.in_transaction:
            self.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A writing transaction, kept where the block ends and forgotten where it raises."""
        self.begin()
        try:
            yield
            self.commit()
        except BaseException:
            self.roll_back()
            raise

    def close(self) -> None:
        """Ends the connection; the last one to close leaves a single file behind."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _expect_record(self, *, oldest: int) -> None:
        if self.number("PRAGMA application_id") != APPLICATION_ID:
            raise RecordError("is a database, but not a record of OnRecord", where=str(self.path))
        version = self.number("PRAGMA user_version")
        if version > SCHEMA_VERSION:
            raise RecordError(
                f"written by schema {version}, this version reads up to {SCHEMA_VERSION}",
                where=str(self.path),
                hint="Upgrade OnRecord to open it.",
            )
        if version < oldest:
            raise RecordError(
                f"written by schema {version}, this version reads {SCHEMA_VERSION}",
                where=str(self.path),
                hint=f"Bring it up to date: onrecord build -o {self.path}",
            )

    def _migrate(self) -> None:
        """Brings a new, empty or older file to our schema, all in one transaction."""
        if self.number("SELECT count(*) FROM sqlite_master"):
            self._expect_record(oldest=1)
        if self.number("PRAGMA user_version") == SCHEMA_VERSION:
            return
        self.row("PRAGMA journal_mode = WAL")
        with self.transaction(), self._explained():
            # Another build may have done it while we waited for our turn.
            for migrate in MIGRATIONS[self.number("PRAGMA user_version") :]:
                migrate(self._connection)
            self.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if (told := explained(error, self.path)) is None:
                raise
            raise told from error


def _connect(path: Path, options: str, wait_s: float) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{options}",
            uri=True,
            timeout=wait_s,
            isolation_level=None,
            # SQLite itself serialises calls; the web app reads from several threads.
            check_same_thread=False,
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        # A crash of the process loses nothing either way; a power cut may lose the last transactions, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error as error:
        if (told := explained(error, path)) is None:
            raise
        raise told from error
    return connection


def _is_denied(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def explained(error: sqlite3.Error, path: Path) -> RecordError | None:
    """What `error` means for somebody who works with the record at `path`; None where it means a bug of ours."""
    # The low byte is the error, the others its circumstances.
    meaning = _MEANINGS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return RecordError(meaning[0], where=str(path), hint=meaning[1]) if meaning else None


_MEANINGS = {
    sqlite3.SQLITE_NOTADB: ("is not a database", "Name another file, or move this one away."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Restore a copy, or build it anew from the coverage."),
    sqlite3.SQLITE_BUSY: ("another build is writing to it", "Wait until that has ended, then run this again."),
    sqlite3.SQLITE_LOCKED: ("another build is writing to it", "Wait until that has ended, then run this again."),
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space, then run the same build again: it goes on from here."),
    sqlite3.SQLITE_READONLY: (
        "is read-only",
        "Give yourself the right to write to it and its folder, or name another.",
    ),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check that you may read and write it and its folder."),
    sqlite3.SQLITE_PERM: ("cannot be opened", "Check that you may read and write it and its folder."),
    sqlite3.SQLITE_IOERR: ("the disk failed", "Check the disk, then run the same build again: it goes on from here."),
}
