"""The sign of each status, so that none is told by its colour alone: a word, a character, an outline to draw."""

import enum

import msgspec

from onrecord.reading.schema import EventStatus
from onrecord.record.entries import CommitmentEntry, CommitmentStatus

# Outlines in a square from -1 to 1, as SVG paths; Vega scales them itself.
_DISC = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
_SQUARE = "M-.85,-.85H.85V.85H-.85Z"
_DIAMOND = "M0,-1.15L1.15,0L0,1.15L-1.15,0Z"
_UP = "M0,-1.1L1.15,.9H-1.15Z"
_ONWARD = "M-.8,-1.1L1.15,0L-.8,1.1Z"
_CROSS = "M-.85,-.85L.85,.85M-.85,.85L.85,-.85"
_BARRED = f"{_DISC}M-.7,.7L.7,-.7"
_TICK = "M-1,.1L-.3,.8L1,-.8"


class Family(enum.StrEnum):
    """What a status comes to; one colour each. The four are told apart with any kind of colour vision."""

    FACT = "fact"  # it is so
    AHEAD = "ahead"  # it may come to be
    THREAT = "threat"  # it is held out as a threat, or is overdue
    GONE = "gone"  # it is not, or will not be


class Sign(msgspec.Struct, frozen=True):
    """How a status is shown; `filled`: its outline is a surface, else a line."""

    word: str
    glyph: str
    outline: str
    family: Family
    filled: bool = False


POSTPONED = "postponed"

EVENT: dict[str, Sign] = {
    EventStatus.OCCURRED: Sign("occurred", "●", _DISC, Family.FACT, filled=True),
    EventStatus.ONGOING: Sign("ongoing", "▶", _ONWARD, Family.FACT, filled=True),
    EventStatus.PLANNED: Sign("planned", "○", _DISC, Family.AHEAD),
    POSTPONED: Sign("postponed", "▷", _ONWARD, Family.AHEAD),
    EventStatus.POSSIBLE: Sign("possible", "◇", _DIAMOND, Family.AHEAD),
    EventStatus.CONDITIONAL: Sign("conditional", "□", _SQUARE, Family.AHEAD),
    EventStatus.THREATENED: Sign("threatened", "▲", _UP, Family.THREAT, filled=True),
    EventStatus.DENIED: Sign("denied", "✕", _CROSS, Family.GONE),
    EventStatus.CALLED_OFF: Sign("called off", "⊘", _BARRED, Family.GONE),
}

COMMITMENT: dict[str, Sign] = {
    CommitmentStatus.OPEN: Sign("open", "○", _DISC, Family.AHEAD),
    CommitmentStatus.KEPT: Sign("kept", "✓", _TICK, Family.FACT),
    CommitmentStatus.CARRIED_OUT: Sign("carried out", "●", _DISC, Family.FACT, filled=True),
    CommitmentStatus.LAPSED: Sign("lapsed", "✕", _CROSS, Family.GONE),
    CommitmentStatus.WITHDRAWN: Sign("withdrawn", "⊘", _BARRED, Family.GONE),
    CommitmentStatus.SUPERSEDED: Sign("superseded", "▷", _ONWARD, Family.GONE),
    CommitmentStatus.UNKNOWN: Sign("not known", "◇", _DIAMOND, Family.AHEAD),
}

OVERDUE = Sign("overdue", "▲", _UP, Family.THREAT, filled=True)


def of_change(status: str) -> Sign:
    """The sign of a status in the history of an event or a commitment."""
    return EVENT.get(status) or COMMITMENT[status]


def of_commitment(commitment: CommitmentEntry) -> Sign:
    """The sign of what became of `commitment`."""
    return OVERDUE if commitment.overdue else COMMITMENT[commitment.status]
