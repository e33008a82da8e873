"""One entry with all of its evidence in context."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.interval import Interval
from onrecord.record.copies.entry import CopyEntry
from onrecord.record.entries import (
    ActorEntry,
    DocumentEntry,
    MentionEntry,
    StatementEntry,
)
from onrecord.record.metonyms import Metonym
from onrecord.record.record import AnyEntry, Record
from onrecord.record.roles.entry import RoleEntry
from onrecord.record.rulings.entry import RulingEntry
from onrecord.record.stories.entry import StoryEntry
from onrecord.spans import Span
from onrecord.views.copies import ShownCopy, shown_copy
from onrecord.views.marks import Happened, Mark, Settled, marks_of

# What a reader needs around a sentence to judge it, and around a name to recognise it.
AROUND_STATEMENT_CHARS = 300
AROUND_TELLING_CHARS = 120
AROUND_MENTION_CHARS = 60

_BREAK = re.compile(r"\n\s*")
_SPACE = re.compile(r"\s")


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Text around evidence: `text` is what `span` slices to, `marks` is the evidence, in the document's offsets."""

    document: str
    title: str | None
    outlet: str | None
    published: Interval
    span: Span
    text: str
    marks: tuple[Mark, ...]


class Shown(msgspec.Struct, frozen=True):
    """An entry, the statements that hang on it, its evidence in context, and what users rule of it.

    The statements of an actor or a document are its own; those of an event or a commitment tell of it. `copy` has the
    words of a copy, side by side, `documents` are the articles of a story,
    `metonyms` whom an actor may stand for or who for it, `roles` the offices that it holds or held,
    `same` who an unnamed source is in other articles, as copies show, `described` whose office it is described by.
    """

    entry: AnyEntry
    statements: tuple[StatementEntry, ...]
    contexts: tuple[Context, ...]
    copy: ShownCopy | None = None
    documents: tuple[DocumentEntry, ...] = ()
    metonyms: tuple[Metonym, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    same: tuple[ActorEntry, ...] = ()
    described: RoleEntry | None = None
    rulings: tuple[RulingEntry, ...] = ()


def shown(record: Record, identity: str) -> Shown:
    """The entry with that id. Raises `RecordError` where there is none."""
    entry = record.find(identity)
    return msgspec.structs.replace(_shown(record, entry), rulings=tuple(record.rulings_on(identity)))


def _shown(record: Record, entry: AnyEntry) -> Shown:
    if isinstance(entry, StatementEntry):
        return Shown(entry, (), (_statement_context(record, entry),))
    if isinstance(entry, ActorEntry):
        mentions = record.mentions(entry.id)
        return Shown(
            entry,
            tuple(record.statements(speaker=entry.id)),
            tuple(_mention_contexts(record, mentions)),
            metonyms=tuple(record.metonyms(entry.id)),
            roles=tuple(record.roles(actor=entry.id)),
            described=record.described_as(entry.id),
            same=tuple(record.actor(each) for each in record.same_sources(entry.id)),
        )
    if isinstance(entry, CopyEntry):
        return Shown(entry, (), tuple(_told_contexts(record, entry)), shown_copy(record, entry))
    if isinstance(entry, Happened | Settled):
        statements = [record.statement(identity) for identity in entry.statements]
        return Shown(entry, tuple(statements), tuple(_told_contexts(record, entry)))
    if isinstance(entry, StoryEntry):
        return Shown(entry, (), (), documents=tuple(record.documents(story=entry.id)))
    statements = record.statements(document=entry.id)
    return Shown(entry, tuple(statements), tuple(_whole(record, entry, statements)))


def around(text: str, span: Span, chars: int) -> Span:
    """`span` with up to `chars` characters of its own paragraph on each side, whole words only."""
    start, end = max(0, span.start - chars), min(len(text), span.end + chars)
    before = text[start : span.start]
    if breaks := list(_BREAK.finditer(before)):
        start += breaks[-1].end()
    elif start and (space := _SPACE.search(before)):
        start += space.end()
    after = text[span.end : end]
    if paragraph := _BREAK.search(after):
        end = span.end + paragraph.start()
    elif end < len(text) and (spaces := list(_SPACE.finditer(after))):
        end = span.end + spaces[-1].start()
    return Span(start, end)


def _statement_context(record: Record, statement: StatementEntry) -> Context:
    text = record.text(statement.document)
    span = around(text, statement.sentence, AROUND_STATEMENT_CHARS)
    return _context(record.document(statement.document), text, span, marks_of(statement, statement.document))


def _told_contexts(record: Record, entry: Happened | Settled) -> Iterator[Context]:
    """One context for evidence that stands close together, document by document."""
    for document in entry.documents:
        text, marks = record.text(document), marks_of(entry, document)
        sentences = record.document_spans(document).sentences
        for span in joined(around(text, _in_sentence(mark.span, sentences), AROUND_TELLING_CHARS) for mark in marks):
            yield _context(record.document(document), text, span, [mark for mark in marks if span.covers(mark.span)])


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap or touch as one, in order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _in_sentence(span: Span, sentences: Iterable[Span]) -> Span:
    """`span` out to the ends of the sentence that has it, if one has."""
    return next((sentence for sentence in sentences if sentence.covers(span)), span)


def _mention_contexts(record: Record, mentions: Iterable[MentionEntry]) -> Iterator[Context]:
    """One context a mention; a document is fetched once for all of its mentions, which come together."""
    document, text = None, ""
    for mention in mentions:
        if document is None or document.id != mention.document:
            document, text = record.document(mention.document), record.text(mention.document)
        mark = Mark(mention.span, mention.actor, mention.form.value)
        yield _context(document, text, around(text, mention.span, AROUND_MENTION_CHARS), [mark])


def _whole(record: Record, document: DocumentEntry, statements: Sequence[StatementEntry]) -> Iterator[Context]:
    text = record.text(document.id)
    if text:
        marks = [mark for statement in statements for mark in marks_of(statement, document.id)]
        yield _context(document, text, Span(0, len(text)), marks)


def _context(document: DocumentEntry, text: str, span: Span, marks: Sequence[Mark]) -> Context:
    return Context(
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        span=span,
        text=span.of(text),
        marks=tuple(marks),
    )
