"""Stretches of the same words in two articles."""

from collections import defaultdict
from dataclasses import dataclass

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
    ours, theirs = first.words.numbers.tolist(), second.words.numbers.tolist()
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, seed in enumerate(runs_of(first.words.numbers, SEED_WORDS).tolist()):
        if len(places[seed]) < PLACES:
            places[seed].append(place)
    found = []
    at = 0
    seeds = runs_of(second.words.numbers, SEED_WORDS).tolist()
    while at < len(seeds):
        length, place = max(
            ((_length(ours, theirs, place, at), -place) for place in places.get(seeds[at], ())), default=(0, 0)
        )
        if length >= shortest:
            found.append(Run(at, -place, length))
        at += max(1, length if length >= shortest else 1)
    return found


def _length(ours: list[int], theirs: list[int], first: int, second: int) -> int:
    longest = min(len(ours) - first, len(theirs) - second)
    length = 0
    while length < longest and ours[first + length] == theirs[second + length]:
        length += 1
    return length
