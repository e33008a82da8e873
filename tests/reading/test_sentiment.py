"""How a sentence speaks of those it names."""

from collections.abc import Callable

import pytest

from onrecord.reading.schema import Reading

ReadText = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("President Ora Lind is a corrupt liar who has betrayed her voters and disgraced her office.", -1),
        ("President Ora Lind was widely praised for her courage and her brilliant leadership.", 1),
    ],
)
def test_praise_and_blame_have_their_signs(read_text: ReadText, text: str, sign: int) -> None:
    (label,) = read_text(text).labels
    assert "Ora Lind" in label.span.of(text)
    assert label.polarity * sign > 0


def test_a_plain_report_labels_nobody(read_text: ReadText) -> None:
    assert read_text("Ora Lind will meet the ambassador in Lisk on Tuesday.").labels == ()
