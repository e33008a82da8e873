"""Commitments as single documents tell them, with the actors of the record in the place of the documents' own."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Commitment, When
from onrecord.reading.when import dated
from onrecord.record.stems import stems
from onrecord.record.store import Row, Store
from onrecord.record.tellings import Members, Source, known, members_of, sources
from onrecord.spans import Span


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment as one document tells it in one place; `by`, `toward` are actors of the record.

    `text` is the sentence or sentences, which begin at `sentence.start`; `stems` are those of what is to be done and on
    which condition; `figures`: numbers named in it, in the text's words. The rest is as in `Telling`.
    """

    id: str
    document: str
    position: int
    founded: int
    run: int
    story: str
    published: Interval
    outlet: str | None
    commitment: Commitment
    by: str | None
    toward: str | None
    what: str
    condition: str
    due: When
    sentence: Span
    text: str
    statement: str | None
    stems: frozenset[str]
    figures: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str, int]:
        """By day of publication, undated ones last; then by document and place in it."""
        day = self.published.latest or self.published.earliest
        return (day.isoformat() if day else "9999", self.document, self.position)


def pledges(store: Store) -> list[Pledge]:
    """Those of the documents in the scope, in order of documents and places."""
    members = members_of(store)
    figures: defaultdict[str, list[Span]] = defaultdict(list)
    for row in store.rows(
        'SELECT pledge, start, "end" FROM scope JOIN quantities USING (document) WHERE pledge IS NOT NULL '
        "AND unit NOT IN ('day', 'week', 'month', 'year', 'hour', 'minute', 'second') ORDER BY document, start"
    ):
        figures[row["pledge"]].append(Span(row["start"], row["end"]))
    by_document: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows("SELECT pledges.* FROM pledges JOIN scope USING (document) ORDER BY document, position"):
        by_document[row["document"]].append(row)
    out: list[Pledge] = []
    for source, rows in sources(store, by_document):
        out += [_pledge(row, source, members, figures) for row in rows]
    return out


def _pledge(row: Row, source: Source, members: Members, figures: Mapping[str, list[Span]]) -> Pledge:
    commitment = msgspec.json.decode(row["commitment"], type=Commitment)
    text = source.text
    sentence = Span(row["sentence_start"], row["sentence_end"])
    by, toward = (
        next(iter(known(members, source.id, [actor] if actor else [])), None)
        for actor in (commitment.by, commitment.toward)
    )
    due = commitment.due
    condition = commitment.condition.of(text) if commitment.condition else ""
    return Pledge(
        id=row["id"],
        document=source.id,
        position=row["position"],
        founded=source.founded,
        run=source.run,
        story=source.story,
        published=source.published,
        outlet=source.outlet,
        commitment=commitment,
        by=by,
        toward=toward,
        what=row["what"],
        condition=condition,
        due=dated(due, ahead=True, times=source.times, published=source.published) if due.expressions else due,
        sentence=sentence,
        text=sentence.of(text),
        statement=row["statement"],
        stems=stems(" ".join([row["what"], condition])),
        figures=tuple(span.of(text) for span in figures.get(row["id"], ())),
    )
