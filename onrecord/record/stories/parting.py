"""Parting documents into stories, and joining them to the stories that are there."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

import numpy as np

from onrecord.record.keys import short_hash
from onrecord.record.merging.linkage import average_linkage
from onrecord.record.stories.profile import SCALE, Profile, joined

# How alike documents of one story are on average over all pairs. Swept on ECB+ train: docs/quality.md.
LEAST_ALIKE = 0.18
# So many documents at a time are compared with each other, then each group with all stories.
BUCKET = 200
# Less alike, a pair counts as not alike at all.
LEAST_PAIR = 0.03


class Item(NamedTuple):
    """A document, and what it is about."""

    document: str
    profile: Profile


class Shelf(Protocol):
    """The stories that are there, by their ids."""

    def near(self, profile: Profile, *, but: str = "") -> list[tuple[str, Profile]]:
        """The stories that share most of the strongest words of `profile`, without `but`."""

    def profile(self, story: str) -> Profile:
        """What a story is about."""

    def add(self, story: str, profile: Profile) -> None:
        """Adds what documents are about to a story, which is made where it is not there."""

    def merge(self, one: str, other: str) -> str:
        """Makes two stories one; which of them that is."""


def part(items: Iterable[Item], shelf: Shelf) -> dict[str, str]:
    """The story of each of `items`, which come in order of their days; puts them on the `shelf`.

    Single-pass clustering with a bucket: the documents of a bucket are grouped by average linkage, each group joins the
    story that it is most like or begins one (Yang, Pierce and Carbonell, SIGIR 1998). Stories that turn out to be one
    become one; none falls apart, so that what users follow stays what it is.
    """
    homes: dict[str, str] = {}
    waiting = iter(items)
    while bucket := list(islice(waiting, BUCKET)):
        for group in _groups([item.profile for item in bucket]):
            profile = joined(bucket[i].profile for i in group)
            story = _nearest(shelf, profile) or "y-" + short_hash(bucket[group[0]].document)
            shelf.add(story, profile)
            homes |= {bucket[i].document: story for i in group}
    return homes


def merge_alike(stories: Iterable[str], shelf: Shelf) -> dict[str, str]:
    """The story that each one became part of, of those that turned out to be the same as one of `stories`."""
    gone: dict[str, str] = {}
    waiting = sorted(stories, reverse=True)
    while waiting:
        story = waiting.pop()
        other = "" if story in gone else _nearest(shelf, shelf.profile(story), but=story)
        if other:
            kept = shelf.merge(story, other)
            gone[other if kept == story else story] = kept
            waiting.append(kept)
    return {story: _last(gone, story) for story in gone}


def _last(gone: dict[str, str], story: str) -> str:
    while story in gone:
        story = gone[story]
    return story


def _nearest(shelf: Shelf, profile: Profile, *, but: str = "") -> str:
    """The story that documents of `profile` are most like on average; empty where they are like none."""
    alike = [(profile.similarity(other), story) for story, other in shelf.near(profile, but=but)]
    best, story = max(alike, key=lambda each: (each[0], each[1]), default=(0.0, ""))
    return story if best >= LEAST_ALIKE else ""


def _groups(profiles: Sequence[Profile]) -> list[list[int]]:
    return average_linkage(len(profiles), _pairs(profiles), least=LEAST_ALIKE)


def _pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int, float]]:
    columns: dict[str, int] = {}
    for profile in profiles:
        for stem in profile.terms:
            columns.setdefault(stem, len(columns))
    # Whole numbers whose products stay below 2^24, so that their sums are exact in any order.
    table = np.zeros((len(profiles), max(1, len(columns))), np.float32)
    for row, profile in enumerate(profiles):
        for stem, (weight, _) in profile.terms.items():
            table[row, columns[stem]] = weight
    alike = np.triu(table @ table.T, k=1) / (SCALE * SCALE)
    for one, other in np.argwhere(alike >= LEAST_PAIR).tolist():
        yield one, other, float(alike[one, other])
