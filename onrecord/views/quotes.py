"""Statements in the sentences that carry them."""

import msgspec

from onrecord.record.entries import StatementEntry
from onrecord.record.record import Record
from onrecord.views.marks import Piece, cut, marks_of


class Quote(msgspec.Struct, frozen=True):
    """A statement, and its sentence cut where the evidence begins or ends."""

    statement: StatementEntry
    pieces: tuple[Piece, ...]


def quote(record: Record, statement: StatementEntry) -> Quote:
    """`statement` as its document has it."""
    return quoted(record.text(statement.document), statement)


def quoted(text: str, statement: StatementEntry) -> Quote:
    """`statement` as the `text` of its document has it."""
    marks = marks_of(statement, statement.document)
    return Quote(statement, tuple(cut(statement.sentence.of(text), statement.sentence, marks)))
