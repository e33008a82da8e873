"""Forecasts, on the command line and in the dossier."""

import csv
import io
import json
from datetime import date

import pytest

from record.sides import built

ARTICLES = [
    ("The harbour levy is likely to be repealed.", "wire", date(2031, 3, 3)),
    ("Grain prices will almost certainly double.", "tribune", date(2031, 3, 4)),
]


@pytest.fixture(scope="module")
def foretold(tmp_path_factory):
    path = tmp_path_factory.mktemp("forecasts") / "ahead.db"
    built(path, ARTICLES, names=())
    return path


def test_forecasts_are_a_table_json_or_csv_and_are_filtered(invoke, foretold):
    screen = " ".join(invoke("forecasts", foretold).stdout.split())
    for words in ("likely", "Wire, in its own voice: The harbour levy is likely to be repealed", "certain"):
        assert words in screen
    entries = json.loads(invoke("forecasts", foretold, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(invoke("forecasts", foretold, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    for options, expected in ((("--hedge", "likely"), 1), (("--text", "grain"), 1), (("--outcome", "came_true"), 0)):
        assert len(json.loads(invoke("forecasts", foretold, "-f", "json", *options).stdout)) == expected


def test_show_has_the_words_in_context(invoke, foretold):
    [entry] = json.loads(invoke("forecasts", foretold, "-f", "json", "--hedge", "likely").stdout)
    screen = " ".join(invoke("show", foretold, entry["id"]).stdout.split())
    assert "likely, open" in screen
    assert "words is likely to" in screen


def test_the_dossier_has_the_forecasts(invoke, foretold, tmp_path):
    invoke("dossier", foretold, "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<a href="#forecasts">Forecasts</a> <span>2</span>' in page
    assert "The harbour levy is likely to be repealed" in page
