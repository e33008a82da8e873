"""Stretches of the same words in two articles."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from onrecord.record.copies.article import Article
from onrecord.record.copies.words import runs_of

# What is looked up, and how many of its places in one text are tried.
SEED_WORDS = 5
PLACES = 6


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words that stand at the word `second` of one article and at the word `first` of the other."""

    second: int
    first: int
    length: int


def common_runs(first: Article, second: Article, *, shortest: int = SEED_WORDS) -> list[Run]:
    """The longest common stretches from left to right in `second`, disjoint there, of `shortest` words or more."""
    ours, theirs = (runs_of(article.words.numbers, SEED_WORDS) for article in (first, second))
    common = np.intersect1d(ours, theirs)
    if not len(common):
        return []
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(ours, common)).tolist():
        places[int(ours[place])].append(place)
    numbers = (first.words.numbers.tolist(), second.words.numbers.tolist())
    found: list[Run] = []
    end = 0
    for at in np.flatnonzero(np.isin(theirs, common)).tolist():
        if at >= end:
            tried = places[int(theirs[at])][:PLACES]
            length, place = max((_length(*numbers, place, at), -place) for place in tried)
            if length >= shortest:
                found.append(Run(at, -place, length))
                end = at + length
    return found


def _length(ours: list[int], theirs: list[int], first: int, second: int) -> int:
    longest = min(len(ours) - first, len(theirs) - second)
    length = 0
    while length < longest and ours[first + length] == theirs[second + length]:
        length += 1
    return length
