"""Writing the copies: each pair with who was first, each article that says it is another's, statements told twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from onrecord.record.agree import EVIDENCE_KEY, Table, agree
from onrecord.record.copies.credits import same_outlet
from onrecord.record.copies.direction import direction
from onrecord.record.copies.entry import COPIES, CopyKind, SharedPassage
from onrecord.record.copies.postings import copy_id
from onrecord.record.copies.restated import restated
from onrecord.record.copies.signs import Sign, name_of
from onrecord.record.independence import carried
from onrecord.record.intake import published_of
from onrecord.record.store import Row, Store
from onrecord.spans import Span

FACT_KIND = "copy"
# Pairs with a document in the part of the record that is being settled; the other may belong to any story.
TOUCHED = "(first IN (SELECT document FROM scope) OR second IN (SELECT document FROM scope))"


def settle(store: Store) -> None:
    """Makes the entries of copies in the scope agree with `copy_pairs`, `credits` and the dates that are held."""
    pairs = store.rows(f"SELECT * FROM copy_pairs WHERE {TOUCHED}")
    documents = _documents(store)
    entries = _Entries(
        {row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM copies WHERE {TOUCHED}")}
    )
    for pair in pairs:
        _add_pair(entries, pair, [documents[pair["first"]], documents[pair["second"]]])
    _add_credited(entries, store, pairs, documents)
    _write(store, entries)
    same: Table = set(restated(store, pairs))
    agree(store, "restated", ("statement", "other"), same, where=_OF_SCOPE)
    agree(store, "carried", ("statement",), set(carried(store, same)), where=_CARRIED_IN_SCOPE)


_IN_SCOPE = "IN (SELECT id FROM scope JOIN statements USING (document))"
_OF_SCOPE = f"statement {_IN_SCOPE} OR other {_IN_SCOPE}"
_CARRIED_IN_SCOPE = f"statement {_IN_SCOPE}"


@dataclass(slots=True)
class _Entries:
    """The rows of `copies` and their evidence; `seen` are the runs that first saw the entries that are known."""

    seen: Mapping[str, int]
    rows: Table = field(default_factory=set)
    evidence: Table = field(default_factory=set)

    def add(
        self,
        kind: CopyKind,
        documents: list[Row],
        *,
        original: str | None,
        credited: str,
        because: Iterable[str],
        places: Iterable[tuple[str, Span, str]],
    ) -> None:
        identity = copy_id(*(row["id"] for row in documents))
        first_seen = max(row["first_seen"] for row in documents)
        # Of two documents in two stories the entry is in that of the copy, or else in one of them, always the same.
        copy = next((row for row in documents if original not in (None, row["id"])), documents[0])
        self.rows.add(
            (
                *(identity, copy["story"], kind.value),
                *(documents[0]["id"], documents[1]["id"] if len(documents) > 1 else None),
                *(original, credited, _json(tuple(because))),
                min(first_seen, self.seen.get(identity, first_seen)),
                max(row["run"] for row in documents),
            )
        )
        self.evidence |= {(FACT_KIND, identity, document, *_ends(span), part) for document, span, part in places}


def _add_pair(entries: _Entries, pair: Row, documents: list[Row]) -> None:
    kind = CopyKind(pair["kind"])
    signs = msgspec.json.decode(pair["signs"], type=tuple[Sign, ...])
    original, because = direction(
        kind,
        (pair["first"], pair["second"]),
        (published_of(documents[0]), published_of(documents[1])),
        (_name(documents[0]), _name(documents[1])),
        signs,
    )
    passages = msgspec.json.decode(pair["passages"], type=tuple[SharedPassage, ...])
    places = [(sign.document, sign.span, "credit") for sign in signs]
    places += [(pair["first"], passage.first, passage.kind.value) for passage in passages]
    places += [(pair["second"], passage.second, passage.kind.value) for passage in passages]
    entries.add(kind, documents, original=original, credited="", because=because, places=places)


def _add_credited(entries: _Entries, store: Store, pairs: Iterable[Row], documents: Mapping[str, Row]) -> None:
    """Articles that say that they are another outlet's, of which no copy in the record is that one."""
    partners: dict[str, list[Row]] = {}
    for pair in pairs:
        if CopyKind(pair["kind"]) in COPIES:
            for one, other in ((pair["first"], pair["second"]), (pair["second"], pair["first"])):
                partners.setdefault(one, []).append(documents[other])
    for document, found in _credits(store).items():
        beside = partners.get(document, [])
        if any(not found[0]["outlet"] or _is_of(row, found[0]["outlet"]) for row in beside):
            continue
        outlet = next((credit["outlet"] for credit in found if credit["outlet"]), "")
        because = tuple(dict.fromkeys(f"it says “{' '.join(_span(c).of(c['text']).split())}”" for c in found))
        places = [(document, _span(credit), "credit") for credit in found]
        entries.add(
            CopyKind.CREDITED, [documents[document]], original=None, credited=outlet, because=because, places=places
        )


def _is_of(document: Row, outlet: str) -> bool:
    return bool(document["outlet"]) and same_outlet(document["outlet"], outlet)


def _credits(store: Store) -> dict[str, list[Row]]:
    """The credits of each document in the scope, those that name an outlet first."""
    out: dict[str, list[Row]] = {}
    for row in store.rows(
        "SELECT credits.*, text FROM credits JOIN scope USING (document) JOIN documents ON id = document "
        "ORDER BY document, credits.outlet = '', start"
    ):
        out.setdefault(row["document"], []).append(row)
    return out


def _write(store: Store, entries: _Entries) -> None:
    """In the place of all entries that touch the scope."""
    store.execute("CREATE TEMP TABLE IF NOT EXISTS touched_copies (id TEXT PRIMARY KEY)")
    store.execute("DELETE FROM touched_copies")
    store.execute(f"INSERT INTO touched_copies SELECT id FROM copies WHERE {TOUCHED}")
    store.execute_each("INSERT OR IGNORE INTO touched_copies VALUES (?)", [(row[0],) for row in entries.rows])
    of_touched = "IN (SELECT id FROM touched_copies)"
    agree(
        store, "evidence", EVIDENCE_KEY, entries.evidence, where=f"fact_kind = '{FACT_KIND}' AND fact_id {of_touched}"
    )
    agree(store, "copies", ("id",), entries.rows, where=f"id {of_touched}")


def _documents(store: Store) -> dict[str, Row]:
    """What is asked of each document that may be in an entry; `run` brought the text that it now has."""
    rows = store.rows(
        "SELECT id, outlet, title, story, published_earliest, published_latest, published_basis, documents.first_seen, "
        "(SELECT min(origins.first_seen) FROM origins WHERE document = id AND origins.version = documents.version) "
        "AS run FROM documents WHERE id IN (SELECT document FROM scope JOIN credits USING (document)) "
        f"OR id IN (SELECT first FROM copy_pairs WHERE {TOUCHED}) "
        f"OR id IN (SELECT second FROM copy_pairs WHERE {TOUCHED})"
    )
    return {row["id"]: row for row in rows}


def _name(document: Row) -> str:
    return name_of(document["outlet"], document["title"])


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _ends(span: Span) -> Iterator[int]:
    yield from (span.start, span.end)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
