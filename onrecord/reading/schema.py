"""What one document says: the reading, and the JSON that `onrecord read` writes."""

import enum
from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.timex.calendar import Rule
from onrecord.spans import Span

SCHEMA = "onrecord/reading/1"


class Kind(enum.StrEnum):
    """What an actor or a mention is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    PLACE = "place"
    GROUP = "group"
    OUTLET = "outlet"
    DOCUMENT = "document"
    OTHER = "other"


class MentionForm(enum.StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Form(enum.StrEnum):
    """Whether the words of a statement's content are the speaker's own."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Sourcing(enum.StrEnum):
    """On whose word we have a statement."""

    NAMED = "named"  # a person who is named in the document
    UNNAMED = "unnamed"  # somebody in particular whom the outlet does not name: "a senior official"
    ORGANIZATION = "organization"  # a ministry, a state, a company speaking as such
    DOCUMENT = "document"  # a report, a letter, a transcript
    OUTLET = "outlet"  # another outlet's reporting
    GENERAL = "general"  # nobody in particular: "critics", "many", or no source at all


class Act(enum.StrEnum):
    """What the speaker does by saying it."""

    ASSERT = "assert"
    DENY = "deny"
    THREATEN = "threaten"
    PROMISE = "promise"
    DEMAND = "demand"
    PROPOSE = "propose"
    PREDICT = "predict"
    CRITICIZE = "criticize"
    PRAISE = "praise"
    DECLINE = "decline"
    ASK = "ask"


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch that refers to an actor; `head` is its head word (universal dependencies: the first word of a name)."""

    span: Span
    head: Span
    kind: Kind
    form: MentionForm
    actor: str


class Title(msgspec.Struct, frozen=True, gc=False):
    """A title or role that the document gives an actor, in its own words: "special envoy"."""

    title: str
    span: Span


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that the document speaks of; `id` is local to the reading ("a3")."""

    id: str
    name: str
    kind: Kind
    titles: tuple[Title, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have said, written or thought what, after the PolNeAR guidelines (source, cue, content).

    `speaker` is the local id of the actor that `source` refers to, None where that is unresolved. An empty `source`
    with a `speaker` is inferred: the subject of another statement in the sentence serves for this one too ("Lind
    refused, saying …"). `via`: those who relay it, the nearest to the speaker first ("Ilmerian officials …, the
    Meridian Wire reports": via the Wire).
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    form: Form
    sourcing: Sourcing
    via: tuple[str, ...] = ()
    act: Act = Act.ASSERT
    addressee: str | None = None
    hedges: tuple[Span, ...] = ()


class TimeType(enum.StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """From what a time is reckoned: the day the document was published, or another time in its text; and how."""

    anchor: Literal["document"] | Span
    rule: Rule


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression after TIMEX3, and the days it can mean.

    `value` is empty where it is not known, and `unresolved` then says why. `mod`: TIMEX3's (START, MID, END, APPROX,
    MORE_THAN …), or EARLIER and LATER for "earlier this month". A `relative` time is resolved again whenever its
    document gets another date. `tense`: TimeML's, of the verb that governs it (FUTURE also for modals and infinitives);
    empty where there is none.
    """

    span: Span
    type: TimeType
    value: str = ""
    mod: str = ""
    earliest: date | None = None
    latest: date | None = None
    relative: Relative | None = None
    unresolved: str = ""
    tense: str = ""


class EventType(enum.StrEnum):
    """PLOVER's sixteen types of 2021; training/guidelines.md says what each takes in."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(enum.StrEnum):
    """Whether an event happened, as the text has it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    THREATENED = "threatened"
    DENIED = "denied"
    CALLED_OFF = "called_off"


class TimeRelation(enum.StrEnum):
    """How something lies to the time that is named with it."""

    AT = "at"
    BY = "by"  # a deadline, itself included
    BEFORE = "before"
    WITHIN = "within"  # a duration from the day it is said
    SINCE = "since"
    AFTER = "after"


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The days on which something can have been or can be.

    `expressions`: the times of the text that say so, several where they are joined ("Wednesday or Thursday"). `basis`:
    `expression`; `document`, where only the day of publication bounds it; `unknown`.
    """

    expressions: tuple[Span, ...] = ()
    relation: TimeRelation = TimeRelation.AT
    earliest: date | None = None
    latest: date | None = None
    basis: Literal["expression", "document", "unknown"] = "unknown"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, when and where.

    Actors by local id, `excluded` those who were kept out; `mode`, `contexts` are PLOVER's; `duration`: the span of the
    time expression that says how long; `statement`: index of the one it is known from, None: the outlet's own voice.
    """

    trigger: Span
    type: EventType
    status: EventStatus
    mode: str = ""
    contexts: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    time: When = When()
    duration: Span | None = None
    place: str | None = None
    statement: int | None = None


class CommitmentKind(enum.StrEnum):
    """What somebody is bound to by their word, or binds somebody else to."""

    THREAT = "threat"
    PROMISE = "promise"
    ULTIMATUM = "ultimatum"  # a threat with a deadline or a demand with one
    OFFER = "offer"  # a promise on a condition
    DEADLINE = "deadline"  # a date that is set, without words on what follows


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Who will do what, toward whom, on which condition, by when; actors by local id.

    `cue`: the words that make it one; `what`: what is to be done; `statement`, `event`: indices of those it is read
    from (`statement` counts `all_statements`). `denied`: whoever is said to have made it says that they have not.
    """

    kind: CommitmentKind
    cue: Span
    what: tuple[Span, ...]
    by: str | None = None
    toward: str | None = None
    condition: Span | None = None
    due: When = When()
    statement: int | None = None
    event: int | None = None
    denied: bool = False


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its unit; `of`: what it measures. `value` is the number as counted: "1.5 million" is 1500000."""

    span: Span
    value: float
    unit: str
    of: Span | None = None
    mod: str = ""


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """How a sentence speaks of an actor that it names in `span`: from -1, negative, to 1, positive."""

    span: Span
    target: str
    polarity: float


class Relayed(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that stands inside the content of another one, the one at index `within` of the reading's."""

    within: int
    statement: Statement


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one document; every span lies in `text`."""

    schema: str = SCHEMA
    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Interval = UNKNOWN
    language: str = "und"
    unread: str = ""
    body: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    relayed: tuple[Relayed, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def all_statements(self) -> tuple[Statement, ...]:
        """Those of the article's own sentences and those they relay, each right behind the one that relays it."""
        return all_statements(self.statements, self.relayed)


def all_statements(statements: Sequence[Statement], relayed: Sequence[Relayed]) -> tuple[Statement, ...]:
    """`statements` and those they relay, each right behind the one that relays it."""
    inside: dict[int, list[Statement]] = {}
    for second in relayed:
        inside.setdefault(second.within, []).append(second.statement)
    return tuple(s for n, outer in enumerate(statements) for s in (outer, *inside.get(n, ())))
