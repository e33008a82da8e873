"""Writing the labels: what each outlet in its own voice, and each source, calls whom and what."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.interval import Interval
from onrecord.record.agree import OF_STORIES, Table, agree, agree_evidence
from onrecord.record.labels.entry import Use
from onrecord.record.labels.told import Told, told_namings
from onrecord.record.store import Store, Value

FACT_KIND = "label"


def settle(store: Store) -> None:
    """Makes the labels in the scope agree with the readings and with the actors of the record."""
    seen = {row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM labels WHERE {OF_STORIES}")}
    told = _telling(told_namings(store))
    names = _names(store, {each.caller for each in told if each.caller})
    groups: defaultdict[tuple[str, ...], list[Told]] = defaultdict(list)
    for each in told:
        groups[_key(each)].append(each)
    rows: Table = set()
    evidence: Table = set()
    for group in groups.values():
        ordered = sorted(group, key=lambda each: each.place)
        identity, runs = ordered[0].id, [each.run for each in group]
        first = min(*runs, seen[identity]) if identity in seen else min(runs)
        rows.add((identity, *_columns(ordered, names), first, max(runs)))
        evidence |= set(_evidence(identity, group))
    agree(store, "labels", ("id",), rows, where=OF_STORIES)
    agree_evidence(store, FACT_KIND, evidence)


def _telling(told: Sequence[Told]) -> list[Told]:
    """Those that say something: by their own words, or because others call the same thing otherwise."""
    called: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for each in told:
        if each.matter:
            called[each.story, each.target, each.matter].add(each.label)
    return [each for each in told if not each.plain or len(called[each.story, each.target, each.matter]) > 1]


def _key(told: Told) -> tuple[str, ...]:
    """What one entry is of: whose voice, target, label."""
    voice = f"own {told.outlet or told.document}" if told.own else f"source {told.caller or told.source}"
    return (told.story, voice, told.target, told.matter, told.label)


def _names(store: Store, actors: set[str]) -> dict[str, str]:
    wanted = msgspec.json.encode(sorted(actors)).decode()
    rows = store.rows("SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return {row["id"]: row["name"] for row in rows}


def _columns(ordered: Sequence[Told], names: dict[str, str]) -> tuple[Value, ...]:
    """The columns from `story` to `latest`."""
    one = ordered[0]
    own = one.own
    who = (one.outlet or "") if own else (names[one.caller] if one.caller else one.source)
    first = [each.on.earliest for each in ordered if each.on.earliest]
    last = [each.on.latest for each in ordered if each.on.latest]
    return (
        one.story,
        one.target,
        one.matter,
        one.label,
        (one.outlet or "") if own else "",
        int(own),
        None if own else one.caller,
        who,
        msgspec.json.encode([_use(each) for each in sorted(ordered, key=_in_time)]).decode(),
        len(ordered),
        len({each.document for each in ordered}),
        min(first).isoformat() if first else None,
        max(last).isoformat() if last else None,
    )


def _in_time(told: Told) -> tuple[str, str, int]:
    day = told.on.earliest or told.on.latest
    return (day.isoformat() if day else "9999", told.document, told.position)


def _use(told: Told) -> Use:
    known = told.on.known
    return Use(
        document=told.document,
        outlet=told.outlet,
        on=Interval(told.on.earliest, told.on.latest, told.on.basis) if known else Interval(),
        words=told.words,
        how=told.naming.how,
        distanced=told.naming.distanced,
        statement=told.statement,
        span=told.naming.words,
    )


def _evidence(identity: str, group: Sequence[Told]) -> Iterator[tuple[Value, ...]]:
    for each in group:
        for span, part in ((each.naming.words, "label"), (each.naming.at, "target")):
            yield (FACT_KIND, identity, each.document, span.start, span.end, part)
