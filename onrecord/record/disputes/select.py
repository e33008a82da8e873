"""Reading disputes out of the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from onrecord.reading.schema import Sourcing
from onrecord.record.disputes.entry import Claim, DisputeEntry, DisputeKind, DisputeStatus, Side
from onrecord.record.entries import Evidence
from onrecord.record.intake import published_of
from onrecord.record.rows import evidence_of
from onrecord.record.selections import as_list
from onrecord.record.store import Row, Store, Values
from onrecord.spans import Span

# An article that tells of it is of that day or later, or of no known day.
TOLD_SINCE = (
    "id IN (SELECT fact_id FROM evidence JOIN documents ON documents.id = evidence.document "
    "WHERE fact_kind = 'dispute' AND (published_latest IS NULL OR published_latest >= :since))"
)


class _Claim(msgspec.Struct):
    document: str
    span: Span
    statement: str | None
    speaker: str | None
    source: str
    sourcing: Sourcing | None


class _Side(msgspec.Struct):
    says: str
    accounts: int
    claims: list[_Claim]


def select_disputes(store: Store, condition: str, values: Values = ()) -> list[DisputeEntry]:
    """The disputes that fulfil `condition`: open ones first, those that an article marks, those of most documents."""
    rows = store.rows(f"SELECT * FROM disputes WHERE {condition} ORDER BY id", values)
    sides = {row["id"]: msgspec.json.decode(row["sides"], type=list[_Side]) for row in rows}
    claims = [claim for each in sides.values() for side in each for claim in side.claims]
    documents = _documents(store, {claim.document for claim in claims})
    names = _names(store, {claim.speaker for claim in claims if claim.speaker})
    via = _via(store, {claim.statement for claim in claims if claim.statement})
    evidence = _evidence(store, [row["id"] for row in rows])
    entries = [
        _entry(row, [_side(side, documents, names, via) for side in sides[row["id"]]], evidence[row["id"]])
        for row in rows
    ]
    return sorted(entries, key=_order)


def _order(entry: DisputeEntry) -> tuple[bool, bool, int, str, str]:
    days = [claim.published.latest for side in entry.sides for claim in side.claims if claim.published.latest]
    newest = max(days).isoformat() if days else ""
    return (
        entry.status is not DisputeStatus.OPEN,
        not entry.marked and entry.kind is DisputeKind.DENIAL,
        -len(entry.documents),
        "".join(chr(0x10FFFF - ord(c)) for c in newest),
        entry.id,
    )


def _entry(row: Row, sides: Sequence[Side], evidence: Sequence[Evidence]) -> DisputeEntry:
    return DisputeEntry(
        id=row["id"],
        kind=DisputeKind(row["kind"]),
        about=row["about"],
        status=DisputeStatus(row["status"]),
        marked=bool(row["marked"]),
        because=msgspec.json.decode(row["because"], type=tuple[str, ...]),
        sides=tuple(sides),
        actors=msgspec.json.decode(row["actors"], type=tuple[str, ...]),
        evidence=tuple(evidence),
        documents=tuple(dict.fromkeys(each.document for each in evidence)),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _side(
    side: _Side, documents: Mapping[str, Row], names: Mapping[str, str], via: Mapping[str, Sequence[str]]
) -> Side:
    return Side(
        says=side.says,
        accounts=side.accounts,
        claims=tuple(
            Claim(
                document=claim.document,
                outlet=documents[claim.document]["outlet"],
                published=published_of(documents[claim.document]),
                span=claim.span,
                text=claim.span.of(documents[claim.document]["text"]),
                statement=claim.statement,
                speaker=claim.speaker,
                speaker_name=names.get(claim.speaker or ""),
                source=claim.source,
                sourcing=claim.sourcing,
                via=tuple(via.get(claim.statement or "", ())),
            )
            for claim in side.claims
        ),
    )


def _documents(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    rows = store.rows(
        "SELECT id, outlet, text, published_earliest, published_latest, published_basis FROM documents "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (as_list(sorted(ids)),),
    )
    return {row["id"]: row for row in rows}


def _names(store: Store, ids: Iterable[str]) -> dict[str, str]:
    rows = store.rows(
        "SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (as_list(sorted(ids)),)
    )
    return {row["id"]: row["name"] for row in rows}


def _via(store: Store, statements: Iterable[str]) -> dict[str, list[str]]:
    rows = store.rows(
        "SELECT id, via FROM statements WHERE id IN (SELECT value FROM json_each(?))", (as_list(sorted(statements)),)
    )
    relays = {row["id"]: msgspec.json.decode(row["via"], type=list[str]) for row in rows}
    names = _names(store, set(chain.from_iterable(relays.values())))
    return {key: [names[actor] for actor in actors if actor in names] for key, actors in relays.items()}


def _evidence(store: Store, ids: list[str]) -> defaultdict[str, list[Evidence]]:
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = 'dispute' AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (as_list(ids),),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return evidence
