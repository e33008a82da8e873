"""Whether the words of a statement are the speaker's own."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.reading.schema import Form
from onrecord.spans import Span

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# A "that" or a bracketed name may stand outside the marks of a content that is quoted wholly.
DIRECT_FROM_SHARE = 0.9
# One quoted word is a scare quote or a title as often as the speaker's own.
MIXED_FROM_WORDS = 2


def form_of(text: str, content: Sequence[Span], quotes: Sequence[Span]) -> Form:
    """Direct where nine in ten words of `content` are quoted, mixed where at least two together are, else indirect.

    `quotes` is sorted and disjoint, as `reading.quotes.quotes` gives it. A content without words is indirect.
    """
    words = sum(_words(text, span.start, span.end) for span in content)
    quoted = [_words(text, start, end) for span in content for start, end in _quoted(quotes, span)]
    if words and sum(quoted) >= DIRECT_FROM_SHARE * words:
        return Form.DIRECT
    return Form.MIXED if max(quoted, default=0) >= MIXED_FROM_WORDS else Form.INDIRECT


def _quoted(quotes: Sequence[Span], span: Span) -> Iterator[tuple[int, int]]:
    """Start and end of each part of `span` that is quoted."""
    i = bisect_right(quotes, span.start, key=lambda quote: quote.end)
    while i < len(quotes) and quotes[i].start < span.end:
        yield max(quotes[i].start, span.start), min(quotes[i].end, span.end)
        i += 1


def _words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))
