"""The copies of a record."""

import itertools
import random
from datetime import date
from pathlib import Path

import msgspec
import pytest

from onrecord.errors import RecordError
from onrecord.record.copies import candidates
from onrecord.record.copies.entry import CopyKind
from onrecord.record.copies.postings import number_of
from onrecord.record.record import Record
from onrecord.record.store import Store
from record.copying import LEAD, OTHER, SENTENCES, TEXT, published
from record.story import built, facts, logical

WIRE = published(TEXT, "wire", "Meridian Wire", date(2031, 3, 3))
CREDIT = "\nThis article was first published by Meridian Wire."
COPY = published(f"Is it over?\n{TEXT[len(LEAD) :]}{CREDIT}", "copy", "Harbour24", date(2031, 3, 4))
APART = published(" ".join(OTHER), "apart", "Lisk Echo", date(2031, 3, 4))
LINKED = published(f"{' '.join(SENTENCES[:3])}\nRead the full article here", "linked")


def test_a_copy_is_found_with_its_original_and_the_words_that_show_it(tmp_path):
    built(tmp_path / "story.db", [COPY, APART, WIRE])
    with Record.open(tmp_path / "story.db") as record:
        [entry] = record.copies()
        assert (entry.kind, entry.documents, entry.original) == (CopyKind.REPUBLISHED, ("wire", "copy"), "wire")
        assert "Harbour24 says “first published by Meridian Wire”" in entry.because
        assert entry.first.share == pytest.approx(1, abs=0.05)
        text = {document: record.text(document) for document in entry.documents}
        assert {e.span.of(text[e.document]) for e in entry.evidence if e.part == "credit"} == {
            "first published by Meridian Wire",
            LEAD[:-3],
        }
        assert [span.of(text["copy"]).strip() for span in entry.second.only] == ["Is it over?", CREDIT.strip()]
        assert record.find(entry.id) == record.copy(entry.id) == entry
        assert record.copies(kind=CopyKind.REWRITTEN) == []
        assert record.copies(document="copy") == [entry]
        assert record.families() == [("copy", "wire")]
        assert record.summary().copies == 1
        with pytest.raises(RecordError, match="no copy k-nothing"):
            record.copy("k-nothing")


def test_an_article_that_says_it_is_anothers_is_told_though_the_other_is_not_there(tmp_path):
    wired = published(f"{LEAD}{' '.join(OTHER)}", "wired", "Lisk Echo")
    built(tmp_path / "story.db", [LINKED, wired])
    with Record.open(tmp_path / "story.db") as record:
        found = {entry.first.document: entry for entry in record.copies(kind=CopyKind.CREDITED)}
        assert {name: entry.credited for name, entry in found.items()} == {"linked": "", "wired": "Meridian Wire"}
        assert found["linked"].because == ("it says “Read the full article here”",)
        assert found["linked"].second is None


def test_a_statement_in_a_copy_knows_the_other(tmp_path):
    text = " ".join((*SENTENCES, '"The gate is open," envoy Ora Lind said.'))
    built(tmp_path / "story.db", [published(text, "d1"), published(f"News. {text}", "d2")])
    with Store.reading(tmp_path / "story.db") as store:
        rows = store.rows("SELECT statement, other FROM restated")
        assert len(rows) == 2
        assert (rows[0]["statement"], rows[0]["other"]) == (rows[1]["other"], rows[1]["statement"])


def test_an_unnamed_source_is_that_of_another_article_only_where_a_copy_says_so(tmp_path):
    text = " ".join((*SENTENCES, '"The gate is open," an official said.'))
    apart = " ".join((*OTHER, '"Nobody will be received in Vasht," an official said.'))
    articles = [published(text, "d1"), published(f"News. {text}", "d2"), published(apart, "d3")]
    built(tmp_path / "story.db", articles)
    with Record.open(tmp_path / "story.db") as record:
        speakers = {each.document: each.speaker for each in record.statements(text="gate open")}
        [other] = [each.speaker for each in record.statements(document="d3")]
        assert len({*speakers.values(), other}) == 3
        assert record.same_sources(speakers["d1"]) == [speakers["d2"]]
        assert record.same_sources(speakers["d2"]) == [speakers["d1"]]
        assert record.same_sources(other) == []


def shuffled(seed: int) -> list[str]:
    """Texts that share sentences in all kinds of ways."""
    chosen = random.Random(seed)  # noqa: S311
    return [
        " ".join(chosen.sample((*SENTENCES, *OTHER), chosen.randint(3, 14))) + f" This is number {n} of them."
        for n in range(24)
    ]


def tables(path: Path) -> list[list[tuple[object, ...]]]:
    with Store.reading(path) as store:
        return [
            [tuple(row) for row in store.rows(select)]
            for select in (
                "SELECT * FROM copy_pairs ORDER BY first, second",
                "SELECT * FROM fingerprint_keys ORDER BY key, number",
                "SELECT * FROM credits ORDER BY document, start",
            )
        ]


@pytest.fixture(params=[64, 3], ids=["few have each key", "too many have most keys"])
def caps(request, monkeypatch):
    monkeypatch.setattr(candidates, "MOST", dict.fromkeys(candidates.MOST, request.param))
    monkeypatch.setattr(candidates, "KNOWN_QUOTE", 3 * request.param)


@pytest.mark.usefixtures("caps")
@pytest.mark.parametrize("seed", range(4))
def test_pairs_found_bit_by_bit_are_those_found_at_once(seed, tmp_path, monkeypatch):
    items = [published(text, f"d{n}") for n, text in enumerate(shuffled(seed))]
    built(tmp_path / "whole.db", items)
    # However few documents there are, look the new ones up.
    monkeypatch.setattr("onrecord.record.copies.pairs.LOOK_UP_EACH", 0)
    changed = [published(f"{OTHER[0]} {items[n].text}", f"d{n}") for n in (3, 7)]
    for part in (items[:9], items[9:10], [*changed, *items[10:]]):
        built(tmp_path / "parts.db", part)
    for n in (3, 7):
        # Found in another place, it counts as newer.
        built(tmp_path / "parts.db", [msgspec.structs.replace(items[n], origin=f"again/{n}.txt")])
    assert tables(tmp_path / "parts.db") == tables(tmp_path / "whole.db")


@pytest.mark.usefixtures("caps")
def test_one_pass_over_all_keys_finds_what_looking_each_up_finds(tmp_path):
    built(tmp_path / "story.db", [published(text, f"d{n}") for n, text in enumerate(shuffled(9))])
    with Store.reading(tmp_path / "story.db") as store:
        numbers = [number_of(f"d{n}") for n in range(24)]
        assert candidates.all_pairs(store) == candidates.pairs_of(store, numbers)
        assert candidates.all_pairs(store) <= set(itertools.combinations(sorted(numbers), 2))


def test_copies_again_change_nothing_and_order_decides_nothing(tmp_path):
    items = [WIRE, COPY, APART, LINKED]
    built(tmp_path / "one.db", items)
    built(tmp_path / "other.db", reversed(items))
    assert logical(tmp_path / "one.db") == logical(tmp_path / "other.db")
    before = facts(tmp_path / "one.db")
    built(tmp_path / "one.db", items)
    assert facts(tmp_path / "one.db") == before
