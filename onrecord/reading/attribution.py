"""From scores to attributions: fragments of source, cue, content, joined at their cue."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.links import Links
from onrecord.reading.pieces import FEATURES, Ints, Pieces

# A fragment hangs on a cue of its own sentence (in PolNeAR train 99.9 % of sources, 98.7 % of contents without
# quotation marks), but quoted content goes on for further sentences (99 % within these many).
QUOTED_SENTENCES = 4
# A cue of another paragraph is taken only where the fragment's own has none (1 % of contents in PolNeAR train).
OTHER_PARAGRAPH = 1000.0
# Between a content and a source that stand together without a cue: a dash, a bracket.
WORDS_APART = 3
# A cue takes over another's content only where the model was about as ready to give it that one. Of 1, 2, 4 and no
# margin at all, 2 had the best attribution F1 on PolNeAR dev (71.9, none 71.1).
MARGIN = 2.0
BLOCK = 512
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


def attributions(pieces: Pieces, tags: Ints, links: Links, sentence: Ints) -> list[Attribution]:
    """The attributions of one document in the order of their first words.

    tags (w,): the best of each word; `sentence` (w,) numbers each word's. Each has a content. One without a cue is a
    quotation with a name beside it ("…" — Ora Lind).
    """
    found = stretches(tags)
    cues = [f for f in found if f.role == CUE]
    others = [f for f in found if f.role != CUE]
    fits = list(_fits(others, cues, pieces, sentence, links))
    owner = _shared_out(others, _best_cues(others, pieces, fits), fits)
    joined: dict[int, list[Fragment]] = defaultdict(list)
    for fragment, cue in zip(others, owner, strict=True):
        joined[cue].append(fragment)
    out = [_attribution((cues[cue],), parts) for cue, parts in joined.items() if cue >= 0]
    out += _without_cue(joined[-1], pieces)
    return sorted((a for a in out if a.content), key=lambda a: min(f.first for f in (*a.source, *a.cue, *a.content)))


def stretches(tags: Ints) -> list[Fragment]:
    """The stretches of one role in a sequence of TAGS, words counted from its start."""
    begins, ends = np.flatnonzero(_BEGINS[tags]), np.flatnonzero(_ENDS[tags])
    return [Fragment(int(_ROLE[tags[a]]), int(a), int(b)) for a, b in zip(begins, ends, strict=True)]


def _fits(
    others: list[Fragment], cues: list[Fragment], pieces: Pieces, sentence: Ints, links: Links
) -> Iterator[dict[int, float]]:
    """For each fragment the cues that it may hang on, by index, with their scores."""
    first, last, role = (np.array([getattr(f, name) for f in others], dtype=int) for name in ("first", "last", "role"))
    cue = np.array([f.first for f in cues], dtype=int)
    quoted = pieces.features[pieces.first[first], QUOTE] > 0
    apart = np.where((role == CONTENT) & quoted, QUOTED_SENTENCES, 0)
    # In blocks: a text of a million characters has ten thousand cues.
    for a in range(0, len(others), BLOCK):
        block = slice(a, a + BLOCK)
        low = int(np.searchsorted(sentence[cue], sentence[first[block][0]] - QUOTED_SENTENCES))
        high = int(np.searchsorted(sentence[cue], sentence[first[block][-1]] + QUOTED_SENTENCES, side="right"))
        near = cue[low:high]
        may = np.abs(sentence[first[block]][:, None] - sentence[near][None]) <= apart[block][:, None]
        beside = pieces.paragraph[first[block]][:, None] == pieces.paragraph[near][None]
        score = links.arcs(first[block], last[block], near) - np.where(beside, 0, OTHER_PARAGRAPH)
        for allowed, row in zip(may, score, strict=True):
            yield {int(c) + low: float(row[c]) for c in np.flatnonzero(allowed)}


def _best_cues(others: list[Fragment], pieces: Pieces, fits: list[dict[int, float]]) -> list[int]:
    """The cue that suits each fragment best, -1 for none.

    A content whose only cues stand in other paragraphs is left to a source beside it that has none either.
    """
    owner = [max(fit, key=lambda c: fit[c], default=-1) for fit in fits]
    for (i, one), (j, two) in pairwise(enumerate(others)):
        if not _are_beside(one, two, pieces):
            continue
        source, content = (i, j) if one.role == SOURCE else (j, i)
        if owner[source] < 0 and fits[content].get(owner[content], 0.0) < -OTHER_PARAGRAPH / 2:
            owner[content] = -1
    return owner


def _are_beside(one: Fragment, two: Fragment, pieces: Pieces) -> bool:
    """Whether the two are a source and a content that stand together in one paragraph."""
    near = two.first - one.last <= WORDS_APART and pieces.paragraph[one.first] == pieces.paragraph[two.last]
    return bool(near) and {one.role, two.role} == {SOURCE, CONTENT}


def _shared_out(others: list[Fragment], owner: list[int], fits: list[dict[int, float]]) -> list[int]:
    """`owner` (the best cue of each fragment) after each cue with a source but no content has got one.

    It gets the content that suits it best of those that their own cue can spare and that suit it nearly as well.
    """
    count = Counter(cue for f, cue in zip(others, owner, strict=True) if f.role == CONTENT)
    sourced = dict.fromkeys(cue for f, cue in zip(others, owner, strict=True) if f.role == SOURCE and cue >= 0)
    offers: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, fragment in enumerate(others):
        best = fits[i].get(owner[i], np.inf) - MARGIN
        for cue, score in fits[i].items() if fragment.role == CONTENT else ():
            if cue != owner[i] and score > best:
                offers[cue].append((score, i))
    for bare in (cue for cue in sourced if not count[cue]):
        _, i = max(((score, i) for score, i in offers[bare] if count[owner[i]] > 1), default=(0.0, -1))
        if i >= 0:
            count[owner[i]] -= 1
            owner[i] = bare
            count[bare] += 1
    return owner


def _without_cue(left: list[Fragment], pieces: Pieces) -> Iterator[Attribution]:
    """Contents that hang on no cue, each with the source right before or behind it in its paragraph."""
    for one, two in pairwise(left):
        if _are_beside(one, two, pieces):
            yield _attribution((), [one, two])


def _attribution(cue: tuple[Fragment, ...], parts: list[Fragment]) -> Attribution:
    source = tuple(f for f in parts if f.role == SOURCE)
    content = tuple(f for f in parts if f.role == CONTENT)
    return Attribution(source, cue, content)
