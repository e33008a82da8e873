from datetime import UTC, date, datetime, timedelta

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Sourcing
from onrecord.views.brief import Brief, brief


def test_the_brief_says_what_was_read_and_what_was_not(port):
    with port.record() as record:
        told = brief(record)
    assert (told.read, told.statements, told.undated) == (2, 4, 1)
    assert [(entry.origin, entry.reason) for entry in told.unread] == [("coverage/budget.html", "empty page")]
    assert told.covered == Interval(date(2031, 3, 6), date(2031, 3, 6), "story")
    assert [(line.outlet, line.documents, line.statements) for line in told.outlets] == [
        ("Tarn Gazette", 1, 3),
        ("Hollin Post", 1, 1),
    ]


def test_those_whom_most_documents_name_come_first_and_outlets_last(port):
    with port.record() as record:
        names = [actor.name for actor in brief(record).actors]
    assert names[0] == "Ora Lind"
    assert names[-1] == "the Ardmoor Courier"


def test_speakers_are_counted_by_sourcing(port):
    with port.record() as record:
        first = brief(record).speakers[0]
    assert (first.name, first.statements, first.sourcing) == ("Ora Lind", 2, {Sourcing.NAMED: 2})


def test_the_newest_come_with_their_sentence_and_undated_ones_come_last(port):
    with port.record() as record:
        quotes = brief(record).newest
    assert [quote.sentence for quote in quotes] == [
        "Envoy Ora Lind said the port would open by May.",
        "Two officials denied that Lind had promised anything, the Ardmoor Courier reported.",
        'Ora Lind left early. "Nothing is signed," she said.',
    ]
    assert [quote.title for quote in quotes] == ["Talks in Ardmoor stall over cargo"] * 2 + [None]


def test_no_document_fills_the_newest_alone(port):
    with port.record() as record:
        documents = [quote.statement.document for quote in brief(record).newest]
    assert documents == ["port", "port", "left"]


def test_since_asks_for_what_came_into_the_record_not_for_what_was_published(port):
    with port.record() as record:
        today = datetime.now(UTC).date()
        assert brief(record, since=today - timedelta(days=1)).statements == 4
        later = brief(record, since=today + timedelta(days=1))
    assert (later.read, later.statements, later.actors, later.newest) == (0, 0, (), ())


def test_the_brief_survives_json(port):
    with port.record() as record:
        told = brief(record)
    assert msgspec.json.decode(msgspec.json.encode(told), type=Brief) == told


def test_an_empty_record_has_an_empty_brief(story):
    with story.record() as record:
        told = brief(record)
    assert (told.read, told.statements, told.covered.known, told.newest) == (0, 0, False, ())
