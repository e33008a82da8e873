"""Bounds from things that a document tells of by a relative time, and whose days another document knows."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.reading.timex.calendar import Days, Rule
from onrecord.record.dating.backwards import published_if
from onrecord.record.dating.bounds import STORY, Bound, Place


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that two documents tell of: `told` of an undated one says by `rule` when it was, `known` says the days.

    `because` names the thing for people: "the landing in Sant Oriel".
    """

    told: Place
    rule: Rule
    days: Days
    known: Place
    because: str


def bounds_by(anchors: Iterable[Anchor]) -> Iterator[Bound]:
    """A bound on the document of `told` for each anchor whose rule says something, whatever their order."""
    for anchor in anchors:
        published = published_if(anchor.rule, anchor.days)
        if published:
            first, last = anchor.days
            when = f"{first}" if first == last else f"{first} to {last}"
            yield Bound(
                document=anchor.told.document,
                because=f"tells of {anchor.because}, which was on {when}",
                places=(anchor.told, anchor.known),
                earliest=published[0],
                latest=published[1],
                basis=STORY,
            )
