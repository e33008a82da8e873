"""Reading rulings out of the store: for what is settled, and for people."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

import msgspec

from onrecord.interval import Interval
from onrecord.record.rulings.actors import IDLE, SPLIT, Merge, Split
from onrecord.record.rulings.entry import Anchor, Part, RulingEntry, RulingKind, days_of, items
from onrecord.record.rulings.keep import overruled
from onrecord.record.rulings.named import has_document, has_entry, has_story, member
from onrecord.record.selections import as_list
from onrecord.record.store import Row, Store, Values

_BECAUSE = re.compile(r"\((u-\w+)\)")
_LATEST = "SELECT target, value, max(ruled || id) FROM rulings WHERE undone = '' AND kind = ? GROUP BY target"


def ruled_dates(store: Store) -> dict[str, Interval]:
    """When documents were published as users say, by the ids of the documents."""
    return {row["target"]: days_of(row["value"]) for row in store.rows(_LATEST, ("date",))}


def names(store: Store) -> dict[str, str]:
    """What users call stories, by the ids of the stories."""
    return {row["target"]: row["value"] for row in store.rows(_LATEST, ("rename",))}


def pinned(store: Store) -> list[str]:
    """The ids of the entries that users pinned, those pinned first at first."""
    rows = store.rows(
        "SELECT verdicts.id FROM verdicts JOIN rulings ON target = verdicts.id AND rulings.kind = 'pin' "
        "WHERE verdicts.kind = 'pin' AND undone = '' ORDER BY ruled, verdicts.id"
    )
    return [row["id"] for row in rows]


def of_actors(store: Store) -> list[Merge | Split]:
    """The merges and splits that stand, in the order in which they are applied: by time, splits first."""
    rows = store.rows(
        "SELECT * FROM rulings WHERE kind IN ('merge', 'split') AND undone = '' ORDER BY ruled, kind DESC, id"
    )
    return [_of_actors(row) for row in rows]


def select_rulings(store: Store, condition: str = "1", values: Values = ()) -> list[RulingEntry]:
    """The rulings that fulfil `condition`, the oldest first."""
    rows = store.rows(f"SELECT * FROM rulings WHERE {condition} ORDER BY ruled, kind DESC, id", values)
    return [_entry(store, row) for row in rows]


def rulings_on(store: Store, entry: str) -> list[RulingEntry]:
    """What stands on the entry with that id: its rejection or pin; of an actor, the merges and splits."""
    because = [row["because"] for row in store.rows("SELECT DISTINCT because FROM members WHERE actor = ?", (entry,))]
    ids = [ruling for each in because for ruling in _BECAUSE.findall(each)]
    condition = "undone = '' AND ((kind IN ('reject', 'pin') AND target = ?) OR id IN (SELECT value FROM json_each(?)))"
    return [each for each in select_rulings(store, condition, (entry, as_list(ids))) if not each.trouble]


def ruled_actors(store: Store, ruling: str) -> list[str]:
    """The ids of the actors that the merge or split with that id speaks of, as they are now; the part comes last."""
    rows = store.rows("SELECT * FROM rulings WHERE id = ?", (ruling,))
    found = [each["actor"] for row in rows for group in _anchors(row) if (each := member(store, group)) is not None]
    part = store.rows(
        "SELECT DISTINCT actor FROM members WHERE instr(because, ?) OR substr(local, -length(?)) = ?",
        (SPLIT.format(ruling), ruling, ruling),
    )
    return [actor for actor in dict.fromkeys([*found, *(each["actor"] for each in part)]) if actor]


def resting_on(store: Store, ruling: str) -> list[str]:
    """The ids of the merges and splits that speak of the part that the split with that id took out."""
    found = []
    for row in store.rows("SELECT * FROM rulings WHERE kind IN ('merge', 'split') AND undone = '' ORDER BY ruled, id"):
        members = [member(store, group) for group in _anchors(row)]
        parts = [each for each in members if each is not None and row["id"] != ruling]
        if any(SPLIT.format(ruling) in each["because"] or each["local"].endswith(ruling) for each in parts):
            found.append(row["id"])
    return found


def parted_in(store: Store, rulings: Iterable[str]) -> list[str]:
    """The documents in which those of `rulings` that are splits may tell a name apart (`parting.with_parts`)."""
    rows = store.rows(
        "SELECT value FROM rulings WHERE kind = 'split' AND id IN (SELECT value FROM json_each(?))",
        (as_list(list(rulings)),),
    )
    parts = [part for row in rows if (part := Part.of(row["value"])).names]
    return sorted({document for part in parts for document in part.documents})


class Places(NamedTuple):
    """What a merge or split is about: the documents' own `actors` that it names, and all its `documents`."""

    actors: tuple[tuple[str, str], ...]
    documents: frozenset[str]


