"""Time expressions: which words, and of which TIMEX3 type."""

import numpy as np

from onrecord.reading.labels import TIME_TAGS
from onrecord.reading.model import Model, Scores
from onrecord.reading.pieces import Pieces
from onrecord.reading.schema import Time, TimeType
from onrecord.reading.viterbi import viterbi


def times(pieces: Pieces, scores: Scores, model: Model) -> list[Time]:
    """The time expressions of one document in text order, after TimeML's guidelines (TIMEX3)."""
    if not len(pieces.first):
        return []
    starts = np.flatnonzero(np.diff(pieces.paragraph, prepend=-1))
    rows = np.split(scores.of("times"), starts[1:])
    tags = np.concatenate(viterbi(rows, TIME_TAGS, model.transitions["times"]))
    begins = [i for i, tag in enumerate(tags) if TIME_TAGS[tag][0] in "BS"]
    ends = [i for i, tag in enumerate(tags) if TIME_TAGS[tag][0] in "ES"]
    return [
        Time(span=pieces.span(a, b), type=TimeType(TIME_TAGS[tags[a]][2:])) for a, b in zip(begins, ends, strict=True)
    ]
