"""Which entry of a record users mean by what they type."""

from difflib import get_close_matches

from onrecord.errors import RecordError
from onrecord.record.entries import ActorEntry
from onrecord.record.names import alias_key
from onrecord.record.selections import select_actors
from onrecord.record.store import Store

# How many of the actors who share a name an error lists.
SHOWN = 5


def actors_called(store: Store, name: str) -> list[ActorEntry]:
    """The actors whom the coverage calls `name`, whatever its case, diacritics; for a surname all who bear it."""
    key = alias_key(name)
    called = select_actors(store, "id IN (SELECT actor FROM aliases WHERE key = ?)", (key,))
    if not key or (called and " " in key):
        return called
    bearers = "kind = 'person' AND substr(key, -length(:key) - 1) = ' ' || :key"
    return select_actors(
        store,
        f"id IN (SELECT actor FROM aliases JOIN actors ON id = actor WHERE key = :key OR ({bearers}))",
        {"key": key},
    )


def actor_called(store: Store, asked: str) -> str:
    """The id of the one actor who has the id or the name `asked`. Raises `RecordError` where it is not exactly one."""
    if store.row("SELECT 1 FROM actors WHERE id = ?", (asked,)):
        return asked
    called = actors_called(store, asked)
    if len(called) == 1:
        return called[0].id
    if not called:
        keys = [row["key"] for row in store.rows("SELECT DISTINCT key FROM aliases ORDER BY key")]
        close = [actors_called(store, key)[0].name for key in get_close_matches(alias_key(asked), keys)]
        hint = f"Did you mean {' or '.join(dict.fromkeys(close))}?" if close else "`onrecord actors` lists who is."
        raise RecordError(f"nobody is called {asked!r} in it", where=str(store.path), hint=hint)
    listed = "; ".join(f"{actor.id} {actor.name}, {_told_apart(actor)}" for actor in called[:SHOWN])
    more = f"; and {len(called) - SHOWN} more" if len(called) > SHOWN else ""
    raise RecordError(
        f"{len(called)} actors are called {asked!r}", where=str(store.path), hint=f"Give one's id: {listed}{more}"
    )


def documents_called(store: Store, named: str) -> list[str]:
    """The ids of the documents that `named` can mean: the one of that id, else those of that address or file."""
    if store.row("SELECT 1 FROM documents WHERE id = ?", (named,)):
        return [named]
    rows = store.rows(
        "SELECT id FROM documents WHERE url = :named UNION SELECT document FROM origins "
        "WHERE origin = :named OR substr(origin, -length(:named) - 1) IN ('/' || :named, '\\' || :named) "
        # A line of a file, "rows.jsonl:3", is of the file.
        "OR (substr(origin, 1, length(:named) + 1) = :named || ':') OR instr(origin, '/' || :named || ':') "
        "ORDER BY 1",
        {"named": named},
    )
    return [row["id"] for row in rows]


def _told_apart(actor: ActorEntry) -> str:
    return actor.titles[0] if actor.titles else f"in {actor.documents} document{'s' * (actor.documents != 1)}"
