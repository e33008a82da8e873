"""Labelled documents as the network is taught them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.reading.labels import HEADS, ROLES
from onrecord.reading.pieces import Pieces, pieces_of
from onrecord.spans import Span

Ints = npt.NDArray[np.int64]
Row = dict[str, Any]

# What a word may head where the annotation does not say it exactly: any class but those in the set.
NONE = HEADS.index("none")
UNKNOWN = -1  # no loss
NOT_A_NAME = -2  # silver: certainly not the name of a person, organization or place

GUM_KINDS = {"person": "person", "organization": "organization", "place": "place"}
GUM_FORMS = {"PROPN": "name", "PRON": "pronoun", "DET": "pronoun"}
CORENLP_KINDS = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}
RE3D_KINDS = {"Person": "person", "Organisation": "organization", "Location": "place"}

# Words that introduce a person's name without being its head, for sets that do not mark heads.
HONORIFIC = re.compile(
    r"(?:president|prime|minister|king|sheikh|mr|mrs|ms|dr|gen|general|sen|rep|sir|secretary|of|state)\b", re.IGNORECASE
)
PRONOUN = re.compile(
    r"(?:i|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|who|which|that)$", re.IGNORECASE
)


@dataclass(slots=True)
class Example:
    """One document with word-level labels; word indices are into `pieces`.

    fragments: rows (attribution, role, first word, last word), role an index into ROLES, or None where the document has
    no attribution labels. heads (w,): class of HEADS or one of the negative marks; None: no labels. edges: rows (head,
    left, right). clusters (w,): entity number of a head word, -1 elsewhere; None: no labels. weight: of the mention
    loss.
    """

    pieces: Pieces
    fragments: list[tuple[int, int, int, int]] | None = None
    heads: Ints | None = None
    edges: list[tuple[int, int, int]] = field(default_factory=list)
    clusters: Ints | None = None
    weight: float = 1.0


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


def polnear(path: Path, silver: Path, tokenizer: Tokenizer, *, silver_weight: float) -> Iterator[Example]:
    """PolNeAR: attributions, with CoreNLP's names as silver labels where the article has them."""
    names = {row["id"]: row for row in rows(silver)}
    for row in rows(path):
        pieces = encode(row["text"], tokenizer)
        example = Example(pieces, fragments=[], weight=silver_weight)
        for number, attribution in enumerate(row["attributions"]):
            for role, name in enumerate(ROLES):
                for start, end in attribution[name]:
                    if found := words_in(pieces, start, end):
                        example.fragments.append((number, role, *found))  # type: ignore[union-attr]
        if row["id"] in names:
            example.heads = _silver_heads(pieces, names[row["id"]])
        yield example


def _silver_heads(pieces: Pieces, row: Row) -> Ints:
    """Heads of CoreNLP's named entities: the first word of a person's name, else the word the others hang on."""
    heads = np.full(len(pieces.starts), NOT_A_NAME, dtype=np.int64)
    starts = np.array([start for start, _ in row["tokens"]])
    for start, end, kind in row["entities"]:
        found = words_in(pieces, start, end)
        if found is None:
            continue
        if kind not in CORENLP_KINDS:
            if kind == "MISC":
                heads[found[0] : found[1] + 1] = UNKNOWN
            continue
        inside = range(int(np.searchsorted(starts, start)), int(np.searchsorted(starts, end)))
        head = next((t for t in inside if row["heads"][t] not in inside), inside[-1] if inside else None)
        at = start if kind == "PERSON" or head is None else row["tokens"][head][0]
        word = words_in(pieces, at, at + 1)
        if word:
            heads[word[0]] = HEADS.index(f"{CORENLP_KINDS[kind]}-name")
    return heads


def gum(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """GUM: all mentions with their heads, spans and entities."""
    for row in rows(path):
        pieces = encode(row["text"], tokenizer)
        heads = np.full(len(pieces.starts), NONE, dtype=np.int64)
        clusters = np.full(len(pieces.starts), -1, dtype=np.int64)
        pos = {tuple(span): tag for span, tag in zip(row["tokens"], row["pos"], strict=True)}
        edges: dict[int, tuple[int, int, int]] = {}
        # Of mentions that share a head (coordinations), the innermost is kept: it comes last.
        for mention in sorted(row["mentions"], key=lambda m: m["span"][0] - m["span"][1]):
            head, span = words_in(pieces, *mention["head"]), words_in(pieces, *mention["span"])
            if head is None or span is None:
                continue
            kind = GUM_KINDS.get(mention["type"], "other")
            form = GUM_FORMS.get(pos.get(tuple(mention["head"]), ""), "nominal")
            heads[head[0]] = HEADS.index(f"{kind}-{form}")
            clusters[head[0]] = mention["cluster"]
            edges[head[0]] = (head[0], *span)
        yield Example(pieces, heads=heads, edges=list(edges.values()), clusters=clusters)


def re3d(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """re3d: persons, organisations and locations; heads and forms are found by rule, since the set has none."""
    for row in rows(path):
        text = row["text"]
        pieces = encode(text, tokenizer)
        heads = np.full(len(pieces.starts), NOT_A_NAME, dtype=np.int64)
        edges = []
        for entity in row["entities"]:
            start, end = entity["span"]
            found = words_in(pieces, start, end)
            if found is None:
                continue
            if entity["label"] not in RE3D_KINDS:
                heads[found[0] : found[1] + 1] = UNKNOWN
                continue
            form, at = _rule_head(text[start:end], person=entity["label"] == "Person")
            head = words_in(pieces, start + at, start + at + 1)
            if head:
                heads[head[0]] = HEADS.index(f"{RE3D_KINDS[entity['label']]}-{form}")
                edges.append((head[0], *found))
        yield Example(pieces, heads=heads, edges=edges)


def _rule_head(mention: str, *, person: bool) -> tuple[str, int]:
    """Form of a mention and the offset of its head word."""
    if PRONOUN.match(mention):
        return "pronoun", 0
    core = re.split(r",|\s(?:of|in|for|from|who|that|to|at|and)\s|\(", mention, maxsplit=1)[0].rstrip()
    words = list(re.finditer(r"[^\s]+", core)) or list(re.finditer(r"[^\s]+", mention))
    capital = [word for word in words if word.group()[0].isupper() and word.group().lower() not in ("the", "a", "an")]
    if person and capital:
        named = [word for word in capital if not HONORIFIC.match(word.group())]
        return "name", (named or capital)[0].start()
    return ("name" if words[-1] in capital else "nominal"), words[-1].start()


def total_pieces(examples: Iterable[Example]) -> int:
    """How many word pieces the examples hold."""
    return sum(len(example.pieces.ids) for example in examples)
