"""A story in as many documents as a test wants, and what there is to compare of the record made of it."""

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from onrecord.coverage.document import Document, Unread
from onrecord.coverage.identity import text_hash
from onrecord.interval import UNKNOWN, Interval
from onrecord.record.build import build
from onrecord.record.entries import Run
from onrecord.spans import Span
from record.quoting import read

OUTLETS = ("Meridian Wire", "Vasht Tribune", "Harbour24")
SPEAKERS = (
    "envoy Ora Lind",
    "Lind",
    "president Teodor Brenn",
    "president Brenn",
    "Mira Brenn",
    "Brenn",
    "an official",
    "two officials",
    "premier Ivo Sorvek",
)
SAYINGS = (
    '"The strait stays shut," {} said.',
    '"We will pay by May," {} promised.',
    '"There was no meeting," {} denied.',
    '"Our patience ends on Friday," {} warned.',
)

# What no two builds have in common: numbers of rows that nothing refers to, and the clock.
INCIDENTAL = {"number", "started", "finished", "ruled"}
TABLES = (
    *("runs", "documents", "origins", "unread", "readings", "sentences", "actors", "aliases", "members"),
    *("mentions", "statements", "evidence", "retired", "rulings", "statuses", "times"),
    *("tellings", "events", "pledges", "commitments", "quantities"),
    *("disputes", "roles"),
    *("stories", "story_words", "name_keys"),
    *("fingerprints", "fingerprint_keys", "copy_pairs", "credits", "copies", "restated", "carried"),
    *("takes", "takes_read", "positions", "shifts"),
    *("outlooks", "outlooks_read", "forecasts"),
    *("claims", "claims_read", "narratives"),
    *("namings", "namings_read", "labels"),
)


def document(
    text: str,
    *,
    id: str = "d1",  # noqa: A002
    origin: str = "a.txt",
    outlet: str | None = None,
    day: date | None = None,
    unread: str = "",
) -> Document:
    """A document that is all body."""
    return Document(
        id=id,
        text=text,
        sha256=text_hash(text),
        origin=origin,
        outlet=outlet,
        published=Interval.on(day, "metadata") if day else UNKNOWN,
        language="en",
        body=(Span(0, len(text)),) if text else (),
        unread=unread,
    )


def story(documents: int) -> list[Document | Unread]:
    """`documents` articles of three outlets, a tenth of them in a language that is not read; before them no article."""
    return [Unread("notes/empty.txt", "is empty"), *(_article(i) for i in range(documents))]


def _article(i: int) -> Document:
    lines = [SAYINGS[(i + j) % len(SAYINGS)].format(SPEAKERS[(i * 3 + j) % len(SPEAKERS)]) for j in range(2 + i % 4)]
    return document(
        "\n".join(lines),
        id=f"doc-{i}",
        origin=f"coverage/{i}.txt",
        outlet=OUTLETS[i % len(OUTLETS)],
        day=date(2031, 3, 1) + timedelta(days=i % 10) if i % 4 else None,
        unread="language fr is not supported" if i % 10 == 9 else "",
    )


def built(path: Path, items: Iterable[Document | Unread], *, model: str = "rules 1") -> Run:
    """The record at `path` with `items` added by rule."""
    return build(items, path, read=read, model=model, version="0.1.0", wait_s=0.2)


def logical(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, sorted, without what is incidental. Checks the file and its indexes on the way."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO statement_index (statement_index) VALUES ('integrity-check')")
        connection.rollback()
        dump = {table: _rows(connection, table) for table in TABLES}
        dump["found"] = sorted(
            connection.execute(
                'SELECT document, start, "end" FROM sentence_index JOIN sentences ON number = sentence_index.rowid '
                "WHERE sentence_index MATCH 'strait'"
            )
        )
    connection.close()
    return dump


def facts(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The same without the runs."""
    return {table: rows for table, rows in logical(path).items() if table != "runs"}


def unruled(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The same without the rulings themselves, which remember that they were taken back."""
    return {table: rows for table, rows in facts(path).items() if table != "rulings"}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in INCIDENTAL]
    quoted = ", ".join(f'"{column}"' for column in columns)
    return sorted(connection.execute(f"SELECT {quoted} FROM {table}"), key=repr)  # noqa: S608 - our own names
