"""Where accounts exclude each other, and where they only seem to."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.errors import RecordError
from onrecord.reading.schema import Quantity
from onrecord.record.disputes.entry import DisputeEntry, DisputeKind
from onrecord.record.disputes.measures import measure
from onrecord.record.record import Record
from onrecord.spans import Span
from record.story import built, document

TEXTS = {
    "toll": "Tarvonia says seven sailors died on the barge off Lisk. Ilmeria puts the toll at four.",
    "later": "Seven miners died at the Brimhaven shaft on Monday, police said. By Tuesday nine miners had died.",
    "rounded": "About 40 passengers were hurt on the Norrland train, police said. The hospital puts the number at 38.",
    "part": "Kelden has 300 soldiers on the island. Ten of them were hurt when the pier fell, the army said.",
    "request": "The Osterby council denied a request for a permit. Farmers rejected the offer of seed from Garwick.",
    "no_claim": "The prosecutor in Felmark denied that. The mayor dismissed the idea of a new bridge over the Ost.",
    "not_denied": "Petra Quill did not deny that Sorrel had sold the shipyard. She would not confirm or deny any sale.",
    "as_asked": "The toll was put at nine by the police. Last month the police put it at four, before the second fire.",
    "own_growth": "Police say 40 houses burned in Lisk. Police now put the number at 55 after a second night of fire.",
    "same_range": "The union said more than 300 miners walked out. The company put the number at 340.",
    "dismissed": "Felmark's interior ministry dismissed Norrish reports of a sharp rise in raids on the border.",
    "denied": "Minister Petra Quill denied that Sorrel had sold the shipyard of Morwen to a foreign bank.",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[DisputeEntry]]:
    """The disputes of each text, all of them in one record."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    onrecord.build([folder], folder / "story.db").close()
    with onrecord.open(folder / "story.db") as record:
        names = {each.id: Path(each.origins[0]).stem for each in record.documents()}
        disputes: dict[str, list[DisputeEntry]] = {name: [] for name in TEXTS}
        for dispute in record.disputes():
            disputes[names[dispute.documents[0]]].append(dispute)
            assert record.find(dispute.id) == record.dispute(dispute.id) == dispute
            for each in dispute.evidence:
                assert each.span.of(record.text(each.document)).strip()
    return disputes


def test_two_figures_of_one_thing_are_a_dispute_with_both_sources(found):
    [dispute] = found["toll"]
    assert dispute.kind is DisputeKind.NUMBER
    assert [(side.says, side.claims[0].source, side.accounts) for side in dispute.sides] == [
        ("seven sailors", "Tarvonia", 1),
        ("four", "Ilmeria", 1),
    ]


def test_a_denial_outright_is_listed_with_what_is_denied(found):
    [dispute] = found["denied"]
    assert (dispute.kind, dispute.sides[1].claims[0].speaker_name) == (DisputeKind.DENIAL, "Petra Quill")
    assert dispute.sides[0].says.startswith("that Sorrel had sold the shipyard")
    assert dispute.sides[0].claims[0].speaker is None
    assert [side.accounts for side in dispute.sides] == [0, 1]


def test_reports_that_somebody_dismisses_are_denied(found):
    [dispute] = found["dismissed"]
    assert dispute.sides[0].says == "a sharp rise in raids on the border"
    assert dispute.kind is DisputeKind.DENIAL


@pytest.mark.parametrize("name", [name for name in TEXTS if name not in {"toll", "denied", "dismissed"}])
def test_what_both_can_be_true_is_none(found, name):
    assert found[name] == []


SAID = '"Ilmeria broke off the talks over the Harrow Strait in Vasht," envoy Ora Lind said.'
DENIED = '"Ilmeria broke off the talks over the Harrow Strait in Vasht," premier Ivo Sorvek denied.'
OTHER = '"Ilmeria broke off the harvest talks with Osterby farmers," premier Ivo Sorvek denied.'


