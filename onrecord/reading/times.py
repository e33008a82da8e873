"""Time expressions: which words, of which TIMEX3 type, meaning which days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec
import numpy as np

from onrecord.interval import Interval
from onrecord.reading.labels import COLUMNS, TENSES, TIME_TAGS
from onrecord.reading.model import Scores
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.schema import Relative, Time, TimeType
from onrecord.reading.timex.calendar import Rule, days_of
from onrecord.reading.timex.direction import Verb, governing_tense, toward
from onrecord.reading.timex.expression import meaning
from onrecord.reading.timex.meaning import Anchor, Meaning
from onrecord.reading.timex.resolution import resolved

NOT_UNDERSTOOD = "the words are not understood"
_MODAL = COLUMNS["modality"].index("modal")
YEAR_BEFORE_QUARTER = Rule(unit="quarter", shift=-4)
# Verbs further off do not govern a time.
REACH_WORDS = 40


def times(pieces: Pieces, text: str, tags: Ints, scores: Scores, *, sentence: Ints, published: Interval) -> list[Time]:
    """The time expressions of one document in text order, after TimeML's guidelines (TIMEX3).

    tags (w,): the best of TIME_TAGS; `sentence` (w,) numbers each word's; `published` is what times without another
    anchor are reckoned from.
    """
    verbs = _Verbs(scores, sentence)
    found: list[Time] = []
    for first, last, kind in _extents(tags):
        span = pieces.span(first, last)
        said = meaning(span.of(text), kind)
        around = verbs.around(first, last)
        if said.bare and said.rule:
            before = [pieces.span(i, i).of(text).lower() for i in range(max(0, first - 2), first)]
            lies = toward(said.rule, before, around)
            said = replace(said, rule=msgspec.structs.replace(said.rule, toward=lies))
        together = [t for t in found[-3:] if sentence[np.searchsorted(pieces.starts, t.span.start)] == sentence[first]]
        time = Time(span=span, type=kind, mod=said.mod, tense=governing_tense(around))
        found.append(_time(time, said, found, together))
    return resolved(found, published)


def _extents(tags: Ints) -> Iterator[tuple[int, int, TimeType]]:
    """First and last word of each expression, and its type."""
    begins = [i for i, tag in enumerate(tags.tolist()) if TIME_TAGS[tag][0] in "BS"]
    ends = [i for i, tag in enumerate(tags.tolist()) if TIME_TAGS[tag][0] in "ES"]
    for a, b in zip(begins, ends, strict=True):
        yield a, b, TimeType(TIME_TAGS[tags[a]][2:])


class _Verbs:
    """The words of a document that tell of events, with their tenses."""

    def __init__(self, scores: Scores, sentence: Ints) -> None:
        self._at = np.flatnonzero(scores.of("timeml").argmax(1))
        self._tense = scores.of("tense").argmax(1)
        self._modal = scores.of("modality").argmax(1) == _MODAL
        self._sentence = sentence

    def around(self, first: int, last: int) -> list[Verb]:
        """Those in the sentence of the words from `first` through `last`."""
        a, b = np.searchsorted(self._at, (first - REACH_WORDS, last + REACH_WORDS))
        near = [i for i in self._at[a:b].tolist() if self._sentence[i] == self._sentence[first]]
        return [
            Verb(i - first if i < first else i - last, TENSES[self._tense[i]], bool(self._modal[i]))
            for i in near
            if not first <= i <= last
        ]


def _time(time: Time, said: Meaning, earlier: Sequence[Time], together: Sequence[Time]) -> Time:
    """What the words mean, in its place among the times before: all of the document, and those of the sentence."""
    if said.rule is None:
        return msgspec.structs.replace(time, value=said.value, unresolved="" if said.value else NOT_UNDERSTOOD)
    rule, anchor = said.rule, None
    if said.anchor is Anchor.QUARTER:
        # Not the quarter of another comparison: two "a year earlier" in one report mean the same one.
        quarters = (t for t in reversed(earlier) if _unit(t) == "quarter")
        anchor = next((t for t in quarters if not t.relative or t.relative.rule != YEAR_BEFORE_QUARTER), None)
        rule = YEAR_BEFORE_QUARTER if anchor else rule
    elif said.anchor is Anchor.BEFORE:
        # A bare "at noon" is of the day that its sentence names; "the day before" of the last one named anywhere.
        anchor = next((t for t in reversed(together if rule.part else earlier) if _unit(t)), None)
    return msgspec.structs.replace(time, relative=Relative(anchor=anchor.span if anchor else "document", rule=rule))


def _unit(time: Time) -> str:
    """The calendar unit of a time that has days; empty for others."""
    if time.relative:
        return time.relative.rule.unit
    return ("quarter" if "-Q" in time.value else "day") if days_of(time.value) else ""
