"""Sources that are spoken to."""

import pytest

from onrecord.reading.passive import is_told
from onrecord.spans import Span


@pytest.mark.parametrize(
    ("source", "cue", "content", "told"),
    [
        pytest.param("The envoy", "was asked", "whether she trusted him", True, id="asked"),
        pytest.param("Envoy", "urged", "to wait for the vote", True, id="headline-passive"),
        pytest.param("The envoy", "urged", "the premier to wait", False, id="active-with-object"),
        pytest.param("The envoy", "said", "to wait was wise", False, id="a-verb-without-hearer"),
        pytest.param("The envoy", "has been briefed on", "the plan", True, id="briefed"),
    ],
)
def test_the_one_spoken_to_is_no_speaker(source: str, cue: str, content: str, told: bool) -> None:
    text = f"{source} {cue} {content}"
    a, b = len(source), len(source) + 1 + len(cue)
    assert is_told(text, [Span(0, a)], [Span(a + 1, b)], [Span(b + 1, len(text))]) is told
