import itertools
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.coverage.document import Unread
from onrecord.record.record import Record
from record.story import built, document, facts, logical, story

LIND = '"The strait stays shut," envoy Ora Lind said.'
BRENN = '"We will pay by May," president Teodor Brenn promised.'


def test_the_same_coverage_again_changes_nothing_but_adds_a_run(tmp_path):
    path = tmp_path / "story.db"
    first = built(path, story(30))
    before = facts(path)
    again = built(path, story(30))
    assert facts(path) == before
    assert (first.added, first.known, first.unread) == (30, 0, 4)
    assert (again.id, again.added, again.known, again.unread) == (2, 0, 30, 4)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(story(12)))
def test_the_order_of_the_input_does_not_change_the_record(order, tmp_path_factory):
    folder = tmp_path_factory.mktemp("order")
    built(folder / "given.db", order)
    built(folder / "sorted.db", story(12))
    assert logical(folder / "given.db") == logical(folder / "sorted.db")


def test_coverage_added_in_parts_makes_the_record_of_all_at_once(tmp_path):
    items = story(30)
    for part in (items[:9], items[9:11], items[11:]):
        built(tmp_path / "parts.db", part)
    built(tmp_path / "whole.db", items)
    with Record.open(tmp_path / "parts.db") as parts, Record.open(tmp_path / "whole.db") as whole:
        assert [s.id for s in parts.statements()] == [s.id for s in whole.statements()]
        assert [s.speaker_name for s in parts.statements()] == [s.speaker_name for s in whole.statements()]
        assert [(a.name, a.aliases, a.documents) for a in parts.actors()] == [
            (a.name, a.aliases, a.documents) for a in whole.actors()
        ]
        assert parts.unread() == whole.unread()


def test_actors_keep_their_ids_when_coverage_is_added(tmp_path):
    path = tmp_path / "story.db"
    items = story(30)
    built(path, items[:10])
    with Record.open(path) as record:
        before = {actor.name: actor.id for actor in record.actors()}
    built(path, items)
    with Record.open(path) as record:
        ids = {actor.id for actor in record.actors()}
    assert set(before.values()) <= ids


def test_an_actor_keeps_its_id_when_its_full_name_comes_later(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document('"No," Lind said.', id="d1")])
    with Record.open(path) as record:
        [before] = record.actors()
    built(path, [document(LIND, id="d2")])
    with Record.open(path) as record:
        [after] = record.actors()
    assert (before.name, after.name) == ("Lind", "Ora Lind")
    assert before.id == after.id
    assert after.aliases == ("Lind",)


def test_the_same_file_twice_is_one_document_of_two_origins(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(LIND, origin="a.txt"), document(LIND, origin="copy/a.txt")])
    with Record.open(path) as record:
        [entry] = record.documents()
        assert entry.origins == ("a.txt", "copy/a.txt")
        assert len(record.statements()) == 1


def test_a_changed_text_under_a_known_id_replaces_the_old_with_its_facts(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(LIND + "\n" + BRENN)])
    built(path, [document('"We were wrong," premier Ivo Sorvek said.\n' + LIND)])
    with Record.open(path) as record:
        assert [s.speaker_name for s in record.statements()] == ["Ivo Sorvek", "Ora Lind"]
        assert {a.name for a in record.actors()} == {"Ivo Sorvek", "Ora Lind"}
        assert record.text("d1").startswith('"We were wrong')
        assert record.search("pay by May") == []
        assert record.documents()[0].first_seen == 1
        # The statement that the new text still carries is no news; what is new is.
        assert {s.speaker_name: s.first_seen for s in record.statements()} == {"Ivo Sorvek": 2, "Ora Lind": 1}
        for statement in record.statements():
            for evidence in statement.evidence:
                assert evidence.span.of(record.text(evidence.document))


def test_an_old_version_found_again_does_not_bring_back_the_old_text(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(LIND, origin="monday.jsonl:1")])
    built(path, [document(BRENN, origin="tuesday.jsonl:1")])
    before = facts(path)
    built(path, [document(LIND, origin="monday.jsonl:1")])
    assert facts(path) == before
    with Record.open(path) as record:
        assert record.text("d1") == BRENN
        assert record.documents()[0].origins == ("tuesday.jsonl:1",)
        assert record.unread() == []


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))])
def test_two_texts_under_one_id_in_one_run_are_decided_by_date_and_told(order, tmp_path):
    path = tmp_path / "story.db"
    versions = [
        document(LIND, origin="a.jsonl:1", day=date(2031, 3, 1)),
        document(BRENN, origin="b.jsonl:1", day=date(2031, 3, 2)),
        document(LIND, origin="c.jsonl:1"),
    ]
    built(path, [versions[i] for i in order])
    with Record.open(path) as record:
        assert record.text("d1") == BRENN
        assert [entry.origin for entry in record.unread()] == ["a.jsonl:1", "c.jsonl:1"]


def test_what_could_not_be_read_goes_away_once_it_can(tmp_path):
    path = tmp_path / "story.db"
    run = built(path, [Unread("a.txt", "is empty"), Unread("b.txt", "is binary")])
    assert run.unread == 2
    run = built(path, [document(LIND, origin="a.txt"), Unread("b.txt", "is binary")])
    assert run.unread == 1
    with Record.open(path) as record:
        assert [(entry.origin, entry.reason) for entry in record.unread()] == [("b.txt", "is binary")]


def test_a_document_in_a_language_that_is_not_read_is_kept_and_told(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document("Le détroit reste fermé.", unread="language fr is not supported")])
    with Record.open(path) as record:
        assert record.summary().read == 0
        assert record.text("d1") == "Le détroit reste fermé."
        [entry] = record.unread()
        assert (entry.document, entry.origin, entry.reason) == ("d1", "a.txt", "language fr is not supported")


def test_another_model_reads_all_documents_anew_and_keeps_what_it_finds_again(tmp_path):
    path = tmp_path / "story.db"
    built(path, story(20))
    with Record.open(path) as record:
        before = [(s.id, s.first_seen) for s in record.statements()]
    built(path, [], model="rules 2")
    with Record.open(path) as record:
        assert [(s.id, s.first_seen) for s in record.statements()] == before
        assert {s.last_seen for s in record.statements()} == {2}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"Yes \x00 no," Ora Lind said.', id="nul"),
        pytest.param('"🕊️ peace," Ora Lind said. \x07\x1b[31m', id="emoji and control characters"),
        pytest.param("", id="nothing"),
    ],
)
def test_every_text_comes_back_as_it_was(text, tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(text)])
    built(path, [document(text + "\nmore")])
    built(path, [document(text)])
    with Record.open(path) as record:
        assert record.text("d1") == text
        assert record.document("d1").characters == len(text)


def test_text_that_is_no_unicode_is_told_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "story.db"
    broken = document("x", id="broken", origin="bad.jsonl:1")
    broken = type(broken)(id="broken", text="\ud800", sha256="0", origin="bad\udcff.jsonl:1")
    built(path, [broken, document(LIND)])
    with Record.open(path) as record:
        assert [entry.reason for entry in record.unread()] == ["has characters that are not Unicode (lone surrogates)"]
        assert len(record.statements()) == 1
