"""Threats, promises, ultimatums, offers and deadlines in plain news sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.reading.schema import Commitment, Reading

ReadText = Callable[[str], Reading]


def only(reading: Reading) -> Commitment:
    [one] = reading.commitments
    return one


def name(reading: Reading, actor: str | None) -> str | None:
    return next((a.name for a in reading.actors if a.id == actor), None)


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("President Ora Lind threatened to close the strait.", "threat", "Ora Lind"),
        ("Prime Minister Ivo Sorvek promised to free the sailors.", "promise", "Ivo Sorvek"),
        ('"We will deliver the grain by Friday," Prime Minister Ivo Sorvek said.', "promise", "Ivo Sorvek"),
        ('"We will impose a tariff on potash," President Ora Lind said.', "threat", "Ora Lind"),
        (
            "President Ora Lind threatened to impose a tariff unless the strait is opened by Friday.",
            "ultimatum",
            "Ora Lind",
        ),
        ("Prime Minister Ivo Sorvek promised to open the strait if the tariff is withdrawn.", "offer", "Ivo Sorvek"),
    ],
)
def test_a_commitment_is_read_with_its_kind_and_who_made_it(read_text: ReadText, text: str, kind: str, by: str) -> None:
    reading = read_text(text)
    assert only(reading).kind == kind
    assert str(name(reading, only(reading).by)).endswith(by)


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("The plan holds a threat of new tariffs on Ostmark.", "threat", "new tariffs on Ostmark"),
        ("Offers of grain for Ostmark to leave were not enough.", "offer", "grain for Ostmark to leave"),
        ("Lind is giving Vane one last chance to pull back.", "ultimatum", "to pull back"),
    ],
)
def test_a_noun_binds_as_its_verb_does(read_text: ReadText, text: str, kind: str, what: str) -> None:
    reading = read_text(text)
    assert (only(reading).kind, only(reading).what[0].of(text)) == (kind, what)


@pytest.mark.parametrize("text", ["The threat of disease grew.", "An offer of 580 pence for the bank was refused."])
def test_other_threats_and_offers_bind_nobody(read_text: ReadText, text: str) -> None:
    assert read_text(text).commitments == ()


@pytest.mark.parametrize(
    "text",
    [
        "President Ora Lind said that she would wait and see.",
        '"We will see what happens," Prime Minister Ivo Sorvek said.',
        "President Ora Lind assured the senate that she is not a woman of numbers.",
        "Analysts expect that wheat prices will rise by Friday.",
        "The ferry will leave at noon.",
    ],
)
def test_what_binds_nobody_is_no_commitment(read_text: ReadText, text: str) -> None:
    assert read_text(text).commitments == ()


def test_a_deadline_that_is_given_with_a_threat_is_one_ultimatum(read_text: ReadText) -> None:
    reading = read_text(
        "President Aldous Brenn gave Tavria until March 12, 2031 to reopen the strait, and said he would otherwise "
        "impose a 60% tariff on potash."
    )
    one = only(reading)
    assert (one.kind, name(reading, one.by), name(reading, one.toward)) == ("ultimatum", "Aldous Brenn", "Tavria")
    assert one.due.latest == date(2031, 3, 12)
    assert one.condition is not None
    assert one.condition.of(reading.text) == "to reopen the strait"
    assert "60% tariff" in one.what[0].of(reading.text)


def test_a_deadline_without_more_is_kept_as_one(read_text: ReadText) -> None:
    reading = read_text("The deadline of March 12, 2031 stands, according to the ministry.")
    assert (only(reading).kind, only(reading).due.latest) == ("deadline", date(2031, 3, 12))


def test_a_promise_that_its_maker_denies_is_marked_as_denied(read_text: ReadText) -> None:
    reading = read_text("President Ora Lind denied having promised a tariff of 60%.")
    one = only(reading)
    assert one.denied
    assert one.what[0].of(reading.text) == "a tariff of 60%"
    assert name(reading, one.by) == "Ora Lind"
