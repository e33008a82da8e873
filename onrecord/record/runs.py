"""The builds that brought the record to where it is."""

from collections.abc import Set
from datetime import datetime

from onrecord.errors import RecordError
from onrecord.record.entries import Run
from onrecord.record.store import Row, Store

# Documents whose text and metadata were first found in a run.
_ADDED = """
    SELECT id FROM documents WHERE ? = (
        SELECT min(first_seen) FROM origins WHERE document = id AND origins.version = documents.version
    )
"""

# Everything in the record that could not be read, whether it made a document or not, with why.
UNREAD = """
    SELECT origin, NULL AS document, reason FROM unread
    UNION ALL
    SELECT (SELECT min(origin) FROM origins WHERE document = id), id, unread FROM documents WHERE unread <> ''
    UNION ALL
    SELECT origin, document, 'another text was given under the same id in the same run, and that one was kept'
    FROM origins JOIN documents ON id = document
    WHERE origins.sha256 <> documents.sha256 AND origins.first_seen = (
        SELECT max(first_seen) FROM origins AS kept WHERE kept.document = id AND kept.version = documents.version
    )
"""


def start_run(store: Store, *, model: str, version: str, now: datetime) -> int:
    """The number of the run that now begins, or of the one that was cut off before and goes on now."""
    with store.transaction():
        last = store.row("SELECT id, finished FROM runs ORDER BY id DESC LIMIT 1")
        if last is not None and last["finished"] is None:
            store.execute("UPDATE runs SET version = ?, model = ? WHERE id = ?", (version, model, last["id"]))
            return int(last["id"])
        return store.execute(
            "INSERT INTO runs (started, version, model) VALUES (?, ?, ?)", (now.isoformat(), version, model)
        )


def finish_run(store: Store, run: int, *, given: Set[str], now: datetime) -> Run:
    """Closes `run` with what it did to the documents in `given`; call within a transaction."""
    added = {row["id"] for row in store.rows(_ADDED, (run,))}
    store.execute(
        "UPDATE runs SET finished = ?, added = ?, known = ?, unread = ? WHERE id = ?",
        (
            now.isoformat(),
            len(added),
            len(given - added),
            store.number(f"SELECT count(*) FROM ({UNREAD})"),
            run,
        ),
    )
    row = store.row("SELECT * FROM runs WHERE id = ?", (run,))
    if row is None:
        raise RecordError(f"run {run} is not in it", where=str(store.path))
    return run_of(row)


def run_of(row: Row) -> Run:
    """The run that a row of `runs` holds."""
    return Run(
        id=row["id"],
        started=datetime.fromisoformat(row["started"]),
        finished=datetime.fromisoformat(row["finished"]) if row["finished"] else None,
        version=row["version"],
        model=row["model"],
        added=row["added"],
        known=row["known"],
        unread=row["unread"],
    )
