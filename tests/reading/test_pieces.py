"""Texts as the model sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reading.pieces import LOWER, OTHER, TITLE, UPPER, pieces_of
from onrecord.reading.reader import packaged_model
from onrecord.spans import Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return packaged_model().tokenizer


@given(text=st.text(max_size=300))
def test_words_lie_in_the_text_in_order_and_hold_no_white_space(tokenizer: Tokenizer, text: str) -> None:
    pieces = pieces_of(text, [Span(0, len(text))] if text else [], tokenizer)
    at = 0
    for i in range(len(pieces.first)):
        span = pieces.span(i, i)
        assert span.start >= at
        assert not any(c in " \n\t" for c in span.of(text))
        at = span.end


def test_only_the_given_spans_are_read(tokenizer: Tokenizer) -> None:
    text = "Share this. Ora Lind said no. Leave a comment."
    pieces = pieces_of(text, [Span(12, 29)], tokenizer)
    assert [pieces.span(i, i).of(text) for i in range(len(pieces.first))] == ["Ora", "Lind", "said", "no", "."]


def test_features_tell_case_quotation_and_what_stands_before(tokenizer: Tokenizer) -> None:
    text = 'NATO said:\n\n"Ora waits," he said.'
    pieces = pieces_of(text, [Span(0, len(text))], tokenizer)
    by_word = {pieces.span(i, i).of(text): pieces.features[pieces.first[i]].tolist() for i in range(len(pieces.first))}
    assert by_word["NATO"] == [UPPER, 0, 3]
    assert by_word["said"][0] == LOWER
    assert by_word["Ora"] == [TITLE, 1, 0]
    assert by_word["waits"] == [LOWER, 1, 1]
    assert by_word["he"] == [LOWER, 0, 1]
    assert by_word['"'][0] == OTHER
    assert pieces.paragraph[0] != pieces.paragraph[-1]


def test_a_line_longer_than_one_part_is_read_whole(tokenizer: Tokenizer) -> None:
    text = "word " * 50_000
    pieces = pieces_of(text, [Span(0, len(text))], tokenizer)
    assert len(pieces.first) == 50_000
    assert pieces.span(49_999, 49_999).of(text) == "word"
