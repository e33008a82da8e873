import sqlite3
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import RecordError
from onrecord.reading.schema import Act, Form, Kind, MentionForm, Sourcing
from onrecord.record.entries import ActorEntry, DocumentEntry, Passage, StatementEntry
from onrecord.record.record import Record
from record.story import built, document, story

COVERAGE = [
    document(
        "Talks on the strait went on in Vasht.\n"
        '"The strait stays shut," envoy Ora Lind said.\n'
        '"Or does it?" Lind asked.',
        id="wire-1",
        origin="wire/1.txt",
        outlet="Meridian Wire",
        day=date(2031, 3, 4),
    ),
    document(
        '"We will pay by May," president Teodor Brenn promised.\n"There was no meeting," two officials denied.',
        id="harbour-1",
        origin="harbour/1.txt",
        outlet="Harbour24",
        day=date(2031, 3, 6),
    ),
    document(
        '"The strait will open on Friday," Brenn warned. Nobody answered.',
        id="undated-1",
        origin="x.txt",
        outlet="Harbour24",
    ),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "story.db"
    built(path, COVERAGE)
    with onrecord.open(path) as opened:
        yield opened


def said(statements):
    return [statement.content_text for statement in statements]


STAYS, ASKS, PAY, DENIED, OPENS = (
    "The strait stays shut,",
    "Or does it?",
    "We will pay by May,",
    "There was no meeting,",
    "The strait will open on Friday,",
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({}, [STAYS, ASKS, PAY, DENIED, OPENS], id="all, by date, undated last"),
        pytest.param({"document": "wire-1"}, [STAYS, ASKS], id="document"),
        pytest.param({"speaker": "Ora Lind"}, [STAYS, ASKS], id="speaker by name"),
        pytest.param({"speaker": "BRENN"}, [PAY, OPENS], id="speaker by alias, without case"),
        pytest.param({"sourcing": Sourcing.UNNAMED}, [DENIED], id="sourcing"),
        pytest.param({"act": Act.PROMISE}, [PAY], id="act"),
        pytest.param({"form": Form.INDIRECT}, [], id="form"),
        pytest.param({"outlet": "harbour24"}, [PAY, DENIED, OPENS], id="outlet, without case"),
        pytest.param({"since": date(2031, 3, 5)}, [PAY, DENIED], id="since leaves undated ones out"),
        pytest.param({"since": date(2031, 3, 4), "until": date(2031, 3, 4)}, [STAYS, ASKS], id="both ends count"),
        pytest.param({"text": "meeting"}, [DENIED], id="words"),
        pytest.param({"text": "meetings lind"}, [], id="all words"),
        pytest.param({"text": "?!"}, [], id="no words"),
        pytest.param({"outlet": "Harbour24", "sourcing": Sourcing.NAMED}, [PAY, OPENS], id="two filters"),
        pytest.param({"limit": 2, "offset": 1}, [ASKS, PAY], id="page"),
        pytest.param({"first_seen": 2}, [], id="run"),
    ],
)
def test_statements(asked, expected, record):
    assert said(record.statements(**asked)) == expected


def test_a_speaker_is_found_by_id(record):
    [lind] = record.actors_called("ora lind")
    assert said(record.statements(speaker=lind.id)) == [STAYS, ASKS]


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        pytest.param("Xu", "`onrecord actors` lists who is", id="nobody like that"),
        pytest.param("Theodor Bren", "Did you mean Teodor Brenn?", id="somebody like that"),
    ],
)
def test_a_speaker_whom_nobody_is_called_is_told(asked, hint, record):
    with pytest.raises(RecordError, match=rf"nobody is called '{asked}' in it\. ") as told:
        record.statements(speaker=asked)
    assert hint in told.value.hint


def test_a_surname_of_several_lists_them(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(f'"No," {who} said.', id=who) for who in ("envoy Ora Lind", "Ina Lind", "Lind", "Ora Brenn")])
    with Record.open(path) as record:
        with pytest.raises(RecordError, match="3 actors are called 'lind'") as told:
            record.statements(speaker="lind")
        assert "Ora Lind, envoy" in told.value.hint
        assert "Ina Lind, in 1 document" in told.value.hint
        assert [s.speaker_name for s in record.statements(speaker="brenn")] == ["Ora Brenn"]


def test_a_statement_carries_its_words_and_where_they_stand(record):
    [statement] = record.statements(text="stays shut")
    text = record.text("wire-1")
    assert (statement.speaker_name, statement.source_text, statement.cue_text) == ("Ora Lind", "envoy Ora Lind", "said")
    assert {e.part: e.span.of(text) for e in statement.evidence} == {
        "source": "envoy Ora Lind",
        "cue": "said",
        "content": "The strait stays shut,",
    }
    assert statement.sentence.of(text) == '"The strait stays shut," envoy Ora Lind said.'
    assert (statement.form, statement.sourcing, statement.act) == (Form.DIRECT, Sourcing.NAMED, Act.ASSERT)
    assert (statement.outlet, statement.published.label()) == ("Meridian Wire", "2031-03-04")


