"""Going once through each reading for what a feature asks of single documents."""

from collections.abc import Iterator

import msgspec

from onrecord.reading.schema import Reading
from onrecord.record.rulings.parting import with_parts
from onrecord.record.store import Store


def unread_for(store: Store, marks: str, method: str) -> Iterator[tuple[Reading, list[str]]]:
    """The readings in the scope that the table `marks` (document, method) does not hold, with their statements' ids.

    Readings are as users rule that they are. Each document is marked as it is yielded; whatever replaces a reading
    must take its mark away (`facts.OF_A_DOCUMENT`). Call within a transaction.
    """
    documents = [
        row["document"]
        for row in store.rows(
            "SELECT scope.document FROM scope JOIN readings USING (document) "
            f"WHERE NOT EXISTS (SELECT 1 FROM {marks} WHERE {marks}.document = scope.document AND method = ?) "
            "ORDER BY scope.document",
            (method,),
        )
    ]
    for document in documents:
        row = store.row("SELECT reading, text FROM readings JOIN documents ON id = document WHERE id = ?", (document,))
        if row is not None:
            bare = msgspec.json.decode(row["reading"], type=Reading)
            reading = with_parts(store, msgspec.structs.replace(bare, text=row["text"]))
            statements = store.rows("SELECT id FROM statements WHERE document = ? ORDER BY position", (document,))
            store.execute(f"INSERT OR REPLACE INTO {marks} (document, method) VALUES (?, ?)", (document, method))
            yield reading, [each["id"] for each in statements]
