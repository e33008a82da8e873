"""From scores to attributions: fragments of source, cue, content, joined at their cue."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.links import Links
from onrecord.reading.model import Model, Scores
from onrecord.reading.pieces import FEATURES, Ints, Pieces
from onrecord.reading.viterbi import viterbi
from onrecord.spans import Span

# A fragment hangs on a cue of its own sentence (in PolNeAR train 99.9 % of sources, 98.7 % of contents without
# quotation marks), but quoted content goes on for further sentences (99 % within these many).
QUOTED_SENTENCES = 4
# A cue of another paragraph is taken only where the fragment's own has none (1 % of contents in PolNeAR train).
OTHER_PARAGRAPH = 1000.0
QUOTE = tuple(FEATURES).index("quote")
SOURCE, CUE, CONTENT = range(len(ROLES))

_ROLE = np.array([ROLES.index(tag[2:]) if tag != "O" else -1 for tag in TAGS])
_BEGINS = np.array([tag[0] in "BS" for tag in TAGS])
_ENDS = np.array([tag[0] in "ES" for tag in TAGS])


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words `first` through `last`, both included, that play one role."""

    role: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """The fragments that one cue joins, each list in text order."""

    source: tuple[Fragment, ...]
    cue: tuple[Fragment, ...]
    content: tuple[Fragment, ...]


def attributions(pieces: Pieces, scores: Scores, model: Model, sentences: Sequence[Span]) -> list[Attribution]:
    """The attributions of one document in the order of their first words; `sentences` are sorted and disjoint."""
    found = fragments(pieces, scores, model.transitions)
    cues = [f for f in found if f.role == CUE]
    others = [f for f in found if f.role != CUE]
    joined: dict[int, list[Fragment]] = {i: [] for i in range(len(cues))}
    sentence = np.searchsorted([s.start for s in sentences], pieces.starts, side="right")
    for fragment, cue in zip(others, _cue_of(others, cues, pieces, sentence, Links(scores, model.tables)), strict=True):
        if cue >= 0:
            joined[int(cue)].append(fragment)
    out = [_attribution(cues[i], parts) for i, parts in joined.items()]
    return sorted((a for a in out if a.content), key=lambda a: min(f.first for f in (*a.source, *a.cue, *a.content)))


def fragments(pieces: Pieces, scores: Scores, transitions: npt.NDArray[np.float32]) -> list[Fragment]:
    """The best tags of each paragraph, read as stretches of one role, in text order."""
    if not len(pieces.first):
        return []
    starts = np.flatnonzero(np.diff(pieces.paragraph, prepend=-1))
    rows = np.split(scores.tags, starts[1:])
    tags = np.concatenate(viterbi(rows, transitions))
    begins, ends = np.flatnonzero(_BEGINS[tags]), np.flatnonzero(_ENDS[tags])
    return [Fragment(int(_ROLE[tags[a]]), int(a), int(b)) for a, b in zip(begins, ends, strict=True)]


def _cue_of(
    others: list[Fragment], cues: list[Fragment], pieces: Pieces, sentence: Ints, links: Links
) -> npt.NDArray[np.int64]:
    """For each fragment the index of the cue that suits it best, -1 where none may."""
    out = np.full(len(others), -1)
    if not cues:
        return out
    first, last, role = (np.array([getattr(f, name) for f in others]) for name in ("first", "last", "role"))
    cue = np.array([f.first for f in cues])
    quoted = pieces.features[pieces.first, QUOTE] > 0
    apart = np.where((role == CONTENT) & quoted[first], QUOTED_SENTENCES, 0) if len(others) else first
    # In blocks: a text of a million characters has ten thousand cues.
    for a in range(0, len(others), 512):
        block = slice(a, a + 512)
        low = int(np.searchsorted(sentence[cue], sentence[first[block][0]] - QUOTED_SENTENCES))
        high = int(np.searchsorted(sentence[cue], sentence[first[block][-1]] + QUOTED_SENTENCES, side="right"))
        if low == high:
            continue
        near = cue[low:high]
        distance = np.abs(sentence[first[block]][:, None] - sentence[near][None])
        score = np.where(distance <= apart[block][:, None], links.arcs(first[block], last[block], near), -np.inf)
        beside = pieces.paragraph[first[block]][:, None] == pieces.paragraph[near][None]
        score = np.where(beside, score, score - OTHER_PARAGRAPH)
        out[block] = np.where(np.isfinite(score.max(1)), score.argmax(1) + low, -1)
    return out


def _attribution(cue: Fragment, parts: list[Fragment]) -> Attribution:
    source = tuple(f for f in parts if f.role == SOURCE)
    content = tuple(f for f in parts if f.role == CONTENT)
    return Attribution(source, (cue,), content)
