"""Reading entries out of the store with all that belongs to them, in an order that depends on what is in them alone."""

from collections import defaultdict

import msgspec

from onrecord.interval import ORDERED_DAYS
from onrecord.record.entries import ActorEntry, DocumentEntry, Evidence, StatementEntry
from onrecord.record.rows import actor_entry, document_entry, evidence_of, statement_entry
from onrecord.record.store import Row, Store, Values

# The day by which documents are put in order; none where their date is too wide for that (Interval.ordered).
DAY = (
    f"CASE WHEN julianday(published_latest) - julianday(published_earliest) <= {ORDERED_DAYS} "
    "THEN published_earliest END"
)


def select_documents(store: Store, condition: str, values: Values = ()) -> list[DocumentEntry]:
    """The documents that fulfil `condition`, by date, those without one last."""
    rows = store.rows(
        "SELECT *, (SELECT count(*) FROM statements WHERE document = documents.id) AS statements "
        f"FROM documents WHERE {condition} ORDER BY {DAY} IS NULL, {DAY}, id",
        values,
    )
    origins = _grouped(
        store,
        "SELECT document, origin FROM origins JOIN documents ON id = document "
        f"WHERE origins.sha256 = documents.sha256 AND {condition} ORDER BY origin",
        values,
    )
    evidence = _evidence(store, "date", [row["id"] for row in rows])
    return [document_entry(row, origins[row["id"]], evidence[row["id"]]) for row in rows]


def select_actors(store: Store, condition: str, values: Values = ()) -> list[ActorEntry]:
    """The actors that fulfil `condition`, those in most documents first, then the most spoken of."""
    rows = store.rows(
        "SELECT actors.*, (SELECT count(*) FROM statements WHERE speaker = actors.id) AS statements "
        f"FROM actors WHERE {condition} ORDER BY documents DESC, mentions DESC, name, id",
        values,
    )
    aliases = _grouped(
        store,
        "SELECT actor, alias FROM aliases JOIN actors ON id = actor "
        f"WHERE alias <> name AND {condition} ORDER BY aliases.mentions DESC, alias",
        values,
    )
    return [actor_entry(row, aliases[row["id"]]) for row in rows]


def select_statements(store: Store, condition: str, values: Values = (), *, page: str = "") -> list[StatementEntry]:
    """The statements that fulfil `condition`, by date and place; `page` is an SQL LIMIT clause."""
    rows = store.rows(
        "SELECT statements.*, published_earliest, published_latest, published_basis, outlet "
        f"FROM statements JOIN documents ON documents.id = document WHERE {condition} "
        f"ORDER BY {DAY} IS NULL, {DAY}, document, sentence_start, position {page}",
        values,
    )
    evidence = _evidence(store, "statement", [row["id"] for row in rows])
    names = _names(store, rows)
    return [statement_entry(row, evidence[row["id"]], names) for row in rows]


def _evidence(store: Store, kind: str, facts: list[str]) -> defaultdict[str, list[Evidence]]:
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = ? AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (kind, as_list(facts)),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return evidence


def _names(store: Store, statements: list[Row]) -> dict[str, str]:
    """The names of those who relay `statements` or whom they address."""
    named = {row["addressee"] for row in statements if row["addressee"]}
    for row in statements:
        named |= set(msgspec.json.decode(row["via"], type=list[str]))
    rows = store.rows(
        "SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (as_list(sorted(named)),)
    )
    return {row["id"]: row["name"] for row in rows}


def _grouped(store: Store, sql: str, values: Values) -> defaultdict[str, list[str]]:
    """The second column of `sql` under each value of the first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in store.rows(sql, values):
        groups[key].append(value)
    return groups


def as_list(values: list[str]) -> str:
    """`values` as one SQL parameter, for `json_each`."""
    return msgspec.json.encode(values).decode()
