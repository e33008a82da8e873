"""States, and what stands for them."""

import pytest

import onrecord
from onrecord.reading.schema import Kind
from onrecord.record.capitals import is_adjective_of
from onrecord.record.entries import ActorEntry
from onrecord.record.metonyms import metonyms


def actor(name: str, kind: Kind = Kind.PLACE) -> ActorEntry:
    return ActorEntry(
        id=f"a-{name}", name=name, kind=kind, aliases=(), titles=(), documents=1, mentions=1, statements=0,
        first_seen=1, last_seen=1,
    )  # fmt: skip


def test_capitals_and_seats_of_government_may_stand_for_a_state_that_is_there():
    there = [
        actor("Norway", Kind.STATE),
        actor("Oslo"),
        actor("Britain", Kind.STATE),
        actor("Downing Street", Kind.ORGANIZATION),
        actor("Bergen"),
        actor("Lisbon"),
    ]
    assert [(each.actor_name, each.state_name, each.because) for each in metonyms(there)] == [
        ("Oslo", "Norway", "its capital"),
        ("Downing Street", "Britain", "a seat of its government"),
    ]


def test_people_and_states_themselves_stand_for_none():
    there = [actor("Luxembourg", Kind.STATE), actor("France", Kind.STATE), actor("Paris", Kind.PERSON)]
    assert list(metonyms(there)) == []


def test_a_capital_that_the_coverage_names_may_stand_for_its_state():
    there = [actor("Ilmeria"), actor("Vasht"), actor("Orlen")]
    [metonym] = metonyms(there, {"vasht": "a-Ilmeria"})
    assert (metonym.actor_name, metonym.state_name, metonym.because) == ("Vasht", "Ilmeria", "its capital")


@pytest.mark.parametrize(
    ("adjective", "state"),
    [
        ("Ilmerian", "Ilmeria"),
        ("Tarvonian", "Tarvonia"),
        ("Tarvonese", "Tarvon"),
        ("Vashti", "Vasht"),
    ],
)
def test_adjectives_are_told_by_their_stem(adjective, state):
    assert is_adjective_of(adjective, state)


@pytest.mark.parametrize(
    ("adjective", "state"), [("Ilmerian", "Ilmenau"), ("Tarvonian", "Vasht"), ("Orlish", "Orland")]
)
def test_adjectives_of_other_names_are_not(adjective, state):
    assert not is_adjective_of(adjective, state)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke by telephone from Vasht, the Ilmerian capital.",
        "The Ilmerian capital, Vasht, was calm.",
        "In Vasht, the capital of Ilmeria, nobody knew.",
        "Ilmeria's capital Vasht was calm.",
    ],
)
def test_sentences_name_capitals(tmp_path, text):
    whole = f"Premier Danil Sorvek of Ilmeria said that the talks would go on. {text} Vasht had heard of it."
    (tmp_path / "a.txt").write_text(whole, encoding="utf-8")
    with onrecord.build([tmp_path / "a.txt"], tmp_path / "story.db") as record:
        found = [(each.actor_name, each.state_name) for each in record.metonyms()]
    assert found == [("Vasht", "Ilmeria")]