def places_of_actors(store: Store, *, but: Collection[str] = ()) -> dict[str, Places]:
    """Where the merges and splits that stand find their actors, by the ids of the rulings, without those of `but`."""
    found: dict[str, Places] = {}
    for row in store.rows("SELECT * FROM rulings WHERE kind IN ('merge', 'split') AND undone = '' ORDER BY id"):
        if row["id"] in but:
            continue
        groups = _anchors(row)
        rows = [each for group in groups if (each := member(store, group)) is not None]
        parts = Part.of(row["value"]).documents if row["kind"] == RulingKind.SPLIT else ()
        rows += store.rows(
            "SELECT document, local FROM members WHERE document IN (SELECT value FROM json_each(?)) "
            "AND local LIKE '%-' || ?",
            (as_list(list(parts)), row["id"]),
        )
        found[row["id"]] = Places(tuple((each["document"], each["local"]) for each in rows), _documents(row))
    return found


def touched(store: Store, ruling: str) -> list[str]:
    """The documents that the merge, split or date with that id names, in order; none for a ruling of another kind.

    To be settled again when the ruling is made or undone, with all whom their actors may be.
    """
    [row] = store.rows("SELECT * FROM rulings WHERE id = ?", (ruling,))
    match RulingKind(row["kind"]):
        case RulingKind.DATE:
            return [row["target"]]
        case RulingKind.MERGE | RulingKind.SPLIT:
            return sorted(_documents(row))
        case _:
            return []


def _documents(row: Row) -> frozenset[str]:
    parts = Part.of(row["value"]).documents if row["kind"] == RulingKind.SPLIT else ()
    return frozenset([*(anchor.document for group in _anchors(row) for anchor in group), *parts])


def _of_actors(row: Row) -> Merge | Split:
    anchors = _anchors(row)
    if row["kind"] == RulingKind.MERGE:
        return Merge(row["id"], anchors)
    return Split(row["id"], anchors[0], Part.of(row["value"]))


def _anchors(row: Row) -> tuple[tuple[Anchor, ...], ...]:
    groups = msgspec.json.decode(row["anchors"], type=tuple[tuple[str, ...], ...])
    return tuple(tuple(anchor for text in group if (anchor := Anchor.of(text))) for group in groups)


def _entry(store: Store, row: Row) -> RulingEntry:
    kind = RulingKind(row["kind"])
    return RulingEntry(
        id=row["id"],
        kind=kind,
        targets=items(row["target"]) if kind is RulingKind.MERGE else (row["target"],),
        value=row["value"],
        about=row["about"],
        who=row["who"],
        ruled=datetime.fromisoformat(row["ruled"]),
        why=row["why"],
        undone=datetime.fromisoformat(row["undone"]) if row["undone"] else None,
        undone_by=row["undone_by"],
        trouble="" if row["undone"] else _trouble(store, row, kind),
    )


def _trouble(store: Store, row: Row, kind: RulingKind) -> str:
    if later := overruled(store, row):
        return f"{later} says otherwise, and is later"
    if not _points_at_something(store, row, kind):
        return "points at nothing now"
    if row["trouble"] == IDLE:
        return "is so without it"
    return f"contradicts {row['trouble']}" if row["trouble"] else ""


def _points_at_something(store: Store, row: Row, kind: RulingKind) -> bool:
    match kind:
        case RulingKind.MERGE | RulingKind.SPLIT:
            return all(member(store, group) is not None for group in _anchors(row))
        case RulingKind.DATE:
            return has_document(store, row["target"])
        case RulingKind.RENAME:
            return has_story(store, row["target"])
        case _:
            return has_entry(store, row["target"])