def test_all_evidence_lies_in_its_text(record):
    for statement in record.statements():
        for evidence in statement.evidence:
            assert evidence.span.of(record.text(evidence.document))
    for actor in record.actors():
        for mention in record.mentions(actor.id):
            assert mention.span.of(record.text(mention.document))


def test_actors_come_with_the_most_covered_first(record):
    assert [(a.name, a.aliases, a.titles, a.documents, a.statements) for a in record.actors()] == [
        ("Teodor Brenn", ("Brenn",), ("president",), 2, 2),
        ("Ora Lind", ("Lind",), ("envoy",), 1, 2),
        ("two officials", (), (), 1, 1),
    ]
    assert record.actors(kind=Kind.STATE) == []


def test_mentions_of_an_actor_come_from_all_documents(record):
    [brenn] = record.actors_called("Brenn")
    mentions = record.mentions(brenn.id)
    assert [(m.document, m.form) for m in mentions] == [
        ("harbour-1", MentionForm.NAME),
        ("undated-1", MentionForm.NAME),
    ]


def test_documents_come_by_date(record):
    assert [(d.id, d.outlet, d.statements, d.origins) for d in record.documents()] == [
        ("wire-1", "Meridian Wire", 2, ("wire/1.txt",)),
        ("harbour-1", "Harbour24", 2, ("harbour/1.txt",)),
        ("undated-1", "Harbour24", 1, ("x.txt",)),
    ]


def test_summary(record):
    summary = record.summary()
    assert (summary.documents, summary.read, summary.unread, summary.outlets) == (3, 3, 0, 2)
    assert (summary.actors, summary.statements, summary.runs, summary.cut_off) == (3, 5, 1, False)
    assert summary.published.label() == "2031-03-04 to 2031-03-06"


def test_an_empty_record_answers_everything(tmp_path):
    built(tmp_path / "story.db", [])
    with Record.open(tmp_path / "story.db") as record:
        assert (record.documents(), record.actors(), record.statements(), record.unread()) == ([], [], [], [])
        assert record.search("anything") == []
        assert record.summary().published.label() == "undated"


def test_any_entry_is_found_by_its_id(record):
    statement, actor, entry = record.statements()[0], record.actors()[0], record.documents()[0]
    found = [record.find(identity) for identity in (statement.id, actor.id, entry.id)]
    assert found == [statement, actor, entry]
    assert [type(each) for each in found] == [StatementEntry, ActorEntry, DocumentEntry]


@pytest.mark.parametrize("method", ["find", "document", "actor", "statement", "text", "document_spans"])
def test_an_unknown_id_is_told(method, record):
    with pytest.raises(RecordError, match=r"no \w+ s-nothing is in it"):
        getattr(record, method)("s-nothing")


def test_spans_and_readings_of_a_document(record):
    spans = record.document_spans("wire-1")
    text = record.text("wire-1")
    assert [span.of(text) for span in spans.sentences] == text.split("\n")
    assert [span.of(text) for span in spans.body] == [text]
    reading = record.reading("wire-1")
    assert (reading.text, len(reading.statements)) == (text, 2)


def test_search_shows_statements_and_then_other_sentences(record):
    found = record.search("strait")
    assert [type(entry) for entry in found] == [StatementEntry, StatementEntry, Passage]
    assert {entry.content_text for entry in found[:2]} == {STAYS, OPENS}
    assert found[2].text == "Talks on the strait went on in Vasht."
    assert found[2].span.of(record.text(found[2].document)) == found[2].text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Teodor Brenn pay", PAY, id="speaker and words"),
        pytest.param("paying", PAY, id="another form of the word"),
        pytest.param('"stays shut"', STAYS, id="phrase"),
        pytest.param("“stays shut”", STAYS, id="phrase in typographic marks"),
        pytest.param("STRAIT’S shut", STAYS, id="possessive"),
    ],
)
def test_search_finds(query, expected, record):
    assert record.search(query)[0].content_text == expected


@pytest.mark.parametrize("query", ['"shut stays"', "strait AND shut", "pay OR strait", "", '"', "-", "()", "\0"])
def test_search_takes_all_syntax_as_text(query, record):
    assert record.search(query) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text() | st.text(alphabet="abc\"'*^:()-+{}NEAR OT,"))
def test_no_query_is_wrong(query, record):
    record.search(query)
    record.statements(text=query)


def test_search_shows_no_more_than_asked(record):
    assert len(record.search("strait", limit=1)) == 1


def test_importing_the_package_imports_nothing_slow():
    code = "import onrecord, sys; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "msgspec", "sqlite3", "trafilatura", "openvino", "onrecord.coverage"} & set(modules)


def test_every_actor_tells_why_its_members_are_one(tmp_path):
    built(tmp_path / "story.db", story(20))
    with sqlite3.connect(tmp_path / "story.db") as connection:
        reasons = {because for (because,) in connection.execute("SELECT because FROM members")}
    connection.close()
    assert "" not in reasons
    assert "short for Ora Lind, the only one so called" in reasons
