"""Positions, on the command line and in the dossier."""

import csv
import io
import json
from datetime import date

import pytest

from record.sides import built

FIRST = "Ora Lind backs the harbour tax."
SECOND = "Ora Lind now opposes the harbour tax. Teodor Brenn rejects the grain levy."


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    path = tmp_path_factory.mktemp("positions") / "sides.db"
    built(
        path,
        [(FIRST, "wire", date(2031, 3, 3)), (SECOND, "tribune", date(2031, 3, 9))],
        names=("Ora Lind", "Teodor Brenn"),
    )
    return path


def test_positions_are_a_table_json_or_csv_and_are_filtered(invoke, taken):
    screen = " ".join(invoke("positions", taken).stdout.split())
    for words in ("the harbour tax", "Ora Lind for", "Ora Lind against", "later: “now opposes", "Teodor Brenn against"):
        assert words in screen
    entries = json.loads(invoke("positions", taken, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(invoke("positions", taken, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert [row["stance"] for row in rows] == ["for", "against", "against"]
    for options, expected in (
        (("--shifts",), 2),
        (("--actor", "Teodor Brenn"), 1),
        (("--issue", "levy"), 1),
        (("--stance", "for"), 1),
        (("--since", "2031-03-09"), 2),
        (("--until", "2031-03-03"), 1),
    ):
        assert len(json.loads(invoke("positions", taken, "-f", "json", *options).stdout)) == expected


def test_show_has_the_words_in_context(invoke, taken):
    [entry] = json.loads(invoke("positions", taken, "-f", "json", "--actor", "Teodor Brenn").stdout)
    screen = " ".join(invoke("show", taken, entry["id"]).stdout.split())
    assert "Teodor Brenn rejects the grain levy." in screen
    assert "words rejects" in screen


def test_the_dossier_has_the_positions(invoke, taken, tmp_path):
    invoke("dossier", taken, "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<a href="#positions">Positions</a> <span>3</span>' in page
    assert "now opposes the harbour tax" in page
