"""The keys by which the partners of a document are found: few, and chosen so that partners choose the same."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from onrecord.record.copies.article import Article
from onrecord.record.copies.words import Numbers, mixed, number, runs_of

# Stands in each fingerprint's version: raise it where the same document would get other keys.
METHOD = 1

# Of every WINDOW runs of words one is kept (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that any
# passage of SHINGLE_WORDS + WINDOW - 1 words that two documents share gives both the same key.
SHINGLE_WORDS, WINDOW = 8, 16
QUOTE_WORDS, QUOTE_WINDOW = 6, 2
SHORTEST_QUOTE_WORDS = 4
# Of the pairs of terms of a sentence one in so many is kept, by their hashes.
PAIRS_EACH = 16

# The two lowest bits of a key.
SHINGLE, QUOTE, FACTS = 0, 1, 2
_SORT_BITS = np.uint64(3)


def keys_of(article: Article) -> list[int]:
    """All keys of `article`, sorted; non-negative numbers of 63 bits."""
    parts = [
        _of_sort(_winnowed(runs_of(article.words.numbers, SHINGLE_WORDS), WINDOW), SHINGLE),
        _of_sort(_quoted(article), QUOTE),
        _of_sort(_facts(article), FACTS),
    ]
    return [int(key) for key in np.unique(np.concatenate(parts))]


def sort_of(key: int) -> int:
    """Of which sort `key` is."""
    return key & 3


def _of_sort(hashes: Numbers, sort: int) -> Numbers:
    return ((hashes >> np.uint64(1)) & ~_SORT_BITS) | np.uint64(sort)


def _winnowed(hashes: Numbers, window: int) -> Numbers:
    """The least of every `window` neighbours; of fewer the least of all."""
    if len(hashes) <= window:
        return hashes.min(keepdims=True) if len(hashes) else hashes
    lowest, width = hashes, 1
    while width < window:
        step = min(width, window - width)
        lowest, width = np.minimum(lowest[:-step], lowest[step:]), width + step
    return lowest


def _quoted(article: Article) -> Numbers:
    quotes = list(_quotes(article))
    found = [runs_of(said, len(said)) for said in quotes if len(said) < QUOTE_WORDS]
    found += [_winnowed(runs_of(said, QUOTE_WORDS), QUOTE_WINDOW) for said in quotes]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint64)


def _quotes(article: Article) -> Iterator[Numbers]:
    for quote in article.quotes:
        first, last = article.place(quote.start), article.place(quote.end)
        if last - first >= SHORTEST_QUOTE_WORDS:
            yield article.words.numbers[first:last]


def _facts(article: Article) -> Numbers:
    """Two terms of one sentence each: those pairs whose hashes add up to a multiple of `PAIRS_EACH`."""
    pairs: list[tuple[int, int]] = []
    for terms in article.terms:
        having: defaultdict[int, list[int]] = defaultdict(list)
        for one in {number(term) for term in terms}:
            pairs += [(min(one, other), max(one, other)) for other in having[-one % PAIRS_EACH]]
            having[one % PAIRS_EACH].append(one)
    numbers = np.array(pairs, dtype=np.uint64).reshape(-1, 2)
    return mixed(numbers[:, 0] * np.uint64(0x9E3779B97F4A7C15) + numbers[:, 1])
