"""Writing the forecasts: who foresees what, in every place, and what later events say of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.agree import OF_STORIES, Table, agree, agree_evidence
from onrecord.record.copies.connected import connected
from onrecord.record.forecasts.entry import Came, Foretold
from onrecord.record.forecasts.outcomes import Happening, index, outcome
from onrecord.record.forecasts.told import Told, told_outlooks
from onrecord.record.independence import Ties, ties
from onrecord.record.independence import Told as Account
from onrecord.record.keys import short_hash
from onrecord.record.stems import stems
from onrecord.record.store import Store, Value

FACT_KIND = "forecast"
# Of the content words of the shorter of two outlooks of one forecaster: these are one forecast.
SAME_WORDS = 0.7
FEWEST_WORDS = 2
# Of one forecaster in one story more are not compared with each other.
COMPARED = 200
AFTERWARDS = "it happened afterwards, with the same actor, in the same words"


def settle(store: Store) -> None:
    """Makes the forecasts in the scope agree with the readings and with the actors, days and events of the record."""
    told = told_outlooks(store)
    events = index(_happenings(store)) if told else {}
    seen = {
        row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM forecasts WHERE {OF_STORIES}")
    }
    tied = ties(store)
    rows: Table = set()
    evidence: Table = set()
    entries: dict[str, str] = {}
    for group in _groups(told, _restated(store)):
        identity = "f-" + short_hash(min(group, key=lambda each: each.place).id)
        entries |= {each.id: identity for each in group}
        status, event = outcome(group, events)
        rows.add(
            (*_columns(identity, group), *_fate(group, status.value, event), *_counts(group, seen.get(identity), tied))
        )
        evidence |= set(_evidence(identity, group, event))
    agree(store, "forecasts", ("id",), rows, where=OF_STORIES)
    agree_evidence(store, FACT_KIND, evidence)
    _link(store, entries)


def _groups(told: Sequence[Told], restated: Mapping[str, str]) -> list[list[Told]]:
    """The outlooks of one forecaster in nearly the same words together, in order of time; so are copied statements."""
    of_one: defaultdict[tuple[str, str, bool], list[Told]] = defaultdict(list)
    for each in told:
        # In a copy whoever says it may go by another name: "the retired admiral".
        who = restated.get(each.statement or "") or each.forecaster or f"own {each.name}"
        of_one[each.story, who, each.outlook.negated].append(each)
    return [group for own in of_one.values() for group in _alike(own)]


def _restated(store: Store) -> dict[str, str]:
    """The statements that copies have in common and that foresee something, each with the speaker of the first."""
    rows = store.rows(
        "SELECT statement, other FROM restated WHERE statement IN (SELECT statement FROM outlooks JOIN scope "
        "USING (document)) AND other IN (SELECT statement FROM outlooks JOIN scope USING (document))"
    )
    least = connected((row["statement"], row["other"]) for row in rows)
    speakers = {
        row["id"]: row["speaker"]
        for row in store.rows(
            "SELECT id, speaker FROM statements WHERE id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(sorted(set(least.values()))).decode(),),
        )
    }
    return {statement: speakers[first] for statement, first in least.items() if speakers.get(first)}


def _alike(own: Sequence[Told]) -> list[list[Told]]:
    groups: list[list[Told]] = []
    for each in sorted(own, key=_in_time):
        home = next((group for group in groups[-COMPARED:] if _same(group[0], each)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def _same(one: Told, other: Told) -> bool:
    common = len(one.stems & other.stems)
    return common >= FEWEST_WORDS and common >= SAME_WORDS * min(len(one.stems), len(other.stems))


def _in_time(told: Told) -> tuple[str, str, int]:
    day = told.published.latest or told.published.earliest
    return (day.isoformat() if day else "9999", told.document, told.position)


def _columns(identity: str, group: Sequence[Told]) -> tuple[Value, ...]:
    best = next((each for each in group if each.horizon.known), group[0])
    return (
        *(identity, best.story, best.forecaster, best.name, best.what, best.outlook.hedge.value),
        int(best.outlook.negated),
        *(_iso(best.horizon.earliest), _iso(best.horizon.latest), best.horizon_value, best.condition),
    )


def _fate(group: Sequence[Told], status: str, event: Happening | None) -> tuple[Value, ...]:
    came = Came(event=event.id, what=event.what, on=event.when, because=AFTERWARDS) if event else None
    return (
        msgspec.json.encode([_foretold(each) for each in group]).decode(),
        status,
        msgspec.json.encode(came).decode(),
        _iso(group[0].published.earliest),
    )


def _counts(group: Sequence[Told], seen: int | None, tied: Ties) -> tuple[Value, ...]:
    runs = [each.run for each in group]
    return (
        len({each.document for each in group}),
        tied.accounts([Account(each.document, each.outlook.what, each.what) for each in group]),
        min(runs) if seen is None else min(*runs, seen),
        max(runs),
    )


def _foretold(told: Told) -> Foretold:
    return Foretold(
        document=told.document,
        outlet=told.outlet,
        on=told.published,
        words=told.words,
        what=told.what,
        according_to=told.by_name,
        statement=told.statement,
        span=told.outlook.what,
    )


def _evidence(identity: str, group: Sequence[Told], event: Happening | None) -> Iterator[tuple[Value, ...]]:
    for each in group:
        parts = [(each.outlook.words, "words"), (each.outlook.what, "what")]
        more = ((each.outlook.condition, "condition"), (each.outlook.horizon, "horizon"))
        parts += [(span, part) for span, part in more if span]
        for span, part in parts:
            yield (FACT_KIND, identity, each.document, span.start, span.end, part)
    for document, start, end in event.spans if event else ():
        yield (FACT_KIND, identity, document, start, end, "outcome")


def _happenings(store: Store) -> Iterator[Happening]:
    """The events of the scope's stories, with what their tellings say."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    triggers: defaultdict[str, set[str]] = defaultdict(set)
    spans: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for row in store.rows(
        "SELECT happening, document, trigger, event ->> '$.trigger[0]' AS start, event ->> '$.trigger[1]' AS \"end\" "
        "FROM tellings JOIN scope USING (document) WHERE happening IS NOT NULL ORDER BY document, position"
    ):
        triggers[row["happening"]] |= stems(row["trigger"])
        spans[row["happening"]].append((row["document"], row["start"], row["end"]))
    for row in store.rows(f"SELECT * FROM events WHERE {OF_STORIES}"):
        words[row["id"]] |= stems(row["what"])
        actors = (msgspec.json.decode(row[side], type=list[str]) for side in ("initiators", "recipients"))
        yield Happening(
            id=row["id"],
            story=row["story"],
            status=row["status"],
            what=row["what"],
            when=Interval(_day(row["earliest"]), _day(row["latest"]), row["basis"]),
            actors=frozenset(actor for side in actors for actor in side),
            triggers=frozenset(triggers[row["id"]]),
            stems=frozenset(words[row["id"]] | triggers[row["id"]]),
            documents=frozenset(document for document, _, _ in spans[row["id"]]),
            spans=tuple(spans[row["id"]]),
        )


def _link(store: Store, entries: Mapping[str, str]) -> None:
    known = {
        row["id"]: row["entry"] for row in store.rows("SELECT id, entry FROM outlooks JOIN scope USING (document)")
    }
    changed: list[tuple[Value, ...]] = [
        (entries.get(outlook), outlook) for outlook, entry in sorted(known.items()) if entry != entries.get(outlook)
    ]
    store.execute_each("UPDATE outlooks SET entry = ? WHERE id = ?", changed)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
