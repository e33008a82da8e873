"""Windows of labelled documents, put together for one training step."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.labels import CHAINS, ROLES, TAGS, TIME_TAGS, TIME_TYPES
from onrecord.reading.windows import CLS, SEP, WINDOW_PIECES, padded
from training.example import UNKNOWN, Example, Fragment

# Windows are pooled in random groups of this many and sorted by length within, so that windows of a batch are alike.
POOL = 400


@dataclass(frozen=True, slots=True)
class Task:
    """One set in training. whole: a document's windows make a batch of their own (coreference needs them together).

    share: how often one pass draws the set's windows, also less or more than once. batch: size of its batches, as a
    part of the usual one; a small set is learned in more and smaller steps.
    """

    name: str
    examples: Sequence[Example]
    whole: bool = False
    share: float = 1.0
    batch: float = 1.0


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces `[start, end)` of one example, whole words."""

    example: Example
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chains:
    """Words to be tagged in rows: flat words (p, l), -1 beyond a row's end; tags (n,) of all words."""

    rows: Tensor
    tags: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """One step's input. Words of all windows stand behind each other in flat arrays (n,); all indices are flat ones.

    ids, mask (b, t), features (b, t, 3); row, at (n,): where each word's first piece is; counts (b,): words a window.
    labels: by head, classes (n,). chains: by head. fragments (f, 4): first word, last word, the cue's first word or -1,
    role. edges (m, 3): head, left, right word. clusters, governors, sentence (n,). triggers (e,). arguments: by link,
    rows (index into triggers, first, last word). targets (k, 3): first, last word, sentiment. soft: by head, scores of
    a teacher (n, columns). weight: of the mention loss.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    row: Tensor
    at: Tensor
    counts: list[int]
    labels: dict[str, Tensor]
    chains: dict[str, Chains]
    fragments: Tensor
    edges: Tensor
    clusters: Tensor | None
    governors: Tensor | None
    sentence: Tensor | None
    triggers: Tensor
    arguments: dict[str, Tensor]
    targets: Tensor
    soft: dict[str, Tensor]
    weight: float


@dataclass(frozen=True, slots=True)
class _Part:
    """The words `[a, b)` of an example that a window holds; `shift` makes them flat indices."""

    example: Example
    a: int
    b: int
    shift: int

    def holds(self, first: int, last: int) -> bool:
        return self.a <= first and last < self.b

    def flat(self, word: int) -> int:
        return word - self.a + self.shift


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


def epoch(tasks: Iterable[Task], rng: random.Random, pieces_a_batch: int) -> list[list[Cut]]:
    """One pass over all tasks: windows grouped into batches of one task, in random order."""
    groups: list[list[Cut]] = []
    for task in tasks:
        size = round(task.batch * pieces_a_batch)
        if task.whole:
            for example in task.examples:
                groups += _grouped(cuts(example, rng), size)
            continue
        windows = _drawn(task, rng)
        for i in range(0, len(windows), POOL):
            groups += _grouped(sorted(windows[i : i + POOL], key=lambda c: c.end - c.start), size)
    rng.shuffle(groups)
    return groups


def _drawn(task: Task, rng: random.Random) -> list[Cut]:
    """The task's windows in random order, each `task.share` times on average."""
    out: list[Cut] = []
    left = task.share
    while left > 0:
        windows = [cut for example in task.examples for cut in cuts(example, rng)]
        rng.shuffle(windows)
        out += windows[: round(min(left, 1.0) * len(windows))]
        left -= 1
    return out


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
    """Put windows of one task into arrays."""
    length = max(w.end - w.start for w in windows) + 2
    ids = padded([w.example.pieces.ids[w.start : w.end] for w in windows], length)
    features = padded([w.example.pieces.features[w.start : w.end] for w in windows], length)
    mask = np.zeros(ids.shape, dtype=np.int64)
    ids[:, 0] = CLS
    for i, w in enumerate(windows):
        ids[i, w.end - w.start + 1] = SEP
        mask[i, : w.end - w.start + 2] = 1
    parts = _parts(windows)
    counts = [part.b - part.a for part in parts]
    at = [p.example.pieces.first[p.a : p.b] - w.start + 1 for p, w in zip(parts, windows, strict=True)]
    examples = [part.example for part in parts]
    triggers, arguments = _events(parts)
    return Batch(
        *(torch.from_numpy(array) for array in (ids, features, mask)),
        row=torch.from_numpy(np.repeat(np.arange(len(windows)), counts)),
        at=torch.from_numpy(np.concatenate(at)),
        counts=counts,
        labels=_labels(parts),
        chains=_chains(parts),
        fragments=_fragments(parts),
        edges=_rows([tuple(map(p.flat, e)) for p in parts for e in p.example.edges if p.holds(min(e), max(e))], 3),
        clusters=_words([e.clusters for e in examples], parts),
        governors=_governors(parts),
        sentence=_words([e.sentence for e in examples], parts),
        triggers=torch.tensor(triggers, dtype=torch.long),
        arguments=arguments,
        targets=_rows([(p.flat(a), p.flat(b), y) for p in parts for a, b, y in p.example.targets if p.holds(a, b)], 3),
        soft=_soft(parts),
        weight=examples[0].weight,
    )


