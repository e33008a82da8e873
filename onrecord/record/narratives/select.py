"""Reading narratives out of the store, in an order that depends on what is in them alone."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.record.narratives.entry import NarrativeEntry, Recurrence, Telling
from onrecord.record.rows import evidence_of
from onrecord.record.store import Row, Store, Value, Values

_FILTERS = {
    "actor": "EXISTS (SELECT 1 FROM json_each(told) AS one WHERE one.value ->> 'actor' = :actor)",
    "voice": "EXISTS (SELECT 1 FROM json_each(told) AS one WHERE one.value ->> 'voice' = :voice)",
    "outlet": "EXISTS (SELECT 1 FROM json_each(told) AS one WHERE lower(one.value ->> 'outlet') = lower(:outlet))",
    "text": "instr(lower(told), lower(:text))",
    "since": "(latest IS NULL OR latest >= :since)",
    "until": "(earliest IS NULL OR earliest <= :until)",
    "first_seen": "first_seen >= :first_seen",
}
_DOES = (
    "EXISTS (SELECT 1 FROM json_each(told) AS one WHERE one.value ->> 'actor' = :actor "
    "AND one.value ->> 'voice' = :voice)"
)


def where_narratives(filters: Mapping[str, Value]) -> tuple[str, dict[str, Value]]:
    """The SQL condition of those of `filters` that are not None, by what they ask for, and its values."""
    asked: dict[str, Value] = {name: value for name, value in filters.items() if value is not None}
    conditions = [_FILTERS[name] for name in asked]
    if {"actor", "voice"} <= asked.keys():
        conditions.append(_DOES)
    return " AND ".join(conditions) or "1", asked


def select_narratives(store: Store, condition: str, values: Values = ()) -> list[NarrativeEntry]:
    """The narratives that fulfil `condition`: those with most speakers first, then most accounts."""
    rows = store.rows(
        f"SELECT * FROM narratives WHERE {condition} ORDER BY rebuttals > 0 DESC, speakers DESC, accounts DESC, "
        "articles DESC, earliest IS NULL, earliest, claim, id",
        values,
    )
    ids = msgspec.json.encode([row["id"] for row in rows]).decode()
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = 'narrative' AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (ids,),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return [_entry(row, evidence[row["id"]]) for row in rows]


def _entry(row: Row, evidence: list[Evidence]) -> NarrativeEntry:
    return NarrativeEntry(
        id=row["id"],
        claim=row["claim"],
        basis=Recurrence(row["basis"]),
        when=Interval(_day(row["earliest"]), _day(row["latest"]), "document" if row["latest"] else "unknown"),
        told=msgspec.json.decode(row["told"], type=tuple[Telling, ...]),
        speakers=row["speakers"],
        rebuttals=row["rebuttals"],
        articles=row["articles"],
        accounts=row["accounts"],
        evidence=tuple(evidence),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
