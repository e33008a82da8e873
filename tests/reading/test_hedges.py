"""Hedging words of statements."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.hedges import hedges
from onrecord.spans import Span


def found(text, cue, content):
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    return [span.of(text) for span in hedges(text, spans[:1], spans[1:], Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Lind said it might rain.", "said", "it might rain", ["might"]),
        (
            "Lind suggested that Hale would probably go.",
            "suggested",
            "that Hale would probably go",
            ["suggested", "probably"],
        ),
        ("Hale reportedly told Lind it was over.", "told", "it was over", ["reportedly"]),
        ("Hale appeared to suggest that he lost.", "appeared to suggest", "he lost", ["appeared", "suggest"]),
        ("“I think they want peace,” Lind said.", "said", "I think they want peace", ["I think"]),
        ("The crew is believed to be safe, Lind said.", "said", "The crew is believed to be safe", ["is believed"]),
        ("Whether they go is unclear, Lind said.", "said", "Whether they go is unclear", ["is unclear"]),
        pytest.param("It rained, according to Lind.", "according to", "It rained", [], id="according-to"),
        pytest.param("Lind said he could not go in May 2031.", "said", "he could not go in May 2031", [], id="month"),
        pytest.param(
            "Hale appeared at the gate, Lind said.", "said", "Hale appeared at the gate", [], id="appeared-at"
        ),
    ],
)
def test_hedges(text, cue, content, expected):
    assert found(text, cue, content) == expected


def test_a_source_is_no_hedge():
    text = "Likely voters said it rained."
    assert hedges(text, [Span(14, 18)], [Span(19, 28)], Span(0, 29), [Span(0, 13)]) == []


@given(st.text(min_size=3, max_size=80))
def test_hedges_lie_in_the_text_and_are_disjoint(text):
    spans = hedges(text, [Span(0, 1)], [Span(1, len(text))], Span(0, len(text)))
    assert all(span.of(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