def _parts(windows: list[Cut]) -> list[_Part]:
    parts, shift = [], 0
    for w in windows:
        a, b = (int(np.searchsorted(w.example.pieces.first, edge)) for edge in (w.start, w.end))
        parts.append(_Part(w.example, a, b, shift))
        shift += b - a
    return parts


def _rows(rows: Sequence[Sequence[int]], width: int) -> Tensor:
    return torch.tensor(rows, dtype=torch.long).reshape(-1, width)


def _words(arrays: Sequence[np.ndarray | None], parts: list[_Part]) -> Tensor | None:
    """One value a word, where every window's example has them."""
    if any(array is None for array in arrays):
        return None
    return torch.from_numpy(np.concatenate([a[p.a : p.b] for a, p in zip(arrays, parts, strict=True)]))  # type: ignore[index]


def _labels(parts: list[_Part]) -> dict[str, Tensor]:
    names = {name for part in parts for name in part.example.labels}
    out = {}
    for name in sorted(names):
        labels = [p.example.labels[name] if name in p.example.labels else p.example.blank(UNKNOWN) for p in parts]
        out[name] = torch.from_numpy(np.concatenate([a[p.a : p.b] for a, p in zip(labels, parts, strict=True)]))
    return out


def _soft(parts: list[_Part]) -> dict[str, Tensor]:
    out = {}
    for name in parts[0].example.soft:
        scores = [p.example.soft[name][p.a : p.b] for p in parts]
        out[name] = torch.from_numpy(np.concatenate(scores).astype(np.float32))
    return out


def _governors(parts: list[_Part]) -> Tensor | None:
    if any(part.example.governors is None for part in parts):
        return None
    out = []
    for p in parts:
        governors = p.example.governors[p.a : p.b]  # type: ignore[index]
        out.append(np.where((governors >= p.a) & (governors < p.b), governors - p.a + p.shift, UNKNOWN))
    return torch.from_numpy(np.concatenate(out))


def _events(parts: list[_Part]) -> tuple[list[int], dict[str, Tensor]]:
    triggers: list[int] = []
    rows: dict[str, list[tuple[int, int, int]]] = {"initiates": [], "receives": []}
    for p in parts:
        held = [trigger for trigger in p.example.triggers if p.holds(trigger, trigger)]
        number = {trigger: len(triggers) + i for i, trigger in enumerate(held)}
        triggers += [p.flat(trigger) for trigger in held]
        for a in (a for a in p.example.arguments if a.trigger in number and p.holds(a.first, a.last)):
            rows[a.link].append((number[a.trigger], p.flat(a.first), p.flat(a.last)))
    return triggers, {link: _rows(found, 3) for link, found in rows.items()}


