"""Descriptions by office."""

import pytest

from onrecord.reading.mentions import Found
from onrecord.reading.offices import Offices
from onrecord.reading.schema import Kind, MentionForm
from onrecord.spans import Span

TEXT = "President Ora Lind met special envoy Tomas Vane."


def named(name: str) -> Found:
    at = TEXT.index(name)
    first = name.split(maxsplit=1)[0]
    return Found(0, 0, Span(at, at + len(name)), Span(at, at + len(first)), Kind.PERSON, MentionForm.NAME)


@pytest.mark.parametrize(
    ("office", "holder"),
    [
        (("president",), {"lind": 2}),
        (("special", "envoy"), {"vane": 2}),
        (("envoy",), {"vane": 1}),
        (("ostmark", "envoy"), {}),
        (("russian", "president"), {}),
        (("treasurer",), {}),
    ],
)
def test_an_office_is_held_by_whom_the_text_gives_it(office: tuple[str, ...], holder: dict[str, int]) -> None:
    assert Offices(TEXT, [named("Ora Lind"), named("Tomas Vane")]).holders(office) == holder


def test_the_envoy_of_somebody_else_is_another_office() -> None:
    text = f"{TEXT} Ostmark's envoy left."
    at = text.index("Ostmark's")
    other = Found(0, 0, Span(at, at + 15), Span(at + 10, at + 15), Kind.PERSON, MentionForm.NOMINAL)
    offices = Offices(text, [named("Tomas Vane"), other])
    assert offices.holders(offices.described(other) or ()) == {}
