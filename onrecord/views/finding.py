"""What a search found, in one shape."""

from collections.abc import Iterable

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Passage, StatementEntry
from onrecord.spans import Span
from onrecord.views.listing import Column


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A statement, or a passage that is in none: `id` and `speaker` are None for a passage.

    `text` is what the statement says, or the passage; `span` is the sentence that it stands in.
    """

    id: str | None
    kind: str
    speaker: str | None
    text: str
    document: str
    span: Span
    outlet: str | None
    published: Interval


def findings(entries: Iterable[StatementEntry | Passage]) -> list[Finding]:
    """The entries as findings, in the same order."""
    return [_of_statement(entry) if isinstance(entry, StatementEntry) else _of_passage(entry) for entry in entries]


def _of_statement(statement: StatementEntry) -> Finding:
    return Finding(
        id=statement.id,
        kind="statement",
        speaker=statement.said_by,
        text=statement.content_text,
        document=statement.document,
        span=statement.sentence,
        outlet=statement.outlet,
        published=statement.published,
    )


def _of_passage(passage: Passage) -> Finding:
    return Finding(
        id=None,
        kind="passage",
        speaker=None,
        text=passage.text,
        document=passage.document,
        span=passage.span,
        outlet=passage.outlet,
        published=passage.published,
    )


FINDINGS: tuple[Column[Finding], ...] = (
    # What `onrecord show` takes: a passage is shown with its document.
    Column("id", lambda each: each.id or each.document),
    Column("kind", lambda each: each.kind),
    Column("date", lambda each: each.published.label()),
    Column("outlet", lambda each: each.outlet or ""),
    Column("document", lambda each: each.document, shown=False),
    Column("speaker", lambda each: each.speaker or ""),
    Column("text", lambda each: each.text),
    Column("start", lambda each: each.span.start, shown=False),
    Column("end", lambda each: each.span.end, shown=False),
)
