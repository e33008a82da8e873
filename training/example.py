"""A labelled document as the network is taught it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.reading.pieces import Pieces, pieces_of
from onrecord.spans import Span

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float16]
Row = dict[str, Any]

UNKNOWN = -1  # no loss
NOT_A_NAME = -2  # silver: certainly not the name of a person, organization or place


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words `first` through `last` play `role`, an index into ROLES, in the attribution of this number."""

    attribution: int
    role: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Inside:
    """The words `first` through `last` of a content whose voices are marked."""

    first: int
    last: int
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """Words `first` through `last` name an actor of the event whose trigger is the word `trigger`."""

    trigger: int
    link: str  # "initiates" or "receives"
    first: int
    last: int


@dataclass(slots=True)
class Example:
    """One document with labels; all words are indices into `pieces`. What is None or absent was not annotated.

    labels: by head, (w,) classes or UNKNOWN. fragments: of attributions. insides: contents read for further voices.
    times: rows (first word, last word, index into TIME_TYPES). edges: rows (head, left, right). clusters (w,): entity
    number of a head word, -1 elsewhere. governors (w,): each word's syntactic head, itself for a root, -1 unknown;
    sentence (w,): number of its sentence. triggers: words whose events' arguments are marked. targets: rows (first
    word, last word, index into SENTIMENTS). soft: by head, (w, columns) scores of a teacher. weight: of the mention
    loss.
    """

    pieces: Pieces
    labels: dict[str, Ints] = field(default_factory=dict)
    fragments: list[Fragment] | None = None
    insides: list[Inside] = field(default_factory=list)
    times: list[tuple[int, int, int]] | None = None
    edges: list[tuple[int, int, int]] = field(default_factory=list)
    clusters: Ints | None = None
    governors: Ints | None = None
    sentence: Ints | None = None
    triggers: list[int] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    targets: list[tuple[int, int, int]] = field(default_factory=list)
    soft: dict[str, Floats] = field(default_factory=dict)
    weight: float = 1.0

    def blank(self, fill: int = UNKNOWN) -> Ints:
        """(w,) of `fill`."""
        return np.full(len(self.pieces.starts), fill, dtype=np.int64)


def rows(path: Path) -> Iterator[Row]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def encode(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a whole text."""
    return pieces_of(text, [Span(0, len(text))] if text else [], tokenizer)


def words_in(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    """First and last word that share a character with `[start, end)`."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    last = int(np.searchsorted(pieces.starts, end, side="left")) - 1
    return (first, last) if first <= last else None


def total_pieces(examples: Iterable[Example]) -> int:
    """How many word pieces the examples hold."""
    return sum(len(example.pieces.ids) for example in examples)
