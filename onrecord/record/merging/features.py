"""What two mentions of one group of documents have in common, in numbers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.record.merging.lexicon import Lexicon
from onrecord.record.merging.mention import EventMention
from onrecord.record.merging.topics import Vector
from onrecord.record.merging.words import PRONOUNS, Word, Words, head

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

REACH = 5
# Beyond this many mentions only pairs with like triggers are looked at: most others are never one event.
ALL_PAIRS = 400
LIKE_TRIGGERS = 0.35
EARLY = 1


@dataclass(frozen=True, slots=True)
class Text:
    """One document as merging sees it."""

    words: Words
    vector: Vector


class Group:
    """The mentions of one group of documents, ready to be compared: `pairs` (p, 2) and their `numbers` (p, f).

    `names` says what each number is. All are symmetric: it does not matter which mention comes first.
    """

    def __init__(self, mentions: Sequence[EventMention], texts: Mapping[str, Text], lexicon: Lexicon) -> None:
        self.mentions = mentions
        self._lexicon = lexicon
        self._words = [texts[m.document].words for m in mentions]
        self._phrases = [_phrase(m, words) for m, words in zip(mentions, self._words, strict=True)]
        self._heads = [head(phrase) for phrase in self._phrases]
        self._texts = texts
        self._meaning = np.stack([lexicon.vector(word.text) for word in self._heads])
        self.pairs = self._candidates()
        columns = self._columns()
        self.names = tuple(columns)
        self.numbers: Floats = np.stack(list(columns.values()), axis=1).astype(np.float32)

    def _candidates(self) -> Ints:
        first, second = np.triu_indices(len(self.mentions), 1)
        if len(self.mentions) > ALL_PAIRS:
            like = self._meaning @ self._meaning.T >= LIKE_TRIGGERS
            like |= _same([word.stem for word in self._heads])
            first, second = np.nonzero(np.triu(like, 1))
        return np.stack([first, second], axis=1)

    def _at(self, matrix: npt.NDArray[np.generic]) -> Floats:
        """(p,): the cells of the pairs."""
        found: Floats = matrix[self.pairs[:, 0], self.pairs[:, 1]].astype(np.float32)
        return found

    def _least(self, values: Sequence[float]) -> Floats:
        array = np.array(values, dtype=np.float32)
        found: Floats = np.minimum(array[self.pairs[:, 0]], array[self.pairs[:, 1]])
        return found

    def _total(self, values: Sequence[float]) -> Floats:
        array = np.array(values, dtype=np.float32)
        found: Floats = array[self.pairs[:, 0]] + array[self.pairs[:, 1]]
        return found

    def _columns(self) -> dict[str, Floats]:
        columns = self._trigger() | self._setting() | self._surroundings() | self._roles()
        for a, b in (
            ("same stem", "documents alike"),
            ("meaning", "documents alike"),
            ("meaning", "sentences alike"),
            ("same stem", "sentences alike"),
            ("same stem", "rare trigger"),
            ("same stem", "names alike"),
            ("meaning", "names alike"),
            ("meaning", "near words alike"),
            ("same stem", "times a document"),
            ("same stem", "same document"),
            ("meaning", "meaning"),
            ("documents alike", "documents alike"),
        ):
            columns[f"{a} × {b}"] = columns[a] * columns[b]
        return columns

    def _trigger(self) -> dict[str, Floats]:
        heads = self._heads
        stems = [word.stem for word in heads]
        nothing = np.zeros_like(self._lexicon.vector(""))
        sums = [np.sum([nothing, *(self._lexicon.vector(w.text) for w in p)], axis=0) for p in self._phrases]
        mean = _unit(np.array(sums, dtype=np.float32))
        same = _same(stems)
        groups = Counter(stems)
        documents = len({m.document for m in self.mentions})
        parts = [{w.stem for w in phrase if w.tells} for phrase in self._phrases]
        return {
            "same stem": self._at(same),
            "same word": self._at(_same([word.text.casefold() for word in heads])),
            "letters alike": self._at(_alike([_trigrams(s) for s in stems])),
            "words shared": self._at(_alike([dict.fromkeys(p, 1.0) for p in parts])),
            "meaning": self._at(self._meaning @ self._meaning.T),
            "phrases mean": self._at(mean @ mean.T),
            "rare trigger": self._least([self._lexicon.rarity(s) for s in stems]),
            "pronoun": self._total([word.text.casefold() in PRONOUNS for word in heads]),
            "same form": self._at(_same([_form(word) for word in heads])),
            "times a document": self._least([groups[s] / documents for s in stems]),
            "same type": self._at(_same([m.type or None for m in self.mentions])),
            "types differ": self._at(_differ([frozenset({m.type} - {""}) for m in self.mentions])),
            "same status": self._at(_same([m.status or None for m in self.mentions])),
        }

    def _setting(self) -> dict[str, Floats]:
        names = sorted({m.document for m in self.mentions})
        place = np.array([names.index(m.document) for m in self.mentions])
        alike = _alike([self._texts[name].vector for name in names])
        only_names = _alike([_names_of(self._texts[name]) for name in names])
        best = np.sort(alike - np.eye(len(names)), axis=1)[:, -5:].mean(1).clip(0.05)
        grid = np.ix_(place, place)
        number = np.array([m.number for m in self.mentions])
        together = place[:, None] == place[None]
        apart = np.minimum(np.abs(number[:, None] - number[None]), 10) * together
        relative = alike / np.minimum(best[:, None], best[None])
        return {
            "documents alike": self._at(alike[grid]),
            "documents' names alike": self._at(only_names[grid]),
            "nearest documents": self._at(relative[grid].clip(0, 2)),
            "same document": self._at(together),
            "same sentence": self._at(together & (apart == 0)),
            "sentences apart": self._at(apart),
            "early": self._total([m.number <= EARLY for m in self.mentions]),
            "late": self._total([min(m.number, 20) / 20 for m in self.mentions]),
            "documents": np.full(len(self.pairs), np.log(len(names))),
        }

    def _surroundings(self) -> dict[str, Floats]:
        around = [self._around(i) for i in range(len(self.mentions))]
        names = [_only(words, lambda w: w.is_name) for words in around]
        numbers = [_only(words, lambda w: w.is_number) for words in around]
        near = [
            self._weighted(set(self._words[i].near(self._index(i), REACH)) & set(self._inside(i)), i)
            for i in range(len(around))
        ]
        sentences = [self._weighted(self._inside(i), i) for i in range(len(around))]
        others = _alike([{w.stem: self._lexicon.rarity(w.stem) for w in words} for words in names])
        return {
            "sentences alike": self._at(_alike(sentences)),
            "near words alike": self._at(_alike(near)),
            "near words shared": self._at(_shared(near)) / np.float32(100),
            "names alike": self._at(others),
            "names shared": self._at(_shared([{w.stem: 1.0 for w in words} for words in names])).clip(0, 5),
            "fewest names": self._least([min(len(words), 5) for words in names]),
            "numbers shared": self._at(_shared([{w.stem: 1.0 for w in words} for words in numbers])).clip(0, 3),
            "fewest numbers": self._least([min(len(words), 3) for words in numbers]),
        }

    def _roles(self) -> dict[str, Floats]:
        who = [frozenset(m.initiators) for m in self.mentions]
        whom = [frozenset(m.recipients) for m in self.mentions]
        crossed = _shared_sets(who, whom)
        days = [m.days for m in self.mentions]
        spans = [(d.earliest, d.latest) if d.earliest and d.latest else None for d in days]
        ex = np.array([[a.excludes(b) for b in days] for a in days]) if any(spans) else np.zeros((len(days),) * 2)
        return {
            "same initiators": self._at(_shared_sets(who, who)).clip(0, 2),
            "initiators differ": self._at(_differ(who)),
            "same recipients": self._at(_shared_sets(whom, whom)).clip(0, 2),
            "recipients differ": self._at(_differ(whom)),
            "roles crossed": self._at(crossed + crossed.T).clip(0, 2),
            "same days": self._at(_same(spans)),
            "days exclude": self._at(ex),
            "same place": self._at(_same([m.place or None for m in self.mentions])),
        }

    def _index(self, i: int) -> int:
        found = self._words[i].within(self.mentions[i].start, self.mentions[i].end)
        return found.start

    def _inside(self, i: int) -> list[int]:
        """The indices of the words of the sentence that tell something, without the trigger's own."""
        words, mention = self._words[i], self.mentions[i]
        own = words.within(mention.start, mention.end)
        return [j for j in words.within(*mention.sentence) if j not in own and words.all[j].tells]

    def _around(self, i: int) -> list[Word]:
        return [self._words[i].all[j] for j in self._inside(i)]

    def _weighted(self, places: Iterable[int], i: int) -> Vector:
        words = self._words[i].all
        return {words[j].stem: self._lexicon.rarity(words[j].stem) for j in places}


