"""PolNeAR: attributions, CoreNLP's names as silver labels, and the voices inside contents that we marked."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.reading.labels import HEADS, ROLES
from onrecord.reading.pieces import Pieces
from training.example import NOT_A_NAME, UNKNOWN, Example, Fragment, Inside, Ints, Row, encode, rows, words_in

KINDS = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}


def polnear(
    path: Path, silver: Path, tokenizer: Tokenizer, *, silver_weight: float, voices: Path | None = None
) -> Iterator[Example]:
    """One example an article; `voices`: our annotation of contents (training/annotations/README.md)."""
    names = {row["id"]: row for row in rows(silver)}
    inside = defaultdict(list)
    for content in rows(voices) if voices else ():
        inside[content["doc"]].append(content)
    for row in rows(path):
        pieces = encode(row["text"], tokenizer)
        example = Example(pieces, fragments=list(_fragments(pieces, row["attributions"])), weight=silver_weight)
        example.insides = [_inside(pieces, content) for content in inside[row["id"]]]
        if row["id"] in names:
            example.labels["heads"] = _silver_heads(pieces, names[row["id"]])
        yield example


def _fragments(pieces: Pieces, attributions: list[Row]) -> Iterator[Fragment]:
    for number, attribution in enumerate(attributions):
        for role, name in enumerate(ROLES):
            for start, end in attribution[name]:
                if found := words_in(pieces, start, end):
                    yield Fragment(number, role, *found)


def _inside(pieces: Pieces, content: Row) -> Inside:
    found = words_in(pieces, *content["content"])
    assert found is not None
    return Inside(*found, tuple(_fragments(pieces, content["voices"])))


def _silver_heads(pieces: Pieces, row: Row) -> Ints:
    """Heads of CoreNLP's named entities: the first word of a person's name, else the word the others hang on."""
    heads = np.full(len(pieces.starts), NOT_A_NAME, dtype=np.int64)
    starts = np.array([start for start, _ in row["tokens"]])
    for start, end, kind in row["entities"]:
        found = words_in(pieces, start, end)
        if found is None:
            continue
        if kind not in KINDS:
            if kind == "MISC":
                heads[found[0] : found[1] + 1] = UNKNOWN
            continue
        inside = range(int(np.searchsorted(starts, start)), int(np.searchsorted(starts, end)))
        head = next((t for t in inside if row["heads"][t] not in inside), inside[-1] if inside else None)
        at = start if kind == "PERSON" or head is None else row["tokens"][head][0]
        word = words_in(pieces, at, at + 1)
        if word:
            heads[word[0]] = HEADS.index(f"{KINDS[kind]}-name")
    return heads
