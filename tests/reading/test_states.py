"""States by name, demonym and capital."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.states import is_place_name, state_of, state_of_capital, state_of_demonym


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "RU"),
        ("the U.S.", "US"),
        ("The United States", "US"),
        ("America", "US"),
        ("US", "US"),
        ("Britain’s", "GB"),
        ("the Netherlands", "NL"),
        ("Turkey", "TR"),
        ("Kosovo", "XK"),
        ("South Korea", "KR"),
        ("Côte d’Ivoire", "CI"),
        pytest.param("us", None, id="lower-case-is-a-pronoun"),
        pytest.param("Georgia", None, id="also-an-American-state"),
        pytest.param("Jordan", None, id="also-a-surname"),
        pytest.param("Korea", None, id="two-states"),
        pytest.param("Ilmeria", None, id="invented"),
        pytest.param("", None, id="empty"),
    ],
)
def test_state_of_a_name(name, code):
    assert state_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"), [("Russian", "RU"), ("Britons", "GB"), ("North Korean", "KP"), ("polish", None)]
)
def test_state_of_a_demonym(word, code):
    assert state_of_demonym(word) == code


@pytest.mark.parametrize(("name", "code"), [("Kyiv", "UA"), ("New Delhi", "IN"), ("Chicago", None)])
def test_state_of_a_capital(name, code):
    assert state_of_capital(name) == code


@pytest.mark.parametrize(
    ("name", "expected"), [("the Middle East", True), ("Riyadh", True), ("Texas", True), ("Lind", False)]
)
def test_place_names(name, expected):
    assert is_place_name(name) is expected


@given(st.text())
def test_any_name_is_looked_up_without_error(name):
    assert state_of(name) is None or len(state_of(name)) == 2
    is_place_name(name)
    state_of_demonym(name)
