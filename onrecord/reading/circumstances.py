"""When events are, how long they take: which time of a sentence belongs to which of its events."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.schema import Time, TimeRelation, TimeType
from onrecord.reading.words.circumstances import BETWEEN, CLAUSE, JOINING, LIGHT, RELATIONS
from onrecord.spans import Span

# How far from its time an event stands at most: behind it ("Tuesday's high-level talks"), and before its duration.
BEHIND_WORDS = 6
SUPPORTED_WORDS = 10
SENTENCE_BREAKS = frozenset(';:“”"(')
# "SORREL, March 3 (Meridian Wire) -": what a dateline has behind its day.
DATELINE = frozenset("(-–—")
DATELINE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Named:
    """The times that a sentence names for an event: when, in which relation; and how long."""

    expressions: tuple[Span, ...] = ()
    relation: TimeRelation = TimeRelation.AT
    duration: Span | None = None


class Words:
    """The words of one document in lower case, cut out of the text when they are asked for."""

    def __init__(self, pieces: Pieces, text: str) -> None:
        self._pieces, self._text = pieces, text

    def __getitem__(self, word: int) -> str:
        return self._text[self._pieces.starts[word] : self._pieces.ends[word]].lower()

    def first(self, span: Span) -> int:
        """The word that `span` begins in."""
        return int(np.searchsorted(self._pieces.ends, span.start, side="right"))

    def last(self, span: Span) -> int:
        """The word that `span` ends in."""
        return int(np.searchsorted(self._pieces.starts, span.end, side="left")) - 1


@dataclass(frozen=True, slots=True)
class _Group:
    """Times that are one, from word `first` through `last`; `relation` None: nothing stands before them that says."""

    spans: tuple[Span, ...]
    first: int
    last: int
    relation: TimeRelation | None
    long: bool  # a duration


def named_times(words: Words, sentence: Ints, times: Sequence[Time], doings: Ints, triggers: Ints) -> dict[int, Named]:
    """For each trigger that has any, the times that its sentence names for it.

    `sentence` (w,) numbers each word's; `doings`: words that tell of anything that happens or is, sorted, the
    `triggers` among them. A time belongs to the word it stands before ("Tuesday's talks"), at the head of a sentence to
    the first one after it, elsewhere to the nearest one before it; what is said on Monday is not done on Monday.
    """
    out: dict[int, Named] = {}
    numbers = set(sentence[triggers].tolist())
    for group in _groups(words, sentence, times):
        number = int(sentence[group.first])
        if number not in numbers:
            continue
        a, b = np.searchsorted(sentence, (number, number + 1)).tolist()
        here = doings[bisect_left(doings, a) : bisect_left(doings, b)].tolist()
        own = triggers[bisect_left(triggers, a) : bisect_left(triggers, b)].tolist()
        trigger = _supported(words, _governor(words, group, here), here, own)
        if trigger is None and group.long:
            trigger = _just_before(group.first, own)
        if trigger is not None:
            out[trigger] = _with(out.get(trigger, Named()), group)
    return out


def relation_before(words: Words, first: int, start: int) -> TimeRelation | None:
    """What the word before `first` (of a sentence from `start`) says of how something lies to the time there."""
    at = first - 1
    while at > start and words[at] in BETWEEN:
        at -= 1
    return RELATIONS.get(words[at]) if at >= start else None


def _with(named: Named, group: _Group) -> Named:
    if group.long:
        return Named(named.expressions, named.relation, named.duration or group.spans[0])
    if named.expressions:
        return named
    return Named(group.spans, group.relation or TimeRelation.AT, named.duration)


def _groups(words: Words, sentence: Ints, times: Sequence[Time]) -> Iterator[_Group]:
    """The times that are days or durations, joined ones together."""
    held: _Group | None = None
    for time in times:
        if time.type is TimeType.SET or time.value.endswith("_REF"):
            continue
        first, last, long = words.first(time.span), words.last(time.span), time.type is TimeType.DURATION
        joined = held is not None and held.last + 2 == first and words[first - 1] in JOINING and long == held.long
        if held and joined:
            held = _Group((*held.spans, time.span), held.first, last, held.relation or TimeRelation.AT, long)
            continue
        if held:
            yield held
        start = int(np.searchsorted(sentence, sentence[first]))
        held = _Group((time.span,), first, last, relation_before(words, first, start), long)
    if held:
        yield held


def _governor(words: Words, group: _Group, doings: Sequence[int]) -> int | None:
    """The word of `doings`, those of the sentence, that the times belong to."""
    behind = _stands_before(words, group, doings)
    if behind is not None:
        return behind
    at = bisect_left(doings, group.first)
    after = next((d for d in doings[at:] if d > group.last), None)
    if at == 0:
        # "SORREL, March 3 (Meridian Wire) - …" is the day of the report, not of what it reports.
        dateline = any(
            words[i] in DATELINE for i in range(group.last + 1, min(after or 0, group.last + DATELINE_WORDS))
        )
        return None if dateline else after
    before = doings[at - 1]
    broken = any(words[i] in SENTENCE_BREAKS for i in range(before + 1, group.first))
    return after if broken and after is not None else before


def _stands_before(words: Words, group: _Group, doings: Sequence[int]) -> int | None:
    """The event that the times stand before as its attribute."""
    at, apostrophe = group.last + 1, False
    while at < group.last + 3 and _peek(words, at) in ("'", "’", "s", "-"):
        apostrophe = apostrophe or words[at] in ("'", "’")
        at += 1
    # "said Tuesday he would wait": without an apostrophe only the word right behind it counts.
    reach = BEHIND_WORDS if apostrophe or (group.long and at > group.last + 1) else 2
    if not apostrophe and group.first - 1 in doings:
        return None
    i = at - 1
    while reach > 0:
        i += 1
        word = _peek(words, i)
        if not word or word in CLAUSE or not (word[0].isalnum() or word in "-."):
            return None
        reach -= len(word) > 1  # the letters and marks of "U.S.-Ostmark" are one word
        if i in doings:
            return i if apostrophe or _peek(words, group.first - 1) not in ("on", "in", "by") else None
    return None


def _peek(words: Words, at: int) -> str:
    try:
        return words[at] if at >= 0 else ""
    except IndexError:
        return ""


def _supported(words: Words, governor: int | None, doings: Sequence[int], triggers: Sequence[int]) -> int | None:
    """The trigger whose times the governor's are: the governor itself, or what a light verb is said of."""
    if governor is None or governor in triggers:
        return governor
    if words[governor] not in LIGHT:
        return None
    before = [t for t in triggers if governor - SUPPORTED_WORDS <= t < governor]
    if before:
        between = [d for d in doings if before[-1] < d < governor and words[d] not in LIGHT]
        return None if between else before[-1]
    after = [t for t in triggers if governor < t <= governor + SUPPORTED_WORDS // 2]
    return after[0] if after else None


def _just_before(word: int, triggers: Sequence[int]) -> int | None:
    near = [t for t in triggers if word - SUPPORTED_WORDS <= t < word]
    return near[-1] if near else None
