"""The attributions inside a content: whom the speaker himself quotes or reads the mind of."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from onrecord.reading.attribution import CONTENT, CUE, SOURCE, Attribution, Fragment, stretches
from onrecord.reading.labels import TAGS
from onrecord.reading.links import Links
from onrecord.reading.model import Model, Scores
from onrecord.reading.pieces import Pieces
from onrecord.reading.viterbi import viterbi

OUTSIDE = TAGS.index("O")


def inner_attributions(
    pieces: Pieces, scores: Scores, model: Model, outer: Sequence[Attribution]
) -> list[list[Attribution]]:
    """For each of the attributions those that lie wholly within its content, in text order.

    Each has a cue and a content. The model's second layer of tags is read within contents alone: what it says elsewhere
    it was never taught.
    """
    lines = [
        (n, part) for n, attribution in enumerate(outer) for f in attribution.content for part in _lines(pieces, f)
    ]
    # Most contents hold no voice, and where no single word looks like part of one, the best sequence has none either.
    speaks = np.cumsum([0, *(scores.of("inner").argmax(1) != OUTSIDE)])
    rows = [(n, (a, b)) for n, (a, b) in lines if speaks[b + 1] > speaks[a]]
    tags = viterbi([scores.of("inner")[a : b + 1] for _, (a, b) in rows], TAGS, model.transitions["inner"])
    found: dict[int, list[Fragment]] = defaultdict(list)
    for (n, (a, _)), path in zip(rows, tags, strict=True):
        found[n] += [Fragment(f.role, f.first + a, f.last + a) for f in stretches(path)]
    links = Links(scores, model.tables)
    return [_joined(found[n], links) for n in range(len(outer))]


def _lines(pieces: Pieces, fragment: Fragment) -> list[tuple[int, int]]:
    """A fragment cut at paragraph ends."""
    line = pieces.paragraph[fragment.first : fragment.last + 1]
    ends = (np.flatnonzero(line[1:] != line[:-1]) + fragment.first).tolist()
    return list(zip([fragment.first, *(e + 1 for e in ends)], [*ends, fragment.last], strict=True))


def _joined(fragments: list[Fragment], links: Links) -> list[Attribution]:
    """The fragments of one content, each at the cue that suits it best."""
    cues = [f for f in fragments if f.role == CUE]
    others = [f for f in fragments if f.role != CUE]
    if not cues or not others:
        return []
    first, last, cue = (
        np.array(x) for x in ([f.first for f in others], [f.last for f in others], [f.first for f in cues])
    )
    parts: dict[int, list[Fragment]] = defaultdict(list)
    for fragment, best in zip(others, links.arcs(first, last, cue).argmax(1).tolist(), strict=True):
        parts[best].append(fragment)
    made = (
        Attribution(
            source=tuple(f for f in parts[i] if f.role == SOURCE),
            cue=(cues[i],),
            content=tuple(f for f in parts[i] if f.role == CONTENT),
        )
        for i in sorted(parts)
    )
    return [attribution for attribution in made if attribution.content]
