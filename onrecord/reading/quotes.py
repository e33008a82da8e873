"""Stretches of a text that stand in quotation marks."""

import enum
import re
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.spans import Span, trimmed

_MARK = re.compile("[\"“”„‟«»〝〞]|``|''")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# Single marks that cannot be apostrophes: one opens before a capital, one closes after a full stop or comma.
_SINGLE = re.compile(r"(?P<opens>(?<![\w.,;:!?'‘’\"”])['‘](?=[A-Z]))|(?<=[.,!?…])['’](?![\w'’])")

_OPENERS = frozenset("“„‟«〝") | {"``"}
_CLOSERS = frozenset("”»〞")
_OPENS_AFTER = frozenset("([{—–-/‘'…:;")
_CLOSES_BEFORE = frozenset(".,;:!?)]}—–-/…’'")
_INVISIBLE = frozenset("\u200b\u200e\u200f\u202a\u202c\u2060\ufeff")  # left over from pages, between space and mark

# A quote in single marks is on one line, no longer than this.
MAX_SINGLE_CHARS = 1000

# A quote whose closing mark is missing is believed to the end of its paragraph, but not for longer than this: past it
# the opening mark is taken for a stray one, lest one typing error make half an article somebody's words.
MAX_UNCLOSED_CHARS = 1500


def quotes(text: str, within: Sequence[Span] | None = None) -> list[Span]:
    """Quoted stretches of `text`, marks included, sorted and disjoint; cut to the sorted, disjoint spans `within`.

    One span a quote, also where it runs over paragraphs that each re-open it. Quotes inside a quote belong to the outer
    one. Scare quotes and titles count (`reading.form` weighs them). A missing closing mark is made up for by the end of
    the paragraph. Single marks count where they cannot be apostrophes. Linear in the length of the text.
    """
    stretches = _merged(list(_stretches(text)), list(_single_stretches(text)))
    spans = [Span(start, end) for start, end in stretches]
    return spans if within is None else _cut(text, spans, within)


def quote_depth(text: str) -> npt.NDArray[np.uint8]:
    """1 for each character of `text` in double quotation marks, the marks included, else 0; shape `(len(text),)`."""
    depth = np.zeros(len(text), dtype=np.uint8)
    for start, end in _stretches(text):
        depth[start:end] = 1
    return depth


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch in double marks, in order."""
    marks = [(m.start(), m.end()) for m in _MARK.finditer(text)]
    opened: int | None = None  # where the quote that we are in began
    at = 0  # end of the mark before
    nested = 0  # marks before this index belong to a quote within the quote
    for i, (start, end) in enumerate(marks):
        role = _Role.NESTED if i < nested else _role(text, marks, i, at if opened is not None else None)
        if opened is not None and role is _Role.OPENS_ANEW:
            yield from _unclosed(text, opened, at)
        if role in {_Role.OPENS, _Role.OPENS_ANEW}:
            opened = start
        elif role is _Role.CLOSES_NOTHING:
            if opened is not None:
                yield from _unclosed(text, opened, at)
            opened = None
        elif role is _Role.CLOSES and opened is not None:
            yield opened, end
            opened = None
        elif role is _Role.OPENS_NESTED:
            nested = i + 2
        at = end
    if opened is not None:
        yield from _unclosed(text, opened, at)


def _role(text: str, marks: Sequence[tuple[int, int]], i: int, inside_from: int | None) -> "_Role":
    """What mark `i` does, in a quote whose last mark ended at `inside_from` (None: outside quotes)."""
    start, end = marks[i]
    if inside_from is None:
        return _Role.OPENS if _opens(text, start, end) else _Role.CLOSES_NOTHING
    newline = text.find("\n", inside_from, start)
    if newline >= 0:
        if not text[newline:start].strip() and _may_open(text, start, end):
            return _Role.NESTED  # the next paragraph of the same quote
        if not _wraps(text, inside_from, start, end):
            return _Role.OPENS_ANEW if _opens(text, start, end) else _Role.CLOSES_NOTHING
    if not _reopens_inside(text, start, end):
        return _Role.CLOSES
    # Two opening marks in a paragraph with one closing mark: the first is a stray one.
    return _Role.OPENS_NESTED if _is_nested(text, marks, i) else _Role.OPENS


class _Role(enum.Enum):
    """What a mark does to the quote that is open before it."""

    OPENS = enum.auto()
    OPENS_ANEW = enum.auto()  # the open quote ended with its paragraph
    OPENS_NESTED = enum.auto()
    NESTED = enum.auto()
    CLOSES = enum.auto()
    CLOSES_NOTHING = enum.auto()


def _single_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch in single marks, in order."""
    opened: int | None = None
    at = 0
    for mark in _SINGLE.finditer(text):
        if opened is not None and text.find("\n", at, mark.start()) >= 0:
            opened = None
        at = mark.end()
        if mark["opens"]:
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            if mark.end() - opened <= MAX_SINGLE_CHARS:
                yield opened, mark.end()
            opened = None


