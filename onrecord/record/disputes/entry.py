"""What the record says of disputes."""

import enum

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Sourcing
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class DisputeKind(enum.StrEnum):
    """What accounts differ in."""

    NUMBER = "number"  # how many, how much, how long
    BLAME = "blame"  # who started or caused it
    DENIAL = "denial"  # somebody denies what is said
    SELF = "self"  # somebody denies or reverses what they said themselves


class DisputeStatus(enum.StrEnum):
    """Whether the coverage says which version holds."""

    OPEN = "open"
    SETTLED = "settled"  # whoever held another version has admitted or corrected it


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a version is told: `span` of `document`, which reads `text`.

    `speaker` is an actor's id; `source` is how the text names whoever says it, empty where the outlet says it in its
    own voice, and `sourcing` is then None; `via`: the names of those who relay it. `statement`: the id of the
    statement that it is read from, None where there is none.
    """

    document: str
    outlet: str | None
    published: Interval
    span: Span
    text: str
    statement: str | None
    speaker: str | None
    speaker_name: str | None
    source: str
    sourcing: Sourcing | None
    via: tuple[str, ...] = ()


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One version: what it `says`, in the words of its first claim; on the word of how many independent accounts.

    No account carries what is only told of as denied.
    """

    says: str
    accounts: int
    claims: tuple[Claim, ...]


class DisputeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Versions of one thing that cannot all hold.

    `about`: what it is of; `marked`: an article says itself that there is a disagreement; `because`: what shows the
    dispute, in a few words each. `actors`: the ids of those who say it or are spoken of. Parts of the evidence are
    `first`, `second` … for the sides and `marker` for the words that say that accounts differ.
    """

    id: str
    kind: DisputeKind
    about: str
    status: DisputeStatus
    marked: bool
    because: tuple[str, ...]
    sides: tuple[Side, ...]
    actors: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    first_seen: int
    last_seen: int

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that its versions are told in."""
        told = {claim.statement for side in self.sides for claim in side.claims if claim.statement}
        return tuple(sorted(told))
