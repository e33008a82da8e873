"""Who speaks by which words, before anything is concluded from them."""

from dataclasses import dataclass

from onrecord.spans import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """The spans of a statement: who says what by which words."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
