"""Time expressions: which words, and of which TIMEX3 type."""

from onrecord.reading.labels import TIME_TAGS
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.schema import Time, TimeType


def times(pieces: Pieces, tags: Ints) -> list[Time]:
    """The time expressions of one document in text order, after TimeML's guidelines (TIMEX3); tags (w,): TIME_TAGS."""
    begins = [i for i, tag in enumerate(tags.tolist()) if TIME_TAGS[tag][0] in "BS"]
    ends = [i for i, tag in enumerate(tags.tolist()) if TIME_TAGS[tag][0] in "ES"]
    return [
        Time(span=pieces.span(a, b), type=TimeType(TIME_TAGS[tags[a]][2:])) for a, b in zip(begins, ends, strict=True)
    ]
