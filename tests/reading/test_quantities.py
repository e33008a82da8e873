"""Numbers with units, and what they measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.quantities import quantities
from onrecord.reading.schema import Time, TimeType
from onrecord.spans import Span


def read(text: str) -> list[tuple[str, float, str, str]]:
    found = quantities(text, [Span(0, len(text))] if text else [], [])
    return [(q.span.of(text), q.value, q.unit, q.of.of(text) if q.of else "") for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 60% tariff on Tavrian potash", ("60%", 60, "percent", "tariff on Tavrian potash")),
        ("approximately 40 percent of its revenue.", ("approximately 40 percent", 40, "percent", "its revenue")),
        ("sixty per cent on every tonne,", ("sixty per cent", 60, "percent", "every tonne")),
        ("It cost $1.5 million in fees.", ("$1.5 million", 1_500_000, "dollar", "")),
        ("About 410,000 tonnes of wheat are stuck", ("About 410,000 tonnes", 410_000, "tonne", "tonnes of wheat")),
        ("the 14 captive sailors landed", ("14 captive sailors", 14, "sailor", "captive sailors")),
        ("half of all revenues", ("half", 0.5, "share", "all revenues")),
        ("two thirds of the harvest", ("two thirds", 2 / 3, "share", "the harvest")),
        ("three countries signed", ("three countries", 3, "country", "countries")),
    ],
)
def test_a_quantity_has_value_unit_and_what_it_measures(text: str, expected: tuple[str, float, str, str]) -> None:
    [found] = read(text)
    assert found == (expected[0], pytest.approx(expected[1]), *expected[2:])


@pytest.mark.parametrize(
    "text",
    [
        "Lind, 66, left.",
        "in 1998 they met",
        "on March 12 he left",
        "one of them said",
        "Source 1",
        "the 3rd man",
        "at 9:30",
    ],
)
def test_a_number_without_a_unit_counts_nothing(text: str) -> None:
    assert read(text) == []


def test_durations_are_quantities_too() -> None:
    text = "They spoke for four and a half hours."
    time = Time(span=Span(15, 36), type=TimeType.DURATION, value="PT4.5H")
    [found] = quantities(text, [Span(0, len(text))], [time])
    assert (found.span.of(text), found.value, found.unit) == ("four and a half hours", 4.5, "hour")


@given(st.text(alphabet=st.sampled_from("0123456789.,%$ -aofthe milon“x\n"), max_size=200))
def test_every_quantity_slices_back_out_of_any_text(text: str) -> None:
    for found in quantities(text, [Span(0, len(text))] if text else [], []):
        assert any(c.isalnum() for c in found.span.of(text))
        assert found.of is None or found.of.of(text)
