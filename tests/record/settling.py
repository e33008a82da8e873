"""Settling a whole record anew, as if nothing of it had been settled before."""

import sqlite3
from pathlib import Path

from onrecord.record.reconcile import reconcile
from onrecord.record.store import Store


def settle_anew(path: Path) -> None:
    """Settles every document of the record at `path`; which story each is in stays, as that has a history."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE documents SET settled = 0")
    connection.close()
    with Store.writing(path) as store, store.transaction():
        reconcile(store)
