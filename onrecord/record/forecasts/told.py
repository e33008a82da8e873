"""Outlooks of the documents in the scope, with the actors of the record and their days."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Reading, Time, TimeRelation, When
from onrecord.reading.when import dated
from onrecord.record.forecasts.outlooks import Outlook, outlooks
from onrecord.record.gleaning import Gleaned
from onrecord.record.intake import published_of
from onrecord.record.keys import short_hash
from onrecord.record.stems import stems
from onrecord.record.store import Row, Store, Value
from onrecord.record.times import time_of
from onrecord.spans import Span

# Another number, another way of reading: all documents are gone through again.
METHOD = "2"
NO_NAME = "the article"


@dataclass(frozen=True, slots=True)
class Told:
    """An outlook with what is around it; `forecaster`, `actors` are actors of the record.

    `forecaster` is None for the article's own voice, and `name` then its author or outlet. `founded` is the run that
    brought the document, `run` the one that brought what it now says; `horizon_value` is TIMEX3's.
    """

    id: str
    document: str
    position: int
    story: str
    outlet: str | None
    founded: int
    run: int
    outlook: Outlook
    forecaster: str | None
    name: str
    actors: frozenset[str]
    by_name: str
    words: str
    what: str
    condition: str
    statement: str | None
    stems: frozenset[str]
    published: Interval
    horizon: Interval
    horizon_value: str

    @property
    def place(self) -> tuple[int, str, int]:
        """By run, document and place in it."""
        return (self.founded, self.document, self.position)


def _rows(reading: Reading, statements: list[str]) -> Iterator[tuple[Value, ...]]:
    seen: Counter[tuple[str, str]] = Counter()
    for position, outlook in enumerate(outlooks(reading)):
        words, what = (" ".join(span.of(reading.text).split()) for span in (outlook.words, outlook.what))
        yield (
            "w-" + short_hash(reading.id, words, what, str(seen[words, what])),
            *(reading.id, position, msgspec.json.encode(outlook).decode(), words, what),
            " ".join(outlook.condition.of(reading.text).split()) if outlook.condition else "",
            statements[outlook.statement] if outlook.statement is not None else None,
        )
        seen[words, what] += 1


OUTLOOKS = Gleaned(
    table="outlooks",
    marks="outlooks_read",
    method=METHOD,
    columns=("id", "document", "position", "outlook", "words", "what", "condition", "statement"),
    rows=_rows,
)


def told_outlooks(store: Store) -> list[Told]:
    """Those in the scope that are the article's own or of an actor of the record, by document and place."""
    documents = _documents(store)
    members = _members(store)
    speakers = _speakers(store)
    times = _times(store)
    out = []
    for row in store.rows("SELECT outlooks.* FROM outlooks JOIN scope USING (document) ORDER BY document, position"):
        outlook = msgspec.json.decode(row["outlook"], type=Outlook)
        document = documents[row["document"]]
        actor, name = members.get((row["document"], outlook.forecaster or ""), (None, ""))
        if outlook.forecaster and actor is None:
            continue
        known = (members.get((row["document"], each)) for each in outlook.actors)
        published = published_of(document)
        horizon, value = _horizon(outlook, times[row["document"]], published)
        out.append(
            Told(
                id=row["id"],
                document=row["document"],
                position=row["position"],
                story=document["story"],
                outlet=document["outlet"],
                founded=document["first_seen"],
                run=document["run"],
                outlook=outlook,
                forecaster=actor,
                name=name or document["outlet"] or document["byline"] or NO_NAME,
                actors=frozenset(each[0] for each in known if each),
                by_name=speakers.get((row["document"], outlook.by), "") if outlook.by is not None else "",
                words=row["words"],
                what=row["what"],
                condition=row["condition"],
                statement=row["statement"],
                stems=stems(row["what"]),
                published=published,
                horizon=horizon,
                horizon_value=value,
            )
        )
    return out


def _horizon(outlook: Outlook, times: dict[Span, Time], published: Interval) -> tuple[Interval, str]:
    """The days by or on which it is to be, and their TIMEX3 value; none for what was over when it was published."""
    if not outlook.horizon or outlook.horizon not in times:
        return Interval(), ""
    time = times[outlook.horizon]
    # "before the end of the month" leaves all of it.
    end = time.mod == "END" and outlook.relation is TimeRelation.BEFORE
    relation = TimeRelation.BY if end else outlook.relation
    when = dated(When(expressions=(outlook.horizon,), relation=relation), ahead=True, times=times, published=published)
    if when.basis != "expression":
        return Interval(), time.value
    if when.latest and published.earliest and when.latest < published.earliest:
        return Interval(), ""
    return Interval(when.earliest, when.latest, "expression"), time.value


def _documents(store: Store) -> dict[str, Row]:
    rows = store.rows(
        "SELECT id, outlet, byline, scope.story AS story, documents.first_seen, published_earliest, published_latest, "
        "published_basis, (SELECT min(origins.first_seen) FROM origins WHERE origins.document = id "
        "AND origins.version = documents.version) AS run FROM documents JOIN scope ON scope.document = id "
        "WHERE id IN (SELECT document FROM outlooks)"
    )
    return {row["id"]: row for row in rows}


def _members(store: Store) -> dict[tuple[str, str], tuple[str, str]]:
    rows = store.rows(
        "SELECT members.document, local, actor, actors.name AS name FROM members JOIN scope USING (document) "
        "JOIN actors ON actors.id = actor WHERE members.document IN (SELECT document FROM outlooks)"
    )
    return {(row["document"], row["local"]): (row["actor"], row["name"]) for row in rows}


def _speakers(store: Store) -> dict[tuple[str, int], str]:
    rows = store.rows(
        "SELECT statements.document, position, speaker_name, source_text FROM statements JOIN scope USING (document) "
        "WHERE statements.document IN (SELECT document FROM outlooks)"
    )
    return {(row["document"], row["position"]): row["speaker_name"] or row["source_text"] for row in rows}


def _times(store: Store) -> defaultdict[str, dict[Span, Time]]:
    out: defaultdict[str, dict[Span, Time]] = defaultdict(dict)
    for row in store.rows(
        "SELECT times.* FROM outlooks JOIN scope USING (document) JOIN times ON times.document = outlooks.document "
        "AND times.start = outlook ->> '$.horizon[0]' AND times.\"end\" = outlook ->> '$.horizon[1]'"
    ):
        out[row["document"]][Span(row["start"], row["end"])] = time_of(row)
    return out
