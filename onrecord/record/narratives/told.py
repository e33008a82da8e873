"""Claims of the documents in the scope, with the actors of the record."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Reading
from onrecord.record.gleaning import Gleaned
from onrecord.record.intake import published_of
from onrecord.record.keys import short_hash
from onrecord.record.narratives.claims import Claim, claims
from onrecord.record.narratives.clauses import ACTOR
from onrecord.record.store import Row, Store, Value
from onrecord.spans import Span

# Another number, another way of reading: all documents are gone through again.
METHOD = "1"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what is around it.

    `actor` is the speaker, `caller` whoever calls it a narrative, as far as the record knows them. `stands_alone`: its
    document alone shows that it is more than a remark. `founded` is the run that brought the document, `run` the one
    that brought what it now says.
    """

    id: str
    document: str
    position: int
    story: str
    outlet: str | None
    on: Interval
    founded: int
    run: int
    tokens: tuple[str, ...]
    negated: bool
    actor: str | None
    caller: str | None
    statement: str | None
    span: Span
    words: str
    answer: str
    source: str
    stands_alone: bool
    claim: bytes

    @property
    def place(self) -> tuple[int, str, int]:
        """By run, document and place in it."""
        return (self.founded, self.document, self.position)

    @property
    def maker(self) -> str:
        """Who makes it, in which document."""
        return f"{self.document} {self.actor or self.source}"

    @property
    def full(self) -> Claim:
        """The claim as the document tells it."""
        return msgspec.json.decode(self.claim, type=Claim)


def _rows(reading: Reading, statements: list[str]) -> Iterator[tuple[Value, ...]]:
    seen: Counter[str] = Counter()
    for position, claim in enumerate(claims(reading)):
        words = " ".join(claim.span.of(reading.text).split())
        yield (
            "w-" + short_hash(reading.id, words, str(seen[words])),
            reading.id,
            position,
            " ".join(claim.tokens),
            int(claim.negated),
            claim.speaker,
            claim.caller,
            statements[claim.statement] if claim.statement is not None else None,
            claim.span.start,
            claim.span.end,
            words,
            " ".join(claim.answer.of(reading.text).split()) if claim.answer else "",
            " ".join(claim.source.of(reading.text).split()) if claim.source else "",
            int(claim.called or (claim.again and not _of_oneself(claim))),
            msgspec.json.encode(claim).decode(),
        )
        seen[words] += 1


CLAIMS = Gleaned(
    table="claims",
    marks="claims_read",
    method=METHOD,
    columns=(
        "id",
        "document",
        "position",
        "tokens",
        "negated",
        "speaker",
        "caller",
        "statement",
        "start",
        "end",
        "words",
        "answer",
        "source",
        "alone",
        "claim",
    ),
    rows=_rows,
)


def _of_oneself(claim: Claim) -> bool:
    """Whether speakers say what they themselves do or will do: no claim of what is the case."""
    return claim.speaker is not None and claim.tokens[0] == ACTOR + claim.speaker


def told_claims(store: Store) -> list[Told]:
    """Those in the scope, by document and place."""
    documents = _documents(store)
    members = {
        (row["document"], row["local"]): row["actor"]
        for row in store.rows("SELECT members.document, local, actor FROM members JOIN scope USING (document)")
        if row["actor"]
    }
    out = []
    for row in store.rows("SELECT claims.* FROM claims JOIN scope USING (document) ORDER BY document, position"):
        document = documents[row["document"]]
        actor = members.get((row["document"], row["speaker"])) if row["speaker"] else None
        out.append(
            Told(
                id=row["id"],
                document=row["document"],
                position=row["position"],
                story=document["story"],
                outlet=document["outlet"],
                on=published_of(document),
                founded=document["first_seen"],
                run=document["run"],
                tokens=tuple(_token(token, row["document"], members) for token in row["tokens"].split()),
                negated=bool(row["negated"]),
                actor=actor,
                caller=members.get((row["document"], row["caller"])) if row["caller"] else None,
                statement=row["statement"],
                span=Span(row["start"], row["end"]),
                words=row["words"],
                answer=row["answer"],
                source=row["source"],
                stands_alone=bool(row["alone"]),
                claim=row["claim"].encode(),
            )
        )
    return out


def _token(token: str, document: str, members: dict[tuple[str, str], str]) -> str:
    if not token.startswith(ACTOR):
        return token
    local = token[len(ACTOR) :]
    return ACTOR + members.get((document, local), f"{document} {local}")


def _documents(store: Store) -> dict[str, Row]:
    rows = store.rows(
        "SELECT id, outlet, scope.story AS story, documents.first_seen, published_earliest, published_latest, "
        "published_basis, (SELECT min(origins.first_seen) FROM origins WHERE origins.document = id "
        "AND origins.version = documents.version) AS run FROM documents JOIN scope ON scope.document = id"
    )
    return {row["id"]: row for row in rows}
