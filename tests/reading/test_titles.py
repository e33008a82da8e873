"""Titles that stand beside names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.titles import gender_of_title, titled
from onrecord.spans import Span


def titles(text, name):
    start = text.index(name)
    found = titled(text, Span(start, start + len(name)))
    assert all(title.span.of(text) == title.title for title in found)
    return [title.title for title in found]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("They met President Ora Lind on Monday.", "Ora Lind", ["President"]),
        ("They say special envoy Jon Hale went.", "Jon Hale", ["special envoy"]),
        ("Brenn’s President Ora Lind spoke.", "Ora Lind", ["President"]),
        ("Lind’s Secretary of State Jon Hale spoke.", "Jon Hale", ["Secretary of State"]),
        (
            "Then ex-Russian president and current deputy chair of the Kremlin’s security council Ivo Brand left.",
            "Ivo Brand",
            ["ex-Russian president", "current deputy chair of the Kremlin’s security council"],
        ),
        (
            "Special Presidential Envoy to Ukraine retired Gen. Ivo Brand said",
            "Ivo Brand",
            ["Special Presidential Envoy to Ukraine", "retired Gen."],
        ),
        ("Ivo Brand, Lind’s spokesman, agreed.", "Ivo Brand", ["spokesman"]),
        ("Jon Hale, the vice-president, asked.", "Jon Hale", ["vice-president"]),
        (
            "Jon Hale, a Democratic member of the House of Representatives from Colorado, says",
            "Jon Hale",
            ["Democratic member of the House of Representatives from Colorado"],
        ),
        ("Lind’s special envoy, Jon Hale, left.", "Jon Hale", ["special envoy"]),
        (
            "Jon Hale, Ora Lind’s special envoy to Russia and Ukraine, left.",
            "Jon Hale",
            ["special envoy to Russia and Ukraine"],
        ),
        (
            "Jon Hale, director of the Europe, Russia, and Eurasia programme at the Brenn Center, says",
            "Jon Hale",
            ["director of the Europe, Russia, and Eurasia programme at the Brenn Center"],
        ),
        (
            "says Jon Hale, a senior scholar and Russia expert at the Brenn Center, a think-tank.",
            "Jon Hale",
            ["senior scholar", "Russia expert at the Brenn Center"],
        ),
        ("Jon Hale, a prominent real estate billionaire who left", "Jon Hale", ["prominent real estate billionaire"]),
        pytest.param("In talks with Lind, the foreign minister said no.", "Lind", [], id="subject-of-the-next-clause"),
        pytest.param("After meeting the envoy, Jon Hale left.", "Jon Hale", [], id="comma-of-a-clause"),
        pytest.param("Lind, President Verrity and the king met.", "Lind", [], id="title-of-the-next-in-a-list"),
        pytest.param("Lind, the president, and the king met.", "Lind", [], id="list"),
        pytest.param("They will host Jon Hale.", "Jon Hale", [], id="verb"),
        pytest.param("the president said. Hale left.", "Hale", [], id="sentence-before"),
        pytest.param("the president of the Jon Hale Center", "Jon Hale", [], id="name-within-a-title"),
        ("a spokesman for President Ora Lind left.", "Ora Lind", ["President"]),
        ("They met the envoy to Russian President Ivo Brand.", "Ivo Brand", ["Russian President"]),
        pytest.param("Mr. Hale left.", "Hale", [], id="honorific"),
    ],
)
def test_titles(text, name, expected):
    assert titles(text, name) == expected


@pytest.mark.parametrize(
    ("title", "gender"),
    [("King", "masculine"), ("Mrs.", "feminine"), ("former spokeswoman", "feminine"), ("envoy", None)],
)
def test_gender_that_a_title_tells(title, gender):
    assert gender_of_title(title) == gender


WORDS = st.sampled_from("president the of , . and Lind’s envoy to Brenn Gen. ’s special a said \n “ & U.S.".split(" "))


@given(before=st.lists(WORDS, max_size=12), after=st.lists(WORDS, max_size=12))
def test_titles_lie_beside_the_name_and_never_in_it(before, after):
    lead = " ".join([*before, ""])
    text = f"{lead}Ora Hale{' '.join(after)}"
    name = Span(len(lead), len(lead) + 8)
    for title in titled(text, name):
        assert title.span.of(text) == title.title
        assert not title.span.overlaps(name)


@given(st.text(min_size=1, max_size=80), st.data())
def test_titles_are_sought_in_any_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    titled(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
