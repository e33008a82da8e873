"""How a sentence speaks of those it names: negative, neutral or positive toward each."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import SENTIMENTS
from onrecord.reading.model import Scores
from onrecord.reading.pieces import Pieces
from onrecord.reading.schema import Label, Mention, MentionForm
from onrecord.spans import Span

_VALUES = np.arange(len(SENTIMENTS)) - 1.0
_NEUTRAL = SENTIMENTS.index("neutral")


def sentiments(pieces: Pieces, scores: Scores, targets: Sequence[Span]) -> npt.NDArray[np.float64]:
    """(targets, 3): how likely the text is negative, neutral, positive toward what stands in each span."""
    first = np.searchsorted(pieces.ends, [t.start for t in targets], side="right")
    last = np.maximum(np.searchsorted(pieces.starts, [t.end for t in targets], side="left"), first + 1)
    sums = np.concatenate([np.zeros((1, len(SENTIMENTS))), np.cumsum(scores.of("sentiment"), axis=0, dtype=np.float64)])
    first, last = np.minimum(first, len(sums) - 2), np.minimum(last, len(sums) - 1)
    means = (sums[last] - sums[first]) / np.maximum(last - first, 1)[:, None]
    odds = np.exp(means - means.max(1, keepdims=True))
    shares: npt.NDArray[np.float64] = odds / odds.sum(1, keepdims=True)
    return shares


def labels(pieces: Pieces, scores: Scores, mentions: Sequence[Mention]) -> list[Label]:
    """A label for each name that its sentence is rather negative or positive toward than neutral, in text order."""
    named = [m for m in mentions if m.form is MentionForm.NAME]
    if not named or not len(pieces.first):
        return []
    shares = sentiments(pieces, scores, [m.span for m in named])
    return [
        Label(span=mention.span, target=mention.actor, polarity=round(float(share @ _VALUES), 2))
        for mention, share in zip(named, shares, strict=True)
        if share.argmax() != _NEUTRAL
    ]
