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
        for document in _unmarked(store, each):
            asking.setdefault(document, []).append(each)
    for document in sorted(asking):
        row = store.row("SELECT reading, text FROM readings JOIN documents ON id = document WHERE id = ?", (document,))
        if row is not None:
            bare = msgspec.json.decode(row["reading"], type=Reading)
            reading = with_parts(store, msgspec.structs.replace(bare, text=row["text"]))
            rows = store.rows("SELECT id FROM statements WHERE document = ? ORDER BY position", (document,))
            for each in asking[document]:
                _write(store, each, reading, [row["id"] for row in rows])


def _unmarked(store: Store, wanted: Gleaned) -> list[str]:
    rows = store.rows(
        "SELECT scope.document FROM scope JOIN readings USING (document) WHERE NOT EXISTS "
        f"(SELECT 1 FROM {wanted.marks} AS marks WHERE marks.document = scope.document AND method = ?)",
        (wanted.method,),
    )
    return [row["document"] for row in rows]


def _write(store: Store, wanted: Gleaned, reading: Reading, statements: list[str]) -> None:
    store.execute(
        f"INSERT OR REPLACE INTO {wanted.marks} (document, method) VALUES (?, ?)", (reading.id, wanted.method)
    )
    store.execute(f"DELETE FROM {wanted.table} WHERE document = ?", (reading.id,))
    columns = ", ".join(f'"{column}"' for column in wanted.columns)
    store.execute_each(
        f"INSERT INTO {wanted.table} ({columns}) VALUES ({', '.join('?' * len(wanted.columns))})",
        list(wanted.rows(reading, statements)),
    )
