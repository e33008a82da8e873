"""Copies, on the command line and in the dossier."""

import csv
import io
import json
from datetime import date

import pytest

from record.copying import LEAD, REWRITE, TEXT, compared, published

LINKED = "Nobody came to the quay on Sunday.\nRead the full article here"


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    path = tmp_path_factory.mktemp("copies") / "copied.db"
    compared(
        path,
        [
            published(TEXT, "wire", "Meridian Wire", date(2031, 3, 3)),
            published(f"Is it over? {TEXT[len(LEAD) :]}", "copy", "Harbour24", date(2031, 3, 4)),
            published(" ".join(REWRITE), "rewrite", "Lisk Echo"),
            published(LINKED, "linked"),
        ],
    )
    return path


def test_copies_are_a_table_json_or_csv_and_are_filtered(invoke, copied):
    screen = " ".join(invoke("copies", copied).stdout.split())
    for words in (
        "Harbour24, 4 March 2031",
        "republishes it",
        "rewritten",
        "from elsewhere",
        "“Read the full article here”",
    ):
        assert words in screen
    entries = json.loads(invoke("copies", copied, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(invoke("copies", copied, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert [row["kind"] for row in rows] == ["republished", "rewritten", "rewritten", "credited"]
    assert (rows[0]["first"], rows[0]["second"], rows[0]["direction"]) == ("wire", "copy", "known")
    found = json.loads(invoke("copies", copied, "-f", "json", "--kind", "rewritten", "--document", "wire").stdout)
    assert [entry["second"]["document"] for entry in found] == ["rewrite"]


def test_show_has_the_words_of_both_side_by_side(invoke, copied):
    republished, rewritten, _, linked = json.loads(invoke("copies", copied, "-f", "json").stdout)
    screen = invoke("show", copied, republished["id"]).stdout
    for words in ("Added", "Is it over?", "In both", "Credit  LISK, March 3 (Meridian Wire)"):
        assert words in screen
    screen = " ".join(invoke("show", copied, rewritten["id"]).stdout.split())
    assert "Told in both" in screen
    assert "Tern Lines, the shipping firm" in screen
    assert "Read the full article here" in invoke("show", copied, linked["id"]).stdout
    assert json.loads(invoke("show", copied, republished["id"], "-f", "json").stdout)["copy"]["added"] == [
        "Is it over?"
    ]


def test_the_dossier_tells_which_article_copies_which(invoke, copied, tmp_path):
    invoke("dossier", copied, "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<a href="#copies">Copies</a> <span>4</span>' in page
    assert 'Republishes <a href="#k-' in page
    assert "<td>Tern Lines, the shipping firm" in page
