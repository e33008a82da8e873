"""Events that the model finds only a little likely, and their words very: "talks", "flew to Vasht"."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.reading.circumstances import Words
from onrecord.reading.labels import COLUMNS
from onrecord.reading.links import Floats
from onrecord.reading.parties import Parties
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.roster import Roster
from onrecord.reading.schema import EventStatus, EventType, Kind
from onrecord.reading.words.deeds import (
    BY_TELEPHONE,
    CALL,
    FOR,
    HOURS,
    INFORM,
    LEAVE,
    MODALS,
    MOTION,
    NEAR_WORDS,
    OF_A_CALL,
    SEND,
    SEND_WORDS,
    SPEAK,
    STALL,
    STALL_WORDS,
    STALLED,
    STATUS_OF,
    STATUS_WORDS,
    TELEPHONE_WORDS,
    TOWARD,
    TOWARD_WORDS,
    TYPE_OF,
)
from onrecord.reading.words.titles import HEADS as OFFICES

_KINDS = COLUMNS["event"]
_CONSULT = EventType.CONSULT.value
# How likely the model must find it that a word tells of an event, of whatever type; that somebody goes to a place,
# and a meeting with somebody.
LEAST = 0.12
LEAST_OF_SOMEBODY = 0.03
PLACES = frozenset({Kind.PLACE, Kind.STATE})


@dataclass(frozen=True, slots=True)
class Deed:
    """An event that a word tells of: its kind, a column of the event scores, and its status where words tell that."""

    kind: int
    status: EventStatus | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the words of one document. `sentence` (w,) numbers the sentence of each."""

    pieces: Pieces
    sentence: Ints
    words: Words
    roster: Roster

    def near(self, at: int, before: int, after: int) -> list[str]:
        """The words of the sentence that stand up to so many before and after `at`."""
        places = range(max(0, at - before), min(len(self.sentence), at + after + 1))
        return [self.words[i] for i in places if i != at and self.sentence[i] == self.sentence[at]]

    def is_place(self, at: int) -> bool:
        """Whether a place is named at the word `at`, or behind one word more."""
        following = self.pieces.span(at, min(len(self.sentence) - 1, at + 1))
        return any(mention.kind in PLACES for mention in self.roster.headed_in(following))

    def place_toward(self, at: int, reach: int, toward: Set[str] = TOWARD) -> int | None:
        """The word "to" or the like with a place behind it, up to `reach` words behind `at`, if there is one."""
        for i in range(at + 1, min(len(self.sentence) - 1, at + reach)):
            if self.sentence[i] != self.sentence[at]:
                return None
            if self.words[i] in toward and self.is_place(i + 1):
                return i
        return None

    def parties(self) -> Parties:
        """Who takes part in what, in the same document."""
        return Parties(self.pieces, self.sentence, self.words, self.roster)


def likely(scores: Floats, around: Around) -> dict[int, Deed]:
    """The words that tell of an event though none is what `scores` (w, kinds) find likeliest.

    A word counts by itself (`words/deeds.py`), a verb of motion with a place to go to, one of sending with somebody and
    a place, a word of speaking with a telephone or a length, a deal or talks that stall. Whether somebody has a part in
    it, or a time is named, is for the caller to ask.
    """
    events = np.where(scores.argmax(1) == 0, 1 - _none(scores), 0)
    found = {word: _deed(around, word) for word in np.flatnonzero(events >= LEAST_OF_SOMEBODY).tolist()}
    parties = around.parties()
    return {
        word: deed
        for word, deed in found.items()
        if deed
        and (events[word] >= LEAST or (deed.kind == _KINDS.index(_CONSULT) and _is_official(around, parties.of(word))))
    }


def _is_official(around: Around, parties: Sequence[str]) -> bool:
    """Whether one of the `parties` has a title in the document, or is called by one: others travel for themselves."""
    actors = [around.roster.actor(party) for party in parties]
    return any(actor.titles or not OFFICES.isdisjoint(actor.name.casefold().split()) for actor in actors)


def _none(scores: Floats) -> npt.NDArray[np.float64]:
    """(w,): the probability of no event."""
    powers = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
    out: npt.NDArray[np.float64] = powers[:, 0] / powers.sum(1)
    return out


def _deed(around: Around, at: int) -> Deed | None:
    word = around.words[at]
    if kind := TYPE_OF.get(word):
        return Deed(_KINDS.index(kind), _status(around, at))
    if word in STALL:
        of = [STALLED[w] for w in around.near(at, STALL_WORDS, 0) if w in STALLED]
        return Deed(_KINDS.index(of[-1]), EventStatus.CALLED_OFF) if of else None
    if not _is_contact(around, at):
        return None
    # "flies to Vasht on Tuesday": in the news, the present of a journey is its plan.
    scheduled = word in MOTION | LEAVE and word.endswith("s")
    return Deed(_KINDS.index(_CONSULT), EventStatus.PLANNED if scheduled else None)


def _status(around: Around, at: int) -> EventStatus | None:
    beside = [STATUS_OF[w] for w in around.near(at, STATUS_WORDS, 1) if w in STATUS_OF]
    if not beside and any(w in MODALS for w in around.near(at, 0, NEAR_WORDS)):
        return EventStatus.POSSIBLE
    return EventStatus(beside[-1]) if beside else None


def _is_contact(around: Around, at: int) -> bool:
    word, following = around.words[at], around.near(at, 0, 1)
    if word in MOTION | LEAVE:
        goers = [around.roster.actor(actor) for actor in around.parties().of(at)]
        somebody = any(goer.kind is Kind.PERSON for goer in goers)
        return somebody and around.place_toward(at, TOWARD_WORDS, TOWARD if word in MOTION else FOR) is not None
    if word in INFORM:
        behind = around.near(at, 0, TELEPHONE_WORDS)
        return any(a in ("by", "over") and b in BY_TELEPHONE for a, b in pairwise(behind))
    if word in SEND:
        to = around.place_toward(at, SEND_WORDS)
        return to is not None and any(
            mention.kind is Kind.PERSON for mention in around.roster.headed_in(around.pieces.span(at + 1, to))
        )
    near = set(around.near(at, NEAR_WORDS, NEAR_WORDS))
    if word in SPEAK:
        return bool(near & BY_TELEPHONE) or (bool(near & HOURS) and following == ["for"])
    return word in CALL and (bool(near & BY_TELEPHONE) or bool(set(following) & OF_A_CALL))
