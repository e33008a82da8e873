"""A text as the model sees it: word pieces, the words they make up, the paragraphs those stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.reading.quotes import quote_depth
from onrecord.spans import Span

Ints = npt.NDArray[np.int64]

# Columns of `Pieces.features`, each with the number of its values.
FEATURES = {"case": 6, "quote": 2, "gap": 4}
LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)

# Longer stretches are encoded in parts, so that memory does not grow with the longest line of a text.
PART_CHARS = 100_000


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of the read parts of one text: n pieces making up w words, as BERT's pre-tokenizer cuts them.

    ids (n,) vocabulary ids without special tokens; features (n, 3) in the order of FEATURES; first (w,) index of each
    word's first piece; starts, ends (w,) character offsets of words into the text, end exclusive; paragraph (w,)
    number of the line that each word stands in, rising.
    """

    ids: Ints
    features: Ints
    first: Ints
    starts: Ints
    ends: Ints
    paragraph: Ints

    def numbered(self, stretches: Sequence[Span]) -> Ints:
        """(w,): the number, from 1, of the one of the sorted `stretches` that each word begins in or follows."""
        return np.searchsorted([s.start for s in stretches], self.starts, side="right").astype(np.int64)

    def span(self, first: int, last: int) -> Span:
        """Characters from word `first` through word `last`, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


def pieces_of(text: str, read: Sequence[Span], tokenizer: Tokenizer) -> Pieces:
    """The word pieces of `text` within the sorted, disjoint spans `read`. Linear in the length of the text."""
    stretches = [part for span in read for part in _parts(text, span)]
    encodings = tokenizer.encode_batch([part.of(text) for part in stretches], add_special_tokens=False)
    ids = np.array([i for e in encodings for i in e.ids], dtype=np.int64)
    if not len(ids):
        none = np.zeros(0, dtype=np.int64)
        return Pieces(none, np.zeros((0, len(FEATURES)), dtype=np.int64), none, none, none, none)
    counts = [len(e.ids) for e in encodings]
    shift = np.repeat([part.start for part in stretches], counts)
    offsets = np.array([o for e in encodings for o in e.offsets], dtype=np.int64) + shift[:, None]
    stretch = np.repeat(np.arange(len(stretches)), counts)
    word = np.array([w for e in encodings for w in e.word_ids], dtype=np.int64)
    new = np.concatenate([[True], (word[1:] != word[:-1]) | (stretch[1:] != stretch[:-1])])
    first = np.flatnonzero(new)
    last = np.concatenate([first[1:], [len(ids)]]) - 1
    starts, ends = offsets[first, 0], offsets[last, 1]
    characters = _characters(text)
    lines = np.concatenate([[0], np.cumsum(_is_line_end(characters))])
    features = np.stack([_case(characters, starts, ends), _quote(text, starts), _gap(lines, starts, ends)], axis=1)
    return Pieces(ids, features[np.cumsum(new) - 1], first, starts, ends, lines[starts])


def _parts(text: str, span: Span) -> list[Span]:
    """`span` cut after white space into stretches of at most about PART_CHARS characters."""
    parts: list[Span] = []
    start = span.start
    while span.end - start > PART_CHARS:
        space = text.rfind(" ", start + 1, start + PART_CHARS)
        end = space + 1 if space > 0 else start + PART_CHARS
        parts.append(Span(start, end))
        start = end
    return [*parts, Span(start, span.end)]


def _characters(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


@cache
def _classes() -> npt.NDArray[np.uint8]:
    """For the first 65,536 code points: 1 lower-case letter, 2 upper-case letter, 3 digit, else 0."""
    table = np.zeros(0x10000, dtype=np.uint8)
    for code in range(0x10000):
        character = chr(code)
        table[code] = 1 if character.islower() else 2 if character.isupper() else 3 if character.isdigit() else 0
    return table


def _case(characters: npt.NDArray[np.uint32], starts: Ints, ends: Ints) -> Ints:
    """The shape of each word."""
    kinds = _classes()[np.minimum(characters, 0xFFFF)]
    lower, upper, digit = ((np.concatenate([[0], np.cumsum(kinds == kind)])) for kind in (1, 2, 3))
    lowers, uppers, digits = (table[ends] - table[starts] for table in (lower, upper, digit))
    initial = kinds[np.minimum(starts, len(kinds) - 1)] == 2
    shape = np.full(len(starts), OTHER)
    shape[lowers > 0] = LOWER
    shape[uppers > 0] = MIXED
    shape[initial & (uppers == 1)] = TITLE
    shape[(uppers > 1) & (lowers == 0)] = UPPER
    shape[(digits > 0) & (uppers == 0)] = DIGIT
    return shape


def _quote(text: str, starts: Ints) -> Ints:
    return quote_depth(text)[starts].astype(np.int64).clip(0, 1)


def _is_line_end(characters: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    return np.isin(characters, (0x0A, 0x0D, 0x85, 0x2028, 0x2029))


def _gap(lines: Ints, starts: Ints, ends: Ints) -> Ints:
    """What stands before each word: 0 nothing, 1 a blank, 2 a line end, 3 an empty line or the start of the text."""
    before = np.concatenate([[0], ends[:-1]])
    blank = (starts > before).astype(np.int64)
    crossed = lines[starts] - lines[before]
    gap = np.where(crossed > 1, 3, np.where(crossed == 1, 2, blank))
    gap[0] = 3
    return gap
