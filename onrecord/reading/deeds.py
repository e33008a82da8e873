"""Events that the model finds only a little likely, and their words very: "talks", "flew to Vasht"."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from onrecord.reading.circumstances import Words
from onrecord.reading.labels import COLUMNS
from onrecord.reading.links import Floats
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.roster import Roster
from onrecord.reading.schema import EventType, Kind
from onrecord.reading.words.deeds import (
    BY_TELEPHONE,
    CALL,
    HOURS,
    MOTION,
    NEAR_WORDS,
    OF_A_CALL,
    SPEAK,
    TOWARD,
    TOWARD_WORDS,
    TYPE_OF,
)

_KINDS = COLUMNS["event"]
_CONSULT = EventType.CONSULT.value
# How likely the model must find it that a word tells of an event, of whatever type.
LEAST = 0.12
PLACES = frozenset({Kind.PLACE, Kind.STATE})


def likely(pieces: Pieces, scores: Floats, sentence: Ints, words: Words, roster: Roster) -> Iterator[tuple[int, int]]:
    """The words that tell of an event though none is what `scores` (w, kinds) find likeliest, each with its kind.

    `sentence` (w,) numbers each word's. A word counts by itself (`words/deeds.py`), a verb of motion with a place to go
    to, a word of speaking with a telephone or a length. A name or a number in the sentence is for the caller to ask.
    """
    events = 1 - _none(scores)
    for word in np.flatnonzero((scores.argmax(1) == 0) & (events >= LEAST)).tolist():
        kind = TYPE_OF.get(words[word]) or (_CONSULT if _is_contact(pieces, sentence, words, roster, word) else None)
        if kind:
            yield word, _KINDS.index(kind)


def _none(scores: Floats) -> npt.NDArray[np.float64]:
    """(w,): the probability of no event."""
    powers = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
    out: npt.NDArray[np.float64] = powers[:, 0] / powers.sum(1)
    return out


def _is_contact(pieces: Pieces, sentence: Ints, words: Words, roster: Roster, at: int) -> bool:
    word = words[at]
    if word in MOTION:
        return _goes_somewhere(pieces, sentence, words, roster, at)
    near = {words[i] for i in range(max(0, at - NEAR_WORDS), min(len(sentence), at + NEAR_WORDS + 1)) if i != at}
    if word in SPEAK:
        return bool(near & BY_TELEPHONE) or (bool(near & HOURS) and words[min(at + 1, len(sentence) - 1)] == "for")
    return word in CALL and (bool(near & BY_TELEPHONE) or words[min(at + 1, len(sentence) - 1)] in OF_A_CALL)


def _goes_somewhere(pieces: Pieces, sentence: Ints, words: Words, roster: Roster, verb: int) -> bool:
    """Whether a verb of motion has a place behind "to" or the like."""
    for i in range(verb + 1, min(len(sentence) - 1, verb + TOWARD_WORDS)):
        if sentence[i] != sentence[verb]:
            return False
        if words[i] in TOWARD:
            following = pieces.span(i + 1, min(len(sentence) - 1, i + 2))
            return any(mention.kind in PLACES for mention in roster.headed_in(following))
    return False
