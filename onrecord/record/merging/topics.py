"""Which documents tell of the same things, by their rare words and names."""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from onrecord.record.merging.lexicon import Lexicon
from onrecord.record.merging.linkage import average_linkage
from onrecord.record.merging.words import stem, tells

Vector = dict[str, float]

# How much more a word counts when it is written as a name, and when it stands in the headline or the lead.
NAME_WEIGHT = 1.5
LEAD_WEIGHT = 1.5
LEAD_WORDS = 40
# The strongest words stand for a document, and are looked up in this many of the latest documents that have them:
# what bounds the work when thousands of documents tell one story.
STRONGEST = 80
LATEST = 1000
# Of the documents found like it, a document is compared with the most similar ones.
NEIGHBOURS = 100
LEAST_SIMILARITY = 0.05
# Swept on train with the whole of merging, best from 0.16 to 0.22; the lowest loses fewest pairs.
LEAST_AVERAGE = 0.16
MOST_DOCUMENTS = 250


def vector(words: Sequence[str], lexicon: Lexicon) -> Vector:
    """A text, given as its words in order, as weighted stems, of length 1: log frequency by rarity.

    Empty where no word tells anything.

    Rarity comes from the lexicon and not from the collection, so that a vector is a function of its text alone and the
    names of a story still count in a collection that tells nothing else.
    """
    counts: defaultdict[str, float] = defaultdict(float)
    for part, lead in ((words[:LEAD_WORDS], LEAD_WEIGHT), (words[LEAD_WORDS:], 1.0)):
        for word, times in Counter(part).items():
            if tells(word):
                counts[stem(word)] += times * lead * (NAME_WEIGHT if word[0].isupper() else 1.0)
    weights = {each: (1 + math.log(n)) * lexicon.rarity(each) for each, n in counts.items()}
    kept = sorted(weights, key=lambda each: (-weights[each], each))[:STRONGEST]
    length = math.sqrt(sum(weights[each] ** 2 for each in kept)) or 1.0
    return {each: weights[each] / length for each in kept}


def cosine(a: Vector, b: Vector) -> float:
    """How alike two vectors are, from 0 to 1."""
    small, large = sorted((a, b), key=len)
    return sum(weight * large.get(stem, 0.0) for stem, weight in small.items())


def topics(vectors: Sequence[Vector]) -> list[list[int]]:
    """The documents in groups of at most MOST_DOCUMENTS; those given later should be the later ones."""
    return average_linkage(len(vectors), _similar(vectors), least=LEAST_AVERAGE, most=MOST_DOCUMENTS)


def _similar(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Each document with the earlier ones most like it, found through the words that they share."""
    having: defaultdict[str, deque[tuple[int, float]]] = defaultdict(lambda: deque(maxlen=LATEST))
    for place, own in enumerate(vectors):
        shared: defaultdict[int, float] = defaultdict(float)
        for each, weight in own.items():
            for other, its_weight in having[each]:
                shared[other] += weight * its_weight
            having[each].append((place, weight))
        for other, similarity in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:NEIGHBOURS]:
            if similarity >= LEAST_SIMILARITY:
                yield other, place, similarity
