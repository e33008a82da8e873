"""Time expressions in plain news sentences."""

from collections.abc import Callable

import pytest

from onrecord.reading.schema import Reading

ReadText = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "expression", "kind"),
    [
        ("Tavria recalled its ambassador on Tuesday, the ministry said.", "Tuesday", "DATE"),
        ("The talks had lasted three weeks when the envoy left.", "three weeks", "DURATION"),
        ("The treaty was signed on 4 March 1997 in Lisk.", "4 March 1997", "DATE"),
        ("The two leaders met last month in the capital.", "last month", "DATE"),
    ],
)
def test_an_expression_is_found_with_its_extent_and_type(
    read_text: ReadText, text: str, expression: str, kind: str
) -> None:
    found = [(time.span.of(text), time.type) for time in read_text(text).times]
    assert found == [(expression, kind)]


def test_a_number_that_measures_something_else_is_no_time(read_text: ReadText) -> None:
    assert read_text("The ministry bought 1,200 lorries for 40 million crowns from two companies.").times == ()
