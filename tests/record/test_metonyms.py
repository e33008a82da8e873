"""States, and what stands for them."""

from onrecord.reading.schema import Kind
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
