"""On whose word statements stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.outlets import is_outlet_name
from onrecord.reading.schema import Actor, Kind, MentionForm, Sourcing
from onrecord.reading.sourcing import sourcing_of
from onrecord.spans import Span


def sourcing(text, speaker=None, **keywords):
    return sourcing_of(text, [Span(0, len(text))] if text else [], speaker, **keywords)


def actor(name, kind=Kind.PERSON):
    return Actor(id="a1", name=name, kind=kind)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ora Lind", Sourcing.NAMED),
        ("Brenn Sen. Ora Lind", Sourcing.NAMED),
        ("Secretary of State Jon Hale", Sourcing.NAMED),
        ("the campaign manager, Jon Hale,", Sourcing.NAMED),
        ("Jon Hale, head of research at Brenn Advisers,", Sourcing.NAMED),
        ("Special Presidential Envoy to Ukraine retired Gen. Ivo Brand", Sourcing.NAMED),
        ("ex-Russian president and current deputy chair of the Kremlin’s security council Ivo Brand", Sourcing.NAMED),
        ("a spokesman for President Ora Lind", Sourcing.UNNAMED),
        ("Lind himself", Sourcing.NAMED),
        ("well-placed sources", Sourcing.UNNAMED),
        ("people familiar with the matter", Sourcing.UNNAMED),
        ("one source", Sourcing.UNNAMED),
        ("a US official", Sourcing.UNNAMED),
        ("two officials briefed on the talks", Sourcing.UNNAMED),
        ("one of the officials", Sourcing.UNNAMED),
        ("A spokesperson for the special envoy", Sourcing.UNNAMED),
        ("A Russian official, speaking anonymously to Harbour News", Sourcing.UNNAMED),
        ("three analysts", Sourcing.UNNAMED),
        ("the White House", Sourcing.ORGANIZATION),
        ("the ministry", Sourcing.ORGANIZATION),
        ("Moscow", Sourcing.ORGANIZATION),
        ("the U.S.", Sourcing.ORGANIZATION),
        ("Lind’s campaign", Sourcing.ORGANIZATION),
        ("the FBI", Sourcing.ORGANIZATION),
        ("a leaked transcript", Sourcing.DOCUMENT),
        ("the report", Sourcing.DOCUMENT),
        ("A new Brenn University poll", Sourcing.DOCUMENT),
        ("NBC News", Sourcing.OUTLET),
        ("The Tidewater Post", Sourcing.OUTLET),
        ("the newspaper", Sourcing.OUTLET),
        ("critics", Sourcing.GENERAL),
        ("many", Sourcing.GENERAL),
        ("observers", Sourcing.GENERAL),
        ("Some senior Republicans", Sourcing.GENERAL),
        ("57 percent of voters", Sourcing.GENERAL),
        ("Reports of optimism", Sourcing.GENERAL),
        ("", Sourcing.GENERAL),
    ],
)
def test_sourcing_of_a_phrase(source, expected):
    assert sourcing(source) is expected


@pytest.mark.parametrize(
    ("source", "speaker", "expected"),
    [
        pytest.param("he", actor("Jon Hale"), Sourcing.NAMED, id="pronoun-of-a-named-person"),
        pytest.param("he", actor("a senior official"), Sourcing.UNNAMED, id="pronoun-of-an-unnamed-person"),
        pytest.param("it", actor("the ministry", Kind.ORGANIZATION), Sourcing.ORGANIZATION, id="pronoun-of-a-ministry"),
        pytest.param("it", actor("Vasht Tribune", Kind.OUTLET), Sourcing.OUTLET, id="pronoun-of-an-outlet"),
        pytest.param("who", None, Sourcing.GENERAL, id="unresolved-relative"),
        pytest.param("she", None, Sourcing.UNNAMED, id="unresolved-pronoun"),
        pytest.param("the president", actor("Ora Lind"), Sourcing.NAMED, id="title-of-a-named-person"),
        pytest.param("the president", None, Sourcing.UNNAMED, id="title-of-nobody-named"),
        pytest.param("Harbour24", actor("Harbour24", Kind.OUTLET), Sourcing.OUTLET, id="outlet-known-as-actor-only"),
        pytest.param(
            "Brenn Watch", actor("Brenn Watch", Kind.ORGANIZATION), Sourcing.ORGANIZATION, id="body-like-a-name"
        ),
        pytest.param("Lind", actor("a senior official"), Sourcing.NAMED, id="name-of-its-own"),
        pytest.param("US officials", actor("United States", Kind.STATE), Sourcing.UNNAMED, id="officials-of-a-state"),
        pytest.param("the report", actor("the ministry", Kind.ORGANIZATION), Sourcing.DOCUMENT, id="its-report"),
    ],
)
def test_the_resolved_speaker_decides(source, speaker, expected):
    assert sourcing(source, speaker) is expected


def test_the_head_of_the_mention_decides_over_the_guess():
    text = "a Lind loyalist official"
    assert sourcing(text, head=Span(16, 24), form=MentionForm.NOMINAL) is Sourcing.UNNAMED


def test_a_name_stressed_by_a_pronoun_is_still_a_name():
    text = "Lind himself"
    speaker = actor("people familiar with the matter")
    assert sourcing(text, speaker, head=Span(5, 12), form=MentionForm.PRONOUN) is Sourcing.NAMED


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Post", True),
        ("Meridian Wire", True),
        ("the Vasht Tribune", True),
        ("Courrier de Sant-Oriel", True),
        ("harbour.com", True),
        ("the military post", False),
        ("the hill", False),
        ("The Hill", True),
        ("Command Post Brenn", False),
        ("Rising Star", False),
        ("Times", False),
        ("", False),
    ],
)
def test_outlet_names(name, expected):
    assert is_outlet_name(name) is expected


@given(st.text(max_size=60))
def test_any_source_has_a_class(text):
    assert sourcing(text) in Sourcing
    assert sourcing(text, actor("x")) in Sourcing
    is_outlet_name(text)
