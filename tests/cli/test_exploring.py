import csv
import io
import json

import pytest


def test_statements_are_filtered_and_paged(invoke, record):
    everything = json.loads(invoke("statements", record, "--format", "json").stdout)
    page = json.loads(
        invoke("statements", record, "-f", "json", "--speaker", "Ora Lind", "--limit", 2, "--offset", 1).stdout
    )
    assert len(everything) == 2003
    assert [each["content_text"] for each in page] == ["that ship 0 had sailed", "that ship 1 had sailed"]


def test_filters_that_nothing_fulfils_give_an_empty_list_not_an_error(invoke, record):
    found = invoke("statements", record, "--act", "threaten", "-f", "json")
    assert (found.exit_code, json.loads(found.stdout)) == (0, [])
    assert invoke("statements", record, "--act", "threaten").stdout == ""


def test_csv_runs_no_formula(invoke, record):
    found = invoke("actors", record, "--format", "csv", "--kind", "person")
    assert "'=Sum(A1)" in [row["name"] for row in csv.DictReader(io.StringIO(found.stdout))]


def test_a_table_has_no_colour_in_a_pipe(invoke, record):
    shown = invoke("actors", record)
    assert "Ora Lind" in shown.stdout
    assert "\x1b" not in shown.stdout


def test_search_finds_words_and_phrases(invoke, record):
    found = json.loads(invoke("search", record, '"by May"', "-f", "json").stdout)
    assert [(each["speaker"], each["text"]) for each in found] == [("Ora Lind", "the port would open by May")]
    assert "would open by May" in invoke("search", record, "port open").stdout


@pytest.mark.parametrize("query", ['"', "AND", "port*", "(", "ship:1 NEAR", "'; DROP TABLE statements; --", "-", ""])
def test_no_query_is_an_error(invoke, record, query):
    assert invoke("search", "--", record, query).exit_code == 0


def test_show_shows_an_entry_of_any_kind(invoke, record):
    (statement,) = json.loads(invoke("search", record, "by May", "-f", "json").stdout)
    (speaker,) = {
        each["speaker"] for each in json.loads(invoke("statements", record, "--text", "May", "-f", "json").stdout)
    }
    assert "content the port would open by May" in invoke("show", record, statement["id"]).stdout
    assert "2,001 statements" in invoke("show", record, speaker).stdout
    assert "Tam Oskar said it would not." in invoke("show", record, "d").stdout
    assert json.loads(invoke("show", record, statement["id"], "-f", "json").stdout)["entry"]["id"] == statement["id"]


def test_the_brief_fits_a_screen_and_has_the_same_as_json(invoke, record):
    screen = invoke("brief", record).stdout
    assert screen.startswith("1 document, 1 undated; 2,003 statements")
    assert len(screen.splitlines()) < 50
    assert json.loads(invoke("brief", record, "--format", "json").stdout)["statements"] == 2003


def test_the_dossier_is_called_what_the_record_is_called(invoke, record, tmp_path):
    ran = invoke("dossier", record, "-o", tmp_path / "story.html")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "<h1>Port of ardmoor</h1>" in (tmp_path / "story.html").read_text(encoding="utf-8")
    named = invoke("dossier", record, "-o", "-", "--name", "The port").stdout
    assert "<h1>The port</h1>" in named


def test_the_model_says_what_it_is(invoke):
    shown = json.loads(invoke("model", "info", "--format", "json").stdout)
    assert shown["data"]
    assert shown["name"] in invoke("model", "info").stdout