def _chains(parts: list[_Part]) -> dict[str, Chains]:
    total = parts[-1].shift + parts[-1].b - parts[-1].a
    tags = {name: np.zeros(total, dtype=np.int64) for name in ("tags", "inner", "times")}
    rows: dict[str, list[tuple[int, int]]] = {name: [] for name in tags}
    for p in parts:
        lines = _lines(p)
        if p.example.fragments is not None:
            rows["tags"] += lines
            _tag_fragments(tags["tags"], p, p.example.fragments)
        if p.example.times is not None:
            rows["times"] += lines
            for first, last, kind in p.example.times:
                if p.holds(first, last):
                    _tag(tags["times"], TIME_TAGS, TIME_TYPES[kind], p.flat(first), p.flat(last))
        for inside in p.example.insides:
            if p.holds(inside.first, inside.last):
                rows["inner"] += [(p.flat(a), p.flat(b)) for a, b in _by_line(p.example, inside.first, inside.last)]
                _tag_fragments(tags["inner"], p, inside.fragments)
    sound = {name: [row for row in found if _is_sound(tags[name], CHAINS[name], *row)] for name, found in rows.items()}
    return {name: Chains(_padded_rows(found), torch.from_numpy(tags[name])) for name, found in sound.items() if found}


def _is_sound(tags: np.ndarray, names: Sequence[str], first: int, last: int) -> bool:
    """Whether a sequence of tags keeps the tag grammar; it does not where two spans share a word."""
    path = [names[tag] for tag in tags[first : last + 1]]
    inside = False
    for tag in path:
        if (tag[0] in "IE") != inside:
            return False
        inside = tag[0] in "BI"
    return not inside


def _lines(p: _Part) -> list[tuple[int, int]]:
    """First and last flat word of each paragraph."""
    starts = np.flatnonzero(np.diff(p.example.pieces.paragraph[p.a : p.b], prepend=-1)) + p.shift
    ends = np.append(starts[1:], p.shift + p.b - p.a) - 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _padded_rows(rows: list[tuple[int, int]]) -> Tensor:
    out = np.full((len(rows), max(b - a for a, b in rows) + 1), -1)
    for i, (a, b) in enumerate(rows):
        out[i, : b - a + 1] = np.arange(a, b + 1)
    return torch.from_numpy(out)


def _by_line(example: Example, first: int, last: int) -> list[tuple[int, int]]:
    """A stretch of words cut at paragraph ends."""
    line = example.pieces.paragraph
    ends = [i for i in range(first, last) if line[i] != line[i + 1]]
    return list(zip([first, *(e + 1 for e in ends)], [*ends, last], strict=True))


def _clipped(p: _Part, fragments: Iterable[Fragment]) -> Iterator[tuple[Fragment, int, int]]:
    """Flat stretches of what of the fragments lies in the window, a paragraph each."""
    for fragment in fragments:
        if fragment.first < p.b and fragment.last >= p.a:
            for a, b in _by_line(p.example, max(fragment.first, p.a), min(fragment.last, p.b - 1)):
                yield fragment, p.flat(a), p.flat(b)


def _tag_fragments(tags: np.ndarray, p: _Part, fragments: Iterable[Fragment]) -> None:
    for fragment, first, last in _clipped(p, fragments):
        _tag(tags, TAGS, ROLES[fragment.role], first, last)


def _tag(tags: np.ndarray, names: Sequence[str], kind: str, first: int, last: int) -> None:
    b, i, e, s = (names.index(f"{position}-{kind}") for position in "BIES")
    if first == last:
        tags[first] = s
        return
    tags[first : last + 1] = i
    tags[first], tags[last] = b, e


def _fragments(parts: list[_Part]) -> Tensor:
    rows: list[tuple[int, int, int, int]] = []
    for p in parts:
        for fragments in (p.example.fragments or [], *(i.fragments for i in p.example.insides)):
            inside = list(_clipped(p, fragments))
            cue: dict[int, int] = {}
            for fragment, first, _ in inside:
                if ROLES[fragment.role] == "cue":
                    cue.setdefault(fragment.attribution, first)
            for fragment, first, last in inside:
                target = cue.get(fragment.attribution, -1)
                if target != first:
                    rows.append((first, last, target, fragment.role))
    return _rows(rows, 4)
