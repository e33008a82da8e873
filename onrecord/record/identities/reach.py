"""How far what is new reaches: the actors of documents that must be settled together with it."""

from collections.abc import Collection

import msgspec

from onrecord.reading.schema import Kind
from onrecord.record.clusters import LocalActor
from onrecord.record.identities.keys import UNNAMED, keys_of
from onrecord.record.rulings.select import places_of_actors
from onrecord.record.store import Row, Store, Value

_TABLES = (
    "touched_keys (key TEXT PRIMARY KEY)",
    "touched_members (document TEXT NOT NULL, local TEXT NOT NULL, PRIMARY KEY (document, local)) WITHOUT ROWID",
    "former_actors (id TEXT PRIMARY KEY)",
)
_UNSETTLED = "document IN (SELECT id FROM documents WHERE settled = 0)"


def reach(store: Store) -> set[str]:
    """Fills `touched_members` (document, local) with whom unsettled documents name and all who may be one of them.

    Notes in `former_actors` (id) what such documents' own actors were settled to be before, and writes the keys of
    their names. The ids of the rulings on actors that must be applied to them.
    """
    for table in _TABLES:
        store.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table}")
        store.execute(f"DELETE FROM {table.split()[0]}")
    store.execute(f"INSERT INTO former_actors SELECT DISTINCT actor FROM name_keys WHERE {_UNSETTLED} AND actor <> ''")
    _touch_keys(store, f"SELECT key FROM name_keys WHERE {_UNSETTLED}")
    _write_keys(store)
    _touch_keys(store, f"SELECT key FROM name_keys WHERE {_UNSETTLED}")
    _touch_members(store, f"SELECT document, local FROM members WHERE {_UNSETTLED}")
    # Whom only a ruling made one with somebody who is gone now, too.
    of_former = (
        "FROM former_actors JOIN members ON members.actor = former_actors.id JOIN name_keys USING (document, local)"
    )
    _touch_keys(store, f"SELECT key {of_former}")
    _touch_members(store, f"SELECT DISTINCT document, local {of_former} WHERE key = '{UNNAMED}'")
    rulings: set[str] = set()
    while new := _reached(store, rulings):
        rulings |= new
    store.execute("ANALYZE temp")
    return rulings


def _reached(store: Store, known: Collection[str]) -> set[str]:
    """Follows names and the rulings on their actors; the rulings that were not `known` to be reached."""
    _follow(store)
    found = places_of_actors(store, but=known)
    reached = {ruling for ruling, places in found.items() if any(_is_touched(store, *place) for place in places.actors)}
    for ruling in sorted(reached):
        for document in sorted(found[ruling].documents):
            of_document = "FROM name_keys WHERE document = ?"
            _touch_members(store, f"SELECT DISTINCT document, local {of_document}", document)
            _touch_keys(store, f"SELECT key {of_document}", document)
    return reached


def _is_touched(store: Store, document: str, local: str) -> bool:
    row = store.row("SELECT 1 FROM touched_members WHERE document = ? AND local = ?", (document, local))
    return row is not None


def _follow(store: Store) -> None:
    """Adds who has a touched key, and their other keys, until there is nothing to add."""
    store.execute(
        "WITH RECURSIVE reached (key) AS (SELECT key FROM touched_keys UNION "
        "SELECT theirs.key FROM reached JOIN name_keys AS one ON one.key = reached.key AND one.several "
        "JOIN name_keys AS theirs ON theirs.document = one.document AND theirs.local = one.local) "
        "INSERT OR IGNORE INTO touched_keys SELECT key FROM reached"
    )
    _touch_members(store, "SELECT document, local FROM touched_keys JOIN name_keys USING (key) WHERE key <> ''")


def _touch_keys(store: Store, select: str, *values: Value) -> None:
    store.execute(f"INSERT OR IGNORE INTO touched_keys SELECT key FROM ({select}) WHERE key <> '{UNNAMED}'", values)


def _touch_members(store: Store, select: str, *values: Value) -> None:
    store.execute(f"INSERT OR IGNORE INTO touched_members {select}", values)


def _write_keys(store: Store) -> None:
    """Puts the keys of the actors of unsettled documents in the place of those that were there."""
    rows: list[tuple[Value, ...]] = []
    for row in store.rows(f"SELECT document, local, name, kind, names, actor FROM members WHERE {_UNSETTLED}"):
        keys = _keys(row)
        rows += [(key, row["document"], row["local"], int(len(keys) > 1), row["actor"] or "") for key in keys]
    store.execute(f"DELETE FROM name_keys WHERE {_UNSETTLED}")
    store.execute_each("INSERT INTO name_keys (key, document, local, several, actor) VALUES (?, ?, ?, ?, ?)", rows)


def _keys(row: Row) -> list[str]:
    """Those of a row of `members`."""
    if row["names"] == "{}":
        return [UNNAMED]
    names = msgspec.json.decode(row["names"], type=dict[str, int])
    return sorted(keys_of(LocalActor(row["document"], row["local"], 0, row["name"], Kind(row["kind"]), names=names)))
