"""When documents were published, as the record holds it: what users say, else what pages state, else what follows."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Reading
from onrecord.reading.timex.resolution import resolved
from onrecord.record.agree import EVIDENCE_KEY, Table, agree
from onrecord.record.copies.select import Sharing, sharing_in_scope
from onrecord.record.dating.anchors import Anchor, bounds_by
from onrecord.record.dating.bounds import Bound, Dating, meet
from onrecord.record.dating.copies import Article, bounds_from
from onrecord.record.dating.inference import inferred
from onrecord.record.dating.passages import Body, shared_passages
from onrecord.record.intake import body_of, interval_columns, published_of, stated_of
from onrecord.record.rulings.select import ruled_dates
from onrecord.record.selections import as_list
from onrecord.record.store import Row, Store
from onrecord.record.times import times_of, write_times

FACT_KIND = "date"


def hold_dates(store: Store, anchors: Iterable[Anchor] = ()) -> None:
    """Writes what is held of the date of each document in the scope, the evidence, and its times as they are then.

    A function of the readings, the rulings and `anchors`, events that undated documents tell of. Call within a
    transaction.
    """
    rulings = ruled_dates(store)
    follows = _inferred(store, rulings, anchors)
    evidence: Table = set()
    for row in store.rows(
        "SELECT id, stated_earliest, stated_latest, stated_basis, published_earliest, published_latest, "
        "published_basis, published_because FROM scope JOIN documents ON id = document"
    ):
        held = _held(row, rulings, follows)
        evidence |= {
            (FACT_KIND, row["id"], each.document, each.span.start, each.span.end, each.part) for each in held.evidence
        }
        _write(store, row, held)
    # By document and not by place: an article that dates another may be in another story.
    where = "fact_kind = ? AND fact_id IN (SELECT document FROM scope)"
    agree(store, "evidence", EVIDENCE_KEY, evidence, where=where, values=(FACT_KIND,))


def _held(row: Row, rulings: dict[str, Interval], follows: dict[str, Dating]) -> Dating:
    stated = stated_of(row)
    if row["id"] in rulings:
        return Dating(rulings[row["id"]], f"the page states {stated.label()}" if stated.known else "", ())
    if stated.known or row["id"] not in follows:
        return Dating(stated, "", ())
    return follows[row["id"]]


def _write(store: Store, row: Row, held: Dating) -> None:
    before, now = published_of(row), held.published
    if (before, row["published_because"]) != (now, held.because):
        columns = interval_columns(now, "published") | {"published_because": held.because}
        assignments = ", ".join(f"{name} = :{name}" for name in columns)
        store.execute(f"UPDATE documents SET {assignments} WHERE id = :id", columns | {"id": row["id"]})
    # The times of a reading are those of what the page states.
    if not before == now == stated_of(row):
        write_times(store, row["id"], resolved(times_of(store, row["id"]), now))


def _inferred(store: Store, rulings: Mapping[str, Interval], anchors: Iterable[Anchor]) -> dict[str, Dating]:
    """What follows for the documents of which neither their page nor a user says when they were published."""
    pairs = sharing_in_scope(store)
    beside = {document for pair in pairs for document in (pair.first, pair.second)}
    articles = store.rows(
        "SELECT id, stated_earliest, stated_latest, stated_basis, id IN (SELECT document FROM scope) AS settling "
        "FROM documents WHERE id IN (SELECT document FROM scope UNION SELECT value FROM json_each(?)) ORDER BY id",
        (as_list(sorted(beside)),),
    )
    dates = {row["id"]: rulings.get(row["id"], stated_of(row)) for row in articles}
    undated = [row["id"] for row in articles if row["settling"] and not dates[row["id"]].known]
    others: dict[str, list[Bound]] = {document: [] for document in undated}
    for bound in (*_bounds_of_copies(store, pairs, dates), *bounds_by(anchors)):
        if bound.document in others:
            others[bound.document].append(bound)
    # A document that was not read has no text that could say more.
    found = {document: meet(bounds) for document, bounds in others.items()}
    found |= {reading.id: inferred(reading, others[reading.id]) for reading in _readings(store, undated)}
    return {document: dating for document, dating in found.items() if dating}


def _readings(store: Store, documents: Iterable[str]) -> Iterator[Reading]:
    for document in documents:
        row = store.row("SELECT reading, text FROM readings JOIN documents ON id = document WHERE id = ?", (document,))
        if row is not None:
            yield msgspec.structs.replace(msgspec.json.decode(row["reading"], type=Reading), text=row["text"])


def _bounds_of_copies(store: Store, pairs: Iterable[Sharing], dates: Mapping[str, Interval]) -> Iterator[Bound]:
    for sharing in pairs:
        undated = [document for document in (sharing.first, sharing.second) if not dates[document].known]
        if len(undated) != 1:
            continue
        dated = sharing.second if undated == [sharing.first] else sharing.first
        [ours, theirs] = _articles(store, [*undated, dated], dates)
        for shared in shared_passages([ours.body], [theirs.body]):
            yield from bounds_from(shared, ours, theirs)


def _articles(store: Store, documents: Iterable[str], dates: Mapping[str, Interval]) -> Iterator[Article]:
    for document in documents:
        row = store.row("SELECT id, text, body, outlet FROM documents WHERE id = ?", (document,))
        if row is not None:
            body = Body(row["id"], row["text"], body_of(row))
            yield Article(body=body, outlet=row["outlet"], published=dates[document])
