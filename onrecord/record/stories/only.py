"""Looking at one story alone: everything that reads the record then reads nothing else."""

from onrecord.errors import RecordError
from onrecord.record.store import Store
from onrecord.record.stories.select import story_ids

_DOCUMENTS = "SELECT id FROM main.documents WHERE story = '{story}'"
# What has neither a story nor a document of its own.
_OTHERS = {
    "actors": "id IN (SELECT actor FROM main.members WHERE document IN ({documents}))",
    "aliases": "actor IN (SELECT actor FROM main.members WHERE document IN ({documents}))",
    "stories": "id = '{story}'",
    # Of two articles in two stories, one alone shows nothing.
    "copies": "first IN ({documents}) AND (second IS NULL OR second IN ({documents}))",
}


def only(store: Store, named: str) -> None:
    """Makes `store`, open for reading, hold the story of that id or name alone, until it is closed.

    Views in the place of its tables leave the rest out; what is counted over the whole record, such as in how many
    documents an actor is, stays what it was. Raises `RecordError` where no story, or more than one, goes by that name.
    """
    found = story_ids(store, named)
    if len(found) != 1:
        what = "no story" if not found else f"{len(found)} stories"
        raise RecordError(
            f"{what} called {named!r}", where=str(store.path), hint=f"List them: onrecord stories {store.path}"
        )
    [story] = found
    documents = _DOCUMENTS.format(story=story)
    store.execute("PRAGMA query_only = OFF")
    for table, condition in _conditions(store, story, documents).items():
        store.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {condition}")
    store.execute("PRAGMA query_only = ON")


def _conditions(store: Store, story: str, documents: str) -> dict[str, str]:
    """What is true of the rows of each table that are of the story."""
    columns: dict[str, set[str]] = {}
    for row in store.rows(
        "SELECT tables.name AS name, columns.name AS column FROM main.sqlite_master AS tables, "
        "pragma_table_info(tables.name) AS columns "
        "WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%'"
    ):
        columns.setdefault(row["name"], set()).add(row["column"])
    conditions: dict[str, str] = {}
    for table, names in columns.items():
        if table in _OTHERS:
            conditions[table] = _OTHERS[table].format(story=story, documents=documents)
        elif "story" in names and table != "story_words":
            conditions[table] = f"story = '{story}'"
        elif "document" in names:
            conditions[table] = f"document IN ({documents})"
    return conditions
