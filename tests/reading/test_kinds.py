"""What actors are, by their names and by the nouns that describe them."""

import pytest

from onrecord.reading.kinds import kind_by_form, kind_of_description, kind_of_name
from onrecord.reading.schema import Kind


@pytest.mark.parametrize(
    ("name", "model", "kind"),
    [
        pytest.param("Linden House", Kind.PERSON, Kind.ORGANIZATION, id="named-like-a-seat"),
        pytest.param("Ilmeria", Kind.PERSON, Kind.PLACE, id="root-of-a-demonym-in-the-text"),
        pytest.param("Clara", Kind.PERSON, Kind.PERSON, id="a-name-in-a-without-demonym"),
        pytest.param("Norway", Kind.PERSON, Kind.PLACE, id="a-state-is-never-a-person"),
        pytest.param("Ora Lind", Kind.PERSON, Kind.PERSON, id="a-person-stays-one"),
    ],
)
def test_the_form_of_a_name_can_overrule_the_model(name: str, model: Kind, kind: Kind) -> None:
    assert kind_by_form(name, model, "Ilmerian officials met Clara at Linden House.") is kind


@pytest.mark.parametrize(
    ("phrase", "model", "kind"),
    [
        pytest.param("two officials", Kind.PERSON, Kind.GROUP, id="several-people"),
        pytest.param("a US official", Kind.ORGANIZATION, Kind.PERSON, id="one-official"),
        pytest.param("the report", Kind.OTHER, Kind.DOCUMENT, id="document"),
        pytest.param("the newspaper", Kind.OTHER, Kind.OUTLET, id="outlet"),
        pytest.param("the ministry", Kind.PLACE, Kind.ORGANIZATION, id="organization"),
    ],
)
def test_a_description_is_of_the_kind_of_its_head_noun(phrase: str, model: Kind, kind: Kind) -> None:
    assert kind_of_description(phrase.rsplit(maxsplit=1)[-1], phrase.split(), model) is kind


@pytest.mark.parametrize(
    ("name", "model", "kind"),
    [
        ("Norway", Kind.PLACE, Kind.STATE),
        ("the Kremlin", Kind.PLACE, Kind.ORGANIZATION),
        ("The Vasht Tribune", Kind.ORGANIZATION, Kind.OUTLET),
    ],
)
def test_a_named_actor_is_told_more_finely_than_the_model_tells(name: str, model: Kind, kind: Kind) -> None:
    assert kind_of_name(name, model) is kind
