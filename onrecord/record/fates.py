"""What later coverage says became of a commitment."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.interval import Interval
from onrecord.reading.schema import CommitmentKind, EventStatus, EventType
from onrecord.record.entries import Change, CommitmentStatus
from onrecord.record.pledges import Pledge
from onrecord.record.stems import stems
from onrecord.record.tellings import Telling
from onrecord.spans import Span

# How many content words an account must share with what was promised before it tells of its end.
SHARED = 2
SHARE = 0.4

_AGAINST = frozenset({CommitmentKind.THREAT, CommitmentKind.ULTIMATUM, CommitmentKind.DEADLINE})
_HARM = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE})
_DONE = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})
_ON_HOLD = re.compile(
    r"\b(?:on hold|suspend\w*|postpon\w*|extend\w*|delay(?:s|ed|ing)? the|new (?:date|deadline)|"
    r"pushed back|replac\w*)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:withdr[ae]w\w*|drop(?:s|ped|ping)?|lift(?:s|ed|ing)?|shelv\w*|scrap\w*|abandon\w*|"
    r"back(?:s|ed|ing)? (?:down|away|off)|"
    r"call(?:s|ed|ing)? off|rescind\w*)\b",
    re.IGNORECASE,
)
_HELD_TO = re.compile(
    r"\b(?:kept|keeps|honou?red|fulfill?ed|made good on) (?:\w+ ){0,2}(?:promise|word|pledge|vow|threat)|"
    r"\b(?:inside|within|ahead of|before) the (?:limit|deadline)\b",
    re.IGNORECASE,
)
_NOT_HELD_TO = re.compile(
    r"\b(?:broke|broken|breaks|failed|fails|missed|misses)\b.{0,40}\b(?:promise|word|pledge|vow|deadline|deliver|undertaking)|"
    r"\bnot (?:every|all) (?:promise|pledge)s? (?:was|were) kept\b|\bpromises? (?:was|were) not kept\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that may tell of the end of a commitment; `before` is the one before it."""

    document: str
    published: Interval
    outlet: str | None
    span: Span
    text: str
    before: str
    stems: frozenset[str]


def opened(pledge: Pledge) -> Change:
    """The commitment as it was made, or as somebody says that they never made it."""
    status = CommitmentStatus.WITHDRAWN if pledge.commitment.denied else CommitmentStatus.OPEN
    return Change(
        status=status.value,
        on=pledge.published,
        document=pledge.document,
        outlet=pledge.outlet,
        span=pledge.sentence,
        text=pledge.text,
        statement=pledge.statement,
    )


def endings(made: Sequence[Pledge], events: Iterable[Telling], passages: Iterable[Passage]) -> Iterator[Change]:
    """The changes that later coverage tells: by deeds that match what was to be done, by words on the promise itself.

    `made`: all tellings of the commitment in order. Each change shares content words with what was promised; what
    tells of it before the promise, or in the sentence that makes it, does not count.
    """
    what = [stems(pledge.what) for pledge in made]
    by = {pledge.by for pledge in made if pledge.by}
    own = {(pledge.document, pledge.sentence) for pledge in made}
    for event in events:
        if (event.document, event.sentence) not in own and _later(event.published, made):
            status = _by_deed(made[0].commitment.kind, event, what, by)
            if status:
                yield _change(status, event, event.sentence)
    for passage in passages:
        if (passage.document, passage.span) not in own and _later(passage.published, made):
            status = _by_words(made[0].commitment.kind, passage, what)
            if status:
                yield _change(status, passage, passage.span)


def _change(status: CommitmentStatus, told: Telling | Passage, span: Span) -> Change:
    return Change(
        status=status.value, on=told.published, document=told.document, outlet=told.outlet, span=span, text=told.text
    )


def _later(published: Interval, made: Sequence[Pledge]) -> bool:
    """Whether it came out after the promise was first told; what has no date may have."""
    first = made[0].published
    if not published.latest or not first.earliest:
        return False
    return published.latest >= first.earliest


def _by_deed(
    kind: CommitmentKind, event: Telling, what: Sequence[frozenset[str]], by: set[str]
) -> CommitmentStatus | None:
    if event.event.status not in _DONE or event.statement or not by.intersection(event.initiators):
        return None
    if not _shared(stems(event.text), what):
        return None
    if kind in _AGAINST:
        if event.event.type in _HARM:
            return CommitmentStatus.CARRIED_OUT
        return _given_up(event.text) if event.event.type in (EventType.RETREAT, EventType.CONCEDE) else None
    return CommitmentStatus.KEPT if any(stems(event.trigger) & each for each in what) else None


def _by_words(kind: CommitmentKind, passage: Passage, what: Sequence[frozenset[str]]) -> CommitmentStatus | None:
    if not _shared(passage.stems, what):
        return None
    if kind in _AGAINST:
        return _given_up(passage.text)
    if _NOT_HELD_TO.search(passage.text) or _NOT_HELD_TO.search(passage.before):
        return CommitmentStatus.LAPSED
    return CommitmentStatus.KEPT if _HELD_TO.search(passage.text) else None


def _given_up(text: str) -> CommitmentStatus | None:
    if _ON_HOLD.search(text):
        return CommitmentStatus.SUPERSEDED
    return CommitmentStatus.WITHDRAWN if _GIVEN_UP.search(text) else None


def _shared(told: frozenset[str], what: Sequence[frozenset[str]]) -> bool:
    """Whether an account shares enough words with one of the ways in which it is told what was to be done."""
    common = [(len(told & each), min(len(told), len(each))) for each in what]
    return any(count >= SHARED and count >= SHARE * least for count, least in common)
