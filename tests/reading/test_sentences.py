"""Where sentences of news end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.sentences import sentences
from onrecord.spans import Span


def split(text):
    return [span.of(text) for span in sentences(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gen. Ora Lind met Sen. Jon Hale.", id="titles"),
        pytest.param("J. P. Verrity spoke for George W. Hale.", id="initials"),
        pytest.param("The U.S. President met the U.N. envoy.", id="dotted-names"),
        pytest.param("Growth was 3.5 percent, No. 2 of all.", id="numbers"),
        pytest.param("“We start by meeting them . . . as opposed to you,” he says.", id="spaced-ellipsis"),
        pytest.param("“Will you go?” Ora Lind asked.", id="question-with-its-speaker"),
        pytest.param("“Never!” the envoy said.", id="exclamation-with-its-speaker"),
        pytest.param("The talks in Brenn, which had been planned for\nmonths, went on.", id="wrapped-line"),
        pytest.param("She left at 10 a.m. Tuesday.", id="time-of-day"),
        pytest.param("Brenn Corp. Chairman Jon Hale left.", id="company"),
    ],
)
def test_one_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left. She stayed.", ["He left.", "She stayed."], id="plain"),
        pytest.param("He lives in the U.S. The talks go on.", ["He lives in the U.S.", "The talks go on."], id="U.S."),
        pytest.param('"We go," he said. "They stay."', ['"We go," he said.', '"They stay."'], id="opening-mark"),
        pytest.param("“We go. They stay.” He left.", ["“We go.", "They stay.”", "He left."], id="several-in-a-quote"),
        pytest.param("”We go.” ”They stay,” he said.", ["”We go.”", "”They stay,” he said."], id="mismatched-marks"),
        pytest.param("Talks resume\nEnvoys met.", ["Talks resume", "Envoys met."], id="line-break"),
        pytest.param(
            "He left [3]. She stayed.[4] It rained.", ["He left [3].", "She stayed.[4]", "It rained."], id="notes"
        ),
        pytest.param("He left... She stayed.", ["He left...", "She stayed."], id="ellipsis"),
        pytest.param("Talks ended.Envoys left at once.", ["Talks ended.", "Envoys left at once."], id="run-together"),
        pytest.param("“Why?” Nobody knew.", ["“Why?”", "Nobody knew."], id="question-without-speaker"),
        pytest.param("1. Lind pays.\n2. Hale goes.", ["1. Lind pays.", "2. Hale goes."], id="list"),
    ],
)
def test_several_sentences(text, expected):
    assert split(text) == expected


def test_stretches_that_are_not_read_are_in_no_sentence():
    text = "He left. Share this. She stayed."
    spans = sentences(text, [Span(0, 8), Span(21, 32)])
    assert [span.of(text) for span in spans] == ["He left.", "She stayed."]


@given(st.text(alphabet='aB.?!… \n"”’([1', max_size=60))
def test_every_character_but_white_space_is_in_one_sentence(text):
    spans = sentences(text, [Span(0, len(text))] if text else [])
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text())
def test_any_text_is_split_without_error(text):
    assert all(span.of(text).strip() == span.of(text) for span in sentences(text, [Span(0, len(text))] if text else []))


@pytest.mark.parametrize("piece", [".", ". ", "A. ", '?" A ', '." ', ".[1]", "[", ".\n"])
def test_long_runs_of_stops_are_split_in_linear_time(piece):
    text = piece * (100_000 // len(piece))
    sentences(text, [Span(0, len(text))])