def _unclosed(text: str, opened: int, at: int) -> Iterator[tuple[int, int]]:
    """The stretch of a quote without closing mark, up to the end of the paragraph of `at`; nothing for a stray mark."""
    newline = text.find("\n", at, opened + MAX_UNCLOSED_CHARS)
    end = newline if newline >= 0 else len(text)
    span = trimmed(text, opened, end)
    if span is not None and end - opened <= MAX_UNCLOSED_CHARS and any(c.isalnum() for c in span.of(text)):
        yield span.start, span.end


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether the neighbours allow the mark at `[start, end)` to open a quote."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not after.isspace() and (before.isspace() or before in _OPENS_AFTER or before in _INVISIBLE)


def _starts_line(text: str, start: int) -> bool:
    """Whether a mark is the first thing in its line."""
    return start == 0 or text[start - 1] == "\n"


def _may_close(text: str, start: int, end: int) -> bool:
    """Whether the neighbours allow the mark at `[start, end)` to close a quote."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and (after.isspace() or after in _CLOSES_BEFORE)


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark met outside quotes opens one."""
    mark = text[start:end]
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS:  # ”We go,” she said: typed with the wrong key
        return _starts_line(text, start) or (_may_open(text, start, end) and not _may_close(text, start, end))
    # 5" of rain, and what is left of a quote whose opening mark is missing.
    return _may_open(text, start, end) or not (_may_close(text, start, end) or text[start - 1 : start].isalnum())


def _reopens_inside(text: str, start: int, end: int) -> bool:
    """Whether a mark met inside a quote opens another."""
    mark = text[start:end]
    if mark in _CLOSERS:
        return False
    opens, closes = _may_open(text, start, end), _may_close(text, start, end)
    return not (closes and not opens) if mark in _OPENERS else opens and not closes


def _is_nested(text: str, marks: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether the opening mark `i`, met inside a quote, is closed before that quote is, all in one paragraph."""
    if i + 2 >= len(marks):
        return False
    closed = all(not _reopens_inside(text, *mark) for mark in marks[i + 1 : i + 3])
    return closed and text.find("\n", marks[i][0], marks[i + 2][0]) < 0


def _wraps(text: str, at: int, start: int, end: int) -> bool:
    """Whether the quote that is open at `at` goes on over line ends, up to a closing mark at `[start, end)`."""
    if start - at > MAX_UNCLOSED_CHARS or not _may_close(text, start, end):
        return False
    return text[start:end] not in _OPENERS and _BLANK_LINE.search(text, at, start) is None


def _merged(first: Sequence[tuple[int, int]], second: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """All of `first`, with those of `second` that touch none of them, sorted; both are sorted and disjoint."""
    kept: list[tuple[int, int]] = []
    i = 0
    for start, end in second:
        while i < len(first) and first[i][1] <= start:
            i += 1
        if i == len(first) or end <= first[i][0]:
            kept.append((start, end))
    return sorted([*first, *kept])


def _cut(text: str, spans: Sequence[Span], within: Sequence[Span]) -> list[Span]:
    """What of the `spans` lies in `within`, both sorted and disjoint; nothing of a part that is only marks."""
    parts: list[Span] = []
    i = 0
    for span in spans:
        while i < len(within) and within[i].end <= span.start:
            i += 1
        j = i
        while j < len(within) and within[j].start < span.end:
            part = trimmed(text, max(span.start, within[j].start), min(span.end, within[j].end))
            if part is not None and any(c.isalnum() for c in part.of(text)):
                parts.append(part)
            j += 1
    return parts
