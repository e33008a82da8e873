"""Writing the positions: who stands where on which issue, with every place that shows it, and the shifts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.interval import Interval
from onrecord.record.agree import OF_STORIES, Table, agree, agree_evidence
from onrecord.record.independence import Ties, ties
from onrecord.record.independence import Told as Account
from onrecord.record.keys import short_hash
from onrecord.record.positions.entry import Shift, Stance, Taken
from onrecord.record.positions.issues import by_issue, name_of, stance_of
from onrecord.record.positions.shifts import shifts
from onrecord.record.positions.told import Told, told_takes
from onrecord.record.store import Store, Value

FACT_KIND = "position"


def settle(store: Store) -> None:
    """Makes positions and shifts in the scope agree with the readings and with the actors and days of the record."""
    seen = {
        row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM positions WHERE {OF_STORIES}")
    }
    issues = by_issue(told_takes(store))
    names = _names(store, {each.about for told in issues.values() for each in told if each.about})
    tied = ties(store)
    rows: Table = set()
    shifted: Table = set()
    evidence: Table = set()
    entries: dict[str, str] = {}
    for (story, issue), told in issues.items():
        name = names[told[0].about] if told[0].about else name_of(told)
        held: defaultdict[tuple[str, Stance], list[Told]] = defaultdict(list)
        for each in told:
            held[each.holder, stance_of(each)].append(each)
        for (actor, stance), own in held.items():
            identity = _identity(own)
            entries |= {each.id: identity for each in own}
            what = (identity, story, actor, issue, name, own[0].about, stance.value)
            rows.add((*what, *_columns(own, seen.get(identity), tied)))
            evidence |= set(_evidence(identity, own))
        shifted |= set(_shifts(story, told, entries))
    agree(store, "positions", ("id",), rows, where=OF_STORIES)
    agree(store, "shifts", ("earlier", "later"), shifted, where=OF_STORIES)
    agree_evidence(store, FACT_KIND, evidence)
    _link(store, entries)


def _names(store: Store, actors: set[str]) -> dict[str, str]:
    wanted = msgspec.json.encode(sorted(actors)).decode()
    rows = store.rows("SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return {row["id"]: row["name"] for row in rows}


def _identity(own: Sequence[Told]) -> str:
    """Made of its first telling in the first run that told of it, so that more coverage does not change it."""
    return "o-" + short_hash(min(own, key=lambda each: each.place).id)


def _columns(own: Sequence[Told], seen: int | None, tied: Ties) -> tuple[Value, ...]:
    """The columns from `earliest` on; `seen` is the run that first saw it, if any did before."""
    ordered = sorted(own, key=_in_time)
    runs = [each.run for each in own]
    when = _whole([each.on for each in own])
    return (
        *(when.earliest.isoformat() if when.earliest else None, when.latest.isoformat() if when.latest else None),
        when.basis,
        msgspec.json.encode([_taken(each) for each in ordered]).decode(),
        len({each.document for each in own}),
        tied.accounts([Account(each.document, each.take.words, "") for each in own]),
        min(runs) if seen is None else min(*runs, seen),
        max(runs),
    )


def _in_time(told: Told) -> tuple[str, str, int]:
    day = told.on.earliest or told.on.latest
    return (day.isoformat() if day else "9999", told.document, told.position)


def _whole(days: Sequence[Interval]) -> Interval:
    """From the first day to the last one, as far as every end is known."""
    known = [each for each in days if each.known]
    if not known:
        return Interval()
    first = [each.earliest for each in known if each.earliest]
    last = [each.latest for each in known if each.latest]
    basis = "expression" if all(each.basis == "expression" for each in known) else "document"
    return Interval(
        min(first) if len(first) == len(known) else None, max(last) if len(last) == len(known) else None, basis
    )


def _taken(told: Told) -> Taken:
    return Taken(
        document=told.document,
        outlet=told.outlet,
        on=told.on,
        basis=told.take.basis,
        words=told.words,
        about=told.about_text,
        condition=told.condition,
        according_to=told.by_name,
        statement=told.statement,
        span=told.take.words,
    )


def _evidence(identity: str, own: Sequence[Told]) -> Iterator[tuple[Value, ...]]:
    for each in own:
        parts = [(each.take.words, "words"), (each.take.at, "about")]
        more = ((each.take.condition, "condition"), (each.take.time, "time"))
        parts += [(span, part) for span, part in more if span]
        for span, part in parts:
            yield (FACT_KIND, identity, each.document, span.start, span.end, part)


def _shifts(story: str, told: Sequence[Told], entries: Mapping[str, str]) -> Iterator[tuple[Value, ...]]:
    """The first shift between each two positions."""
    of_actor: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told:
        of_actor[each.holder].append(each)
    done = set()
    for own in of_actor.values():
        for before, after, because in shifts(own):
            pair = (entries[before.id], entries[after.id])
            if pair not in done:
                done.add(pair)
                shift = Shift(
                    earlier=pair[0], later=pair[1], before=_taken(before), after=_taken(after), because=because
                )
                yield (*pair, story, msgspec.json.encode(shift).decode())


def _link(store: Store, entries: Mapping[str, str]) -> None:
    known = {row["id"]: row["entry"] for row in store.rows("SELECT id, entry FROM takes JOIN scope USING (document)")}
    changed: list[tuple[Value, ...]] = [
        (entries.get(take), take) for take, entry in sorted(known.items()) if entry != entries.get(take)
    ]
    store.execute_each("UPDATE takes SET entry = ? WHERE id = ?", changed)
