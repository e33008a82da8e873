"""Reading positions and shifts out of the store, in an order that depends on what is in them alone."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.record.positions.entry import PositionEntry, Shift, Stance, Taken
from onrecord.record.rows import evidence_of
from onrecord.record.store import Row, Store, Value, Values

_IDS = "(SELECT value FROM json_each(?))"


_FILTERS = {
    "actor": "actor = :actor",
    "issue": "(issue = :issue OR instr(lower(issue_name), lower(:issue)) OR instr(lower(taken), lower(:issue)))",
    "stance": "stance = :stance",
    "since": "(latest IS NULL OR latest >= :since)",
    "until": "(earliest IS NULL OR earliest <= :until)",
    "first_seen": "first_seen >= :first_seen",
}
_SHIFTED = "(id IN (SELECT earlier FROM shifts) OR id IN (SELECT later FROM shifts))"


def where_positions(filters: Mapping[str, Value], *, shifted: bool = False) -> tuple[str, dict[str, Value]]:
    """The SQL condition of those of `filters` that are not None, by what they ask for, and its values."""
    asked: dict[str, Value] = {name: value for name, value in filters.items() if value is not None}
    conditions = [_FILTERS[name] for name in asked] + ([_SHIFTED] if shifted else [])
    return " AND ".join(conditions) or "1", asked


def select_positions(store: Store, condition: str, values: Values = ()) -> list[PositionEntry]:
    """The positions that fulfil `condition`: issues on which most is known first, within one by actor, then by day."""
    rows = store.rows(
        "SELECT positions.*, actors.name AS actor_name, "
        "(SELECT count(*) FROM positions AS others WHERE others.story = positions.story "
        "AND others.issue = positions.issue) AS known FROM positions JOIN actors ON actors.id = actor "
        f"WHERE positions.id IN (SELECT id FROM positions WHERE {condition}) "
        "ORDER BY known DESC, issue_name, positions.story, issue, actor_name, actor, "
        "coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), positions.id",
        values,
    )
    ids = msgspec.json.encode([row["id"] for row in rows]).decode()
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        f"SELECT * FROM evidence WHERE fact_kind = 'position' AND fact_id IN {_IDS} "
        'ORDER BY document, start, "end", part',
        (ids,),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    shifts: defaultdict[str, list[Shift]] = defaultdict(list)
    for row in store.rows(
        f"SELECT * FROM shifts WHERE earlier IN {_IDS} OR later IN {_IDS} ORDER BY earlier, later", (ids, ids)
    ):
        for side in ("earlier", "later"):
            shifts[row[side]].append(msgspec.json.decode(row["shift"], type=Shift))
    return [_entry(row, evidence[row["id"]], shifts[row["id"]]) for row in rows]


def _entry(row: Row, evidence: list[Evidence], shifts: list[Shift]) -> PositionEntry:
    return PositionEntry(
        id=row["id"],
        actor=row["actor"],
        actor_name=row["actor_name"],
        issue=row["issue"],
        issue_name=row["issue_name"],
        about=row["about"],
        stance=Stance(row["stance"]),
        when=Interval(_day(row["earliest"]), _day(row["latest"]), row["basis"]),
        taken=msgspec.json.decode(row["taken"], type=tuple[Taken, ...]),
        shifts=tuple(shifts),
        articles=row["articles"],
        accounts=row["accounts"],
        evidence=tuple(evidence),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
