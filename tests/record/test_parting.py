"""Two people whom the reading of an article took for one, told apart by a user."""

import msgspec
import pytest

import onrecord
from onrecord.reading.schema import (
    Actor,
    Commitment,
    CommitmentKind,
    Event,
    EventStatus,
    EventType,
    Form,
    Kind,
    Label,
    Mention,
    MentionForm,
    Reading,
    Sourcing,
    Statement,
    Title,
)
from onrecord.record.build import build
from onrecord.record.record import Record
from onrecord.record.rulings.entry import Ruling, RulingKind
from onrecord.record.rulings.parting import parted
from onrecord.spans import Span
from record.story import document, facts, unruled

TEXT = """\
Corwin Hale warned against trust. He sailed home.
Senator Hale thanked the envoy. She promised a vote.
Hale met Senator Hale on Friday.
"""


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words, form=MentionForm.NAME, nth=0):
    span = at(words, nth)
    start = span.start + len("Senator ") * words.startswith("Senator ")
    head = Span(start, start + len(words.removeprefix("Senator ").split()[0]))
    return Mention(span=span, head=head, kind=Kind.PERSON, form=form, actor="a1")


def said(source, cue, content):
    named = {"speaker": "a1", "form": Form.INDIRECT, "sourcing": Sourcing.NAMED}
    return Statement(source=(at(source),), cue=(at(cue),), content=(at(content),), **named)


def happened(word, **sides):
    return Event(trigger=at(word), type=EventType.CONSULT, status=EventStatus.OCCURRED, **sides)


MIXED = Reading(
    id="d1",
    text=TEXT,
    sentences=tuple(
        at(each)
        for each in (
            "Corwin Hale warned against trust.",
            "He sailed home.",
            "Senator Hale thanked the envoy.",
            "She promised a vote.",
            "Hale met Senator Hale on Friday.",
        )
    ),
    actors=(Actor(id="a1", name="Corwin Hale", kind=Kind.PERSON, titles=(Title("Senator", at("Senator")),)),),
    mentions=(
        mention("Corwin Hale"),
        mention("He", MentionForm.PRONOUN),
        mention("Senator Hale"),
        mention("She", MentionForm.PRONOUN),
        mention("Hale", nth=2),
        mention("Senator Hale", nth=1),
    ),
    statements=(said("Corwin Hale", "warned", "against trust"), said("Senator Hale", "thanked", "the envoy")),
    events=(happened("sailed", initiators=("a1",)), happened("met", initiators=("a1",))),
    commitments=(Commitment(kind=CommitmentKind.PROMISE, cue=at("promised"), what=(at("a vote"),), by="a1"),),
    labels=(Label(span=at("Senator Hale"), target="a1", polarity=0.5),),
)
BY_NAME = Ruling(kind=RulingKind.SPLIT, targets=("Corwin Hale",), value="in d1; called Senator Hale")


@pytest.fixture
def mixed(tmp_path):
    path = tmp_path / "hales.db"
    build([document(TEXT)], path, read=lambda items: (MIXED for _ in items), model="by hand", version="0")
    return path


def test_what_hangs_on_a_name_goes_with_it():
    reading = parted(MIXED, "Senator Hale", "u-1")
    old, new = reading.actors
    assert (old.id, new.id, new.name) == ("a1", "a1-u-1", "Senator Hale")
    assert (old.titles, [title.title for title in new.titles]) == ((), ["Senator"])
    assert [each.actor for each in reading.mentions] == ["a1", "a1", "a1-u-1", "a1-u-1", "a1", "a1-u-1"]
    assert [each.speaker for each in reading.statements] == ["a1", "a1-u-1"]
    # A sentence with both of them tells nothing of who does what: it stays as it was read.
    assert [each.initiators for each in reading.events] == [("a1",), ("a1",)]
    assert reading.commitments[0].by == "a1-u-1"
    assert reading.labels[0].target == "a1-u-1"


@pytest.mark.parametrize("name", ["Ora Lind", "Corwin Hale Jr."])
def test_a_name_that_is_not_there_parts_nobody(name):
    assert parted(MIXED, name, "u-1") == MIXED


def test_whoever_goes_by_that_name_alone_is_not_parted():
    alone = msgspec.structs.replace(MIXED, mentions=MIXED.mentions[2:4])
    assert parted(alone, "Senator Hale", "u-1") == alone


def test_a_name_is_split_off_within_an_article_survives_builds_and_is_undone(mixed):
    before = unruled(mixed)
    [made] = onrecord.rule(mixed, [BY_NAME]).rulings
    with Record.open(mixed) as record:
        assert sorted(actor.name for actor in record.actors()) == ["Corwin Hale", "Hale"]
        assert [each.speaker_name for each in record.statements()] == ["Corwin Hale", "Hale"]
        assert record.reading("d1").actors == MIXED.actors
        assert [each.first_seen for each in record.statements()] == [1, 1]
    after = facts(mixed)
    build([document(TEXT)], mixed, read=lambda items: (MIXED for _ in items), model="by hand", version="0")
    assert facts(mixed) == after
    build([], mixed, read=lambda items: (MIXED for _ in items), model="another", version="0")
    with Record.open(mixed) as record:
        assert [each.speaker_name for each in record.statements()] == ["Corwin Hale", "Hale"]
    build([], mixed, read=lambda items: (MIXED for _ in items), model="by hand", version="0")
    onrecord.undo(mixed, made.id)
    with Record.open(mixed) as record:
        assert [each.speaker_name for each in record.statements()] == ["Corwin Hale", "Corwin Hale"]
    assert before["mentions"] == unruled(mixed)["mentions"]


def test_ruled_and_undone_leaves_the_record_as_it_was(mixed):
    before = unruled(mixed)
    [made] = onrecord.rule(mixed, [BY_NAME]).rulings
    assert unruled(mixed) != before
    onrecord.undo(mixed, made.id)
    assert unruled(mixed) == before


def test_a_refused_split_leaves_the_record_as_it_was(mixed):
    before = facts(mixed)
    wrong = Ruling(kind=RulingKind.SPLIT, targets=("Corwin Hale",), value="in d1; called Ora Lind")
    assert onrecord.rule(mixed, [wrong]).troubles == (
        "split Corwin Hale (person): no document has that part by itself (for a name within an article, give both)",
    )
    assert facts(mixed) == before
