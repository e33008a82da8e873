"""Events as single documents tell them, with the actors of the record in the place of the documents' own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Event, Time, When
from onrecord.reading.when import AHEAD, dated
from onrecord.record.intake import published_of
from onrecord.record.store import Row, Store
from onrecord.record.times import times_of
from onrecord.spans import Span

# Behind every day.
UNDATED = "9999"

Members = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one document tells it in one place; actors by their ids in the record.

    `founded` is the run that brought the document, `run` the one that brought what it now says; `said_by` names the
    speaker of the statement that it is known from; `text` is the sentence, which begins at `sentence.start`.
    """

    id: str
    document: str
    position: int
    founded: int
    run: int
    story: str
    published: Interval
    outlet: str | None
    event: Event
    trigger: str
    sentence: Span
    text: str
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    excluded: tuple[str, ...]
    place: str | None
    when: When
    duration: str
    statement: str | None
    said_by: str

    @property
    def order(self) -> tuple[str, str, int]:
        """By day of publication, undated ones last; then by document and place in it."""
        day = self.published.latest or self.published.earliest
        return (day.isoformat() if day else UNDATED, self.document, self.position)

    @property
    def participants(self) -> frozenset[str]:
        """Everybody who does it or to whom it is done."""
        return frozenset((*self.initiators, *self.recipients))


def tellings(store: Store) -> list[Telling]:
    """Those of the documents in the scope, in order of documents and places."""
    members = members_of(store)
    speakers = {
        row["id"]: row["speaker_name"] or ""
        for row in store.rows("SELECT id, speaker_name FROM statements JOIN scope USING (document)")
    }
    by_document: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows("SELECT tellings.* FROM tellings JOIN scope USING (document) ORDER BY document, position"):
        by_document[row["document"]].append(row)
    out: list[Telling] = []
    for source, rows in sources(store, by_document):
        out += [_telling(row, source, members, speakers) for row in rows]
    return out


def members_of(store: Store) -> Members:
    """The actor of the record that each own actor of the documents in the scope is."""
    rows = store.rows("SELECT document, local, actor FROM scope JOIN members USING (document) WHERE actor IS NOT NULL")
    return {(row["document"], row["local"]): row["actor"] for row in rows}


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the record as its tellings need it; `run` brought the text that it now has."""

    id: str
    founded: int
    run: int
    story: str
    published: Interval
    outlet: str | None
    text: str
    times: Mapping[Span, Time]


def sources(store: Store, rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[Source, Sequence[Row]]]:
    """Each document that has `rows`, and them."""
    for identity, own in rows.items():
        document = store.row(
            "SELECT documents.*, min(origins.first_seen) AS run FROM documents JOIN origins "
            "ON document = id AND origins.version = documents.version WHERE id = ?",
            (identity,),
        )
        if document is not None and document["id"] is not None:
            source = Source(
                id=identity,
                founded=document["first_seen"],
                run=document["run"],
                story=document["story"],
                published=published_of(document),
                outlet=document["outlet"],
                text=document["text"],
                times=_times(store, identity),
            )
            yield source, own


def texts_of(store: Store) -> dict[str, str]:
    """The texts of the documents in the scope that tell of events."""
    rows = store.rows(
        "SELECT id, text FROM documents WHERE id IN (SELECT document FROM tellings JOIN scope USING (document))"
    )
    return {row["id"]: row["text"] for row in rows}


def times_of_undated(store: Store) -> dict[str, dict[Span, Time]]:
    """The times of the documents in the scope that tell of events and whose days are not known, by their spans."""
    documents = store.rows(
        "SELECT DISTINCT document FROM tellings JOIN scope USING (document) JOIN documents ON documents.id = document "
        "WHERE published_earliest IS NULL AND published_latest IS NULL"
    )
    return {row["document"]: _times(store, row["document"]) for row in documents}


def _times(store: Store, document: str) -> dict[Span, Time]:
    return {time.span: time for time in times_of(store, document)}


def known(members: Members, document: str, local: Sequence[str]) -> tuple[str, ...]:
    """The actors of the record that a document's own actors are, those that are none left out."""
    return tuple(dict.fromkeys(members[document, actor] for actor in local if (document, actor) in members))


def _telling(row: Row, source: Source, members: Members, speakers: Mapping[str, str]) -> Telling:
    event = msgspec.json.decode(row["event"], type=Event)
    sentence = Span(row["sentence_start"], row["sentence_end"])
    initiators, recipients, excluded = (
        known(members, source.id, local) for local in (event.initiators, event.recipients, event.excluded)
    )
    return Telling(
        id=row["id"],
        document=source.id,
        position=row["position"],
        founded=source.founded,
        run=source.run,
        story=source.story,
        published=source.published,
        outlet=source.outlet,
        event=event,
        trigger=row["trigger"],
        sentence=sentence,
        text=sentence.of(source.text),
        initiators=initiators,
        recipients=tuple(actor for actor in recipients if actor not in initiators),
        excluded=excluded,
        place=next(iter(known(members, source.id, [event.place] if event.place else [])), None),
        when=dated(event.time, ahead=event.status in AHEAD, times=source.times, published=source.published),
        duration=event.duration.of(source.text) if event.duration else "",
        statement=row["statement"],
        said_by=speakers.get(row["statement"] or "", ""),
    )
