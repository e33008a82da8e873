"""Universal dependencies of plain sentences."""

import numpy as np
import pytest

from onrecord.reading.labels import INSIDE
from onrecord.reading.links import Links
from onrecord.reading.pieces import Pieces, pieces_of
from onrecord.reading.reader import packaged_model
from onrecord.reading.sentences import sentences
from onrecord.reading.syntax import Syntax, syntax
from onrecord.spans import Span


def parsed(text: str) -> tuple[Pieces, Syntax]:
    model = packaged_model()
    whole = [Span(0, len(text))] if text else []
    pieces = pieces_of(text, whole, model.tokenizer)
    (scores,) = model.scores([pieces], syntax=True)
    return pieces, syntax(scores, Links(scores, model.tables), pieces.numbered(sentences(text, whole)))


def triples(text: str) -> set[tuple[str, str, str]]:
    pieces, found = parsed(text)
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    return {(words[i], found.relation_of(i), words[int(found.governor[i])]) for i in range(len(words))}


def test_subject_object_and_passive() -> None:
    assert {("ministry", "nsubj", "expelled"), ("diplomats", "obj", "expelled")} <= triples(
        "The ministry expelled two diplomats."
    )
    assert ("diplomats", "nsubj:pass", "expelled") in triples("Two diplomats were expelled by the ministry.")


def test_a_root_is_its_own_governor_and_no_word_leaves_its_sentence() -> None:
    text = "The envoy left. She had waited for a week."
    pieces, found = parsed(text)
    sentence = pieces.numbered(sentences(text, [Span(0, len(text))]))
    assert (sentence[found.governor] == sentence).all()
    for number in np.unique(sentence):
        here = np.flatnonzero(sentence == number)
        assert sum(int(found.governor[i]) == i for i in here) == 1


def test_an_abbreviation_hangs_together() -> None:
    pieces, found = parsed("The U.S. envoy left.")
    dot = int(np.flatnonzero(pieces.starts == 5)[0])
    assert found.relation_of(dot) == INSIDE


@pytest.mark.parametrize("words", [0, 1, 700])
def test_a_sentence_of_any_length_is_parsed(words: int) -> None:
    pieces, found = parsed(" ".join(["ship"] * words))
    assert len(found.governor) == len(pieces.starts) == words
