"""GUM and EWT: syntax; and in GUM all mentions with their heads, spans and entities."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.reading.labels import HEADS, INSIDE, POS, RELATIONS
from onrecord.reading.pieces import Pieces
from training.example import UNKNOWN, Example, Ints, Row, encode, rows, words_in

NONE = HEADS.index("none")
KINDS = {"person": "person", "organization": "organization", "place": "place"}
FORMS = {"PROPN": "name", "PRON": "pronoun", "DET": "pronoun"}


def treebank(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """One example a document."""
    for row in rows(path):
        example = Example(encode(row["text"], tokenizer))
        _syntax(example, row)
        if "mentions" in row:
            _mentions(example, row)
        yield example


def words_of_tokens(pieces: Pieces, tokens: list[list[int]]) -> list[int]:
    """For each syntactic word the word that stands for it: its first one that no earlier syntactic word has; else -1.

    Only what is written together without apostrophe or hyphen ("cannot") shares a word.
    """
    out, taken = [], -1
    for start, end in tokens:
        found = words_in(pieces, start, end)
        word = max(found[0], taken + 1) if found else -1
        if found is None or word > found[1]:
            word = -1
        out.append(word)
        taken = max(taken, word)
    return out


def _syntax(example: Example, row: Row) -> None:
    pieces = example.pieces
    pos, relation, governors = (example.blank() for _ in range(3))
    word_of = words_of_tokens(pieces, row["tokens"])
    for token, word in enumerate(word_of):
        head, name = row["heads"][token], row["deprels"][token]
        if word < 0:
            continue
        pos[word] = POS.index(row["pos"][token])
        relation[word] = RELATIONS.index(name if name in RELATIONS else name.split(":")[0])
        governors[word] = word if head < 0 else word_of[head]
        found = words_in(pieces, *row["tokens"][token])
        for other in range(word + 1, found[1] + 1 if found else 0):
            if governors[other] < 0:
                relation[other], governors[other] = RELATIONS.index(INSIDE), word
    starts = [start for start, _ in row["sentences"]]
    example.labels |= {"pos": pos, "relation": relation}
    example.governors = governors
    example.sentence = np.searchsorted(starts, pieces.starts, side="right").astype(np.int64)


def _mentions(example: Example, row: Row) -> None:
    pieces = example.pieces
    heads: Ints = example.blank(NONE)
    clusters = example.blank(UNKNOWN)
    pos = {tuple(span): tag for span, tag in zip(row["tokens"], row["pos"], strict=True)}
    edges: dict[int, tuple[int, int, int]] = {}
    # Of mentions that share a head (coordinations), the innermost is kept: it comes last.
    for mention in sorted(row["mentions"], key=lambda m: m["span"][0] - m["span"][1]):
        head, span = words_in(pieces, *mention["head"]), words_in(pieces, *mention["span"])
        if head is None or span is None:
            continue
        kind = KINDS.get(mention["type"], "other")
        form = FORMS.get(pos.get(tuple(mention["head"]), ""), "nominal")
        heads[head[0]] = HEADS.index(f"{kind}-{form}")
        clusters[head[0]] = mention["cluster"]
        edges[head[0]] = (head[0], *span)
    example.labels["heads"], example.clusters, example.edges = heads, clusters, list(edges.values())
