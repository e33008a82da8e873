"""Average-linkage clustering over few pairs of many things."""

import heapq
from collections.abc import Iterable

Group = list[int]


def average_linkage(
    count: int, pairs: Iterable[tuple[int, int, float]], *, least: float, most: int | None = None
) -> list[Group]:
    """The things 0 to `count` - 1 in groups, each rising, by their first members.

    `pairs`: how alike two things are; a pair that is not given counts 0, -inf keeps its two apart for good. The two
    groups whose pairs are most alike on average are joined until none reaches `least` (above 0); none grows over
    `most` members. Agglomerative clustering with group averages (Sokal and Michener, 1958), in time and memory that
    grow with the pairs, not with the square of the count.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for a, b, score in pairs:
        sums[a][b] = sums[b][a] = score
    members: dict[int, Group] = {i: [i] for i in range(count)}
    queue = [(-score, a, b, 1, 1) for a in range(count) for b, score in sums[a].items() if a < b and score >= least]
    heapq.heapify(queue)
    while queue:
        _, a, b, size_a, size_b = heapq.heappop(queue)
        # An entry is stale when either side has grown or gone since.
        if len(members.get(a, ())) != size_a or len(members.get(b, ())) != size_b:
            continue
        if most is not None and size_a + size_b > most:
            continue
        _join(sums, a, b)
        members[a] = members[a] + members.pop(b)
        size = len(members[a])
        for other, total in sums[a].items():
            average = total / (size * len(members[other]))
            if average >= least:
                heapq.heappush(queue, (-average, min(a, other), max(a, other), *_sizes(members, a, other)))
    return sorted(sorted(group) for group in members.values())


def _join(sums: list[dict[int, float]], a: int, b: int) -> None:
    """Gives `a` what `b` has in common with others; what either never joins, both never join."""
    for other, total in sums[b].items():
        del sums[other][b]
        if other != a:
            both = sums[a].get(other, 0.0) + total
            sums[a][other] = sums[other][a] = both
    sums[b] = {}


def _sizes(members: dict[int, Group], a: int, b: int) -> tuple[int, int]:
    first, second = min(a, b), max(a, b)
    return len(members[first]), len(members[second])
