"""The entries of a record, as every view and the Python API receive them."""

import enum
from datetime import datetime
from typing import Protocol

import msgspec

from onrecord.coverage.document import Residue
from onrecord.interval import Interval
from onrecord.reading.schema import Act, CommitmentKind, EventType, Form, Kind, MentionForm, Sourcing
from onrecord.spans import Span


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The characters of one document that carry an entry, or a part of it.

    Parts of a statement are `source`, `cue`, `content`, `hedge`.
    """

    document: str
    span: Span
    part: str


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the record knows of one document; its text and spans come from `Record.text`.

    `published` is what the record holds, `stated` what the page says. Where it is inferred or a user says so, `because`
    tells how in a few words, and `evidence` points at the characters; its parts are `earliest` and `latest`.
    """

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    published: Interval
    stated: Interval
    because: str
    evidence: tuple[Evidence, ...]
    language: str
    unread: str
    origins: tuple[str, ...]
    characters: int
    statements: int
    first_seen: int
    last_seen: int


class ActorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something over all documents; `titles` are the documents' own words, the most frequent first."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    documents: int
    mentions: int
    statements: int
    first_seen: int
    last_seen: int


class Named(Protocol):
    """Whatever has an actor's id, name and kind."""

    @property
    def id(self) -> str:
        """Of the actor."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def kind(self) -> Kind:
        """What it is."""
        ...


class NamedActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor by its name alone."""

    id: str
    name: str
    kind: Kind


class StatementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution.

    The texts are what the evidence slices to, fragments joined by " … "; `speaker`, `addressee`, `via` are actors' ids.
    """

    id: str
    document: str
    speaker: str | None
    speaker_name: str | None
    source_text: str
    cue_text: str
    content_text: str
    form: Form
    sourcing: Sourcing
    act: Act
    via: tuple[str, ...]
    via_names: tuple[str, ...]
    addressee: str | None
    addressee_name: str | None
    hedges: tuple[str, ...]
    sentence: Span  # the sentence or sentences that the evidence lies in
    restated: tuple[str, ...]  # the same statement in other articles: ids of statements
    articles: int  # in which it stands
    accounts: int  # how many of these are independent of each other
    evidence: tuple[Evidence, ...]
    published: Interval
    outlet: str | None
    first_seen: int
    last_seen: int

    @property
    def said_by(self) -> str:
        """Who says it: the speaker's name, else the source's words; empty where those are the one who was told."""
        told = self.speaker is None and self.addressee is not None and self.sourcing is Sourcing.GENERAL
        return self.speaker_name or ("" if told else self.source_text)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What coverage says became of an event or a commitment: `status` as of a document that was published `on`.

    `status` is an `EventStatus` (or `postponed`) of an event, a `CommitmentStatus` of a commitment; `text` is what the
    evidence slices to.
    """

    status: str
    on: Interval
    document: str
    outlet: str | None
    span: Span
    text: str
    statement: str | None = None  # the statement that says so; None: the outlet's own voice


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One happening, told in one article or in many; actors' ids, with their names beside them.

    `what`: the words of the account that tells most of it. `when`: the days that all accounts leave, with `basis`
    `expression` (times in the text), `document` (only days of publication bound it), `unknown`; `conflict`: accounts
    name days that exclude each other (`when` is then from the first to the last of them). `only_said`: no outlet
    reports it in its own voice, `said_by` names those who say so. `accounts`: how many of the articles
    are independent of each other (record/independence.py). Parts of evidence are `trigger`, `time`.
    """

    id: str
    type: EventType
    mode: str
    contexts: tuple[str, ...]
    status: str
    what: str
    initiators: tuple[str, ...]
    initiator_names: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_names: tuple[str, ...]
    excluded: tuple[str, ...]
    excluded_names: tuple[str, ...]
    place: str | None
    place_name: str | None
    when: Interval
    conflict: bool
    duration: str
    only_said: bool
    said_by: tuple[str, ...]
    statements: tuple[str, ...]
    history: tuple[Change, ...]
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    accounts: int
    first_seen: int
    last_seen: int


class CommitmentStatus(enum.StrEnum):
    """What became of a commitment."""

    OPEN = "open"
    KEPT = "kept"  # a promise or an offer
    CARRIED_OUT = "carried_out"  # a threat or an ultimatum
    LAPSED = "lapsed"  # coverage says that it was not kept or carried out in time
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"  # another one took its place
    UNKNOWN = "unknown"  # it was due before the newest coverage, which says nothing of it


class CommitmentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One threat, promise, ultimatum, conditional offer or deadline, over all articles that tell of it.

    `due`: the days by which or on which it is due; `overdue`: it was due before the newest coverage, and nothing tells
    what became of it. `figures`: numbers named with it, in the texts' own words.
    """

    id: str
    kind: CommitmentKind
    by: str | None
    by_name: str
    toward: str | None
    toward_name: str
    what: str
    condition: str
    due: Interval
    status: CommitmentStatus
    overdue: bool
    figures: tuple[str, ...]
    statements: tuple[str, ...]
    history: tuple[Change, ...]
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    accounts: int
    first_seen: int
    last_seen: int


class StatusChange(msgspec.Struct, frozen=True):
    """An event or a commitment, the other is None, whose status is another than it was: `before`."""

    before: str
    event: EventEntry | None = None
    commitment: CommitmentEntry | None = None


class QuantityEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its unit in one document, what it measures, and the entries whose words it stands in."""

    document: str
    span: Span
    text: str
    value: float
    unit: str
    mod: str
    of: str
    statement: str | None
    event: str | None
    commitment: str | None


class UnreadEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be read, and why: a file that made no document, or a document kept but not read."""

    origin: str
    document: str | None
    reason: str


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One build; `finished` is None where it was cut off."""

    id: int
    started: datetime
    finished: datetime | None
    version: str
    model: str
    added: int
    known: int
    unread: int


class MentionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch that refers to an actor of the record; `head` is its head word."""

    document: str
    actor: str
    span: Span
    head: Span
    kind: Kind
    form: MentionForm


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that a search found; `text` is what `span` slices to."""

    document: str
    title: str | None
    outlet: str | None
    published: Interval
    span: Span
    text: str


class DocumentSpans(msgspec.Struct, frozen=True, kw_only=True):
    """How a document's stored text divides: what is the article, what is not, and its sentences (none where unread)."""

    body: tuple[Span, ...]
    residue: tuple[Residue, ...]
    sentences: tuple[Span, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a record holds; `unread` counts what could not be read, with or without a document.

    Entries that users rejected are counted in `rejected` alone.

    `cut_off`: the last build did not end, so that its documents' actors are not settled yet.
    """

    documents: int
    read: int
    unread: int
    outlets: int
    actors: int
    statements: int
    events: int
    commitments: int
    copies: int
    stories: int
    positions: int
    forecasts: int
    labels: int
    narratives: int
    disputes: int
    roles: int
    rejected: int
    published: Interval
    runs: int
    cut_off: bool
