"""re3d: persons, organisations and locations; heads and forms are found by rule, since the set has none."""

import re
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.reading.labels import HEADS
from training.example import NOT_A_NAME, UNKNOWN, Example, encode, rows, words_in

KINDS = {"Person": "person", "Organisation": "organization", "Location": "place"}

# Words that introduce a person's name without being its head.
HONORIFIC = re.compile(
    r"(?:president|prime|minister|king|sheikh|mr|mrs|ms|dr|gen|general|sen|rep|sir|secretary|of|state)\b", re.IGNORECASE
)
PRONOUN = re.compile(
    r"(?:i|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|who|which|that)$", re.IGNORECASE
)


def re3d(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """One example a sentence."""
    for row in rows(path):
        text = row["text"]
        example = Example(encode(text, tokenizer))
        heads = example.labels["heads"] = example.blank(NOT_A_NAME)
        for entity in row["entities"]:
            start, end = entity["span"]
            found = words_in(example.pieces, start, end)
            if found is None:
                continue
            if entity["label"] not in KINDS:
                heads[found[0] : found[1] + 1] = UNKNOWN
                continue
            form, at = _rule_head(text[start:end], person=entity["label"] == "Person")
            head = words_in(example.pieces, start + at, start + at + 1)
            if head:
                heads[head[0]] = HEADS.index(f"{KINDS[entity['label']]}-{form}")
                example.edges.append((head[0], *found))
        yield example


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
