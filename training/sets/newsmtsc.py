"""NewsMTSC: how a sentence speaks of the persons that it names."""

from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from training.example import Example, encode, rows, words_in


def newsmtsc(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """One example a sentence."""
    for row in rows(path):
        pieces = encode(row["text"], tokenizer)
        found = [(words_in(pieces, *target["span"]), target["polarity"] + 1) for target in row["targets"]]
        yield Example(pieces, targets=[(*words, polarity) for words, polarity in found if words])
