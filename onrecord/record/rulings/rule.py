"""Making rulings, with all that follows from them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from onrecord.errors import RulingError
from onrecord.record.facts import write_again
from onrecord.record.reconcile import reconcile
from onrecord.record.rulings.actors import IDLE
from onrecord.record.rulings.entry import Ruling, RulingEntry, RulingKind
from onrecord.record.rulings.keep import Kept, keep, take_back
from onrecord.record.rulings.select import parted_in, resting_on, select_rulings
from onrecord.record.rulings.settle import unsettle
from onrecord.record.store import WAIT_S, Row, Store

# What changes nothing but what is shown.
_SHOWN_ONLY = frozenset({RulingKind.REJECT, RulingKind.PIN, RulingKind.RENAME})
_IDLE = {
    RulingKind.MERGE: "they are one already",
    RulingKind.SPLIT: "no document has that part by itself (for a name within an article, give both)",
}


class Ruled(msgspec.Struct, frozen=True):
    """The rulings that were made or taken back, and a line for each that could not be."""

    rulings: tuple[RulingEntry, ...]
    troubles: tuple[str, ...]


def rule(path: Path, rulings: Iterable[Ruling], *, who: str, wait_s: float = WAIT_S) -> Ruled:
    """Keeps `rulings` in the record at `path` and settles it by them; nothing is read anew.

    A ruling that names nothing, changes nothing or contradicts one that stands is left out, with a line that says so.
    Raises `RecordError` where the file cannot be written.
    """
    with Store.writing(path, wait_s=wait_s) as store, store.transaction():
        before = _rows(store)
        kept = keep(store, rulings, who=who, now=datetime.now(UTC))
        kept = _settled(store, kept, before)
        entries = {entry.id: entry for entry in select_rulings(store)}
        return Ruled(tuple(entries[identity] for identity in dict.fromkeys(kept.ids)), kept.troubles)


def undo(path: Path, identity: str, *, who: str, wait_s: float = WAIT_S) -> RulingEntry:
    """Takes the ruling with that id back. Raises `RulingError` where none such stands, or another rests on it."""
    with Store.writing(path, wait_s=wait_s) as store, store.transaction():
        if resting := resting_on(store, identity):
            # Without the split, a merge of its part would join all of both actors.
            raise RulingError(f"{', '.join(resting)} speaks of what it split off", hint="Undo that first.")
        kind = take_back(store, identity, who=who, now=datetime.now(UTC))
        if kind not in _SHOWN_ONLY:
            _write_parts_again(store, [identity])
            unsettle(store, [identity])
            reconcile(store)
        [entry] = select_rulings(store, "id = ?", (identity,))
        return entry


def _settled(store: Store, kept: Kept, before: dict[str, Row]) -> Kept:
    """Settles the record by what was kept, without what changes nothing or contradicts what stood."""
    new = [identity for identity in dict.fromkeys(kept.ids) if _changed(store, identity, before)]
    troubles = list(kept.troubles)
    if not any(RulingKind(row["kind"]) not in _SHOWN_ONLY for row in _some(store, new)):
        return kept
    _write_parts_again(store, new)
    unsettle(store, new)
    while True:
        reconcile(store)
        wrong = _wrong(store, new, before)
        if not wrong:
            break
        for identity, line in wrong.items():
            troubles.append(line)
            documents = parted_in(store, [identity])
            unsettle(store, [identity])
            _put_back(store, identity, before)
            for document in documents:
                write_again(store, document)
        new = [identity for identity in new if identity not in wrong]
    left = _rows(store)
    ids = tuple(each for each in kept.ids if each in new or (each in before and each in left))
    return Kept(ids, tuple(troubles))


def _write_parts_again(store: Store, rulings: list[str]) -> None:
    """What follows from the readings in which `rulings` tell somebody apart."""
    for document in parted_in(store, rulings):
        write_again(store, document)


def _wrong(store: Store, new: list[str], before: dict[str, Row]) -> dict[str, str]:
    """Those of `new` that must go, with the reason."""
    wrong: dict[str, str] = {}
    for row in _rows(store).values():
        trouble = row["trouble"]
        if row["undone"] or not trouble or (row["id"] in before and before[row["id"]]["trouble"] == trouble):
            continue
        if row["id"] in new:
            why = _IDLE[row["kind"]] if trouble == IDLE else f"{trouble} says otherwise; undo that first"
            wrong[row["id"]] = f"{_words(row)}: {why}"
        elif trouble in new:
            [other] = _some(store, [trouble])
            wrong[trouble] = f"{_words(other)}: {row['id']} says otherwise; undo that first"
    return wrong


def _words(row: Row) -> str:
    return f"{row['kind']} {row['about']}"


def _changed(store: Store, identity: str, before: dict[str, Row]) -> bool:
    [row] = _some(store, [identity])
    return identity not in before or tuple(before[identity]) != tuple(row)


def _put_back(store: Store, identity: str, before: dict[str, Row]) -> None:
    store.execute("DELETE FROM rulings WHERE id = ?", (identity,))
    if identity in before:
        row = before[identity]
        marks = ", ".join("?" * len(row.keys()))
        store.execute(f"INSERT INTO rulings ({', '.join(row.keys())}) VALUES ({marks})", tuple(row))


def _rows(store: Store) -> dict[str, Row]:
    return {row["id"]: row for row in store.rows("SELECT * FROM rulings ORDER BY ruled, id")}


def _some(store: Store, ids: list[str]) -> list[Row]:
    return [row for identity in ids for row in store.rows("SELECT * FROM rulings WHERE id = ?", (identity,))]
