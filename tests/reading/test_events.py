"""Political events in plain news sentences."""

from collections.abc import Callable

import pytest

from onrecord.reading.schema import Event, Reading

ReadText = Callable[[str], Reading]


def named(reading: Reading, actors: tuple[str, ...]) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [names[actor] for actor in actors]


def event_at(reading: Reading, trigger: str) -> Event:
    return next(event for event in reading.events if event.trigger.of(reading.text) == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Tavria expelled two Ostmark diplomats on Friday.", "expelled", "SANCTION"),
        ("Rebels shelled the town of Lisk overnight, killing nine civilians.", "shelled", "ASSAULT"),
        ("Thousands of students marched through the capital against the new government.", "marched", "PROTEST"),
        ("Police arrested the leader of the opposition on Monday.", "arrested", "COERCE"),
        ("The president rejected the demand of the rebels.", "rejected", "REJECT"),
        ("The foreign minister accused Ostmark of lying.", "accused", "ACCUSE"),
    ],
)
def test_an_event_is_read_with_its_type(read_text: ReadText, text: str, trigger: str, kind: str) -> None:
    assert event_at(read_text(text), trigger).type == kind


def test_who_did_it_and_to_whom(read_text: ReadText) -> None:
    reading = read_text("President Ora Lind condemned Ostmark on Tuesday for closing the strait.")
    event = event_at(reading, "condemned")
    assert named(reading, event.initiators) == ["Ora Lind"]
    assert named(reading, event.recipients) == ["Ostmark"]


def test_what_is_planned_did_not_occur(read_text: ReadText) -> None:
    reading = read_text("Foreign ministers of the two states are to meet in Lisk next week.")
    assert {event.status for event in reading.events} <= {"planned"}


def test_what_somebody_says_is_known_from_the_statement(read_text: ReadText) -> None:
    reading = read_text('"Ostmark bombed the harbour of Lisk," Foreign Minister Ora Lind told reporters.')
    event = event_at(reading, "bombed")
    assert event.statement is not None
    assert any("bombed" in span.of(reading.text) for span in reading.statements[event.statement].content)


def test_sport_and_weather_tell_no_event(read_text: ReadText) -> None:
    text = "Lisk United won the cup after extra time. Heavy rain fell over the north of the island in the evening."
    assert read_text(text).events == ()


@pytest.mark.parametrize(
    ("text", "meeting", "who"),
    [
        ("Tavria has so far been left out of the negotiations.", "negotiations", "Tavria"),
        ("Ora Lind was noticeably absent from last month's discussions in Lisk.", "discussions", "Ora Lind"),
        ("Ostmark barred Ora Lind from the peace talks.", "talks", "Ora Lind"),
    ],
)
def test_who_was_kept_out_of_a_meeting(read_text: ReadText, text: str, meeting: str, who: str) -> None:
    reading = read_text(text)
    event = event_at(reading, meeting)
    assert event.type == "CONSULT"
    assert named(reading, event.excluded) == [who]


def test_a_meeting_has_its_day_place_and_length(read_text: ReadText) -> None:
    reading = read_text(
        "President Ora Lind met Premier Ivo Sorvek in Lisk on March 5, 2031 for more than three hours, the palace said."
    )
    event = event_at(reading, "met")
    assert str(event.time.earliest) == "2031-03-05"
    assert event.duration is not None
    assert "three hours" in event.duration.of(reading.text)
    assert event.place is not None
    assert named(reading, (event.place,)) == ["Lisk"]


def test_what_is_said_on_a_day_was_not_done_on_it(read_text: ReadText) -> None:
    reading = read_text("Ostmark bombed the harbour of Lisk, Foreign Minister Ora Lind said on March 5, 2031.")
    assert event_at(reading, "bombed").time.basis != "expression"
