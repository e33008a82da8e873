"""Which statements a user asks for, as SQL."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from onrecord.reading.schema import Act, CommitmentKind, EventType, Form, Kind, Sourcing
from onrecord.record.entries import CommitmentStatus
from onrecord.record.names import alias_key
from onrecord.record.naming import actor_called
from onrecord.record.search import match_expression
from onrecord.record.store import Store, Value


class StatementFilters(TypedDict, total=False):
    """What can be asked of statements; None asks nothing.

    `speaker` is an actor's id or one of their names; `since` and `until`, both inclusive, leave out documents without a
    date; `text` is searched for as `search` does; `first_seen` asks for those that this run or a later one brought.
    """

    document: str | None
    speaker: str | None
    sourcing: Sourcing | None
    act: Act | None
    form: Form | None
    outlet: str | None
    since: date | None
    until: date | None
    text: str | None
    first_seen: int | None


class ActorFilters(TypedDict, total=False):
    """What can be asked of actors; None asks nothing.

    `called`: words that one of their names has; `speaking`: whether they say something; `heard_since`: they speak, are
    addressed or relay in what this run or a later one brought.
    """

    kind: Kind | None
    called: str | None
    speaking: bool | None
    heard_since: int | None


class EventFilters(TypedDict, total=False):
    """What can be asked of events; None asks nothing.

    `status` is an `EventStatus` or `postponed`; `actor`, an id or a name, has a part in it, as has `other`; `since` and
    `until`, both inclusive, leave out what is known to lie outside; `text` is searched for in the sentences that tell
    it; `document` tells it; `alone`: no other outlet does.
    """

    document: str | None
    type: EventType | None
    status: str | None
    actor: str | None
    other: str | None
    alone: bool | None
    outlet: str | None
    since: date | None
    until: date | None
    text: str | None
    first_seen: int | None


class CommitmentFilters(TypedDict, total=False):
    """What can be asked of commitments; None asks nothing. `by` is an actor's id or a name; `document` tells it."""

    document: str | None
    kind: CommitmentKind | None
    status: CommitmentStatus | None
    by: str | None
    outlet: str | None
    first_seen: int | None


# Each filter's condition; `:name` is its value.
_CONDITIONS = {
    "document": "statements.document = :document",
    "speaker": "speaker = :speaker",
    "sourcing": "sourcing = :sourcing",
    "act": "act = :act",
    "form": "form = :form",
    "outlet": "outlet = :outlet COLLATE NOCASE",
    # An undated document may lie in any period; asked for one, we show what is known to touch it.
    "since": "coalesce(published_latest, published_earliest) >= :since",
    "until": "coalesce(published_earliest, published_latest) <= :until",
    "text": "number IN (SELECT rowid FROM statement_index WHERE statement_index MATCH :text)",
    "first_seen": "statements.first_seen >= :first_seen",
    "id": "statements.id = :id",
}


_TAKES_PART = (
    "EXISTS (SELECT 1 FROM json_each(initiators) AS x WHERE x.value = :{0}) "
    "OR EXISTS (SELECT 1 FROM json_each(recipients) AS x WHERE x.value = :{0}) "
    "OR EXISTS (SELECT 1 FROM json_each(excluded) AS x WHERE x.value = :{0})"
)
_OF_EVENTS = {
    "type": "type = :type",
    "status": "status = :status",
    "actor": _TAKES_PART.format("actor"),
    "other": _TAKES_PART.format("other"),
    "alone": "(SELECT count(DISTINCT coalesce(outlet, '')) FROM tellings JOIN documents ON documents.id = document "
    "WHERE happening = events.id) = 1 AND :alone",
    "document": "id IN (SELECT happening FROM tellings WHERE document = :document)",
    "outlet": "id IN (SELECT happening FROM tellings JOIN documents ON documents.id = tellings.document "
    "WHERE outlet = :outlet COLLATE NOCASE)",
    # An event of unknown end may lie in any period; asked for one, we show what is known to touch it.
    "since": "coalesce(latest, earliest) >= :since",
    "until": "coalesce(earliest, latest) <= :until",
    "text": "id IN (SELECT happening FROM tellings JOIN sentences ON sentences.document = tellings.document "
    "AND sentences.start = sentence_start WHERE number IN "
    "(SELECT rowid FROM sentence_index WHERE sentence_index MATCH :text))",
    "first_seen": "first_seen >= :first_seen",
}
_OF_COMMITMENTS = {
    "document": "id IN (SELECT entry FROM pledges WHERE document = :document)",
    "kind": "kind = :kind",
    "status": "status = :status",
    "by": "by = :by",
    "outlet": "id IN (SELECT entry FROM pledges JOIN documents ON documents.id = pledges.document "
    "WHERE outlet = :outlet COLLATE NOCASE)",
    "first_seen": "first_seen >= :first_seen",
}

_OF_ACTORS = {
    "kind": "kind = :kind",
    "called": "id IN (SELECT actor FROM aliases WHERE instr(key, :called))",
    "heard_since": "id IN (SELECT speaker FROM statements WHERE first_seen >= :heard_since UNION "
    "SELECT addressee FROM statements WHERE first_seen >= :heard_since UNION "
    "SELECT x.value FROM statements, json_each(via) AS x WHERE first_seen >= :heard_since)",
    "speaking": "EXISTS (SELECT 1 FROM statements WHERE speaker = actors.id) = :speaking",
}
# Those that name an actor, by id or name.
_ACTORS = ("speaker", "actor", "other", "by")

Filters = StatementFilters | ActorFilters | EventFilters | CommitmentFilters
Condition = tuple[str, dict[str, Value]]


def where(store: Store, filters: StatementFilters) -> Condition:
    """The condition on statements that all `filters` make which are not None, and its values.

    Raises `RecordError` for an actor whom nobody or more than one answers to; so do the others.
    """
    return _where(store, filters, _CONDITIONS)


def where_actors(store: Store, filters: ActorFilters) -> Condition:
    """The condition on actors that all `filters` make which are not None, and its values."""
    return _where(store, filters, _OF_ACTORS)


def where_events(store: Store, filters: EventFilters) -> Condition:
    """The condition on events that all `filters` make which are not None, and its values."""
    return _where(store, filters, _OF_EVENTS)


def where_commitments(store: Store, filters: CommitmentFilters) -> Condition:
    """The condition on commitments that all `filters` make which are not None, and its values."""
    return _where(store, filters, _OF_COMMITMENTS)


def _where(store: Store, filters: Filters, conditions: Mapping[str, str]) -> Condition:
    asked: Mapping[str, object] = {name: value for name, value in filters.items() if value is not None}
    values = {name: _value(store, name, value) for name, value in asked.items()}
    if values.get("text") == "":  # no word in it, which nothing has
        return "0", {}
    return " AND ".join(f"({conditions[name]})" for name in values) or "1", values


def _value(store: Store, name: str, value: object) -> Value:
    if name in _ACTORS:
        return actor_called(store, str(value)) if value else ""
    if name == "called":
        return alias_key(str(value))
    if name == "text":
        return match_expression(str(value))
    if isinstance(value, int):
        return value
    return str(value)
