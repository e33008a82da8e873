import csv
import io

import msgspec

from onrecord.reading.schema import Sourcing
from onrecord.record.entries import ActorEntry, StatementEntry
from onrecord.views.finding import FINDINGS, Finding, findings
from onrecord.views.listing import ACTORS, STATEMENTS, as_csv, as_json


def rows(lines):
    return list(csv.DictReader(io.StringIO("".join(lines))))


def test_csv_has_a_row_for_each_statement(port):
    with port.record() as record:
        listed = rows(as_csv(record.statements(), STATEMENTS))
    assert [(row["date"], row["outlet"], row["speaker"], row["act"], row["content"]) for row in listed][:2] == [
        ("2031-03-06", "Tarn Gazette", "Ora Lind", "promise", "the port would open by May"),
        ("2031-03-06", "Tarn Gazette", "Two officials", "deny", "that Lind had promised anything"),
    ]


def test_json_gives_back_the_entries(port):
    with port.record() as record:
        statements, actors = record.statements(), record.actors()
    assert msgspec.json.decode(as_json(statements), type=list[StatementEntry]) == statements
    assert msgspec.json.decode(as_json(actors), type=list[ActorEntry]) == actors
    assert as_json([]) == "[]\n"


def test_an_actor_named_like_a_formula_is_only_text_in_a_spreadsheet(story):
    text = '"Fine," =cmd|calc said.'
    person = story.actor(text, "=cmd|calc", "a1")
    story.add(story.document(text, "d"), [person], [story.said(text, "=cmd|calc", "said", "Fine", speaker="a1")])
    with story.record() as record:
        assert rows(as_csv(record.actors(), ACTORS))[0]["name"] == "'=cmd|calc"
        assert rows(as_csv(record.statements(), STATEMENTS))[0]["speaker"] == "'=cmd|calc"


def test_a_quote_over_two_lines_stays_one_cell(story):
    text = 'Lind said: "One.\nTwo, and three."'
    words = "One.\nTwo, and three."
    story.add(story.document(text, "d"), [story.actor(text, "Lind", "a1")], [story.said(text, "Lind", "said", words)])
    with story.record() as record:
        listed = rows(as_csv(record.statements(), STATEMENTS))
    assert [row["content"] for row in listed] == [words]


def test_a_search_finds_statements_and_other_passages(port):
    with port.record() as record:
        found = findings(record.search("Lind"))
    assert {(finding.kind, finding.speaker) for finding in found} >= {("statement", "Ora Lind")}
    assert msgspec.json.decode(as_json(found), type=list[Finding]) == found
    assert len(rows(as_csv(found, FINDINGS))) == len(found)


def test_who_was_told_is_not_shown_as_who_spoke(port):
    with port.record() as record:
        statement = record.statements()[0]
    told = {"speaker": None, "speaker_name": None, "addressee": "x", "sourcing": Sourcing.GENERAL}
    assert statement.said_by == statement.speaker_name
    assert msgspec.structs.replace(statement, **told).said_by == ""
    assert msgspec.structs.replace(statement, **told | {"addressee": None}).said_by == statement.source_text
