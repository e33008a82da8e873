"""Namings of the documents in the scope, with the actors of the record."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Reading
from onrecord.record.gleaning import Gleaned
from onrecord.record.intake import published_of
from onrecord.record.keys import short_hash
from onrecord.record.labels.namings import Naming, namings
from onrecord.record.store import Row, Store, Value

# Another number, another way of reading: all documents are gone through again.
METHOD = "1"


@dataclass(frozen=True, slots=True)
class Told:
    """A naming with what is around it: `target` and `caller` are actors of the record, `source` names the speaker.

    `founded` is the run that brought the document, `run` the one that brought what it now says.
    """

    id: str
    document: str
    position: int
    story: str
    outlet: str | None
    on: Interval
    founded: int
    run: int
    naming: Naming
    words: str
    label: str
    matter: str
    plain: bool
    target: str
    caller: str | None
    source: str
    statement: str | None

    @property
    def own(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.statement is None and self.naming.caller is None

    @property
    def place(self) -> tuple[int, str, int]:
        """By run, document and place in it."""
        return (self.founded, self.document, self.position)


def _rows(reading: Reading, statements: list[str]) -> Iterator[tuple[Value, ...]]:
    seen: Counter[tuple[str, str]] = Counter()
    for position, naming in enumerate(namings(reading)):
        words, target = (" ".join(span.of(reading.text).split()) for span in (naming.words, naming.at))
        yield (
            "b-" + short_hash(reading.id, words, target, str(seen[words, target])),
            reading.id,
            position,
            words,
            naming.label,
            naming.matter,
            int(naming.plain),
            statements[naming.statement] if naming.statement is not None else None,
            msgspec.json.encode(naming).decode(),
        )
        seen[words, target] += 1


NAMINGS = Gleaned(
    table="namings",
    marks="namings_read",
    method=METHOD,
    columns=("id", "document", "position", "words", "label", "matter", "plain", "statement", "naming"),
    rows=_rows,
)


def told_namings(store: Store) -> list[Told]:
    """Those in the scope whose target is an actor of the record, by document and place."""
    documents = _documents(store)
    members = {
        (row["document"], row["local"]): row["actor"]
        for row in store.rows(
            "SELECT members.document, local, actor FROM members JOIN scope USING (document) "
            "WHERE actor IS NOT NULL AND members.document IN (SELECT document FROM namings)"
        )
    }
    sources = {
        row["id"]: row["source"]
        for row in store.rows(
            "SELECT statements.id, coalesce(speaker_name, source_text) AS source FROM namings "
            "JOIN scope USING (document) JOIN statements ON statements.id = namings.statement"
        )
    }
    out = []
    for row in store.rows("SELECT namings.* FROM namings JOIN scope USING (document) ORDER BY document, position"):
        naming = msgspec.json.decode(row["naming"], type=Naming)
        target = members.get((row["document"], naming.target))
        caller = members.get((row["document"], naming.caller)) if naming.caller else None
        source = sources.get(row["statement"] or "", "")
        own = row["statement"] is None and naming.caller is None
        if target is None or target == caller or not (own or caller or source):
            continue
        document = documents[row["document"]]
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
                naming=naming,
                words=row["words"],
                label=row["label"],
                matter=row["matter"],
                plain=bool(row["plain"]),
                target=target,
                caller=caller,
                source=source,
                statement=row["statement"],
            )
        )
    return out


def _documents(store: Store) -> dict[str, Row]:
    rows = store.rows(
        "SELECT id, outlet, scope.story AS story, documents.first_seen, published_earliest, published_latest, "
        "published_basis, (SELECT min(origins.first_seen) FROM origins WHERE origins.document = id "
        "AND origins.version = documents.version) AS run FROM documents JOIN scope ON scope.document = id "
        "WHERE id IN (SELECT document FROM namings)"
    )
    return {row["id"]: row for row in rows}
