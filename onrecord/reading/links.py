"""Scores of links between words: products of the model's vectors, corrected for distance and kind."""

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import LINK_PLACES, LINKS
from onrecord.reading.model import Scores
from onrecord.reading.modelfile import Tables

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

EVERY = slice(None)


class Links:
    """The link scores of one document; all arguments are word indices."""

    def __init__(self, scores: Scores, tables: Tables) -> None:
        self._links = scores.links
        self._distances = tables.distances
        self._biases = {name: _squeezed(rows) for name, rows in tables.pairs.items()}

    def _vector(self, name: str, words: Ints | slice = EVERY) -> Floats:
        """(n, width): one kind of vector of some words, scaled so that products of two kinds have their final size."""
        vectors = self._links[words, LINK_PLACES[name]].astype(np.float32)
        vectors *= np.float32(LINKS[name] ** -0.25)
        return vectors

    def _near(self, name: str, distance: Ints) -> Floats:
        """What signed distances in words say about a link."""
        biases: Floats = self.table(f"{name}_distance")[signed_bucket(distance, self._distances)]
        return biases

    def table(self, name: str) -> Floats:
        """A table of biases, (n,) or (n, m)."""
        return self._biases[name]

    def arcs(self, first: Ints, last: Ints, cues: Ints) -> Floats:
        """(f, c): how well the cue that begins at `cues` suits the fragment from `first` to `last`."""
        query = self._vector("arc_first", first) + self._vector("arc_last", last)
        product = query @ self._vector("arc_cue", cues).T
        scores: Floats = np.add(product, self._near("arc", cues[None] - first[:, None]), dtype=np.float32)
        return scores

    def arguments(self, link: str, triggers: Ints, words: slice) -> Floats:
        """(e, n): how surely each word of a stretch is of the phrase that names who `initiates` (`receives`) an event.

        Above 0 it rather is than not.
        """
        place = np.arange(words.start, words.stop)
        product = self._vector(link, triggers) @ self._vector("argument", words).T
        scores: Floats = np.add(product, self._near(link, place[None] - triggers[:, None]), dtype=np.float32)
        return scores

    def governors(self, words: slice) -> Floats:
        """(n, n): how well each word of a sentence (column) suits as governor of each (row), itself for a root."""
        place = np.arange(words.start, words.stop)
        product = self._vector("dependent", words) @ self._vector("governor", words).T
        scores: Floats = np.add(product, self._near("governor", place[None] - place[:, None]), dtype=np.float32)
        return scores

    def edges(self, side: str, sign: int, heads: Ints, reach: int) -> Floats:
        """(m, reach + 1): how well the word k steps to the left (sign -1) or right (1) of a head bounds its mention."""
        steps = sign * np.arange(reach + 1)
        place = np.clip(heads[:, None] + steps, 0, len(self._links) - 1)
        edges = self._vector(f"{side}_edge", place)
        product = np.einsum("mkd,md->mk", edges, self._vector(side, heads))
        scores: Floats = np.add(product, self._near(side, steps), dtype=np.float32)
        return scores

    def antecedents(self, of: Ints, among: Ints, classes: Ints, candidates: Ints, same: Ints) -> Floats:
        """(m, c): how well each head of `among` suits as antecedent of each head of `of`.

        classes, candidates: their classes; same (m, c): 0 another head word, 1 the same, 2 only the first piece the
        same.
        """
        product = self._vector("anaphor", of) @ self._vector("antecedent", among).T
        distance = bucket(np.maximum(of[:, None] - among[None], 0), self._distances)
        out: Floats = (
            product
            + self.table("antecedent_distance")[classes[:, None], distance]
            + self.table("antecedent_match")[classes[:, None], same]
            + self.table("antecedent_class")[classes[:, None], candidates[None]]
        )
        return out


def _squeezed(rows: list[list[float]]) -> Floats:
    table = np.array(rows, dtype=np.float32)
    return table[0] if len(table) == 1 else table


def bucket(distance: Ints, most: int) -> Ints:
    """Distances from 0 up to `[0, most]`: exact to 8, then by half octaves."""
    coarse = np.floor(8 + 2 * np.log2(np.maximum(distance, 8) / 8)).astype(np.int64)
    return np.where(distance < 8, distance, np.minimum(coarse, most))


def signed_bucket(distance: Ints, most: int) -> Ints:
    """Distances of either sign to `[0, 2 * most]`."""
    return bucket(np.abs(distance), most) * np.sign(distance) + most
