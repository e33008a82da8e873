"""Characters of a stored text."""

from collections.abc import Iterable

import msgspec

from onrecord.errors import SpanError


# Spans by the ten thousand would keep the garbage collector busy; they refer to nothing that could be a cycle.
class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """Characters of one document's stored text; `[start, end]` in JSON.

    Offsets are `str` indices (code points) from 0 into the stored text, never the HTML; `end` is one past the last.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span {self.start}:{self.end} is empty or reversed")

    def of(self, text: str) -> str:
        """The characters themselves. Raises `SpanError` where the span runs past the end of `text`."""
        # Python clips a slice that runs past the end: a stale offset would come back as a shorter, plausible quote.
        if self.end > len(text):
            raise SpanError(f"span ends at {self.end}, the text at {len(text)}")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` without white space at its ends; None where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def outside(spans: Iterable[Span], length: int) -> list[Span]:
    """What the sorted, disjoint `spans` leave of `[0, length)`, in order."""
    gaps: list[Span] = []
    at = 0
    for span in spans:
        if at < span.start:
            gaps.append(Span(at, span.start))
        at = span.end
    if at < length:
        gaps.append(Span(at, length))
    return gaps
