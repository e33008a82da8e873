"""Claims of one story in groups, each of them one claim and its denials."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Protocol

from onrecord.record.narratives.alike import alike, weight
from onrecord.record.narratives.clauses import ACTOR
from onrecord.spans import Span

# Claims are compared that share one of so many of their rarest words, if no more than these have it.
RAREST, MOST = 4, 48


class Claimed(Protocol):
    """A claim of one document."""

    @property
    def id(self) -> str:
        """Its own."""

    @property
    def document(self) -> str:
        """Where it stands."""

    @property
    def span(self) -> Span:
        """Where in the document."""

    @property
    def tokens(self) -> tuple[str, ...]:
        """What is claimed, with the record's actors."""

    @property
    def maker(self) -> str:
        """Who makes it where: two by the same are compared only across documents."""


def clusters(claims: Sequence[Claimed]) -> list[list[int]]:
    """Groups of two and more of `claims`, by their places, in which each is like all others; the closest go first."""
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other in sorted(_pairs(claims)):
        if claims[one].maker != claims[other].maker:
            likeness = _likeness(claims[one], claims[other])
            if likeness:
                near[one][other] = near[other][one] = likeness
    group: dict[int, list[int]] = {}
    edges = sorted((-likeness, one, other) for one in near for other, likeness in near[one].items() if one < other)
    for _, one, other in edges:
        ours, theirs = group.get(one, [one]), group.get(other, [other])
        if ours is not theirs and all(b in near[a] or claims[a].maker == claims[b].maker for a in ours for b in theirs):
            merged = [*ours, *theirs]
            for each in merged:
                group[each] = merged
    return sorted({tuple(sorted(each)): sorted(each) for each in group.values()}.values())


def _likeness(one: Claimed, other: Claimed) -> float:
    if one.document == other.document and one.span.overlaps(other.span):
        # What somebody takes up to contradict it, or one claim read twice.
        return float(one.span == other.span)
    return alike(one.tokens, other.tokens)


def _pairs(claims: Sequence[Claimed]) -> Iterator[tuple[int, int]]:
    """The pairs of places that share one of the rarest words of both."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        words = {token for token in claim.tokens if not token.startswith(ACTOR)}
        for token in sorted(words, key=lambda token: (-weight(token), token))[:RAREST]:
            having[token].append(place)
    found = {pair for places in having.values() if len(places) <= MOST for pair in combinations(places, 2)}
    yield from found
