"""Sentences of two articles that tell the same in the same order, in whatever words."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2

Terms = Sequence[frozenset[str]]

# A sentence with fewer terms tells too little to be known by them.
FEWEST_TERMS = 3
# What two sentences must have in common: of the lighter one, and outright.
ALIKE, COMMON_TERMS = 0.34, 2
# The weight of a term that is in one sentence. Whole numbers, so that sums are exact in any order: that of the terms in
# a set is another one in every process.
WEIGHT = 1 << 20


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which sentences go together, in order, and how much of each article's telling they are (0 to 1)."""

    pairs: tuple[tuple[int, int, float], ...]
    first: float
    second: float

    @property
    def mean(self) -> float:
        """How alike the sentences that go together are, on average."""
        return sum(alike for _, _, alike in self.pairs) / len(self.pairs) if self.pairs else 0.0


def align(first: Terms, second: Terms, *, least: float = 0.0) -> Alignment:
    """The chain of like sentences, backwards in neither article, that has most in common.

    Empty where neither article's share of it can reach `least`, which is cheaper to tell. A sentence may go with
    several, as where one was split in two. A term weighs less the more sentences of either article have it, as the
    names in every line do.
    """
    weights = _weights(first, second)
    ours = [sum(weights[term] for term in terms) for terms in first]
    theirs = [sum(weights[term] for term in terms) for terms in second]
    likeness = _likeness(first, second, weights, ours, theirs)
    possible = (_share({i for i, _ in likeness}, ours), _share({j for _, j in likeness}, theirs))
    if max(possible) < least:
        return Alignment((), 0.0, 0.0)
    best = _best_chain(likeness, len(first), len(second))
    return Alignment(
        tuple(best),
        _share({i for i, _, _ in best}, ours),
        _share({j for _, j, _ in best}, theirs),
    )


def _weights(first: Terms, second: Terms) -> dict[str, int]:
    ours, most = (dict(Counter(chain.from_iterable(terms))) for terms in (first, second))
    for term, count in ours.items():
        if count > most.get(term, 0):
            most[term] = count
    return {term: round(WEIGHT / (1 + log2(count))) for term, count in most.items()}


def _share(matched: set[int], weights: Sequence[int]) -> float:
    total = sum(weights)
    return sum(weights[i] for i in matched) / total if total else 0.0


def _likeness(
    first: Terms, second: Terms, weights: dict[str, int], ours: Sequence[int], theirs: Sequence[int]
) -> dict[tuple[int, int], float]:
    """How much those sentences have in common that have enough, of the lighter one."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for i, terms in enumerate(first):
        if len(terms) >= FEWEST_TERMS:
            for term in terms:
                having[term].append(i)
    out: dict[tuple[int, int], float] = {}
    for j, terms in enumerate(second):
        if len(terms) < FEWEST_TERMS:
            continue
        common: defaultdict[int, int] = defaultdict(int)
        number: Counter[int] = Counter()
        for term in terms:
            for i in having.get(term, ()):
                common[i] += weights[term]
                number[i] += 1
        for i, weight in common.items():
            alike = weight / min(ours[i], theirs[j])
            if alike >= ALIKE and number[i] >= COMMON_TERMS:
                out[i, j] = alike
    return out


def _best_chain(likeness: dict[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int, float]]:
    """The heaviest chain of pairs in which neither side ever goes back."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        row, above = best[i + 1], best[i]
        for j in range(columns):
            here = likeness.get((i, j), 0.0)
            row[j + 1] = max(above[j + 1] + here / 2, row[j] + here / 2, above[j] + here, above[j + 1], row[j])
    found: list[tuple[int, int, float]] = []
    i, j = rows, columns
    while i and j:
        here = likeness.get((i - 1, j - 1), 0.0)
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            found.append((i - 1, j - 1, here))
            if best[i][j] == best[i - 1][j - 1] + here:
                i, j = i - 1, j - 1
            elif best[i][j] == best[i - 1][j] + here / 2:
                i -= 1
            else:
                j -= 1
    return found[::-1]
