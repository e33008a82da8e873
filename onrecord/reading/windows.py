"""Cutting a long document into overlapping windows of equal length."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

# Special tokens of the vocabulary (BERT uncased).
PAD, CLS, SEP = 0, 101, 102

# Pieces a window holds beside its two special tokens, the longest that training sees; and how many neighbours share.
WINDOW_PIECES = 318
OVERLAP_PIECES = 24


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[start, end)` are read; the result for `[keep_start, keep_end)` is kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(pieces: int) -> list[Window]:
    """Windows over `pieces` word pieces, in order; what they keep is disjoint and covers everything.

    All are equally long (within one), so that a document's windows make a batch without padding; each piece is kept
    where it has the most context on its poorer side.
    """
    if not pieces:
        return []
    count = max(1, -(-(pieces - OVERLAP_PIECES) // (WINDOW_PIECES - OVERLAP_PIECES)))
    length = -(-(pieces + (count - 1) * OVERLAP_PIECES) // count)
    starts = [int(start) for start in np.linspace(0, pieces - length, count)] if count > 1 else [0]
    ends = [min(pieces, start + length) for start in starts]
    cuts = [0, *((start + end) // 2 for start, end in zip(starts[1:], ends, strict=False)), pieces]
    return [Window(s, e, cuts[i], cuts[i + 1]) for i, (s, e) in enumerate(zip(starts, ends, strict=True))]


def padded(rows: list[npt.NDArray[np.int64]], length: int) -> npt.NDArray[np.int64]:
    """`rows` of pieces (n,) or features (n, f), bracketed by special positions, in one zero-filled array."""
    shape = (len(rows), length, *rows[0].shape[1:])
    out = np.zeros(shape, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, 1 : 1 + len(row)] = row
    return out
