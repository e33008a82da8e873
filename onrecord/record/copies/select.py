"""Reading copies out of the store: entries, families, and the passages that documents share."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.record.copies.connected import connected
from onrecord.record.copies.entry import COPIES, CopyEntry, CopyKind, CopySide, SharedPassage
from onrecord.record.intake import published_of
from onrecord.record.rows import evidence_of
from onrecord.record.selections import as_list
from onrecord.record.store import Row, Store, Values
from onrecord.spans import Span

_CLOSEST = "CASE kind " + " ".join(f"WHEN '{kind.value}' THEN {n}" for n, kind in enumerate(CopyKind)) + " END"
_SIDES = (
    "SELECT id, title, outlet, published_earliest, published_latest, published_basis FROM documents "
    "WHERE id IN (SELECT value FROM json_each(?))"
)


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """Two documents that share something, `first` the one with the lesser id, and where it stands in each."""

    first: str
    second: str
    kind: CopyKind
    passages: tuple[SharedPassage, ...]


def sharing_in_scope(store: Store) -> list[Sharing]:
    """The pairs of documents, one of them in the scope, that share a passage, with its spans; by their ids.

    Settled before dates and events are, so that everything that crosses documents can ask for it.
    """
    rows = store.rows(
        "SELECT first, second, kind, passages FROM copy_pairs WHERE first IN (SELECT document FROM scope) "
        "OR second IN (SELECT document FROM scope) ORDER BY first, second"
    )
    return [
        Sharing(
            first=row["first"],
            second=row["second"],
            kind=CopyKind(row["kind"]),
            passages=_passages(row),
        )
        for row in rows
    ]


def families(store: Store) -> dict[str, str]:
    """The documents that are copies of another, each with the least id among all that it is tied to by copies."""
    kinds = as_list([kind.value for kind in COPIES])
    rows = store.rows("SELECT first, second FROM copy_pairs WHERE kind IN (SELECT value FROM json_each(?))", (kinds,))
    return connected((row["first"], row["second"]) for row in rows)


def families_in_scope(store: Store) -> dict[str, str]:
    """The same of the families with a document in the scope."""
    kinds = as_list([kind.value for kind in COPIES])
    rows = store.rows(
        """
        WITH RECURSIVE
        kinds (kind) AS (SELECT value FROM json_each(?)),
        tied (id) AS (
            SELECT document FROM scope
            UNION SELECT second FROM tied JOIN copy_pairs ON first = id WHERE kind IN kinds
            UNION SELECT first FROM tied JOIN copy_pairs ON second = id WHERE kind IN kinds
        )
        SELECT first, second FROM tied JOIN copy_pairs ON first = id WHERE kind IN kinds
        """,
        (kinds,),
    )
    return connected((row["first"], row["second"]) for row in rows)


def select_copies(store: Store, condition: str, values: Values = (), *, page: str = "") -> list[CopyEntry]:
    """The entries that fulfil `condition`, the closest kind first, within it those that share most."""
    rows = store.rows(
        "SELECT copies.*, copy_pairs.first AS lesser, first_share, second_share, passages, first_only, second_only "
        "FROM copies LEFT JOIN copy_pairs ON copy_pairs.first = copies.first AND copy_pairs.second = copies.second "
        f"WHERE copies.id IN (SELECT id FROM copies WHERE {condition}) "
        f"ORDER BY {_CLOSEST.replace('kind', 'copies.kind')}, coalesce(max(first_share, second_share), 0) DESC, "
        f"copies.id {page}",
        values,
    )
    documents = _documents(store, rows)
    evidence: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = 'copy' AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (as_list([row["id"] for row in rows]),),
    ):
        evidence[row["fact_id"]].append(row)
    return [_entry(row, documents, evidence[row["id"]]) for row in rows]


def _documents(store: Store, rows: Sequence[Row]) -> dict[str, Row]:
    ids = sorted({row[side] for row in rows for side in ("first", "second") if row[side]})
    return {row["id"]: row for row in store.rows(_SIDES, (as_list(ids),))}


def _entry(row: Row, documents: dict[str, Row], evidence: Sequence[Row]) -> CopyEntry:
    sides = [
        _side(documents[row[name]], row[f"{name}_share"], row[f"{name}_only"])
        for name in ("first", "second")
        if row[name]
    ]
    turned = row["original"] is not None and row["original"] == row["second"]
    passages = [
        SharedPassage(each.second, each.first, each.kind) if turned else each
        for each in (_passages(row) if row["passages"] else ())
    ]
    if turned:
        sides.reverse()
    return CopyEntry(
        id=row["id"],
        kind=CopyKind(row["kind"]),
        original=row["original"],
        first=sides[0],
        second=sides[1] if len(sides) > 1 else None,
        passages=tuple(sorted(passages)),
        credited=row["credited"],
        because=msgspec.json.decode(row["because"], type=tuple[str, ...]),
        evidence=tuple(evidence_of(each) for each in evidence),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _side(document: Row, share: float | None, only: str | None) -> CopySide:
    return CopySide(
        document=document["id"],
        title=document["title"],
        outlet=document["outlet"],
        published=published_of(document),
        share=share or 0.0,
        only=msgspec.json.decode(only, type=tuple[Span, ...]) if only else (),
    )


def _passages(row: Row) -> tuple[SharedPassage, ...]:
    return msgspec.json.decode(row["passages"], type=tuple[SharedPassage, ...])


def same_sources(store: Store, actor: str) -> list[str]:
    """The ids of the unnamed sources of other articles that are `actor`, an unnamed source: copies have their words.

    "A senior official" of one article is that of another only where the two share what the official says.
    """
    rows = store.rows(
        "SELECT DISTINCT theirs.speaker AS speaker FROM statements AS own JOIN restated ON statement = own.id "
        "JOIN statements AS theirs ON theirs.id = other WHERE own.speaker = ?1 AND theirs.speaker <> ?1 "
        "AND own.sourcing = 'unnamed' AND theirs.sourcing = 'unnamed' ORDER BY theirs.document, theirs.speaker",
        (actor,),
    )
    return [row["speaker"] for row in rows]
