"""Voices inside the content of another's statement."""

from collections.abc import Callable

from onrecord.reading.schema import Reading

ReadText = Callable[[str], Reading]

TEXT = (
    "Foreign Minister Ora Lind said on Tuesday that President Tomas Vane now believes the war cannot be won. "
    "The ministry declined to comment."
)


def test_an_inner_voice_is_relayed_by_the_outer_one(read_text: ReadText) -> None:
    reading = read_text(TEXT)
    names = {actor.id: actor.name for actor in reading.actors}
    (relayed,) = reading.relayed
    statement = relayed.statement
    assert "believes" in " ".join(span.of(TEXT) for span in statement.cue)
    assert [names[actor] for actor in (statement.speaker or "", *statement.via)] == ["Tomas Vane", "Ora Lind"]
    assert names[reading.statements[relayed.within].speaker or ""] == "Ora Lind"


def test_it_stands_right_behind_the_statement_that_relays_it(read_text: ReadText) -> None:
    reading = read_text(TEXT)
    outer, inner = reading.all_statements[:2]
    assert not outer.via
    assert inner.via == (outer.speaker,)


def test_a_speakers_own_belief_is_no_second_voice(read_text: ReadText) -> None:
    assert (
        read_text('"I believe the war cannot be won," Foreign Minister Ora Lind told reporters on Tuesday.').relayed
        == ()
    )
