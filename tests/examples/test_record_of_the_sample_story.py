"""What becomes of the sample story's events and commitments in its record, end to end."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.record.copies.entry import COPIES, CopyKind
from onrecord.record.entries import CommitmentStatus
from onrecord.record.record import Record

COVERAGE = Path(__file__).parents[2] / "examples" / "harrow-strait" / "coverage"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.db"
    onrecord.build([COVERAGE], path).close()
    return path


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with onrecord.open(path) as opened:
        yield opened


def test_the_ultimatum_is_followed_from_the_threat_to_its_suspension(record: Record) -> None:
    [ultimatum] = [c for c in record.commitments(by="Aldous Brenn") if c.kind == "ultimatum"]
    assert (ultimatum.toward_name, str(ultimatum.due.latest)) == ("Ilmeria", "2031-03-12")
    assert [change.status for change in ultimatum.history] == ["open", "withdrawn", "superseded"]
    assert "60%" in ultimatum.figures
    assert len(ultimatum.documents) > 3


def test_the_release_of_the_crew_was_promised_and_kept(record: Record) -> None:
    kept = record.commitments(status=CommitmentStatus.KEPT)
    assert ["sailors" in each.what for each in kept] == [True]
    assert "landed in Sorrel" in kept[0].history[-1].text


def test_the_closure_has_its_day_and_who_did_it(record: Record) -> None:
    closure = next(event for event in record.events(text='"closed the strait"') if event.when.known)
    assert (closure.initiator_names, closure.when.label()) == (("Ilmeria",), "2031-01-20")


def test_evidence_of_every_event_commitment_and_quantity_slices_back(record: Record) -> None:
    entries = [*record.events(), *record.commitments()]
    assert entries
    for entry in entries:
        assert entry.evidence
        for each in entry.evidence:
            assert each.span.of(record.text(each.document)).strip()
        for change in entry.history:
            assert change.span.of(record.text(change.document)) == change.text
    for quantity in record.quantities():
        assert quantity.span.of(record.text(quantity.document)) == quantity.text


def test_the_same_coverage_again_changes_nothing(path: Path) -> None:
    def tables() -> list[list[tuple[object, ...]]]:
        with sqlite3.connect(path) as connection:
            names = ("tellings", "events", "pledges", "commitments", "quantities", "evidence", "times", "documents")
            return [sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names]  # noqa: S608

    before = tables()
    onrecord.build([COVERAGE], path).close()
    assert tables() == before


def test_copies_are_those_that_a_reader_finds(record: Record) -> None:
    expected = json.loads((COVERAGE.parent / "expected.json").read_text(encoding="utf-8"))["copies"]
    files = {document.id: Path(document.origins[0]).name for document in record.documents()}
    found = {
        (files[entry.documents[1]], files[entry.documents[0]], entry.kind.value)
        for entry in record.copies()
        if entry.kind in COPIES and entry.original == entry.documents[0]
    }
    assert found == {(each["file"], each["of"], each["relation"]) for each in expected}
    assert {entry.kind for entry in record.copies()} == {
        CopyKind.REPUBLISHED,
        CopyKind.REWRITTEN,
        CopyKind.SHARED_QUOTES,
    }


def test_a_statement_that_also_stands_in_a_copy_says_so(record: Record) -> None:
    [one, other] = record.statements(text='"He gave me his word"')
    assert (one.restated, other.restated) == ((other.id,), (one.id,))
    assert (one.articles, one.accounts) == (2, 1)
