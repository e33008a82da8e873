"""Going once through each reading for what features ask of single documents."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.reading.schema import Reading
from onrecord.record.rulings.parting import with_parts
from onrecord.record.store import Store, Value


@dataclass(frozen=True, slots=True)
class Gleaned:
    """What a feature keeps of a reading: the `columns` of `rows` in `table`, which has a column `document`.

    `rows` gets the reading and the ids of its statements, in order. `marks` (document, method) is the table of the
    documents that were gone through by `method`; whatever replaces a reading must take its mark away
    (`facts.OF_A_DOCUMENT`).
    """

    table: str
    marks: str
    method: str
    columns: tuple[str, ...]
    rows: Callable[[Reading, list[str]], Iterable[tuple[Value, ...]]]


def glean(store: Store, wanted: Sequence[Gleaned]) -> None:
    """Makes the tables of `wanted` hold what every reading in the scope has of them; call within a transaction.

    Readings are as users rule that they are; each is fetched once, whoever asks for it.
    """
    asking: dict[str, list[Gleaned]] = {}
    for each in wanted:
        documents = _unmarked(store, each)
        _mark(store, each, documents)
        for document in documents:
            asking.setdefault(document, []).append(each)
    found: dict[str, list[tuple[Value, ...]]] = {each.table: [] for each in wanted}
    for document in sorted(asking):
        row = store.row("SELECT reading, text FROM readings JOIN documents ON id = document WHERE id = ?", (document,))
        if row is not None:
            bare = msgspec.json.decode(row["reading"], type=Reading)
            reading = with_parts(store, msgspec.structs.replace(bare, text=row["text"]))
            rows = store.rows("SELECT id FROM statements WHERE document = ? ORDER BY position", (document,))
            statements = [row["id"] for row in rows]
            for each in asking[document]:
                found[each.table] += each.rows(reading, statements)
    for each in wanted:
        _write(store, each, found[each.table])


def _unmarked(store: Store, wanted: Gleaned) -> list[str]:
    rows = store.rows(
        "SELECT scope.document FROM scope JOIN readings USING (document) WHERE NOT EXISTS "
        f"(SELECT 1 FROM {wanted.marks} AS marks WHERE marks.document = scope.document AND method = ?)",
        (wanted.method,),
    )
    return [row["document"] for row in rows]


def _mark(store: Store, wanted: Gleaned, documents: Sequence[str]) -> None:
    """Notes that `documents` were gone through, and forgets what was found in them by another method."""
    store.execute_each(
        f"INSERT OR REPLACE INTO {wanted.marks} (document, method) VALUES (?, ?)",
        [(document, wanted.method) for document in documents],
    )
    store.execute_each(f"DELETE FROM {wanted.table} WHERE document = ?", [(document,) for document in documents])


def _write(store: Store, wanted: Gleaned, rows: list[tuple[Value, ...]]) -> None:
    columns = ", ".join(f'"{column}"' for column in wanted.columns)
    marks = ", ".join("?" * len(wanted.columns))
    store.execute_each(f"INSERT INTO {wanted.table} ({columns}) VALUES ({marks})", rows)
