"""Takes of the documents in the scope, with the actors of the record and their days."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Reading, Time, When
from onrecord.reading.when import dated
from onrecord.record.gleaning import Gleaned
from onrecord.record.intake import published_of
from onrecord.record.keys import short_hash
from onrecord.record.positions.takes import Take, takes
from onrecord.record.store import Row, Store, Value
from onrecord.record.times import time_of
from onrecord.spans import Span

# Another number, another way of reading: all documents are gone through again.
METHOD = "2"


@dataclass(frozen=True, slots=True)
class Told:
    """A take with what is around it; `holder`, `about` are actors of the record, `by_name` whoever it is known from.

    `founded` is the run that brought the document, `run` the one that brought what it now says; `core`:
    the words of `about_text` that name the issue.
    """

    id: str
    document: str
    position: int
    story: str
    outlet: str | None
    founded: int
    run: int
    take: Take
    holder: str
    about: str | None
    by_name: str
    words: str
    about_text: str
    core: str
    condition: str
    statement: str | None
    on: Interval

    @property
    def place(self) -> tuple[int, str, int]:
        """By run, document and place in it."""
        return (self.founded, self.document, self.position)


def _rows(reading: Reading, statements: list[str]) -> Iterator[tuple[Value, ...]]:
    seen: Counter[tuple[str, str]] = Counter()
    for position, take in enumerate(takes(reading)):
        words, about = (" ".join(span.of(reading.text).split()) for span in (take.words, take.at))
        yield (
            "q-" + short_hash(reading.id, words, about, str(seen[words, about])),
            reading.id,
            position,
            msgspec.json.encode(take).decode(),
            words,
            about,
            " ".join(take.target.core.of(reading.text).split()) if take.target else about,
            " ".join(take.condition.of(reading.text).split()) if take.condition else "",
            statements[take.statement] if take.statement is not None else None,
        )
        seen[words, about] += 1


TAKES = Gleaned(
    table="takes",
    marks="takes_read",
    method=METHOD,
    columns=("id", "document", "position", "take", "words", "about", "core", "condition", "statement"),
    rows=_rows,
)


def told_takes(store: Store) -> list[Told]:
    """Those in the scope whose holder is an actor of the record, by document and place."""
    documents = _documents(store)
    members = {
        (row["document"], row["local"]): row["actor"]
        for row in store.rows(
            "SELECT members.document, local, actor FROM members JOIN scope USING (document) "
            "WHERE actor IS NOT NULL AND members.document IN (SELECT document FROM takes)"
        )
    }
    speakers = {
        (row["document"], row["position"]): row["speaker_name"] or row["source_text"]
        for row in store.rows(
            "SELECT statements.document, position, speaker_name, source_text FROM statements "
            "JOIN scope USING (document) WHERE statements.document IN (SELECT document FROM takes)"
        )
    }
    times = _times(store)
    out = []
    for row in store.rows("SELECT takes.* FROM takes JOIN scope USING (document) ORDER BY document, position"):
        take = msgspec.json.decode(row["take"], type=Take)
        holder = members.get((row["document"], take.holder))
        about = members.get((row["document"], take.about)) if take.about else None
        if holder is None or holder == about or (take.about and about is None):
            continue
        document = documents[row["document"]]
        out.append(
            Told(
                id=row["id"],
                document=row["document"],
                position=row["position"],
                story=document["story"],
                outlet=document["outlet"],
                founded=document["first_seen"],
                run=document["run"],
                take=take,
                holder=holder,
                about=about,
                by_name=speakers.get((row["document"], take.by), "") if take.by is not None else "",
                words=row["words"],
                about_text=row["about"],
                core=row["core"],
                condition=row["condition"],
                statement=row["statement"],
                on=_on(take, times[row["document"]], published_of(document)),
            )
        )
    return out


def _on(take: Take, times: dict[Span, Time], published: Interval) -> Interval:
    """The days on which the side was taken: those that the text names, else those of publication."""
    if take.time and take.time in times:
        when = dated(When(expressions=(take.time,)), ahead=False, times=times, published=published)
        if when.basis == "expression":
            return Interval(when.earliest, when.latest, "expression")
    if take.earlier:
        return Interval(None, published.latest, "document" if published.latest else "unknown")
    return Interval(published.earliest, published.latest, "document" if published.known else "unknown")


def _documents(store: Store) -> dict[str, Row]:
    rows = store.rows(
        "SELECT id, outlet, scope.story AS story, documents.first_seen, published_earliest, published_latest, "
        "published_basis, (SELECT min(origins.first_seen) FROM origins WHERE origins.document = id "
        "AND origins.version = documents.version) AS run FROM documents JOIN scope ON scope.document = id "
        "WHERE id IN (SELECT document FROM takes)"
    )
    return {row["id"]: row for row in rows}


def _times(store: Store) -> defaultdict[str, dict[Span, Time]]:
    out: defaultdict[str, dict[Span, Time]] = defaultdict(dict)
    for row in store.rows(
        "SELECT times.* FROM takes JOIN scope USING (document) JOIN times ON times.document = takes.document "
        "AND times.start = take ->> '$.time[0]' AND times.\"end\" = take ->> '$.time[1]'"
    ):
        out[row["document"]][Span(row["start"], row["end"])] = time_of(row)
    return out
