"""Building a record: take coverage in, read what is new or changed, settle what crosses documents."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from onrecord.coverage.document import Document, Unread
from onrecord.engine.local import Read, readings
from onrecord.record.entries import Run
from onrecord.record.facts import write_reading
from onrecord.record.intake import document_of, take_in
from onrecord.record.keys import reading_key
from onrecord.record.reconcile import reconcile
from onrecord.record.rulings.entry import Ruling
from onrecord.record.rulings.keep import keep
from onrecord.record.rulings.settle import unsettle
from onrecord.record.runs import finish_run, start_run
from onrecord.record.store import WAIT_S, Store

# How much work a `kill -9` can cost.
BATCH_DOCUMENTS = 16
BATCH_S = 2.0


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a build is: `stage` is `taking in`, `reading` or `reconciling`; `total` is None where it is not known."""

    stage: str
    done: int
    total: int | None
    document: str


def build(  # noqa: PLR0913
    items: Iterable[Document | Unread],
    path: Path,
    *,
    read: Read,
    model: str,
    version: str,
    rulings: Iterable[Ruling] = (),
    who: str = "",
    on_progress: Callable[[Progress], None] = lambda _: None,
    on_trouble: Callable[[str], None] = lambda _: None,
    wait_s: float = WAIT_S,
) -> Run:
    """Adds `items` to the record at `path`, which is made where there is none; what the run did.

    `model` names what `read` reads with: documents that another model read are read anew. The same items again change
    nothing, their order decides nothing, and a build that was killed is continued by the next one, under its number.
    `rulings`, by `who` where they do not say, are kept for later builds; `on_trouble` gets a line for each that names
    nothing or several things.
    Raises `RecordError` where the file cannot be written; what was committed before that stays.
    """
    with Store.writing(path, wait_s=wait_s) as store:
        run = start_run(store, model=model, version=version, now=datetime.now(UTC))
        given = _take_in_all(store, items, run, on_progress)
        with store.transaction():
            kept = keep(store, rulings, who=who, now=datetime.now(UTC))
            unsettle(store, kept.ids)
            for trouble in kept.troubles:
                on_trouble(trouble)
        _read_all(store, read, model, run, on_progress)
        on_progress(Progress(stage="reconciling", done=0, total=None, document=""))
        with store.transaction():
            reconcile(store)
            return finish_run(store, run, given=given, now=datetime.now(UTC))


def _take_in_all(
    store: Store, items: Iterable[Document | Unread], run: int, on_progress: Callable[[Progress], None]
) -> set[str]:
    """Writes all `items`; the ids of those that are documents."""
    given: set[str] = set()
    with _batches(store) as step:
        for done, item in enumerate(items, start=1):
            document = take_in(store, item, run)
            if document is not None:
                given.add(document)
            step()
            on_progress(Progress(stage="taking in", done=done, total=None, document=document or item.origin))
    return given


def _read_all(store: Store, read: Read, model: str, run: int, on_progress: Callable[[Progress], None]) -> None:
    """Reads every document of the record that has no reading of its version by `model`."""
    keys = _to_read(store, model)
    if not keys:
        # Asked for nothing, a reader may still load its model, which takes longer than all the rest.
        return
    with _batches(store) as step:
        for done, reading in enumerate(readings(read, _documents(store, keys)), start=1):
            write_reading(store, reading, key=keys[reading.id], model=model, run=run)
            step()
            on_progress(Progress(stage="reading", done=done, total=len(keys), document=reading.id))


def _to_read(store: Store, model: str) -> dict[str, str]:
    """The ids of the documents to read, each with the key of the reading that it lacks."""
    rows = store.rows(
        "SELECT id, version, coalesce(key, '') AS key FROM documents LEFT JOIN readings ON document = id "
        "WHERE documents.unread = '' ORDER BY id"
    )
    wanted = {row["id"]: reading_key(row["version"], model) for row in rows}
    return {row["id"]: wanted[row["id"]] for row in rows if wanted[row["id"]] != row["key"]}


def _documents(store: Store, ids: Iterable[str]) -> Iterator[Document]:
    for identity in ids:
        row = store.row("SELECT * FROM documents WHERE id = ?", (identity,))
        if row is not None:
            yield document_of(row)


@contextmanager
def _batches(store: Store) -> Iterator[Callable[[], None]]:
    """Small transactions one after the other: call what is handed out after each document."""
    store.begin()
    done, began = 0, time.monotonic()

    def step() -> None:
        nonlocal done, began
        done += 1
        if done >= BATCH_DOCUMENTS or time.monotonic() - began >= BATCH_S:
            store.commit()
            store.begin()
            done, began = 0, time.monotonic()

    try:
        yield step
        store.commit()
    except BaseException:
        store.roll_back()
        raise
