"""Universal dependencies: what each word is, and what it depends on."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.reading.labels import POS, RELATIONS
from onrecord.reading.links import Floats, Links
from onrecord.reading.model import Scores
from onrecord.reading.pieces import Ints

# Longer sentences (lists without full stops) are parsed in parts.
LONGEST_SENTENCE = 256


@dataclass(frozen=True, slots=True)
class Syntax:
    """A dependency analysis of w words.

    pos (w,): indices into POS. governor (w,): the word that each depends on, itself for a root. relation (w,): indices
    into RELATIONS. What BERT's pre-tokenizer cuts off a syntactic word depends on its first word as `inside`.
    """

    pos: Ints
    governor: Ints
    relation: Ints

    def pos_of(self, word: int) -> str:
        """The universal part of speech."""
        return POS[int(self.pos[word])]

    def relation_of(self, word: int) -> str:
        """The relation to the governor, with its subtype."""
        return RELATIONS[int(self.relation[word])]


def syntax(scores: Scores, links: Links, sentence: Ints) -> Syntax:
    """The best governor of each word within its sentence; `sentence` (w,) numbers each word's, rising.

    `scores` must hold those of syntax (`Model.scores(…, syntax=True)`).
    Governors are chosen one by one (Dozat and Manning, ICLR 2017), so that a rare sentence has a cycle; but each has
    one root.
    """
    governor = np.arange(len(sentence))
    for words in _stretches(sentence):
        governor[words] = _with_one_root(links.governors(words)) + words.start
    relation = (scores.of("relation") + scores.of("relation_under")[governor]).argmax(1)
    return Syntax(scores.of("pos").argmax(1), governor, relation)


def _with_one_root(scores: Floats) -> Ints:
    """(n,): the best governor of each word, itself for the one word that is the root with the greatest margin."""
    place = np.arange(len(scores))
    best: Ints = scores.argmax(1)
    if (best == place).sum() != 1:
        others = np.where(place[:, None] == place[None], -np.inf, scores)
        best = others.argmax(1)
        root = int((scores[place, place] - others.max(1)).argmax()) if len(scores) > 1 else 0
        best[root] = root
    return best


def _stretches(sentence: Ints) -> list[slice]:
    if not len(sentence):
        return []
    starts = np.flatnonzero(np.diff(sentence, prepend=-1)).tolist()
    bounds = [*starts, len(sentence)]
    return [
        slice(a, min(a + LONGEST_SENTENCE, end))
        for start, end in pairwise(bounds)
        for a in range(start, end, LONGEST_SENTENCE)
    ]
