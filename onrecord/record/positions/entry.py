"""What the record says of positions."""

import enum

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class Stance(enum.StrEnum):
    """Where somebody stands on an issue."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"  # for it, on a condition that is named
    UNDECIDED = "undecided"  # says that it is not decided, or does not rule it out
    DENIES = "denies"  # says that they never said so


class Basis(enum.StrEnum):
    """What shows it."""

    SAID = "said"
    DONE = "done"


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """One place where an article shows the position.

    `on`: the days on which it was taken, as far as they are known; `words`: those that take the side, in the text's
    spelling, `about` what they are about; `condition` that on which it hangs, or empty. `according_to` names whoever
    the article has it from, if not from the holder; `statement` is the statement's id, None: the outlet's own voice.
    """

    document: str
    outlet: str | None
    on: Interval
    basis: Basis
    words: str
    about: str
    condition: str
    according_to: str
    statement: str | None
    span: Span


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's stance on an issue and another one later; `earlier`, `later`: ids of the positions."""

    earlier: str
    later: str
    before: Taken
    after: Taken
    because: str


class PositionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One stance of one actor on one issue, with every place that shows it, in order of time, undated ones last.

    `issue` is the same for all positions on it, `issue_name` what the coverage calls it; `about`: the actor, if the
    issue is one. `articles`: in how many it stands, `accounts`: how many of them are independent. `shifts` are those
    from this position and to it. Parts of the evidence are `words`, `about`, `condition`, `time`.
    """

    id: str
    actor: str
    actor_name: str
    issue: str
    issue_name: str
    about: str | None
    stance: Stance
    when: Interval
    taken: tuple[Taken, ...]
    shifts: tuple[Shift, ...]
    articles: int
    accounts: int
    evidence: tuple[Evidence, ...]
    first_seen: int
    last_seen: int

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that show it, in order of time."""
        return tuple(dict.fromkeys(each.document for each in self.taken))

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements that show it, in order of time."""
        return tuple(dict.fromkeys(each.statement for each in self.taken if each.statement))
