"""A role as the record gives it out."""

import enum
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class ChangeKind(enum.StrEnum):
    """What becomes of an office, or of whoever holds it."""

    APPOINTED = "appointed"
    REPLACED = "replaced"  # somebody comes in the place of somebody else
    DISMISSED = "dismissed"
    RESIGNED = "resigned"
    BARRED = "barred"  # kept out of what the office is for; by whom, and whether for good, the words tell


class RoleChange(msgspec.Struct, frozen=True, kw_only=True):
    """A place where the coverage tells of a change: `text` is the sentence at `span` of `document`.

    `other` is who comes or goes in exchange; `on` is when the article came out.
    """

    kind: ChangeKind
    other: str | None
    other_name: str | None
    on: Interval
    document: str
    outlet: str | None
    span: Span
    text: str


class RoleEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An office of one actor: `title` as most articles give it, `titles` all ways in which they do.

    `of` is whose office it is: a state, an organisation or a person, None where no article says. `current` are the days
    from the first to the last article that gives the title as held, `past_by` the day of the first that calls it a
    former one. `predecessors` and `successors` are those whom `changes` name.
    """

    id: str
    actor: str
    actor_name: str
    title: str
    titles: tuple[str, ...]
    of: str | None
    of_name: str | None
    current: Interval
    past_by: date | None
    predecessors: tuple[str, ...]
    predecessor_names: tuple[str, ...]
    successors: tuple[str, ...]
    successor_names: tuple[str, ...]
    changes: tuple[RoleChange, ...]
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    first_seen: int
    last_seen: int

    @property
    def statements(self) -> tuple[str, ...]:
        """None: who holds an office is told beside names."""
        return ()
