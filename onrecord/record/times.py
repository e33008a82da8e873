"""The times of documents in the store."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.reading.schema import Relative, Time, TimeType
from onrecord.record.store import Row, Store, Value
from onrecord.spans import Span

# In the order of the table.
COLUMNS = ("document", "start", "end", "type", "value", "mod", "earliest", "latest", "relative", "unresolved", "tense")
INSERT = f"""
    INSERT OR REPLACE INTO times ({", ".join(f'"{column}"' for column in COLUMNS)})
    VALUES ({", ".join("?" * len(COLUMNS))})
"""


def write_times(store: Store, document: str, times: Sequence[Time]) -> None:
    """Puts `times` in the place of those of `document` that the record holds; writes only what differs."""
    wanted = {row[1:3]: row for row in time_rows(document, times)}
    held = {row[1:3]: row for row in map(tuple, store.rows("SELECT * FROM times WHERE document = ?", (document,)))}
    store.execute_each(
        'DELETE FROM times WHERE document = ? AND start = ? AND "end" = ?',
        [(document, *place) for place in held.keys() - wanted.keys()],
    )
    store.execute_each(INSERT, [row for place, row in wanted.items() if held.get(place) != row])


def time_rows(document: str, times: Sequence[Time]) -> list[tuple[Value, ...]]:
    """A row of the table for each of `times`."""
    return [
        (
            *(document, time.span.start, time.span.end, time.type.value, time.value, time.mod),
            time.earliest.isoformat() if time.earliest else None,
            time.latest.isoformat() if time.latest else None,
            msgspec.json.encode(time.relative).decode() if time.relative else None,
            *(time.unresolved, time.tense),
        )
        for time in times
    ]


def times_of(store: Store, document: str) -> list[Time]:
    """The times of `document` under the date that the record holds, in text order."""
    rows = store.rows('SELECT * FROM times WHERE document = ? ORDER BY start, "end"', (document,))
    return [time_of(row) for row in rows]


def time_of(row: Row) -> Time:
    """The time that a row of `times` holds."""
    return Time(
        span=Span(row["start"], row["end"]),
        type=TimeType(row["type"]),
        value=row["value"],
        mod=row["mod"],
        earliest=date.fromisoformat(row["earliest"]) if row["earliest"] else None,
        latest=date.fromisoformat(row["latest"]) if row["latest"] else None,
        relative=msgspec.json.decode(row["relative"], type=Relative) if row["relative"] else None,
        unresolved=row["unresolved"],
        tense=row["tense"],
    )
