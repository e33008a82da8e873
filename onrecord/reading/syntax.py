"""Universal dependencies: what each word is, and what it depends on."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.reading.labels import POS, RELATIONS
from onrecord.reading.links import Links
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
    Governors are chosen one by one (Dozat and Manning, ICLR 2017), so that a rare sentence has a cycle.
    """
    governor = np.arange(len(sentence))
    for words in _stretches(sentence):
        governor[words] = links.governors(words).argmax(1) + words.start
    relation = (scores.of("relation") + scores.of("relation_under")[governor]).argmax(1)
    return Syntax(scores.of("pos").argmax(1), governor, relation)


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
