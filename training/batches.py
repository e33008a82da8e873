"""Windows of labelled documents, put together for one training step."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.windows import CLS, SEP, WINDOW_PIECES, padded
from training.data import UNKNOWN, Example


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces `[start, end)` of one example, whole words."""

    example: Example
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """One step's input. Words of all windows stand behind each other in flat arrays (n,).

    ids, mask (b, t), features (b, t, 3); row, at (n,): where each word's first piece is. line_rows (p, l): flat words
    by paragraph, -1 beyond its end; tags (n,). fragments (f, 4): first word, last word, the cue's first word or -1,
    role. heads, clusters (n,). edges (m, 3): head, left, right word. weight: of the mention loss. All word indices are
    flat ones.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    row: Tensor
    at: Tensor
    line_rows: Tensor
    tags: Tensor | None
    fragments: Tensor | None
    heads: Tensor | None
    edges: Tensor
    clusters: Tensor | None
    weight: float


def cuts(example: Example, rng: random.Random | None = None, size: int = WINDOW_PIECES) -> list[Cut]:
    """The example in windows of at most `size` pieces, cut between paragraphs where one ends in a window's second half.

    With `rng` the first window is shorter by a random amount, so that each epoch cuts elsewhere.
    """
    pieces = example.pieces
    bounds = np.append(pieces.first, len(pieces.ids))
    line_starts = pieces.first[np.flatnonzero(np.diff(pieces.paragraph, prepend=-1))]
    out: list[Cut] = []
    start, limit = 0, size if rng is None else rng.randint(size // 3, size)
    while start < len(pieces.ids):
        end = int(bounds[np.searchsorted(bounds, start + limit, side="right") - 1])
        if end <= start:
            end = int(bounds[np.searchsorted(bounds, start, side="right")])
        lines = line_starts[(line_starts > start + limit // 2) & (line_starts <= end)]
        if end < len(pieces.ids) and len(lines):
            end = int(lines[-1])
        out.append(Cut(example, start, min(end, start + size)))
        start, limit = end, size
    return out


def epoch(
    attributed: list[Example], mentioned: list[Example], rng: random.Random, pieces_a_batch: int
) -> Iterator[Batch]:
    """One pass over all examples: windows of attributed documents shuffled; mentioned ones document by document."""
    windows = [cut for example in attributed for cut in cuts(example, rng)]
    rng.shuffle(windows)
    # Windows of similar length share a batch; sorted within pools, so that order stays random.
    pools = [sorted(windows[i : i + 400], key=lambda c: c.end - c.start) for i in range(0, len(windows), 400)]
    groups = [group for pool in pools for group in _grouped(pool, pieces_a_batch)]
    together = [example for example in mentioned if len(example.pieces.ids) < 100]
    rng.shuffle(together)
    groups += _grouped([cut for example in together for cut in cuts(example)], pieces_a_batch)
    for example in mentioned:
        if len(example.pieces.ids) >= 100:
            groups += _grouped(cuts(example, rng), pieces_a_batch // 2)
    rng.shuffle(groups)
    return (collate(group) for group in groups)


def _grouped(windows: list[Cut], pieces_a_batch: int) -> list[list[Cut]]:
    groups: list[list[Cut]] = []
    for window in windows:
        longest = max((c.end - c.start for c in groups[-1]), default=0) if groups else 0
        if groups and (len(groups[-1]) + 1) * max(longest, window.end - window.start) <= pieces_a_batch:
            groups[-1].append(window)
        else:
            groups.append([window])
    return groups


def collate(windows: list[Cut]) -> Batch:
    """Put windows of one kind of example into arrays."""
    length = max(w.end - w.start for w in windows) + 2
    ids = padded([w.example.pieces.ids[w.start : w.end] for w in windows], length)
    features = padded([w.example.pieces.features[w.start : w.end] for w in windows], length)
    mask = np.zeros(ids.shape, dtype=np.int64)
    ids[:, 0] = CLS
    for i, w in enumerate(windows):
        ids[i, w.end - w.start + 1] = SEP
        mask[i, : w.end - w.start + 2] = 1
    words = [_words(w) for w in windows]
    counts = np.array([b - a for a, b in words])
    offsets = np.concatenate([[0], np.cumsum(counts)])
    row = np.repeat(np.arange(len(windows)), counts)
    at = np.concatenate([w.example.pieces.first[a:b] - w.start + 1 for w, (a, b) in zip(windows, words, strict=True)])
    lines = np.concatenate([w.example.pieces.paragraph[a:b] for w, (a, b) in zip(windows, words, strict=True)])
    tags, fragments = _attributions(windows, words, offsets)
    heads, edges, clusters = _mentions(windows, words, offsets)
    return Batch(
        *(torch.from_numpy(array) for array in (ids, features, mask, row, at)),
        _line_rows(row, lines),
        tags,
        fragments,
        heads,
        edges,
        clusters,
        windows[0].example.weight,
    )


def _words(window: Cut) -> tuple[int, int]:
    first = window.example.pieces.first
    return int(np.searchsorted(first, window.start)), int(np.searchsorted(first, window.end))


def _line_rows(row: np.ndarray, lines: np.ndarray) -> Tensor:
    new = np.concatenate([[True], (row[1:] != row[:-1]) | (lines[1:] != lines[:-1])])
    starts = np.flatnonzero(new)
    lengths = np.diff(np.append(starts, len(row)))
    out = np.full((len(starts), lengths.max()), -1)
    inside = np.arange(lengths.max())[None] < lengths[:, None]
    out[inside] = np.arange(len(row))
    return torch.from_numpy(out)


def _attributions(
    windows: list[Cut], words: list[tuple[int, int]], offsets: np.ndarray
) -> tuple[Tensor | None, Tensor | None]:
    if windows[0].example.fragments is None:
        return None, None
    tags = np.zeros(int(offsets[-1]), dtype=np.int64)
    rows: list[tuple[int, int, int, int]] = []
    for w, (a, b), shift in zip(windows, words, offsets, strict=False):
        line = w.example.pieces.paragraph
        inside = [
            (n, role, max(f, a), min(last, b - 1))
            for n, role, f, last in w.example.fragments or []
            if f < b and last >= a
        ]
        cue: dict[int, int] = {}
        for n, role, first, _ in inside:
            if ROLES[role] == "cue":
                cue.setdefault(n, first - a + shift)
        for n, role, first, last in inside:
            for f, t in _by_line(line, first, last):
                _tag(tags, role, f - a + shift, t - a + shift)
                target = cue.get(n, -1)
                if target != f - a + shift:
                    rows.append((f - a + shift, t - a + shift, target, role))
    return torch.from_numpy(tags), torch.tensor(rows, dtype=torch.long).reshape(-1, 4)


def _by_line(line: np.ndarray, first: int, last: int) -> list[tuple[int, int]]:
    """A fragment cut at paragraph ends."""
    ends = [i for i in range(first, last) if line[i] != line[i + 1]]
    return list(zip([first, *(e + 1 for e in ends)], [*ends, last], strict=True))


def _tag(tags: np.ndarray, role: int, first: int, last: int) -> None:
    b, i, e, s = (TAGS.index(f"{position}-{ROLES[role]}") for position in "BIES")
    if first == last:
        tags[first] = s
        return
    tags[first : last + 1] = i
    tags[first], tags[last] = b, e


def _mentions(
    windows: list[Cut], words: list[tuple[int, int]], offsets: np.ndarray
) -> tuple[Tensor | None, Tensor, Tensor | None]:
    edges: list[tuple[int, int, int]] = []
    heads, clusters = [], []
    for w, (a, b), shift in zip(windows, words, offsets, strict=False):
        example = w.example
        heads.append(np.full(b - a, UNKNOWN) if example.heads is None else example.heads[a:b])
        clusters.append(np.full(b - a, -1) if example.clusters is None else example.clusters[a:b])
        edges += [tuple(x - a + shift for x in e) for e in example.edges if a <= min(e) and max(e) < b]  # type: ignore[misc]
    has_heads = any(w.example.heads is not None for w in windows)
    has_clusters = all(w.example.clusters is not None for w in windows)
    return (
        torch.from_numpy(np.concatenate(heads)) if has_heads else None,
        torch.tensor(edges, dtype=torch.long).reshape(-1, 3),
        torch.from_numpy(np.concatenate(clusters)) if has_clusters else None,
    )
