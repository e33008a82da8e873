"""When one document was published, from all that bounds it."""

from collections.abc import Sequence

from onrecord.reading.schema import Reading
from onrecord.record.dating.bounds import Bound, Dating, meet
from onrecord.record.dating.text import bounds_in
from onrecord.record.dating.weekdays import bounds_within


def inferred(reading: Reading, others: Sequence[Bound] = ()) -> Dating | None:
    """When the document of `reading` was published, by its text and by `others`, what the story says; None: unknown."""
    bounds = [*bounds_in(reading), *others]
    found = meet(bounds)
    # Which year a Tuesday, March 4 was in shows only where others leave few of them.
    return meet([*bounds, *bounds_within(reading, found.published)]) or found if found else None
