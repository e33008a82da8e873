"""Newswire without labels, for a teacher to label."""

from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from training.example import Example, encode, rows


def unlabelled(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """One example a document."""
    for row in rows(path):
        yield Example(encode(row["text"], tokenizer))
