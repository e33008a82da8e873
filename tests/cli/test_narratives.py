"""Narratives, on the command line and in the dossier."""

import csv
import io
import json

import pytest

from record.test_narratives import FIRST, MARCH, record_of

TEXT = "Teodor Brenn denied that the harbour blockade ruined fishermen."


@pytest.fixture(scope="module")
def claimed(tmp_path_factory):
    path = tmp_path_factory.mktemp("narratives") / "story.db"
    denial = ("Tribune", MARCH, TEXT, [("Teodor Brenn", "denied", "that the harbour blockade ruined fishermen")])
    record_of(path, FIRST, denial)
    return path


def test_narratives_are_a_table_json_or_csv_and_are_filtered(invoke, claimed):
    screen = " ".join(invoke("narratives", claimed).stdout.split())
    for words in ("the blockade of the harbour ruined the fishermen", "Ora Lind promotes", "Teodor Brenn rebuts"):
        assert words in screen
    [entry] = json.loads(invoke("narratives", claimed, "--format", "json").stdout)
    [row] = csv.DictReader(io.StringIO(invoke("narratives", claimed, "--format", "csv").stdout))
    assert (row["id"], row["promotes"], row["rebuts"]) == (entry["id"], "Ora Lind", "Teodor Brenn")
    for options, expected in (
        (("--actor", "Teodor Brenn"), 1),
        (("--actor", "Teodor Brenn", "--voice", "promotes"), 0),
        (("--voice", "rebuts"), 1),
        (("--outlet", "Tribune"), 1),
        (("--outlet", "Post"), 0),
        (("--text", "blockade"), 1),
        (("--since", "2031-03-09"), 0),
        (("--until", "2031-03-03"), 1),
    ):
        assert len(json.loads(invoke("narratives", claimed, "-f", "json", *options).stdout)) == expected


def test_show_has_the_words_in_context(invoke, claimed):
    [entry] = json.loads(invoke("narratives", claimed, "-f", "json").stdout)
    screen = " ".join(invoke("show", claimed, entry["id"]).stdout.split())
    assert TEXT in screen
    assert "claim the harbour blockade ruined fishermen" in screen


def test_the_dossier_has_the_narratives(invoke, claimed, tmp_path):
    invoke("dossier", claimed, "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<a href="#narratives">Narratives</a> <span>1</span>' in page
    assert "ruined the fishermen" in page
