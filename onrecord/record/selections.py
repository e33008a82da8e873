"""Reading entries out of the store with all that belongs to them, in an order that depends on what is in them alone."""

from collections import defaultdict
from collections.abc import Collection

import msgspec

from onrecord.interval import ORDERED_DAYS
from onrecord.reading.schema import Kind
from onrecord.record.entries import (
    ActorEntry,
    CommitmentEntry,
    DocumentEntry,
    EventEntry,
    Evidence,
    NamedActor,
    QuantityEntry,
    StatementEntry,
)
from onrecord.record.rows import (
    actor_entry,
    commitment_entry,
    document_entry,
    event_entry,
    evidence_of,
    quantity_entry,
    statement_entry,
)
from onrecord.record.store import Row, Store, Values

# The day by which documents are put in order; none where their date is too wide for that (Interval.ordered).
DAY = (
    f"CASE WHEN julianday(published_latest) - julianday(published_earliest) <= {ORDERED_DAYS} "
    "THEN published_earliest END"
)

# The orders of events.
OLDEST_FIRST = "coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), latest, id"
NEWEST_FIRST = "coalesce(latest, earliest) IS NULL, coalesce(latest, earliest) DESC, accounts DESC, id"


def standing(identity: str, condition: str = "1") -> str:
    """The SQL of `condition` on entries, without those that users rejected; `identity` is the column of their ids."""
    return f"({condition}) AND {identity} NOT IN (SELECT id FROM rejected)"


def select_documents(store: Store, condition: str, values: Values = ()) -> list[DocumentEntry]:
    """The documents that fulfil `condition`, by date, those without one last."""
    rows = store.rows(
        f"SELECT *, (SELECT count(*) FROM statements WHERE {standing('statements.id', 'document = documents.id')}) "
        f"AS statements FROM documents WHERE {condition} ORDER BY {DAY} IS NULL, {DAY}, id",
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


def select_actors(store: Store, condition: str, values: Values = (), *, page: str = "") -> list[ActorEntry]:
    """The actors that fulfil `condition`, those in most documents first, then the most spoken of; `page` as below."""
    rows = store.rows(
        f"SELECT actors.*, (SELECT count(*) FROM statements WHERE {standing('statements.id', 'speaker = actors.id')}) "
        f"AS statements FROM actors WHERE {condition} ORDER BY documents DESC, mentions DESC, name, id {page}",
        values,
    )
    aliases = _grouped(
        store,
        "SELECT actor, alias FROM aliases JOIN actors ON id = actor WHERE alias <> name "
        "AND actor IN (SELECT value FROM json_each(?)) ORDER BY aliases.mentions DESC, alias",
        (as_list([row["id"] for row in rows]),),
    )
    return [actor_entry(row, aliases[row["id"]]) for row in rows]


def select_named(store: Store, kinds: Collection[Kind]) -> list[NamedActor]:
    """The actors of these kinds by their names, in the order of `select_actors`."""
    rows = store.rows(
        f"SELECT id, name, kind FROM actors WHERE {standing('id', 'kind IN (SELECT value FROM json_each(?))')} "
        "ORDER BY documents DESC, mentions DESC, name, id",
        (as_list([kind.value for kind in kinds]),),
    )
    return [NamedActor(id=row["id"], name=row["name"], kind=Kind(row["kind"])) for row in rows]


def select_statements(store: Store, condition: str, values: Values = (), *, page: str = "") -> list[StatementEntry]:
    """The statements that fulfil `condition`, by date and place; `page` is an SQL LIMIT clause."""
    rows = store.rows(
        "SELECT statements.*, published_earliest, published_latest, published_basis, outlet, articles, accounts "
        "FROM statements JOIN documents ON documents.id = document LEFT JOIN carried ON statement = statements.id "
        f"WHERE {condition} "
        f"ORDER BY {DAY} IS NULL, {DAY}, document, sentence_start, position {page}",
        values,
    )
    evidence = _evidence(store, "statement", [row["id"] for row in rows])
    restated = _grouped(
        store,
        "SELECT statement, other FROM restated WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY other",
        (as_list([row["id"] for row in rows]),),
    )
    relays = (actor for row in rows for actor in msgspec.json.decode(row["via"], type=list[str]))
    names = _names(store, {*relays, *(row["addressee"] for row in rows)})
    return [statement_entry(row, evidence[row["id"]], restated[row["id"]], names) for row in rows]


def select_events(
    store: Store, condition: str, values: Values = (), *, page: str = "", order: str = OLDEST_FIRST
) -> list[EventEntry]:
    """The events that fulfil `condition`, by the days they can have been on, undated ones last."""
    rows = store.rows(f"SELECT * FROM events WHERE {condition} ORDER BY {order} {page}", values)
    ids = [row["id"] for row in rows]
    evidence, told = _evidence(store, "event", ids), _told(store, "tellings", "happening", ids)
    sides = ("initiators", "recipients", "excluded")
    actors = {actor for row in rows for side in sides for actor in msgspec.json.decode(row[side], type=list[str])}
    names = _names(store, actors | {row["place"] for row in rows})
    return [event_entry(row, evidence[row["id"]], told[row["id"]], names) for row in rows]


def select_commitments(store: Store, condition: str, values: Values = (), *, page: str = "") -> list[CommitmentEntry]:
    """The commitments that fulfil `condition`: overdue, open by the day due, without one, settled, newest first."""
    rows = store.rows(
        f"SELECT * FROM commitments WHERE {condition} ORDER BY overdue DESC, status <> 'open', due_latest IS NULL, "
        f"CASE WHEN status = 'open' OR overdue THEN due_latest END, due_latest DESC, id {page}",
        values,
    )
    ids = [row["id"] for row in rows]
    evidence, told = _evidence(store, "commitment", ids), _told(store, "pledges", "entry", ids)
    names = _names(store, {actor for row in rows for actor in (row["by"], row["toward"])})
    return [commitment_entry(row, evidence[row["id"]], told[row["id"]], names) for row in rows]


def select_quantities(store: Store, condition: str, values: Values = ()) -> list[QuantityEntry]:
    """The quantities that fulfil `condition`, by document and place."""
    rows = store.rows(
        "SELECT quantities.*, text, tellings.happening AS event, pledges.entry AS commitment FROM quantities "
        "JOIN documents ON documents.id = quantities.document LEFT JOIN tellings ON tellings.id = telling "
        f"LEFT JOIN pledges ON pledges.id = pledge WHERE {condition} ORDER BY quantities.document, start",
        values,
    )
    return [quantity_entry(row) for row in rows]


def _evidence(store: Store, kind: str, facts: list[str]) -> defaultdict[str, list[Evidence]]:
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = ? AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (kind, as_list(facts)),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return evidence


def _told(store: Store, table: str, column: str, ids: list[str]) -> defaultdict[str, list[Row]]:
    """The statements that each of the entries is known from, with their speakers."""
    told: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows(
        f"SELECT {column} AS entry, statement, speaker_name FROM {table} JOIN statements ON statements.id = statement "
        f"WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY {table}.document, {table}.position",
        (as_list(ids),),
    ):
        told[row["entry"]].append(row)
    return told


def _names(store: Store, actors: Collection[str | None]) -> dict[str, str]:
    """The names of those of `actors` that are any."""
    wanted = sorted(actor for actor in set(actors) if actor)
    rows = store.rows("SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (as_list(wanted),))
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
