"""The keys of all documents as they are kept in the store, added to and taken from."""

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from onrecord.record.keys import short_hash
from onrecord.record.store import Row, Store

Keys = npt.NDArray[np.int64]

# Rows that are written together: what bounds the memory.
ROWS = 100_000


def number_of(document: str) -> int:
    """What stands for `document` among keys: 63 bits of a hash, the same in every record."""
    return int.from_bytes(blake2b(document.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def copy_id(*documents: str) -> str:
    """The id of the entry for two documents, in whatever order, or for what one says of itself."""
    return "k-" + short_hash(*sorted(documents))


def put(store: Store, document: str, version: str, keys: list[int]) -> None:
    """Writes the fingerprint of `document`; what `put_keys` writes belongs to it."""
    store.execute(
        "INSERT INTO fingerprints (number, document, version, keys) VALUES (?, ?, ?, ?)",
        (number_of(document), document, version, np.array(keys, dtype="<i8").tobytes()),
    )


def put_keys(store: Store, fingerprints: Mapping[str, Keys]) -> None:
    """Writes the keys of documents, by their ids: in order, so that each page of the table is touched once."""
    if not fingerprints:
        return
    keys = np.concatenate(list(fingerprints.values()))
    numbers = np.repeat([number_of(each) for each in fingerprints], [len(own) for own in fingerprints.values()])
    order = np.lexsort((numbers, keys))
    for start in range(0, len(order), ROWS):
        part = order[start : start + ROWS]
        store.execute_each(
            "INSERT INTO fingerprint_keys (key, number) VALUES (?, ?)",
            list(zip(keys[part].tolist(), numbers[part].tolist(), strict=True)),
        )


def take(store: Store, number: int) -> list[int]:
    """Removes the fingerprint with that number; its keys."""
    row = store.row("SELECT keys FROM fingerprints WHERE number = ?", (number,))
    keys = keys_in(row) if row else []
    store.execute_each("DELETE FROM fingerprint_keys WHERE key = ? AND number = ?", [(key, number) for key in keys])
    store.execute("DELETE FROM fingerprints WHERE number = ?", (number,))
    return keys


def keys_in(row: Row) -> list[int]:
    """The keys of a row of `fingerprints`."""
    found: list[int] = key_array(row).tolist()
    return found


def key_array(row: Row) -> Keys:
    """The same as an array of shape `(keys,)`."""
    return np.frombuffer(row["keys"], dtype="<i8")


def sharing(store: Store, key: int, limit: int) -> list[int]:
    """The numbers of the documents that have `key`, the `limit` least."""
    rows = store.rows("SELECT number FROM fingerprint_keys WHERE key = ? ORDER BY number LIMIT ?", (key, limit))
    return [row["number"] for row in rows]
