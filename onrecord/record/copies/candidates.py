"""Which pairs of documents are worth comparing: those that share keys which few others have."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.record.copies.fingerprint import FACTS, QUOTE, SHINGLE, sort_of
from onrecord.record.copies.postings import key_array, keys_in, sharing
from onrecord.record.store import Store

# A key that more documents have says little of two of them: a standing phrase, a name with a place of its story.
MOST = {SHINGLE: 16, QUOTE: 16, FACTS: 12}
# But an article of an agency may be in hundreds of papers, and an official's sentence in dozens. Documents that share
# words with more than MOST others are paired with these many of them alone, always the same ones, which ties them all:
# for runs of words only where they share so much, for quotes only while so few have them.
REPRESENTATIVES, BULK_SHARE, KNOWN_QUOTE = 3, 0.25, 200
# Pairs of facts that a rewrite has in common with its original: at least, and of the shorter one's.
FEWEST_FACTS, FACTS_SHARE = 3, 0.1

# Beside the three sorts of keys, runs of words that too many have.
BULK = 3
# Keys that are looked at together: what bounds the memory.
CHUNK_KEYS = 2_000_000
_KEYS_END = 1 << 63

Pair = tuple[int, int]
Indexes = npt.NDArray[np.int64]


def worth_comparing(common: Counter[int], one: Counter[int], other: Counter[int]) -> bool:
    """Whether two documents with so many keys of each sort, so many of them `common`, may share something."""
    shingles, facts = (min(one[sort], other[sort]) for sort in (SHINGLE, FACTS))
    return (
        common[QUOTE] > 0
        or common[SHINGLE] > 0
        or (common[BULK] > 0 and common[BULK] >= BULK_SHARE * shingles)
        or common[FACTS] >= max(FEWEST_FACTS, FACTS_SHARE * facts)
    )


def pairs_of(store: Store, numbers: Collection[int]) -> set[Pair]:
    """The pairs with one of `numbers` in them, each with the lesser number first; costs as much as these have keys."""
    sizes: dict[int, Counter[int]] = {}
    found: set[Pair] = set()
    for number in numbers:
        common: dict[int, Counter[int]] = {}
        for key in _keys(store, number):
            for other, sort in _partners(store, key, number):
                common.setdefault(other, Counter())[sort] += 1
        own = _sizes(store, number, sizes)
        for other, counts in common.items():
            if worth_comparing(counts, own, _sizes(store, other, sizes)):
                found.add((min(number, other), max(number, other)))
    return found


def _partners(store: Store, key: int, number: int) -> Iterator[tuple[int, int]]:
    sort = sort_of(key)
    having = sharing(store, key, MOST[sort] + 1)
    if len(having) > MOST[sort]:
        having = sharing(store, key, KNOWN_QUOTE + 1) if sort == QUOTE else having
        if sort == FACTS or len(having) > KNOWN_QUOTE:
            return
        representatives = having[:REPRESENTATIVES]
        if number not in representatives:
            having = representatives
        elif sort == SHINGLE:
            having = sharing(store, key, -1)
        sort = BULK if sort == SHINGLE else sort
    yield from ((other, sort) for other in having if other != number)


def _keys(store: Store, number: int) -> list[int]:
    row = store.row("SELECT keys FROM fingerprints WHERE number = ?", (number,))
    return keys_in(row) if row else []


def _sizes(store: Store, number: int, known: dict[int, Counter[int]]) -> Counter[int]:
    if number not in known:
        known[number] = Counter(map(sort_of, _keys(store, number)))
    return known[number]


def unsettled_by(store: Store, difference: Counter[int], numbers: Collection[int]) -> set[int]:
    """The documents whose pairs may be others after those with `numbers` came, went or changed; these are not among it.

    `difference`: by how many each of their keys came to have more documents. Where a key came to be had by too many, or
    ceased to be, all who have it may lose or gain a pair; where it was had by too many and is, the representatives may.
    """
    found: set[int] = set()
    least = min(numbers, default=_KEYS_END)
    for key, more in difference.items():
        sort = sort_of(key)
        edges = (MOST[sort], KNOWN_QUOTE) if sort == QUOTE else (MOST[sort],)
        having = sharing(store, key, max(edges) + 1 + abs(more))
        now, before = (sum(count > edge for edge in edges) for count in (len(having), len(having) - more))
        if now != before:
            found.update(having)
        elif now and sort != FACTS and least <= having[REPRESENTATIVES - 1]:
            found.update(having[: REPRESENTATIVES + len(numbers)])
    return found.difference(numbers)


def all_pairs(store: Store) -> set[Pair]:
    """All pairs of the record, the same as `pairs_of` all documents, from their fingerprints in one go."""
    rows = store.rows("SELECT number, keys FROM fingerprints ORDER BY number")
    if not rows:
        return set()
    numbers = np.array([row["number"] for row in rows], np.int64)
    sizes = {sort: np.zeros(len(numbers), np.int64) for sort in (SHINGLE, QUOTE, FACTS)}
    tallies = {sort: _Tally() for sort in (SHINGLE, QUOTE, FACTS, BULK)}
    for keys, places in _chunks([key_array(row) for row in rows]):
        for sort in sizes:
            chosen = (keys & 3) == sort
            sizes[sort] += np.bincount(places[chosen], minlength=len(numbers))
            _tally(keys[chosen], places[chosen], sort, len(numbers), tallies)
    worth = _worth(tallies, sizes, len(numbers))
    return {
        (int(numbers[one]), int(numbers[other])) for one, other in zip(*np.divmod(worth, len(numbers)), strict=True)
    }


def _chunks(fingerprints: Sequence[Indexes]) -> Iterator[tuple[Indexes, Indexes]]:
    """All keys in order, so many at a time, with the places of the documents that have them, in order for each."""
    keys = np.concatenate(fingerprints)
    places = np.repeat(np.arange(len(fingerprints)), [len(own) for own in fingerprints])
    parts = len(keys) // CHUNK_KEYS + 1
    edges = [_KEYS_END * part // parts for part in range(parts)] + [_KEYS_END - 1]
    for first, end in pairwise(edges):
        inside = np.flatnonzero((keys >= first) & (keys < end))
        inside = inside[np.argsort(keys[inside], kind="stable")]
        yield keys[inside], places[inside]


class _Tally:
    """How often each pair was met, kept as sorted codes with their counts."""

    def __init__(self) -> None:
        self.codes = np.zeros(0, np.int64)
        self.counts = np.zeros(0, np.int64)

    def add(self, codes: Indexes) -> None:
        """Each of `codes` once more."""
        new, times = np.unique(codes, return_counts=True)
        self.codes, places = np.unique(np.concatenate([self.codes, new]), return_inverse=True)
        counts = np.zeros(len(self.codes), np.int64)
        np.add.at(counts, places, np.concatenate([self.counts, times]))
        self.counts = counts

    def of(self, codes: Indexes) -> Indexes:
        """How often each of `codes` was met."""
        if not len(self.codes):
            return np.zeros(len(codes), np.int64)
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        found: Indexes = np.where(self.codes[places] == codes, self.counts[places], 0)
        return found


def _tally(keys: Indexes, places: Indexes, sort: int, documents: int, tallies: dict[int, _Tally]) -> None:
    """Counts the pairs that share one of `keys`, which are sorted, each with the places of its documents in order."""
    if not len(keys):
        return
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    sizes = np.diff(np.r_[starts, len(keys)])
    size_of, rank = np.repeat(sizes, sizes), np.arange(len(keys)) - np.repeat(starts, sizes)
    few = size_of <= MOST[sort]
    pairs = [
        places[:-step][apart] * documents + places[step:][apart]
        for step in range(1, min(MOST[sort], int(sizes.max())))
        if (apart := few[step:] & (keys[step:] == keys[:-step])).any()
    ]
    if pairs:
        tallies[sort].add(np.concatenate(pairs))
    if sort != FACTS and not few.all():
        many = ~few if sort == SHINGLE else ~few & (size_of <= KNOWN_QUOTE)
        for representative in range(REPRESENTATIVES):
            of_key = places[np.repeat(starts + np.minimum(representative, sizes - 1), sizes)]
            chosen = many & (rank > representative)
            tallies[BULK if sort == SHINGLE else sort].add(of_key[chosen] * documents + places[chosen])


def _worth(tallies: dict[int, _Tally], sizes: dict[int, Indexes], documents: int) -> Indexes:
    """`worth_comparing` of all pairs at once."""
    codes = np.unique(np.concatenate([tally.codes for tally in tallies.values()]))
    one, other = np.divmod(codes, documents)
    shingles, facts = (np.minimum(sizes[sort][one], sizes[sort][other]) for sort in (SHINGLE, FACTS))
    bulk = tallies[BULK].of(codes)
    worth = (
        (tallies[QUOTE].of(codes) > 0)
        | (tallies[SHINGLE].of(codes) > 0)
        | ((bulk > 0) & (bulk >= BULK_SHARE * shingles))
        | (tallies[FACTS].of(codes) >= np.maximum(FEWEST_FACTS, FACTS_SHARE * facts))
    )
    found: Indexes = codes[worth]
    return found
