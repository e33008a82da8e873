"""What is known of English words beforehand: how rare they are in news, and which mean nearly the same."""

import math
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from onrecord.record.merging.words import stem

Floats = npt.NDArray[np.float32]
DATA = "lexicon.npz"


class Lexicon:
    """Rarity and meaning of words, from a table made by `training/merging.py`.

    The table: `words` (n,) in lower case; `documents` (n,) how many of `total` news texts have a word of its stem;
    `vectors` (n, d) 8-bit, what the sentence encoder all-MiniLM-L6-v2 makes of the word alone (Reimers and Gurevych,
    EMNLP 2019), on its first d principal axes.
    """

    def __init__(self, words: list[str], documents: list[int], total: int, vectors: npt.NDArray[np.int8]) -> None:
        self._place = {word: i for i, word in enumerate(words)}
        self._documents = {stem(word): count for word, count in zip(words, documents, strict=True)}
        self._stems: dict[str, int] = {}
        for i, word in enumerate(words):
            self._stems.setdefault(stem(word), i)
        self._total = total
        scaled = vectors.astype(np.float32)
        self._vectors: Floats = scaled / np.maximum(np.linalg.norm(scaled, axis=1, keepdims=True), 1e-6)

    def rarity(self, of: str) -> float:
        """Inverse document frequency of a stem, from 0 for one that is in every text (Spärck Jones, 1972)."""
        return math.log((self._total + 1) / (self._documents.get(of, 0) + 1))

    def vector(self, word: str) -> Floats:
        """(d,): the meaning of `word`, of length 1; zeros where neither it nor another word of its stem is known."""
        place = self._place.get(word.casefold(), self._stems.get(stem(word)))
        if place is None:
            return np.zeros(self._vectors.shape[1], dtype=np.float32)
        found: Floats = self._vectors[place]
        return found


@cache
def packaged_lexicon() -> Lexicon:
    """The table that ships, loaded once a process."""
    file = resources.files("onrecord.record.merging") / DATA
    with resources.as_file(file) as path, np.load(path) as table:
        words = bytes(table["words"]).decode("utf-8").split("\n")
        return Lexicon(words, table["documents"].tolist(), int(table["total"]), table["vectors"])
