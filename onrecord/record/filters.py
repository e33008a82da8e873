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


def where(filters: Mapping[str, str | int | date | None]) -> tuple[str, dict[str, Value]]:
    """The condition that all `filters` make which are not None, and its values."""
    values: dict[str, Value] = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in filters.items()
        if value is not None
    }
    return " AND ".join(_CONDITIONS[name] for name in values) or "1", values
