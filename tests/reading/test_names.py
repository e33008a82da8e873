"""The bare name in a mention."""

import pytest

from onrecord.reading.names import name_in
from onrecord.reading.schema import Kind
from onrecord.spans import Span


@pytest.mark.parametrize(
    ("mention", "head", "name"),
    [
        ("Foreign Minister Ora Lind", "Foreign", "Ora Lind"),
        ("Russian President Tomas Vane", "Russian", "Tomas Vane"),
        ("Tarvonian President Aldous Brenn", "Tarvonian", "Aldous Brenn"),
        ("Ora Lind, the envoy", "Ora", "Ora Lind"),
        ("Brian Bishop", "Brian", "Brian Bishop"),
        ("Adrian King", "Adrian", "Adrian King"),
    ],
)
def test_a_title_before_a_person_is_no_part_of_the_name(mention: str, head: str, name: str) -> None:
    start = mention.index(head)
    found = name_in(mention, Span(0, len(mention)), Span(start, start + len(head)), Kind.PERSON)
    assert found.of(mention) == name
