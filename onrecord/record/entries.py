"""The entries of a record, as every view and the Python API receive them."""

from datetime import datetime

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Act, Form, Kind, Sourcing
from onrecord.spans import Span


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The characters of one document that carry an entry, or a part of it (`source`, `cue`, `content`, `name`, `title`)."""

    document: str
    span: Span
    part: str


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the record knows of one document; its text and spans come from `Record.text`."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    published: Interval
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


class StatementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution. The texts are what the evidence slices to, fragments joined by " … "; `speaker` is an actor's id."""

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
    evidence: tuple[Evidence, ...]
    published: Interval
    outlet: str | None
    first_seen: int
    last_seen: int


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
