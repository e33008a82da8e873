"""Which part of the record is being settled: whole stories, as two temporary tables that queries join."""

from collections.abc import Collection, Iterator

from onrecord.record.copies.entry import COPIES
from onrecord.record.selections import as_list
from onrecord.record.store import Store

# So many documents at a time are settled together, if no story has more: what bounds the memory.
CHUNK = 1000

# Documents that are not settled, with all that are copies of theirs, and undated ones that share something with them.
_UNSETTLED_STORIES = """
    WITH RECURSIVE
    unsettled (id) AS (
        SELECT id FROM documents WHERE settled = 0
        UNION SELECT second FROM unsettled JOIN copy_pairs ON first = id WHERE kind IN (SELECT value FROM json_each(?1))
        UNION SELECT first FROM unsettled JOIN copy_pairs ON second = id WHERE kind IN (SELECT value FROM json_each(?1))
    ),
    beside (id) AS (
        SELECT second FROM documents JOIN copy_pairs ON first = id WHERE settled = 0
        UNION SELECT first FROM documents JOIN copy_pairs ON second = id WHERE settled = 0
    )
    SELECT story, count(*) AS size FROM documents WHERE story IN (
        SELECT story FROM unsettled JOIN documents USING (id)
        UNION SELECT story FROM beside JOIN documents USING (id) WHERE stated_latest IS NULL AND stated_earliest IS NULL
    ) GROUP BY story ORDER BY story
"""


def unsettled_parts(store: Store, gone: Collection[str]) -> Iterator[list[str]]:
    """The stories to settle anew, in parts to be settled one after the other; those that are `gone` come last."""
    kinds = as_list([kind.value for kind in COPIES])
    part: list[str] = []
    documents = 0
    for row in store.rows(_UNSETTLED_STORIES, (kinds,)):
        if part and documents + row["size"] > CHUNK:
            yield part
            part, documents = [], 0
        part.append(row["story"])
        documents += row["size"]
    # Last, so that an entry which goes on in another story is there already and keeps the run that first saw it.
    part += sorted(gone)
    if part:
        yield part


def set_scope(store: Store, stories: Collection[str]) -> None:
    """Makes `scope` (document, story) hold the documents of `stories`, and `scope_stories` (story) hold these."""
    store.execute("CREATE TEMP TABLE IF NOT EXISTS scope (document TEXT PRIMARY KEY, story TEXT NOT NULL)")
    store.execute("CREATE TEMP TABLE IF NOT EXISTS scope_stories (story TEXT PRIMARY KEY)")
    store.execute("DELETE FROM scope")
    store.execute("DELETE FROM scope_stories")
    store.execute_each("INSERT INTO scope_stories VALUES (?)", [(story,) for story in stories])
    store.execute("INSERT INTO scope SELECT id, story FROM documents WHERE story IN (SELECT story FROM scope_stories)")
    # Without its size, SQLite goes through the record and asks for each row whether it is in the scope.
    store.execute("ANALYZE temp.scope")
