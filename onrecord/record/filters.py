"""Which statements a user asks for, as SQL."""

from collections.abc import Mapping
from datetime import date

from onrecord.record.store import Value

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


_OF_EVENTS = {
    "type": "type = :type",
    "status": "status = :status",
    "actor": "EXISTS (SELECT 1 FROM json_each(initiators) AS x WHERE x.value = :actor) "
    "OR EXISTS (SELECT 1 FROM json_each(recipients) AS x WHERE x.value = :actor) "
    "OR EXISTS (SELECT 1 FROM json_each(excluded) AS x WHERE x.value = :actor)",
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
    "kind": "kind = :kind",
    "status": "status = :status",
    "by": "by = :by",
    "outlet": "id IN (SELECT entry FROM pledges JOIN documents ON documents.id = pledges.document "
    "WHERE outlet = :outlet COLLATE NOCASE)",
    "first_seen": "first_seen >= :first_seen",
}

Filters = Mapping[str, str | int | date | None]


def where(filters: Filters) -> tuple[str, dict[str, Value]]:
    """The condition on statements that all `filters` make which are not None, and its values."""
    return _where(filters, _CONDITIONS)


def where_events(filters: Filters) -> tuple[str, dict[str, Value]]:
    """The condition on events that all `filters` make which are not None, and its values."""
    return _where(filters, _OF_EVENTS)


def where_commitments(filters: Filters) -> tuple[str, dict[str, Value]]:
    """The condition on commitments that all `filters` make which are not None, and its values."""
    return _where(filters, _OF_COMMITMENTS)


def _where(filters: Filters, conditions: Mapping[str, str]) -> tuple[str, dict[str, Value]]:
    values: dict[str, Value] = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in filters.items()
        if value is not None
    }
    return " AND ".join(f"({conditions[name]})" for name in values) or "1", values
