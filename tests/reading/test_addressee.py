"""To whom statements are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.addressee import addressee_of
from onrecord.spans import Span


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Sources tell The Post special envoy Jon Hale has gone.", "tell", "The Post"),
        ("Jon Hale tells the FT that it is over.", "tells", "the FT"),
        ("Hale told reporters at the palace on Monday.", "told", "reporters"),
        ("Hale told Lind’s council on Monday that it was over.", "told", "Lind’s council"),
        ("Hale told her that it was over.", "told", "her"),
        ("Hale told her husband that it was over.", "told", "her husband"),
        ("Hale warned Ilmeria against it.", "warned", "Ilmeria"),
        (
            "An official, speaking anonymously to Harbour News, left.",
            "speaking anonymously to Harbour News",
            "Harbour News",
        ),
        ("Hale said in a letter to the U.S. that it was over.", "said in a letter", "the U.S."),
        pytest.param("Hale told lies.", "told", None, id="the-thing-told"),
        pytest.param("“Why?” asked Lind.", "asked", None, id="inverted"),
        pytest.param("Hale warned this week that it was over.", "warned", None, id="when"),
        pytest.param("Hale said it was over.", "said", None, id="nobody"),
    ],
)
def test_addressee(text, cue, expected):
    start = text.index(cue)
    span = addressee_of(text, [Span(start, start + len(cue))], Span(0, len(text)))
    assert (span.of(text) if span else None) == expected


def test_the_addressee_stays_in_the_sentence():
    assert addressee_of("Hale told. Lind left.", [Span(5, 9)], Span(0, 10)) is None


@given(
    st.lists(
        st.sampled_from("told asks the The Lind Lind’s her U.S. , “ ” reporters that a & .".split(" ")), max_size=12
    )
)
def test_an_addressee_slices_back(words):
    text = " ".join(["told", *words])
    span = addressee_of(text, [Span(0, 4)])
    assert span is None or span.of(text).strip() == span.of(text)
