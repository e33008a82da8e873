"""A story as the record gives it out."""

import msgspec

from onrecord.interval import Interval


class StoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Coverage that belongs together: `name` is made of its strongest words, or what users call it.

    `headline` is that of the earliest article that has one; `outlets` are those that covered it, those of most articles
    first; `published`: from the first day to the last; the rest are counts, and the runs that first and last brought
    something.
    """

    id: str
    name: str
    headline: str
    documents: int
    outlets: tuple[str, ...]
    published: Interval
    statements: int
    events: int
    commitments: int
    first_seen: int
    last_seen: int
