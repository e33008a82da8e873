"""Reading labels out of the store, in an order that depends on what is in them alone."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.record.labels.entry import LabelEntry, Use
from onrecord.record.rows import evidence_of
from onrecord.record.store import Row, Store, Value, Values

_FILTERS = {
    "target": "target = :target",
    "by": "actor = :by",
    "outlet": "EXISTS (SELECT 1 FROM json_each(used) AS one WHERE lower(one.value ->> 'outlet') = lower(:outlet))",
    "own": "own = :own",
    "text": "instr(label, lower(:text))",
    "since": "(latest IS NULL OR latest >= :since)",
    "until": "(earliest IS NULL OR earliest <= :until)",
    "first_seen": "first_seen >= :first_seen",
}


def where_labels(filters: Mapping[str, Value]) -> tuple[str, dict[str, Value]]:
    """The SQL condition of those of `filters` that are not None, by what they ask for, and its values."""
    asked: dict[str, Value] = {name: value for name, value in filters.items() if value is not None}
    return " AND ".join(_FILTERS[name] for name in asked) or "1", asked


def select_labels(store: Store, condition: str, values: Values = ()) -> list[LabelEntry]:
    """The labels that fulfil `condition`: targets that have most first, of each the outlets' own voices first."""
    rows = store.rows(
        "SELECT labels.*, actors.name AS target_name, (SELECT count(*) FROM labels AS others WHERE "
        "others.story = labels.story AND others.target = labels.target AND others.matter = labels.matter) AS known "
        "FROM labels JOIN actors ON actors.id = target WHERE labels.id IN "
        f"(SELECT id FROM labels WHERE {condition}) ORDER BY known DESC, target_name, target, labels.story, matter, "
        "own DESC, who, uses DESC, label, labels.id",
        values,
    )
    ids = msgspec.json.encode([row["id"] for row in rows]).decode()
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = 'label' AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (ids,),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return [_entry(row, evidence[row["id"]]) for row in rows]


def _entry(row: Row, evidence: list[Evidence]) -> LabelEntry:
    return LabelEntry(
        id=row["id"],
        target=row["target"],
        target_name=row["target_name"],
        matter=row["matter"],
        label=row["label"],
        own=bool(row["own"]),
        outlet=row["outlet"],
        actor=row["actor"],
        who=row["who"],
        used=msgspec.json.decode(row["used"], type=tuple[Use, ...]),
        uses=row["uses"],
        articles=row["articles"],
        when=Interval(_day(row["earliest"]), _day(row["latest"]), "document" if row["latest"] else "unknown"),
        evidence=tuple(evidence),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
