"""Which part of the record is being settled: whole stories, as two temporary tables that queries join."""

from collections.abc import Iterable

from onrecord.record.store import Store


def set_scope(store: Store, documents: Iterable[str], *, gone: Iterable[str] = ()) -> None:
    """Makes `scope` (document, story) hold `documents`, which make up whole stories, and `scope_stories` (story) these.

    `gone`: stories that these documents, or some that left them, belonged to before.
    """
    store.execute("CREATE TEMP TABLE IF NOT EXISTS scope (document TEXT PRIMARY KEY, story TEXT NOT NULL)")
    store.execute("CREATE TEMP TABLE IF NOT EXISTS scope_stories (story TEXT PRIMARY KEY)")
    store.execute("DELETE FROM scope")
    store.execute("DELETE FROM scope_stories")
    store.execute_each(
        "INSERT INTO scope SELECT id, story FROM documents WHERE id = ?", [(document,) for document in documents]
    )
    store.execute("INSERT INTO scope_stories SELECT DISTINCT story FROM scope")
    store.execute_each("INSERT OR IGNORE INTO scope_stories VALUES (?)", [(story,) for story in gone])
