"""Scores of links between words: products of the model's vectors, corrected for distance and kind."""

import numpy as np
import numpy.typing as npt

from onrecord.reading.model import Scores
from onrecord.reading.modelfile import Tables

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Links:
    """The link scores of one document; all arguments are word indices."""

    def __init__(self, scores: Scores, tables: Tables) -> None:
        self._tables = tables
        shaped = scores.links.reshape(len(scores.links), len(tables.links), tables.link_width)
        self._vectors = {name: shaped[:, i] for i, name in enumerate(tables.links)}
        self._scale = np.float32(tables.link_width**-0.5)
        self._biases = {name: _squeezed(rows) for name, rows in tables.pairs.items()}

    @property
    def classes(self) -> tuple[str, ...]:
        """What the columns of the head scores stand for."""
        return self._tables.heads

    def table(self, name: str) -> Floats:
        """A table of biases, (n,) or (n, m)."""
        return self._biases[name]

    def arcs(self, first: Ints, last: Ints, cues: Ints) -> Floats:
        """(f, c): how well the cue that begins at `cues` suits the fragment from `first` to `last`."""
        query = self._vectors["arc_first"][first] + self._vectors["arc_last"][last]
        product = (query @ self._vectors["arc_cue"][cues].T) * self._scale
        distance = signed_bucket(cues[None] - first[:, None], self._tables.distances)
        return np.add(product, self.table("arc_distance")[distance], dtype=np.float32)

    def edges(self, side: str, sign: int, heads: Ints, reach: int) -> Floats:
        """(m, reach + 1): how well the word k steps to the left (sign -1) or right (1) of a head bounds its mention."""
        steps = sign * np.arange(reach + 1)
        place = np.clip(heads[:, None] + steps, 0, len(self._vectors[side]) - 1)
        product = (
            np.einsum("mkd,md->mk", self._vectors[f"{side}_edge"][place], self._vectors[side][heads]) * self._scale
        )
        scores: Floats = product + self.table(f"{side}_distance")[signed_bucket(steps, self._tables.distances)]
        return scores

    def antecedents(self, of: Ints, among: Ints, classes: Ints, candidates: Ints, same: Ints) -> Floats:
        """(m, c): how well each head of `among` suits as antecedent of each head of `of`.

        classes, candidates: their classes; same (m, c): 0 another head word, 1 the same, 2 only the first piece the
        same.
        """
        product = self._vectors["anaphor"][of] @ self._vectors["antecedent"][among].T * self._scale
        distance = bucket(np.maximum(of[:, None] - among[None], 0), self._tables.distances)
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
