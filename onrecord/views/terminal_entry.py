"""One entry, with its evidence, on a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.record.copies.entry import CopyEntry
from onrecord.record.disputes.entry import DisputeEntry
from onrecord.record.entries import (
    ActorEntry,
    Change,
    CommitmentEntry,
    DocumentEntry,
    EventEntry,
    StatementEntry,
)
from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.narratives.entry import NarrativeEntry
from onrecord.record.positions.entry import PositionEntry
from onrecord.record.roles.entry import RoleEntry
from onrecord.record.stories.entry import StoryEntry
from onrecord.spans import Span
from onrecord.views import dates, roles, wording
from onrecord.views.entry import Context, Shown
from onrecord.views.marks import cut
from onrecord.views.rulings import by_whom
from onrecord.views.terminal import FAINT, INDENT, STRONG, headline, marked, safe
from onrecord.views.terminal_copies import beside_on_screen, copy_on_screen
from onrecord.views.terminal_disputes import dispute_on_screen
from onrecord.views.terminal_forecasts import forecast_on_screen
from onrecord.views.terminal_happenings import commitment_on_screen, event_on_screen, history_on_screen
from onrecord.views.terminal_labelling import label_on_screen
from onrecord.views.terminal_narratives import narrative_on_screen
from onrecord.views.terminal_positions import position_on_screen
from onrecord.views.terminal_roles import role_on_screen
from onrecord.views.terminal_stories import articles_on_screen, story_on_screen
from onrecord.views.wording import counted

Settled = PositionEntry | ForecastEntry | NarrativeEntry | DisputeEntry | LabelEntry | RoleEntry


def entry_on_screen(shown: Shown) -> RenderableType:
    """The entry, what users rule of it, what is said of it, its evidence: where it stands, its offsets, its text."""
    return Group(*(safe(by_whom(ruling), "yellow") for ruling in shown.rulings), *_lines(shown))


def _lines(shown: Shown) -> Iterator[RenderableType]:
    match shown.entry:
        case StatementEntry() as entry:
            yield from (*_statement(entry), "", *_contexts(shown.contexts), "", *_evidence(entry))
        case EventEntry() as entry:
            yield from (*event_on_screen(entry), *_told(shown, entry.history))
        case CommitmentEntry() as entry:
            yield from (*commitment_on_screen(entry), *_told(shown, entry.history))
        case CopyEntry() as entry:
            beside = beside_on_screen(shown.copy) if shown.copy else ()
            yield from (*copy_on_screen(entry), *beside, *_credits(shown))
        case ActorEntry() as entry:
            yield from (*_actor(entry), *_tied(shown), *_statements(shown.statements), *_mentions(shown.contexts))
        case StoryEntry() as entry:
            yield from (*story_on_screen(entry), *articles_on_screen(shown.documents))
        case DocumentEntry() as entry:
            yield from (*_document(entry), "", *_contexts(shown.contexts), *_statements(shown.statements))
        case entry:
            yield from (*_settled(entry), *_told(shown, ()))


def _settled(entry: Settled) -> Iterator[RenderableType]:
    """What several articles tell together, before what tells it."""
    match entry:
        case PositionEntry():
            lines = position_on_screen(entry)
        case ForecastEntry():
            lines = forecast_on_screen(entry)
        case NarrativeEntry():
            lines = narrative_on_screen(entry)
        case DisputeEntry():
            lines = dispute_on_screen(entry)
        case LabelEntry():
            lines = label_on_screen(entry)
        case _:
            lines = role_on_screen(entry)
    yield from lines


def _statement(statement: StatementEntry) -> Iterator[RenderableType]:
    yield headline(statement)
    yield Text(wording.FORM[statement.form], FAINT)
    if statement.articles > 1:
        also = f"in {statement.articles} articles, {counted(statement.accounts, 'account')}"
        yield safe(f"{also}: also {', '.join(statement.restated)}", FAINT)
    if statement.hedges:
        yield safe(f"hedged: {'; '.join(statement.hedges)}", FAINT)


def _evidence(statement: StatementEntry) -> Iterator[RenderableType]:
    """Each part in its own words, so that it can be told where nothing can be coloured."""
    texts = {"source": statement.source_text, "cue": statement.cue_text, "content": statement.content_text}
    for part, text in texts.items():
        spans = [evidence.span for evidence in statement.evidence if evidence.part == part]
        where = ", ".join(f"{span.start}:{span.end}" for span in spans)
        yield Text.assemble((f"{part:<8}", FAINT), safe(text), (f"  {where}", FAINT))


def _told(shown: Shown, history: Iterable[Change]) -> Iterator[RenderableType]:
    """What became of it, its evidence in context and by part, the statements that tell of it."""
    yield from history_on_screen(history)
    yield Text("\nEvidence", STRONG)
    for context in shown.contexts:
        yield from _contexts([context])
        for mark in context.marks:
            words = context.text[mark.span.start - context.span.start : mark.span.end - context.span.start]
            part = Text.assemble(
                (f"{mark.part:<9}", FAINT), safe(words), (f"  {mark.span.start}:{mark.span.end}", FAINT)
            )
            yield Padding(part, (0, 0, 0, 2 * INDENT))
    yield from _statements(shown.statements)


def _credits(shown: Shown) -> Iterator[RenderableType]:
    """Where an article says whose it is."""
    found = [context for context in shown.contexts if any(mark.part == "credit" for mark in context.marks)]
    for context in found:
        for mark in context.marks:
            if mark.part == "credit":
                words = context.text[mark.span.start - context.span.start : mark.span.end - context.span.start]
                yield Text.assemble("\n", ("Credit  ", STRONG), safe(words), ("  ", FAINT), _where(context))


def _actor(actor: ActorEntry) -> Iterator[RenderableType]:
    yield Text.assemble(safe(actor.name, STRONG), f" ({wording.KIND[actor.kind]})", (f"  {actor.id}", FAINT))
    if actor.titles:
        yield safe("; ".join(actor.titles))
    if actor.aliases:
        yield safe(f"also {', '.join(actor.aliases)}", FAINT)
    yield Text(
        f"{counted(actor.statements, 'statement')}, {counted(actor.mentions, 'mention')} "
        f"in {counted(actor.documents, 'document')}"
    )


def _tied(shown: Shown) -> Iterator[RenderableType]:
    """The offices of an actor, who it is in a copy, whom it may stand for, and who for it."""
    for role in shown.roles:
        yield safe(f"{roles.office(role)}, {roles.held(role)}  {role.id}", FAINT)
    if shown.described:
        role = shown.described
        yield safe(f"may be {role.actor_name}, who holds that office in this story: {role.title}  {role.id}", FAINT)
    for twin in shown.same:
        yield safe(f"the same source as {twin.name} in another article, which has its words  {twin.id}", FAINT)
    for each in shown.metonyms:
        if each.actor == shown.entry.id:
            yield safe(f"may stand for {each.state_name}, as {each.because}  {each.state}", FAINT)
        else:
            yield safe(f"may be meant by {each.actor_name}, {each.because}  {each.actor}", FAINT)


def _document(document: DocumentEntry) -> Iterator[RenderableType]:
    yield safe(document.title or "untitled", STRONG)
    known = (document.outlet or wording.NO_OUTLET, document.byline, dates.with_basis(document.published), document.url)
    yield safe(" · ".join(each for each in known if each))
    if document.because:
        yield safe(f"date: {document.because}", FAINT)
    yield safe(f"{document.id} · {', '.join(document.origins)}", FAINT)
    if document.unread:
        yield safe(f"Not read: {document.unread}", "yellow")


def _statements(statements: Iterable[StatementEntry]) -> Iterator[RenderableType]:
    for position, statement in enumerate(statements):
        if not position:
            yield Text("\nStatements", STRONG)
        said = Text.assemble(safe(statement.content_text), (f"  {statement.id}", FAINT))
        yield Padding(Group(headline(statement), Padding(said, (0, 0, 0, INDENT))), (0, 0, 0, INDENT))


def _mentions(contexts: Iterable[Context]) -> Iterator[RenderableType]:
    """Each mention on its own line, under the document that it stands in."""
    for position, (_, group) in enumerate(groupby(contexts, key=lambda context: context.document)):
        if not position:
            yield Text("\nMentions", STRONG)
        for index, context in enumerate(group):
            if not index:
                yield Padding(_where(context), (0, 0, 0, INDENT))
            yield Padding(marked(cut(context.text, context.span, context.marks)), (0, 0, 0, 2 * INDENT))


def _contexts(contexts: Iterable[Context]) -> Iterator[RenderableType]:
    for context in contexts:
        yield _where(context)
        start = context.span.start
        for line in context.text.splitlines(keepends=True):
            if line.strip():
                pieces = cut(line, Span(start, start + len(line)), context.marks)
                yield Padding(marked(pieces), (0, 0, 0, INDENT))
            start += len(line)


def _where(context: Context) -> Text:
    known = (context.outlet or wording.NO_OUTLET, dates.with_basis(context.published), context.title)
    return safe(f"{', '.join(each for each in known if each)}  {context.span.start}:{context.span.end}", FAINT)
