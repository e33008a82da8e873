"""The lines of a stored text, as the residue marker sees them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.spans import Span, trimmed

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"©|[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘(\[•©]?[^\W\d_a-z]|\s+[•©])")
_BLANK_LINES = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_TERMINAL = re.compile(r"[.!?…][\"”’')\]*]*$")
_QUOTE = re.compile(r"[“”\"„«]")

# A line this long is a paragraph whatever it says; nothing that is measured below needs more of it.
LONG_WORDS = 120
_LONG_CHARS = 1_200
_FEW_LINES = 3
_WRAPPED_SHARE = 0.4


@dataclass(frozen=True)
class Line:
    """One line or sentence: `span` into the stored text, `text` its characters, without white space at the ends."""

    span: Span
    text: str

    @cached_property
    def words(self) -> list[str]:
        """Lower-case words; of a long line only those of its first 1,200 characters."""
        return [word.lower() for word in _WORD.findall(self.text[:_LONG_CHARS])][:LONG_WORDS]

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, closing quotes and brackets aside."""
        return _TERMINAL.search(self.text[-8:]) is not None

    @cached_property
    def quotes(self) -> bool:
        """Whether a quotation mark is in its first 1,200 characters."""
        return _QUOTE.search(self.text[:_LONG_CHARS]) is not None

    @cached_property
    def key(self) -> str:
        """What two lines share that say the same: case folded, white space and Markdown marks at the ends aside."""
        return " ".join(self.text.casefold().strip("#*_> \t").split())


def lines_of(text: str) -> list[Line]:
    """The lines that hold more than white space, in order; of a text wrapped at some width, its paragraphs instead."""
    ends = [match.span() for match in _LINE.finditer(text)]
    lines = _trimmed_lines(text, ends)
    return _trimmed_lines(text, _between_blank_lines(text)) if _is_wrapped(lines) else lines


def _trimmed_lines(text: str, ends: Iterable[tuple[int, int]]) -> list[Line]:
    spans = (trimmed(text, start, end) for start, end in ends)
    return [Line(span, span.of(text)) for span in spans if span is not None]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines go on in lower case so often that line ends mean nothing."""
    going_on = sum(line.text[0].islower() and not before.ends_sentence for before, line in pairwise(lines))
    return going_on > max(_FEW_LINES, _WRAPPED_SHARE * len(lines))


def _between_blank_lines(text: str) -> list[tuple[int, int]]:
    breaks = [match.span() for match in _BLANK_LINES.finditer(text)]
    return list(zip([0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)], strict=True))


def sentences_from_end(line: Line, *, max_chars: int = 600) -> list[Line]:
    """The sentences that begin in the last `max_chars` characters of `line`, the last one first.

    The first sentence of the line is never among them: something has to be left.
    """
    base = len(line.text) - max_chars
    starts = [match.end() for match in _SENTENCE_END.finditer(line.text, max(0, base))]
    pieces: list[Line] = []
    for start, end in pairwise([*starts, len(line.text)]):
        span = trimmed(line.text, start, end)
        if span is not None:
            pieces.append(Line(Span(line.span.start + span.start, line.span.start + span.end), span.of(line.text)))
    return pieces[::-1]
