"""What the record says of labels."""

import enum

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class How(enum.StrEnum):
    """What ties a label to its target in the text."""

    BEFORE_NAME = "before_name"  # "the embattled premier Danil Sorvek"
    BESIDE_NAME = "beside_name"  # "Danil Sorvek, a ruthless autocrat,"
    IS = "is"  # "Sorvek is a hardliner"
    CALLED = "called"  # "called Sorvek a dictator"
    BEHIND_NAME = "behind_name"  # "the Sorvek regime", "Maoist guerrillas"
    OF_WHAT = "of_what"  # "the invasion of Ilmeria"


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the label stands: `words` as they are spelled there.

    `distanced`: the outlet puts it in quotation marks of its own. `statement` is the statement's id, None: the outlet's
    own voice.
    """

    document: str
    outlet: str | None
    on: Interval
    words: str
    how: How
    distanced: bool
    statement: str | None
    span: Span


class LabelEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What one outlet in its own voice, or one source, calls one target, with every place, in order of time.

    `target` is an actor's id; `matter`: of what kind the thing that befalls it is which is labelled, empty where it is
    the target itself. `own`: an outlet's own voice; else `actor` is the source, None where it is nobody that the record
    knows. `who` names either. Parts of the evidence are `label`, `target`.
    """

    id: str
    target: str
    target_name: str
    matter: str
    label: str
    own: bool
    outlet: str
    actor: str | None
    who: str
    used: tuple[Use, ...]
    uses: int
    articles: int
    when: Interval
    evidence: tuple[Evidence, ...]
    first_seen: int
    last_seen: int

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that have it, in order of time."""
        return tuple(dict.fromkeys(each.document for each in self.used))

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements that have it, in order of time."""
        return tuple(dict.fromkeys(each.statement for each in self.used if each.statement))
