"""What became of entries since an earlier build."""

import sqlite3
from datetime import date

import pytest

import onrecord
from onrecord.reading.schema import (
    Actor,
    Event,
    EventStatus,
    EventType,
    Kind,
    Mention,
    MentionForm,
    Reading,
    Time,
    TimeType,
    When,
)
from onrecord.record.build import build
from onrecord.record.record import Record
from onrecord.record.rulings.entry import Ruling, RulingKind
from onrecord.spans import Span
from onrecord.views.brief import brief
from record.story import document, facts

PLANNED = "Ora Lind will meet Tam Oskar in Vasht on 3 March 2031."
MET = "Ora Lind met Tam Oskar in Vasht on 3 March 2031."
STATUS = {PLANNED: ("meet", EventStatus.PLANNED), MET: ("met", EventStatus.OCCURRED)}
DAY = date(2031, 3, 3)


def reading_of(article):
    """One meeting of two people on a known day."""
    word, status = STATUS[article.text]

    def at(words):
        start = article.text.index(words)
        return Span(start, start + len(words))

    when = When(expressions=(at("on 3 March 2031"),), earliest=DAY, latest=DAY, basis="expression")
    time = Time(span=at("on 3 March 2031"), type=TimeType.DATE, value=str(DAY), earliest=DAY, latest=DAY)
    names = {"a1": "Ora Lind", "a2": "Tam Oskar"}
    named = {"kind": Kind.PERSON, "form": MentionForm.NAME}
    meeting = Event(
        trigger=at(word), type=EventType.CONSULT, status=status, initiators=("a1",), recipients=("a2",), time=when
    )
    return Reading(
        id=article.id,
        text=article.text,
        published=article.published,
        sentences=(Span(0, len(article.text)),),
        actors=tuple(Actor(id=local, name=name, kind=Kind.PERSON) for local, name in names.items()),
        mentions=tuple(Mention(span=at(name), head=at(name), actor=local, **named) for local, name in names.items()),
        times=(time,),
        events=(meeting,),
    )


def built(path, *articles):
    return build(articles, path, read=lambda items: map(reading_of, items), model="by hand", version="0")


def planned(number=1, day=date(2031, 3, 1)):
    return document(PLANNED, id=f"d{number}", origin=f"{number}.txt", day=day, outlet=f"Post {number}")


def met(number=2, day=date(2031, 3, 4)):
    return document(MET, id=f"d{number}", origin=f"{number}.txt", day=day, outlet=f"Post {number}")


@pytest.fixture
def meeting(tmp_path):
    """A record of a meeting that was planned, then took place; the first build was on 1 March 2020."""
    path = tmp_path / "meeting.db"
    built(path, planned())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE runs SET started = '2020-03-01T09:00:00+00:00'")
    connection.close()
    built(path, met())
    return path


def changes(path, run):
    with Record.open(path) as record:
        return [(each.before, (each.event or each.commitment).status) for each in record.changes(first_run=run)]


def test_what_was_planned_and_took_place_since_is_told(meeting):
    assert changes(meeting, 2) == [("planned", "occurred")]
    with Record.open(meeting) as record:
        [change] = brief(record, since=date(2020, 3, 2)).changed
        assert (change.before, change.event.status) == ("planned", "occurred")
        assert brief(record).changed == ()


@pytest.mark.parametrize("run", [1, 3], ids=["all is new", "nothing is"])
def test_what_is_new_or_was_so_before_has_not_changed(meeting, run):
    assert changes(meeting, run) == []


def test_a_build_that_brings_nothing_notes_nothing(meeting):
    before = facts(meeting)["statuses"]
    built(meeting, planned(), met())
    assert facts(meeting)["statuses"] == before
    assert changes(meeting, 3) == []


def test_what_went_back_to_what_it_was_has_not_changed(tmp_path):
    path = tmp_path / "story.db"
    built(path, planned())
    built(path, met())
    built(path, document(PLANNED, id="d2", origin="2.txt", day=date(2031, 3, 2)))
    assert changes(path, 3) == [("occurred", "planned")]
    assert changes(path, 2) == []


def test_what_users_reject_is_no_change(meeting):
    with Record.open(meeting) as record:
        [event] = record.events()
    onrecord.rule(meeting, [Ruling(kind=RulingKind.REJECT, targets=(event.id,))])
    assert changes(meeting, 2) == []


def test_a_ruling_and_taking_it_back_leave_the_log_as_it_was(meeting):
    before = facts(meeting)["statuses"]
    made = onrecord.rule(meeting, [Ruling(kind=RulingKind.DATE, targets=("d2",), value="2031-02-01")])
    onrecord.undo(meeting, made.rulings[0].id)
    assert facts(meeting)["statuses"] == before
