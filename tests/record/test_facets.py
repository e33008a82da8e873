"""Entries counted by what they are."""

import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.reading.schema import Sourcing
from web.serving import sample


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with onrecord.open(sample(tmp_path_factory.mktemp("facets"))) as opened:
        yield opened


@pytest.mark.parametrize("facet", ["speaker", "sourcing", "act", "form", "outlet"])
def test_each_value_of_a_facet_counts_the_statements_that_have_it(record, facet):
    found = record.count_statements(facet)
    assert sum(each.number for each in found) == len(record.statements())
    assert [each.number for each in found] == sorted((each.number for each in found), reverse=True)
    most = next(each for each in found if each.value)
    assert most.number == sum(getattr(each, facet) == most.value for each in record.statements())


@pytest.mark.parametrize("facet", ["type", "status"])
def test_events_are_counted_by_what_they_are(record, facet):
    assert {each.value: each.number for each in record.count_events(facet)} == {
        value: sum(getattr(each, facet) == value for each in record.events())
        for value in {getattr(each, facet) for each in record.events()}
    }


def test_an_event_counts_for_every_actor_and_every_outlet(record):
    brenn = record.actor_asked("Aldous Brenn").id
    of_brenn = next(each.number for each in record.count_events("actor") if each.value == brenn)
    assert of_brenn == len(record.events(actor=brenn))
    for outlet in record.count_events("outlet"):
        if outlet.value:
            assert outlet.number == len(record.events(outlet=outlet.value))


def test_counts_follow_what_else_is_asked(record):
    unnamed = record.count_statements("outlet", sourcing=Sourcing.UNNAMED)
    assert sum(each.number for each in unnamed) == len(record.statements(sourcing=Sourcing.UNNAMED))
    assert [each.number for each in record.count_commitments()] == [len(record.commitments())]
    assert sum(each.number for each in record.count_actors("kind")) == len(record.actors())


def test_what_an_outlet_alone_tells_no_other_does(record):
    for each in record.told_alone():
        alone = record.events(outlet=each.value, alone=True)
        assert len(alone) == each.number
        for event in alone:
            assert {record.document(document).outlet for document in event.documents} == {each.value}


def test_relations_are_made_of_events_that_are_so(record):
    relations = record.relations()
    assert relations
    for each in relations[:20]:
        assert each.source != each.target
        if each.kind.isupper():
            assert record.events(actor=each.source, other=each.target)
    brenn = record.actor_asked("Aldous Brenn").id
    assert record.relations(actor="Aldous Brenn")
    assert {brenn} <= {side for each in record.relations(actor=brenn) for side in (each.source, each.target)}


def test_the_newest_events_come_first_when_asked(record):
    days = [each.when.latest or each.when.earliest for each in record.events(newest_first=True) if each.when.known]
    assert days == sorted(days, reverse=True)


def test_passages_have_all_words(record):
    found = record.passages("nine days")
    assert found
    assert all("nine" in each.text and "days" in each.text for each in found)
    assert record.passages("!?") == []


def test_nobody_or_too_many_is_an_error(record):
    with pytest.raises(RecordError, match="nobody is called"):
        record.count_statements("act", speaker="Nobody")
