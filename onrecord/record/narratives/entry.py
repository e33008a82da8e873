"""What the record says of narratives."""

import enum

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class Voice(enum.StrEnum):
    """What somebody does with a claim."""

    PROMOTES = "promotes"
    REBUTS = "rebuts"
    REPORTS = "reports"  # passes it on without taking it for true or false


class Recurrence(enum.StrEnum):
    """What shows that a claim is more than a remark."""

    RECURS = "recurs"  # several speakers or independent articles make it or answer it
    CALLED = "called"  # the coverage calls it a narrative, a myth, a refrain
    REPEATED = "repeated"  # the coverage says that somebody makes it again and again


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One place where somebody promotes, rebuts or passes on the claim.

    `actor` is None where it is nobody that the record knows; `who` are they in words, or the outlet where `own` says
    that it is its own voice. `words`: the claim as it stands there, `answer`: the words that rebut it or tell what it
    is, or empty. `statement` is the statement's id, if it is in one.
    """

    document: str
    outlet: str | None
    on: Interval
    voice: Voice
    actor: str | None
    who: str
    own: bool
    words: str
    answer: str
    statement: str | None
    span: Span


class NarrativeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with everybody who makes or answers it, in order of time, undated ones last.

    `claim`: in the words of the first who promotes it. `speakers`: how many different ones, outlets in their own voice
    among them; `rebuttals`: how many tellings rebut it. `articles`: in how many it stands, `accounts`: how many of
    them are independent. Parts of the evidence are `claim`, `source`, `cue`, `answer`.
    """

    id: str
    claim: str
    basis: Recurrence
    when: Interval
    told: tuple[Telling, ...]
    speakers: int
    rebuttals: int
    articles: int
    accounts: int
    evidence: tuple[Evidence, ...]
    first_seen: int
    last_seen: int

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell of it, in order of time."""
        return tuple(dict.fromkeys(each.document for each in self.told))

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements that make or answer it, in order of time."""
        return tuple(dict.fromkeys(each.statement for each in self.told if each.statement))
