"""Direct, mixed or indirect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.form import form_of
from onrecord.reading.quotes import quotes
from onrecord.reading.schema import Form
from onrecord.spans import Span


def form(text, *contents):
    spans = [Span(text.index(content), text.index(content) + len(content)) for content in contents]
    return form_of(text, spans, quotes(text))


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        pytest.param("“We will pay,” Lind said.", ["“We will pay,”"], Form.DIRECT, id="quoted-with-marks"),
        pytest.param("“We will pay,” Lind said.", ["We will pay"], Form.DIRECT, id="quoted-without-marks"),
        pytest.param("“We pay,” she said. “In May.”", ["“We pay,”", "“In May.”"], Form.DIRECT, id="broken-up"),
        pytest.param("Lind said they would pay.", ["they would pay"], Form.INDIRECT, id="paraphrase"),
        pytest.param(
            "Lind said that Hale was “too hawkish” for it.",
            ["that Hale was “too hawkish” for it"],
            Form.MIXED,
            id="part",
        ),
        pytest.param(
            "Lind called the “accord” a mere ruse.", ["the “accord” a mere ruse"], Form.INDIRECT, id="scare-quote"
        ),
        pytest.param("Lind said: … .", ["… ."], Form.INDIRECT, id="no-words"),
    ],
)
def test_form(text, contents, expected):
    assert form(text, *contents) is expected


@given(st.text(alphabet='ab "“”\n', min_size=1, max_size=40))
def test_form_is_told_for_any_text(text):
    assert form_of(text, [Span(0, len(text))], quotes(text)) in Form
