"""Writing the narratives: claims that recur, with everybody who makes or answers them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

import msgspec

from onrecord.interval import Interval
from onrecord.record.agree import OF_STORIES, Table, agree, agree_evidence
from onrecord.record.independence import Ties, ties
from onrecord.record.independence import Told as Account
from onrecord.record.keys import short_hash
from onrecord.record.narratives.alike import alike
from onrecord.record.narratives.claims import Claim
from onrecord.record.narratives.clusters import clusters
from onrecord.record.narratives.entry import Recurrence, Telling, Voice
from onrecord.record.narratives.told import Told, told_claims
from onrecord.record.store import Store, Value

FACT_KIND = "narrative"
# What one speaker says is one remark unless days are between.
APART = timedelta(days=2)
# What one speaker says of one matter is more alike than what several say.
ONE_CLAIM = 0.75
_ORDER = {voice: place for place, voice in enumerate(Voice)}
FEWEST_SPEAKERS, FEWEST_ACCOUNTS = 2, 2


@dataclass(frozen=True, slots=True)
class _Made:
    told: Told
    claim: Claim


def settle(store: Store) -> None:
    """Makes the narratives in the scope agree with the readings and with the actors of the record."""
    seen = {
        row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM narratives WHERE {OF_STORIES}")
    }
    stories: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told_claims(store):
        stories[each.story].append(each)
    groups = [
        (story, [_Made(own[place], own[place].full) for place in group])
        for story, own in sorted(stories.items())
        for group in _groups(own)
    ]
    names = _names(
        store, {who for _, group in groups for each in group for who in (each.told.actor, each.told.caller) if who}
    )
    tied = ties(store) if groups else Ties()
    rows: Table = set()
    evidence: Table = set()
    for story, group in groups:
        found = _narrative(group, names, tied)
        if found:
            identity, columns = found
            runs = [each.told.run for each in group]
            first = min(*runs, seen[identity]) if identity in seen else min(runs)
            rows.add((identity, story, *columns, first, max(runs)))
            evidence |= set(_evidence(identity, group))
    agree(store, "narratives", ("id",), rows, where=OF_STORIES)
    agree_evidence(store, FACT_KIND, evidence)


def _names(store: Store, actors: set[str]) -> dict[str, str]:
    wanted = msgspec.json.encode(sorted(actors)).decode()
    rows = store.rows("SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return {row["id"]: row["name"] for row in rows}


def _groups(own: Sequence[Told]) -> list[list[int]]:
    """The claims that are alike, by their places, and single ones whose document shows that they are more."""
    found = clusters(own)
    grouped = {place for group in found for place in group}
    alone = [[place] for place, each in enumerate(own) if place not in grouped and each.stands_alone]
    return [*found, *alone]


def _narrative(group: Sequence[_Made], names: dict[str, str], tied: Ties) -> tuple[str, tuple[Value, ...]] | None:
    """The id and the columns from `claim` to `accounts`; None where it is no narrative."""
    ordered = sorted(group, key=lambda each: each.told.place)
    first = _first(ordered)
    if first is None:
        return None
    tellings = [telling for each in ordered for telling in _tellings(each, first, names)]
    speakers = _speakers(tellings, tied)
    accounts = tied.accounts([Account(each.told.document, each.told.span, "") for each in ordered])
    basis = _basis(ordered, speakers, accounts if _said_again([each.told for each in ordered]) else 1)
    if basis is None:
        return None
    when = _whole([each.on for each in tellings])
    columns = (
        first.told.words,
        basis.value,
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
        msgspec.json.encode(sorted(tellings, key=_in_time)).decode(),
        speakers,
        sum(each.voice is Voice.REBUTS for each in tellings),
        len({each.told.document for each in ordered}),
        accounts,
    )
    return "n-" + short_hash(ordered[0].told.id), columns


def _first(ordered: Sequence[_Made]) -> _Made | None:
    """The first who promotes it, as most do; of a claim and its denial that have as many, the claim."""
    promoting = [each for each in ordered if each.claim.voice is Voice.PROMOTES or each.claim.called]
    denials = sum(each.told.negated for each in promoting)
    negated = 2 * denials > len(promoting)
    return next((each for each in promoting if each.told.negated == negated), None)


def _said_again(kept: Sequence[Told]) -> bool:
    """Whether one speaker says the same again, days apart: else it is one remark, however reported."""
    likeness = [alike(one.tokens, other.tokens) for one, other in combinations(kept, 2)]
    days = [each.on.earliest for each in kept if each.on.earliest]
    return min(likeness, default=0) >= ONE_CLAIM and bool(days) and max(days) - min(days) >= APART


def _basis(group: Sequence[_Made], speakers: int, accounts: int) -> Recurrence | None:
    if len(group) > 1 and (speakers >= FEWEST_SPEAKERS or accounts >= FEWEST_ACCOUNTS):
        return Recurrence.RECURS
    if any(each.claim.called for each in group):
        return Recurrence.CALLED
    return Recurrence.REPEATED if any(each.told.stands_alone for each in group) else None


def _tellings(made: _Made, first: _Made, names: dict[str, str]) -> Iterator[Telling]:
    """Whoever makes the claim, and the outlet where it answers."""
    told, claim = made.told, made.claim
    same = told.negated == first.told.negated
    voice = claim.voice
    by_outlet = _telling(made, None, told.outlet or "", own=True)
    if claim.called:
        if told.actor:
            yield _voiced(_telling(made, told.actor, names[told.actor], own=False), Voice.PROMOTES, "")
        by_caller = _telling(made, told.caller, names.get(told.caller or "", ""), own=False)
        yield _voiced(by_caller if told.statement else by_outlet, claim.voice, told.answer)
        return
    if voice is not Voice.REPORTS and not same:
        voice = Voice.REBUTS if voice is Voice.PROMOTES else Voice.PROMOTES
    who = names[told.actor] if told.actor else told.source
    remark = bool(told.answer) and claim.voice is Voice.PROMOTES
    yield _voiced(_telling(made, told.actor, who, own=False), voice, "" if remark else told.answer)
    if remark:
        yield _voiced(by_outlet, Voice.REBUTS, told.answer)


def _telling(made: _Made, actor: str | None, who: str, *, own: bool) -> Telling:
    return Telling(
        document=made.told.document,
        outlet=made.told.outlet,
        on=made.told.on,
        voice=Voice.REPORTS,
        actor=actor,
        who=who,
        own=own,
        words=made.told.words,
        answer="",
        statement=made.told.statement,
        span=made.claim.span,
    )


def _voiced(telling: Telling, voice: Voice, answer: str) -> Telling:
    return msgspec.structs.replace(telling, voice=voice, answer=answer)


def _speakers(tellings: Sequence[Telling], tied: Ties) -> int:
    """How many different ones make or answer it.

    Not another one is who is called by a part of another's name, who has the very words of another in another article,
    and of those whom one outlet does not name, more than one.
    """
    named: dict[frozenset[str], set[str]] = {}
    unnamed: set[str] = set()
    outlets: set[str] = set()
    words: dict[str, str] = {}
    for each in tellings:
        at = tied.outlets.get(each.document) or tied.families.get(each.document, each.document)
        if each.voice is Voice.REPORTS or not each.who:
            continue
        if each.own:
            outlets.add(at)
        elif words.setdefault(" ".join(re.findall(r"\w+", each.words.lower())), each.document) != each.document:
            continue
        elif not each.who.split()[-1][0].isupper():
            # Whoever is not named may be the one who is.
            unnamed.add(at)
        else:
            called = frozenset(each.who.casefold().split())
            same = next((other for other in named if called <= other or other <= called), called)
            named.setdefault(same, set()).add(at)
    places = set().union(*named.values())
    return len(named) + len(outlets) + len(unnamed - places)


def _whole(days: Sequence[Interval]) -> Interval:
    """From the first day to the last one, of those that are known."""
    first = [each.earliest for each in days if each.earliest]
    last = [each.latest for each in days if each.latest]
    return Interval(min(first, default=None), max(last, default=None), "document") if first or last else Interval()


def _in_time(telling: Telling) -> tuple[str, str, int, int, str, bool]:
    day = telling.on.earliest or telling.on.latest
    return (
        day.isoformat() if day else "9999",
        telling.document,
        telling.span.start,
        _ORDER[telling.voice],
        telling.who,
        telling.own,
    )


def _evidence(identity: str, group: Sequence[_Made]) -> Iterator[tuple[Value, ...]]:
    for each in group:
        claim = each.claim
        parts = ((claim.span, "claim"), (claim.source, "source"), (claim.cue, "cue"), (claim.answer, "answer"))
        for span, part in parts:
            if span:
                yield (FACT_KIND, identity, each.told.document, span.start, span.end, part)
