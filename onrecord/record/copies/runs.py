"""Stretches of the same words in two articles."""

from dataclasses import dataclass

from onrecord.record.copies.article import SEED_WORDS, Article

# How many of the places of a seed in one text are tried.
PLACES = 6


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words that stand at the word `second` of one article and at the word `first` of the other."""

    second: int
    first: int
    length: int


def common_runs(first: Article, second: Article, *, shortest: int = SEED_WORDS) -> list[Run]:
    """The longest common stretches from left to right in `second`, disjoint there, of `shortest` words or more."""
    places = first.seeds
    numbers = (first.numbers, second.numbers)
    found: list[Run] = []
    end = 0
    for at, seed in enumerate(second.seed_list):
        if at >= end and seed in places:
            length, place = max((_length(*numbers, place, at), -place) for place in places[seed][:PLACES])
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
