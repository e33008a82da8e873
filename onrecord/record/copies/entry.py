"""What the record says of copies."""

import enum

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class CopyKind(enum.StrEnum):
    """What two articles share, or what one says of itself; the closest first."""

    IDENTICAL = "identical"  # the same words
    REPUBLISHED = "republished"  # most of one of them stands in the other, with additions or trimmed
    REWRITTEN = "rewritten"  # the same facts in the same order in other words
    SHARED_PASSAGES = "shared_passages"  # some stretches in the same words
    SHARED_QUOTES = "shared_quotes"  # the same words of the same speakers, and nothing else
    CREDITED = "credited"  # an article says that it is another outlet's, and that one is not in the record


# One article under two names, as opposed to two that have something in common.
COPIES = frozenset({CopyKind.IDENTICAL, CopyKind.REPUBLISHED, CopyKind.REWRITTEN})


class PassageKind(enum.StrEnum):
    """How two passages are alike."""

    WORDS = "words"  # word for word
    QUOTE = "quote"  # word for word, in quotation marks in both
    TOLD = "told"  # the same told in other words


class SharedPassage(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Characters of one article and what they are in the other."""

    first: Span
    second: Span
    kind: PassageKind


class CopySide(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two articles. `share`, 0 to 1: of its words those that stand, or are told, in the other.

    `only`: passages that the other has not.
    """

    document: str
    title: str | None
    outlet: str | None
    published: Interval
    share: float
    only: tuple[Span, ...]


class CopyEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Two articles that share something, or one that credits an article which is not in the record.

    `original` is the document that was first, None where that does not show; `because` says why, in a few words each,
    or why it does not. `first` is the original where it is known, and then `second.only` was added and `first.only`
    left out. `credited`: the outlet whose article it says it is, as the text names it; empty where it names none.
    Parts of the evidence are `words`, `quote`, `told` and `credit`.
    """

    id: str
    kind: CopyKind
    original: str | None
    first: CopySide
    second: CopySide | None
    passages: tuple[SharedPassage, ...]
    credited: str
    because: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    first_seen: int
    last_seen: int

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles, the original first where it is known."""
        return (self.first.document, *((self.second.document,) if self.second else ()))
