"""Labels and outlets, on the command line and in the dossier."""

import csv
import io
import json

import pytest

from record.test_labels import FIRST, SECOND, labels_of


@pytest.fixture(scope="module")
def labelled(tmp_path_factory):
    path = tmp_path_factory.mktemp("labels") / "story.db"
    labels_of(path, FIRST, SECOND)
    return path


def test_labels_are_a_table_json_or_csv_and_are_filtered(invoke, labelled):
    screen = " ".join(invoke("labels", labelled).stdout.split())
    for words in (
        "Ilmeria, armed conflict outlets themselves",
        "Wire: embattled premier",
        "sources Ora Lind: gangster",
    ):
        assert words in screen
    entries = json.loads(invoke("labels", labelled, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(invoke("labels", labelled, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    for options, expected in (
        (("--own",), 3),
        (("--sources",), 1),
        (("--target", "Ilmeria"), 2),
        (("--by", "Ora Lind"), 1),
        (("--outlet", "tribune"), 2),
        (("--text", "embattled"), 1),
        (("--since", "2031-03-09"), 2),
        (("--until", "2031-03-03"), 2),
    ):
        assert len(json.loads(invoke("labels", labelled, "-f", "json", *options).stdout)) == expected


def test_show_has_the_words_in_context_and_they_can_be_rejected(invoke, labelled):
    [entry] = json.loads(invoke("labels", labelled, "-f", "json", "--by", "Ora Lind").stdout)
    screen = " ".join(invoke("show", labelled, entry["id"]).stdout.split())
    assert "Danil Sorvek is a gangster" in screen
    assert "label gangster" in screen
    assert invoke("rule", "pin", labelled, entry["id"]).exit_code == 0
    assert "gangster" in invoke("brief", labelled).stdout


def test_outlets_are_compared(invoke, labelled):
    screen = " ".join(invoke("outlets", labelled).stdout.split())
    assert "Tribune 1 article · 1 statement · 0 % by unnamed sources quotes Ora Lind (1)" in screen
    assert "calls Danil Sorvek: embattled premier" in screen
    rows = json.loads(invoke("outlets", labelled, "-f", "json").stdout)
    assert [(row["outlet"], row["documents"]) for row in rows] == [("Tribune", 1), ("Wire", 1)]


def test_the_dossier_has_the_labels(invoke, labelled, tmp_path):
    invoke("dossier", labelled, "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<a href="#labels">Labels</a> <span>4</span>' in page
    assert "embattled premier" in page
