"""A text as words: where each stands, and a number for it."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from zlib import crc32

import numpy as np
import numpy.typing as npt

from onrecord.spans import Span

Numbers = npt.NDArray[np.uint64]

_WORD = re.compile(r"\w+")
# Odd, so that no bit of a word is lost.
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: `texts[i]` (in lower case) is at `starts[i]:ends[i]`, `numbers[i]` its hash."""

    starts: "array[int]"
    ends: "array[int]"
    texts: list[str]
    numbers: Numbers

    def __len__(self) -> int:
        return len(self.starts)


def words_of(text: str, within: Iterable[Span]) -> Words:
    """The words of `text` that begin within the spans `within`, which are in order and disjoint."""
    places = [match.span() for span in within for match in _WORD.finditer(text, span.start, span.end)]
    # All at once: there are a thousand words to a document.
    joined = " ".join([text[start:end] for start, end in places]).lower()
    texts = list(map(intern, joined.split()))
    numbers = np.array(list(map(crc32, joined.encode("utf-8", "surrogatepass").split())), dtype=np.uint64)
    starts, ends = zip(*places, strict=True) if places else ((), ())
    # Thousands of articles are kept while they are compared.
    return Words(array("q", starts), array("q", ends), texts, numbers)


@lru_cache(maxsize=200_000)
def number(word: str) -> int:
    """The same for a word in every process and on every machine, which Python's own hash is not."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def runs_of(numbers: Numbers, length: int) -> Numbers:
    """A hash of each run of `length` words: shape `(len(numbers) - length + 1,)`, empty where there are fewer."""
    count = len(numbers) - length + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total += numbers[place : place + count] * np.uint64(pow(_BASE, place + 1, 1 << 64))
    return mixed(total)


def mixed(numbers: Numbers) -> Numbers:
    """`numbers` with all bits depending on all (after SplitMix64), so that any of them can be used to choose by."""
    shuffled = (numbers ^ (numbers >> np.uint64(30))) * _MIX
    return shuffled ^ (shuffled >> np.uint64(27))
