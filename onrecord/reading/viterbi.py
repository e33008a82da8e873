"""The best tags of many paragraphs at once."""

from collections.abc import Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import CHAINS, may_end, may_start
from onrecord.reading.model import Scores
from onrecord.reading.pieces import Pieces

Floats = npt.NDArray[np.float32]
NEVER = np.float32(-1e4)

# Paragraphs decoded side by side: enough to hide the cost of a step, few enough to stay in the cache.
SIDE_BY_SIDE = 256


def tags_of(
    documents: Sequence[Pieces], scores: Sequence[Scores], head: str, transitions: Floats
) -> list[npt.NDArray[np.int64]]:
    """The best tags of each document's words (w,) by one of the heads that are chains, each paragraph on its own.

    Documents are decoded together: a step costs little more for many paragraphs than for one.
    """
    rows = [row for d, s in zip(documents, scores, strict=True) for row in _paragraphs(s.of(head), d.paragraph)]
    paths = iter(viterbi(rows, CHAINS[head], transitions))
    return [np.concatenate([np.zeros(0, np.int64), *islice(paths, _count(d.paragraph))]) for d in documents]


def _paragraphs(scores: Floats, paragraph: npt.NDArray[np.int64]) -> list[Floats]:
    starts = np.flatnonzero(np.diff(paragraph, prepend=-1))
    return np.split(scores, starts[1:]) if len(starts) else []


def _count(paragraph: npt.NDArray[np.int64]) -> int:
    return int(np.count_nonzero(np.diff(paragraph, prepend=-1)))


def viterbi(rows: Sequence[Floats], tags: Sequence[str], transitions: Floats) -> list[npt.NDArray[np.int64]]:
    """The highest-scoring tag sequence of each row (Viterbi 1967).

    rows: emission scores (words, tags); tags: what the columns stand for, as labels.chunk_tags makes them; transitions
    (tags, tags) `[from, to]`, forbidden ones strongly negative. Rows of similar length share a batch.
    """
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out: list[npt.NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)] * len(rows)
    for at in range(0, len(order), SIDE_BY_SIDE):
        group = [i for i in order[at : at + SIDE_BY_SIDE] if len(rows[i])]
        if group:
            for i, path in zip(group, _decode([rows[i] for i in group], tags, transitions), strict=True):
                out[i] = path
    return out


def _decode(rows: list[Floats], names: Sequence[str], transitions: Floats) -> list[npt.NDArray[np.int64]]:
    """Rows in rising order of length, stood up against their last words, so that all end at the same step."""
    lengths = np.array([len(row) for row in rows])
    longest, tags = int(lengths[-1]), transitions.shape[0]
    emissions = np.zeros((longest, len(rows), tags), dtype=np.float32)
    for i, row in enumerate(rows):
        emissions[longest - len(row) :, i] = row
    begin = np.where(may_start(names), np.float32(0), NEVER)
    into = np.ascontiguousarray(transitions.T)
    scores = np.zeros((len(rows), tags), dtype=np.float32)
    back = np.zeros((longest, len(rows), tags), dtype=np.int8)
    # Row i begins at step longest - lengths[i]; rows [alive, len(rows)) have begun.
    begins = longest - lengths
    for step in range(longest):
        alive = int(np.searchsorted(-begins, -step))
        candidates = scores[alive:, None, :] + into
        best = candidates.argmax(2)
        moved = np.take_along_axis(candidates, best[..., None], 2)[..., 0]
        new = begins[alive:] == step
        moved[new] = begin
        scores[alive:] = moved + emissions[step, alive:]
        back[step, alive:] = best
    tag = (scores + np.where(may_end(names), np.float32(0), NEVER)).argmax(1)
    path = np.zeros((longest, len(rows)), dtype=np.int64)
    everyone = np.arange(len(rows))
    for step in range(longest - 1, -1, -1):
        path[step] = tag
        tag = back[step, everyone, tag].astype(np.int64)
    return [path[longest - length :, i] for i, length in enumerate(lengths)]