def test_whoever_denies_what_another_article_has_somebody_say_is_held_against_them(tmp_path):
    items = [document(SAID, id="said"), document(DENIED, id="denied", origin="b.txt", outlet="Vasht Tribune")]
    built(tmp_path / "one.db", items)
    built(tmp_path / "other.db", reversed(items))
    with Record.open(tmp_path / "one.db") as record, Record.open(tmp_path / "other.db") as other:
        [dispute] = record.disputes(actor="Ivo Sorvek")
        assert [[claim.speaker_name for claim in side.claims] for side in dispute.sides] == [
            ["Ora Lind"],
            ["Ivo Sorvek"],
        ]
        assert dispute.documents == ("denied", "said")
        assert other.disputes() == [dispute]
        assert record.summary().disputes == 1
        assert record.disputes(kind=DisputeKind.NUMBER) == []
        with pytest.raises(RecordError, match="no dispute d-nothing"):
            record.dispute("d-nothing")


def test_a_denial_of_something_else_is_not_held_against_them(tmp_path):
    built(tmp_path / "story.db", [document(SAID, id="said"), document(OTHER, id="other", origin="b.txt")])
    with Record.open(tmp_path / "story.db") as record:
        assert record.disputes() == []


GRANTED = '"After Ilmeria broke off the talks over the Harrow Strait in Vasht, grain rose," envoy Ora Lind said.'
HEDGED = '"Ilmeria may have broken off the talks over the Harrow Strait in Vasht," envoy Ora Lind said.'


@pytest.mark.parametrize("said", [pytest.param(GRANTED, id="taken-for-granted"), pytest.param(HEDGED, id="hedged")])
def test_what_is_not_asserted_is_not_held_against_who_denies_it(tmp_path, said):
    items = [document(said, id="said"), document(DENIED, id="denied", origin="b.txt", outlet="Vasht Tribune")]
    built(tmp_path / "story.db", items)
    with Record.open(tmp_path / "story.db") as record:
        assert record.disputes() == []


def test_two_denials_of_one_speaker_are_two_unless_they_deny_one_claim(tmp_path):
    sold = "Minister Petra Quill denied that Sorrel had sold the shipyard of Morwen to a foreign bank."
    again = "Minister Petra Quill denied that Sorrel had sold the Morwen shipyard."
    paid = "Minister Petra Quill denied that guards had fired on striking miners in Felmark."
    for name, text in {"a": sold, "b": again, "c": paid}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with onrecord.build([tmp_path], tmp_path / "story.db") as record:
        assert sorted(len(each.documents) for each in record.disputes()) == [1, 2]


def test_what_is_quoted_after_the_claim_denied_is_no_part_of_it(tmp_path):
    text = 'Minister Petra Quill denied that "Sorrel had sold the shipyard of Morwen." Trade with Osterby fell.'
    (tmp_path / "quoted.txt").write_text(text, encoding="utf-8")
    with onrecord.build([tmp_path / "quoted.txt"], tmp_path / "story.db") as record:
        assert all("Osterby" not in side.says for each in record.disputes() for side in each.sides)


def test_disputes_since_a_day_are_those_that_an_article_tells_then_or_later(tmp_path):
    items = [
        document(SAID, id="said", day=date(2031, 3, 1)),
        document(DENIED, id="denied", origin="b.txt", outlet="Vasht Tribune", day=date(2031, 3, 3)),
    ]
    built(tmp_path / "story.db", items)
    with Record.open(tmp_path / "story.db") as record:
        assert len(record.disputes(since=date(2031, 3, 3))) == 1
        assert record.disputes(since=date(2031, 3, 4)) == []


FIGURES = st.builds(
    lambda value, mod: measure(Quantity(span=Span(0, 1), value=value, unit="tonne", mod=mod)),
    st.integers(1, 1000),
    st.sampled_from(["", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"]),
)


@given(one=FIGURES, other=FIGURES)
def test_figures_exclude_each_other_both_ways_or_not_at_all(one, other):
    assert one.excludes(other) == other.excludes(one)
    assert not one.excludes(one)
    assert not (one.low <= other.value <= one.high and one.excludes(other))
