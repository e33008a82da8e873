"""Writing rulings into the record, and taking them back."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from onrecord.errors import RulingError
from onrecord.record.keys import ruling_id
from onrecord.record.rulings.entry import Ruling, RulingKind
from onrecord.record.rulings.named import Named, named
from onrecord.record.store import Row, Store

ORDERED = frozenset({RulingKind.MERGE, RulingKind.SPLIT})


class Kept(msgspec.Struct, frozen=True):
    """The ids of the rulings that were written or taken back, in their order; a line for each that could not be."""

    ids: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


def keep(store: Store, rulings: Iterable[Ruling], *, who: str, now: datetime) -> Kept:
    """Keeps `rulings`; what stands in the same words stays as it is. Call within a transaction.

    `who` and `now` are for those that do not say. What actors are made of it is for `settle` to say.
    """
    ids, troubles = [], []
    for nth, ruling in enumerate(rulings):
        # Of two rulings of one file on one thing the later holds; merges and splits have an order of their own.
        when = now if ruling.kind in ORDERED else now + timedelta(milliseconds=nth)
        try:
            found = named(store, ruling)
            ids += _write(store, found, ruling.who or who, stamp(ruling.when or when))
        except RulingError as error:
            troubles.append(f"{ruling.where}: {error}" if ruling.where else str(error))
    return Kept(tuple(ids), tuple(troubles))


def take_back(store: Store, identity: str, *, who: str, now: datetime) -> RulingKind:
    """Takes the ruling with that id back; its kind. Raises `RulingError` where none such stands."""
    row = store.row("SELECT * FROM rulings WHERE id = ?", (identity,))
    if row is None:
        raise RulingError(f"no ruling {identity!r} is in the record", hint="`onrecord rulings` lists them.")
    if row["undone"]:
        raise RulingError(f"{identity} was taken back already, on {row['undone'][:10]} by {row['undone_by']}")
    _undo(store, identity, who, stamp(now))
    return RulingKind(row["kind"])


def stamp(moment: datetime) -> str:
    """`moment` in UTC to the millisecond, so that the order of the texts is that of the moments."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="milliseconds")


def _write(store: Store, found: Named, who: str, ruled: str) -> list[str]:
    kind = found.ruling.kind
    if kind is RulingKind.DATE and not found.value:
        return _undo_dates(store, found.target, who, ruled)
    identity = ruling_id(kind.value, found.target, found.value)
    known = store.row("SELECT * FROM rulings WHERE id = ?", (identity,))
    why = " ".join(found.ruling.why.split())
    if known is not None and not known["undone"] and not overruled(store, known):
        if why and why != known["why"]:
            store.execute("UPDATE rulings SET why = ? WHERE id = ?", (why, identity))
        return [identity]
    anchors = msgspec.json.encode([[str(anchor) for anchor in group] for group in found.anchors]).decode()
    store.execute(
        "INSERT OR REPLACE INTO rulings (id, kind, target, value, anchors, about, who, ruled, why) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (identity, kind.value, found.target, found.value, anchors, found.about, who, ruled, why),
    )
    return [identity]


def overruled(store: Store, row: Row) -> str:
    """The id of the later ruling on the same thing, for a row of `rulings`; empty where it is the latest."""
    kinds = {"reject": ("reject", "pin"), "pin": ("reject", "pin"), "date": ("date",), "rename": ("rename",)}
    if row["kind"] not in kinds:
        return ""
    among = ", ".join(f"'{kind}'" for kind in kinds[row["kind"]])
    latest = store.row(
        f"SELECT id FROM rulings WHERE target = ? AND undone = '' AND kind IN ({among}) "
        "ORDER BY ruled DESC, id DESC LIMIT 1",
        (row["target"],),
    )
    return latest["id"] if latest and latest["id"] != row["id"] else ""


def _undo_dates(store: Store, document: str, who: str, when: str) -> list[str]:
    rows = store.rows(
        "SELECT id FROM rulings WHERE kind = 'date' AND target = ? AND undone = '' ORDER BY id", (document,)
    )
    for row in rows:
        _undo(store, row["id"], who, when)
    return [row["id"] for row in rows]


def _undo(store: Store, identity: str, who: str, when: str) -> None:
    store.execute("UPDATE rulings SET undone = ?, undone_by = ? WHERE id = ?", (when, who, identity))
