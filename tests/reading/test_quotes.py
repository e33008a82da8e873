"""Quoted stretches, and how they mark the characters of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.quotes import MAX_UNCLOSED_CHARS, quote_depth, quotes
from onrecord.spans import Span

ALPHABET = "ab A.,?\n\"“”„«»'‘’`—"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param('"We will pay by May," Ora Lind said.', ['"We will pay by May,"'], id="straight"),
        pytest.param("“We will pay,” she said. “In May.”", ["“We will pay,”", "“In May.”"], id="curly"),
        pytest.param("«We will pay», she said.", ["«We will pay»"], id="guillemets"),
        pytest.param("„We will pay“, she said.", ["„We will pay“"], id="german"),
        pytest.param("``We will pay,'' she said.", ["``We will pay,''"], id="typewriter"),
        pytest.param("”We will pay,” she said.", ["”We will pay,”"], id="wrong-opening-mark"),
        pytest.param("“We will pay,“ she said.", ["“We will pay,“"], id="wrong-closing-mark"),
        pytest.param('“We will pay," she said.', ['“We will pay,"'], id="mixed-marks"),
        pytest.param("” … they will pay,” she said.", ["” … they will pay,”"], id="ellipsis-after-opening-mark"),
        pytest.param("The “so-called” accord", ["“so-called”"], id="scare-quotes-are-quotes"),
        pytest.param("“He said ‘never’ to me,” Hale said.", ["“He said ‘never’ to me,”"], id="single-within-double"),
        pytest.param('"I know "Big" Jon," Lind said.', ['"I know "Big" Jon,"'], id="double-within-double"),
        pytest.param("‘We can’t pay,’ she said.", ["‘We can’t pay,’"], id="single-marks"),
        pytest.param("The workers’ vote and Lind's pact can't wait.", [], id="apostrophes-are-no-quotes"),
        pytest.param('He got 5" of rain.', [], id="inches-are-no-quotes"),
        pytest.param("“We will pay.\n\n“In May,” she said.", ["“We will pay.\n\n“In May,”"], id="reopened-paragraph"),
        pytest.param("“We will pay.\nLind left.\n“In May,” he said.", ["“We will pay.", "“In May,”"], id="unclosed"),
        pytest.param("“We will\npay,” she said.", ["“We will\npay,”"], id="wrapped-lines"),
        pytest.param("He said “We will pay", ["“We will pay"], id="unclosed-at-the-end"),
        pytest.param("“" + "a " * MAX_UNCLOSED_CHARS, [], id="stray-mark-does-not-quote-the-article"),
        pytest.param("", [], id="empty"),
    ],
)
def test_quotes(text, quoted):
    assert [span.of(text) for span in quotes(text)] == quoted


def test_quotes_are_cut_to_what_is_read():
    text = "“We will pay.\nADVERTISEMENT\n“In May,” she said."
    assert [span.of(text) for span in quotes(text, [Span(0, 13), Span(28, len(text))])] == [
        "“We will pay.",
        "“In May,”",
    ]


def test_depth_is_one_from_mark_to_mark():
    assert quote_depth("a “b” c").tolist() == [0, 0, 1, 1, 1, 0, 0]


@given(st.text(alphabet=ALPHABET, max_size=80))
def test_quotes_are_sorted_disjoint_and_slice_back(text):
    spans = quotes(text)
    assert all(span.of(text).strip() for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text(alphabet=ALPHABET, max_size=80))
def test_depth_has_one_value_a_character(text):
    depth = quote_depth(text)
    assert depth.shape == (len(text),)
    assert set(depth.tolist()) <= {0, 1}


@given(st.text())
def test_quotes_never_raise(text):
    quotes(text, [Span(0, len(text))] if text else [])


@given(lead=st.text(alphabet="ab \n"), text=st.text(alphabet='ab "'))
def test_words_before_an_article_only_move_its_quotes(lead, text):
    moved = [Span(span.start + len(lead) + 1, span.end + len(lead) + 1) for span in quotes(text)]
    assert quotes(f"{lead}\n{text}") == moved


@pytest.mark.parametrize("piece", ['"', "“", ' "a', "'A ", "“a\n", "\n“", "``"])
def test_long_runs_of_marks_are_read_in_linear_time(piece):
    # Quadratic work on this many characters would not end within the test run.
    quotes(piece * (200_000 // len(piece)))
