"""From scores to mentions: which words head one, how far it reaches, what kind and form it is."""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import HEADS
from onrecord.reading.links import Links
from onrecord.reading.model import Scores
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.schema import Kind, MentionForm
from onrecord.spans import Span

# Words that a mention can reach to either side of its head, as in training.
REACH_WORDS = 30

# A head word as universal dependencies has it, where BERT's pre-tokenizer cuts more finely: "U.S.", "D.C.".
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+")
_KINDS = {"person": Kind.PERSON, "organization": Kind.ORGANIZATION, "place": Kind.PLACE, "other": Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it belongs to an actor. word: index of its head word; class_: column of the head scores."""

    word: int
    class_: int
    span: Span
    head: Span
    kind: Kind
    form: MentionForm


def mentions(text: str, pieces: Pieces, sentence: Ints, scores: Scores, links: Links) -> list[Found]:
    """All mentions of one document in the order of their head words; they nest, and cross only by error.

    `sentence` (w,) numbers the sentence of each word. Kinds are as the model tells them: person, organization, place,
    other.
    """
    best = scores.of("heads").argmax(1)
    words = np.flatnonzero(best)
    if not len(words):
        return []
    left, right = (_edge(sentence, links, words, side, sign) for side, sign in (("left", -1), ("right", 1)))
    return [
        _found(text, pieces, (int(word), int(a), int(b)), int(best[word]), HEADS[best[word]])
        for word, a, b in zip(words, left, right, strict=True)
    ]


def _edge(sentence: Ints, links: Links, heads: npt.NDArray[np.int64], side: str, sign: int) -> npt.NDArray[np.int64]:
    """The first (sign -1) or last (1) word of the mention of each head, within its sentence."""
    out = np.empty(len(heads), dtype=np.int64)
    for a in range(0, len(heads), 512):  # in blocks, so that memory stays bounded on a text of a million characters
        block = heads[a : a + 512]
        scores = links.edges(side, sign, block, REACH_WORDS)
        place = block[:, None] + sign * np.arange(REACH_WORDS + 1)
        inside = (place >= 0) & (place < len(sentence))
        same = sentence[np.clip(place, 0, len(sentence) - 1)] == sentence[block][:, None]
        out[a : a + 512] = block + sign * np.where(inside & same, scores, -np.inf).argmax(1)
    return out


def _found(text: str, pieces: Pieces, words: tuple[int, int, int], class_: int, name: str) -> Found:
    word, left, right = words
    kind, form = _class_of(name)
    head = _head_span(text, pieces, word)
    span = pieces.span(left, right)
    whole = Span(min(span.start, head.start), max(span.end, head.end))
    return Found(word, class_, whole, head, kind, form)


@cache
def _class_of(name: str) -> tuple[Kind, MentionForm]:
    kind, form = name.split("-")
    return _KINDS[kind], MentionForm(form)


def _head_span(text: str, pieces: Pieces, word: int) -> Span:
    start, end = int(pieces.starts[word]), int(pieces.ends[word])
    abbreviation = _ABBREVIATION.match(text, start)
    return Span(start, max(end, abbreviation.end())) if abbreviation else Span(start, end)
