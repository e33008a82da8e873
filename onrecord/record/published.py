"""What the record holds of when its documents were published: what users say, else what pages state, else what follows."""

from collections.abc import Iterator

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Reading
from onrecord.reading.timex.resolution import resolved
from onrecord.record.dating.bounds import Dating, meet
from onrecord.record.dating.text import bounds_in
from onrecord.record.intake import interval_columns, published_of, stated_of
from onrecord.record.rulings import ruled
from onrecord.record.store import Row, Store, Value
from onrecord.record.times import times_of, write_times

RULED = "as the user says"
FACT_KIND = "date"

Evidences = set[tuple[Value, ...]]


def hold_dates(store: Store) -> Evidences:
    """Writes what is held of the date of each document, and its times as they are then; the rows of the evidence.

    A function of the readings and rulings alone. Call within a transaction.
    """
    inferred = _inferred(store)
    rulings = ruled(store)
    evidence: Evidences = set()
    for row in store.rows(
        "SELECT id, stated_earliest, stated_latest, stated_basis, published_earliest, published_latest, "
        "published_basis, published_because FROM documents"
    ):
        held = _held(row, rulings, inferred)
        evidence |= {
            (FACT_KIND, row["id"], each.document, each.span.start, each.span.end, each.part) for each in held.evidence
        }
        _write(store, row, held)
    return evidence


def _held(row: Row, rulings: dict[str, Interval], inferred: dict[str, Dating]) -> Dating:
    if row["id"] in rulings:
        return Dating(rulings[row["id"]], RULED, ())
    stated = stated_of(row)
    if stated.known or row["id"] not in inferred:
        return Dating(stated, "", ())
    return inferred[row["id"]]


def _write(store: Store, row: Row, held: Dating) -> None:
    before, now = published_of(row), held.published
    if (before, row["published_because"]) != (now, held.because):
        columns = interval_columns(now, "published") | {"published_because": held.because}
        assignments = ", ".join(f"{name} = :{name}" for name in columns)
        store.execute(f"UPDATE documents SET {assignments} WHERE id = :id", columns | {"id": row["id"]})  # noqa: S608
    # The times of a reading are those of what the page states.
    if not before == now == stated_of(row):
        write_times(store, row["id"], resolved(times_of(store, row["id"]), now))


def _inferred(store: Store) -> dict[str, Dating]:
    """What follows for the documents of which neither their page nor a user says when they were published."""
    bounds = {reading.id: list(bounds_in(reading)) for reading in _undated(store)}
    return {document: dating for document, of in bounds.items() if (dating := meet(of))}


def _undated(store: Store) -> Iterator[Reading]:
    for row in store.rows(
        "SELECT reading, text FROM readings JOIN documents ON id = readings.document "
        "LEFT JOIN dates ON dates.document = id "
        "WHERE stated_earliest IS NULL AND stated_latest IS NULL AND dates.document IS NULL ORDER BY id"
    ):
        yield msgspec.structs.replace(msgspec.json.decode(row["reading"], type=Reading), text=row["text"])
