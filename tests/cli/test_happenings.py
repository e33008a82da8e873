"""What happened and what is due, on the command line."""

import csv
import io
import json
import sys

import pytest

from onrecord.cli.options import Happened
from onrecord.views import signs


def test_the_timeline_is_a_table_json_or_csv(invoke, talks):
    screen = " ".join(invoke("timeline", talks).stdout.split())
    for words in ("3 March 2031", "● occurred", "Ora Lind → Tam Oskar, meeting or talks", "1 account · e-"):
        assert words in screen
    (entry,) = json.loads(invoke("timeline", talks, "--format", "json").stdout)
    (row,) = csv.DictReader(io.StringIO(invoke("timeline", talks, "--format", "csv").stdout))
    assert (row["id"], row["when"], row["type"], row["status"]) == (
        entry["id"],
        "3 March 2031",
        "CONSULT",
        "occurred",
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--type", "consult", "--status", "occurred", "--actor", "Tam Oskar", "--text", "met"], 1),
        (["--since", "2031-03-03", "--until", "2031-03-03", "--outlet", "Tarn Gazette"], 1),
        (["--since", "2031-03-04"], 0),
        (["--status", "postponed"], 0),
        (["--offset", "1"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_timeline_is_filtered(invoke, talks, filters, found):
    assert len(json.loads(invoke("timeline", talks, "-f", "json", *filters).stdout)) == found


def test_commitments_are_a_table_json_or_csv_and_are_filtered(invoke, talks):
    screen = " ".join(invoke("commitments", talks).stdout.split())
    assert "12 March 2031 ○ open Ora Lind, promise: to open the port" in screen
    (entry,) = json.loads(invoke("commitments", talks, "-f", "json", "--by", "Ora Lind", "--kind", "promise").stdout)
    (row,) = csv.DictReader(io.StringIO(invoke("commitments", talks, "-f", "csv").stdout))
    assert (row["id"], row["due"], row["status_since"]) == (entry["id"], "12 March 2031", "2031-03-04")
    assert json.loads(invoke("commitments", talks, "-f", "json", "--status", "kept").stdout) == []


def test_show_has_the_history_and_the_evidence(invoke, talks):
    (happening,) = json.loads(invoke("timeline", talks, "-f", "json").stdout)
    screen = invoke("show", talks, happening["id"]).stdout
    for words in ("History", "4 March 2031, Tarn Gazette", "Evidence", "trigger  met  9:12", "on 3 March 2031"):
        assert words in screen
    (promise,) = json.loads(invoke("commitments", talks, "-f", "json").stdout)
    screen = invoke("show", talks, promise["id"]).stdout
    for words in ("due: 12 March 2031", "what     to open the port", "cue      promised"):
        assert words in screen
    shown = json.loads(invoke("show", talks, promise["id"], "-f", "json").stdout)
    assert [mark["part"] for mark in shown["contexts"][0]["marks"]] == ["cue", "what", "due"]


def test_the_brief_has_what_is_due_and_what_happened_last(invoke, talks):
    screen = invoke("brief", talks).stdout
    assert "Due and overdue" in screen
    assert "What happened last" in screen
    told = json.loads(invoke("brief", talks, "--format", "json").stdout)
    assert (len(told["pressing"]), len(told["happenings"])) == (1, 1)


def test_the_dossier_has_the_timeline_drawn_and_listed(invoke, talks, tmp_path):
    assert invoke("dossier", talks, "-o", tmp_path / "talks.html").stderr.count("\n") == 1
    page = (tmp_path / "talks.html").read_text(encoding="utf-8")
    assert page.count('role="img"') == 2
    assert 'id="commitments"' in page


def test_without_the_extra_the_dossier_lists_and_says_so(invoke, talks, tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "onrecord.views.chart", raising=False)
    monkeypatch.setitem(sys.modules, "altair", None)
    ran = invoke("dossier", talks, "-o", tmp_path / "talks.html")
    assert ran.exit_code == 0
    assert ran.stderr.splitlines()[0].startswith("the timeline is listed, not drawn")
    assert "onrecord[charts]" in ran.stderr
    assert "<figure" not in (tmp_path / "talks.html").read_text(encoding="utf-8")


def test_every_status_can_be_asked_for():
    assert {each.value for each in Happened} == set(signs.EVENT)
