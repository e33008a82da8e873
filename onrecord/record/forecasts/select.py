"""Reading forecasts out of the store, in an order that depends on what is in them alone."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.record.forecasts.entry import Came, ForecastEntry, Foretold, Hedge, Outcome
from onrecord.record.rows import evidence_of
from onrecord.record.store import Row, Store, Value, Values

_FILTERS = {
    "by": "(forecaster = :by)",
    "hedge": "hedge = :hedge",
    "outcome": "outcome = :outcome",
    "text": "instr(lower(what), lower(:text))",
    "first_seen": "first_seen >= :first_seen",
}


def where_forecasts(filters: Mapping[str, Value]) -> tuple[str, dict[str, Value]]:
    """The SQL condition of those of `filters` that are not None, by what they ask for, and its values."""
    asked: dict[str, Value] = {name: value for name, value in filters.items() if value is not None}
    return " AND ".join(_FILTERS[name] for name in asked) or "1", asked


def select_forecasts(store: Store, condition: str, values: Values = ()) -> list[ForecastEntry]:
    """The forecasts that fulfil `condition`: by the day, then those without by when they are from."""
    rows = store.rows(
        f"SELECT * FROM forecasts WHERE {condition} ORDER BY horizon_latest IS NULL, horizon_latest, "
        "earliest IS NULL, earliest, id",
        values,
    )
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = 'forecast' AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (msgspec.json.encode([row["id"] for row in rows]).decode(),),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return [_entry(row, evidence[row["id"]]) for row in rows]


def _entry(row: Row, evidence: list[Evidence]) -> ForecastEntry:
    days = (_day(row["horizon_earliest"]), _day(row["horizon_latest"]))
    return ForecastEntry(
        id=row["id"],
        forecaster=row["forecaster"],
        forecaster_name=row["forecaster_name"],
        what=row["what"],
        hedge=Hedge(row["hedge"]),
        negated=bool(row["negated"]),
        horizon=Interval(*days, "expression" if any(days) else "unknown"),
        horizon_value=row["horizon_value"],
        condition=row["condition"],
        foretold=msgspec.json.decode(row["foretold"], type=tuple[Foretold, ...]),
        outcome=Outcome(row["outcome"]),
        came=msgspec.json.decode(row["came"], type=Came | None),
        articles=row["articles"],
        accounts=row["accounts"],
        evidence=tuple(evidence),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