def _phrase(mention: EventMention, words: Words) -> list[Word]:
    found = [words.all[i] for i in words.within(mention.start, mention.end)]
    return found or [Word(mention.start, mention.end, "-", "-")]


def _only(words: Iterable[Word], wanted: Callable[[Word], bool]) -> list[Word]:
    return [word for word in words if wanted(word)]


def _names_of(text: Text) -> Vector:
    names = {word.stem for word in text.words.all if word.is_name}
    return {stem: weight for stem, weight in text.vector.items() if stem in names}


def _form(word: Word) -> str:
    """A rough part of speech: by its ending, and whether it is written as a name."""
    for ending in ("ing", "ed", "ion", "ment", "ance", "ence", "al", "er", "or", "s"):
        if word.text.endswith(ending):
            return ending
    return "Name" if word.is_name else ""


def _trigrams(stem: str) -> Vector:
    padded = f"<{stem}>"
    return {padded[i : i + 3]: 1.0 for i in range(len(padded) - 2)}


def _same(keys: Sequence[Hashable | None]) -> npt.NDArray[np.bool_]:
    """(n, n): which keys are equal; None equals none."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    column = np.array([-1 if key is None else numbers[key] for key in keys])
    equal: npt.NDArray[np.bool_] = (column[:, None] == column[None]) & (column >= 0)[None]
    return equal


def _matrix(vectors: Sequence[Mapping[str, float]]) -> Floats:
    columns: defaultdict[str, int] = defaultdict(lambda: len(columns))
    filled = [(i, columns[key], value) for i, vector in enumerate(vectors) for key, value in vector.items()]
    matrix = np.zeros((len(vectors), max(1, len(columns))), dtype=np.float32)
    if filled:
        rows, places, values = zip(*filled, strict=True)
        matrix[rows, places] = values
    return matrix


def _unit(matrix: npt.NDArray[np.floating]) -> Floats:
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    scaled: Floats = (matrix / np.maximum(lengths, 1e-6)).astype(np.float32)
    return scaled


def _alike(vectors: Sequence[Mapping[str, float]]) -> Floats:
    """(n, n): cosines."""
    matrix = _unit(_matrix(vectors))
    product: Floats = matrix @ matrix.T
    return product


def _shared(vectors: Sequence[Mapping[str, float]]) -> Floats:
    """(n, n): products of what is in both."""
    matrix = _matrix(vectors)
    product: Floats = matrix @ matrix.T
    return product


def _shared_sets(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]) -> Floats:
    both = _matrix([dict.fromkeys(keys, 1.0) for keys in (*a, *b)])
    product: Floats = both[: len(a)] @ both[len(a) :].T
    return product


def _differ(sets: Sequence[frozenset[str]]) -> npt.NDArray[np.bool_]:
    """(n, n): both are known and have nothing in common."""
    known = np.array([bool(keys) for keys in sets])
    apart: npt.NDArray[np.bool_] = (_shared_sets(sets, sets) == 0) & known[:, None] & known[None]
    return apart
