"""What outlets and their sources call whom."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
import pytest

import onrecord
from onrecord.coverage.document import Document
from onrecord.reading.schema import Kind, Mention, MentionForm, Reading
from onrecord.record.build import build
from onrecord.record.labels.namings import namings
from onrecord.spans import Span
from record.sides import reading, span
from record.story import document

KINDS = {"Ilmeria": Kind.STATE, "Tarvonia": Kind.STATE, "Vasht Front": Kind.ORGANIZATION}
NAMES = ("Ora Lind", "Danil Sorvek", *KINDS)


def read_of(text, *said, him=None):
    """The reading of a text about those of `NAMES` that are in it; `him`: whom the first "him" or "He" means."""
    names = [name for name in NAMES if name in text]
    found = reading(text, *names, said=said, kinds=KINDS)
    if him is None:
        return found
    at = span(text, "him" if " him " in text else "He")
    more = Mention(span=at, head=at, kind=Kind.PERSON, form=MentionForm.PRONOUN, actor=f"a{names.index(him)}")
    return msgspec.structs.replace(found, mentions=tuple(sorted((*found.mentions, more), key=lambda each: each.span)))


def found(text, *said, him=None):
    """Target, label and voice of each."""
    read = read_of(text, *said, him=him)
    names = {actor.id: actor.name for actor in read.actors}
    return [(names[each.target], each.label, names.get(each.caller, "own")) for each in namings(read)]


@pytest.mark.parametrize(
    ("text", "target", "label"),
    [
        ("The embattled premier Danil Sorvek stayed.", "Danil Sorvek", "embattled premier"),
        ("The hardline premier, Danil Sorvek, stayed.", "Danil Sorvek", "hardline premier"),
        ("Danil Sorvek, a ruthless autocrat, stayed.", "Danil Sorvek", "ruthless autocrat"),
        ("Danil Sorvek, the hawkish deputy chairman of the council, spoke.", "Danil Sorvek", "hawkish deputy chairman"),
        ("Danil Sorvek is a hardliner.", "Danil Sorvek", "hardliner"),
        ("Danil Sorvek has often been viewed as an unqualified mediator.", "Danil Sorvek", "unqualified mediator"),
        ("Danil Sorvek is not a trustworthy negotiator.", "Danil Sorvek", "not trustworthy negotiator"),
        ("Troops of the Vasht Front militia fled.", "Vasht Front", "militia"),
        ("The invasion of Ilmeria and the full-scale war against Ilmeria go on.", "Ilmeria", "full-scale war"),
        ("It was a war of aggression against Ilmeria.", "Ilmeria", "war of aggression"),
    ],
)  # fmt: skip
def test_an_outlet_labels_in_its_own_voice(text, target, label):
    assert (target, label, "own") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Premier Danil Sorvek spoke.", id="office"),
        pytest.param("Danil Sorvek, the premier of Ilmeria, spoke.", id="office-beside"),
        pytest.param("Danil Sorvek is a lawyer.", id="profession"),
        pytest.param("Is Danil Sorvek a dictator?", id="question"),
        pytest.param("It is unclear if Danil Sorvek is a dictator.", id="supposed"),
        pytest.param("Critics of Danil Sorvek are radical.", id="somebody-else"),
        pytest.param("Danil Sorvek's rebels fled.", id="whose"),
        pytest.param("Danil Sorvek’s friends spoke.", id="possessive-is-no-is"),
        pytest.param("The Radical Party met Danil Sorvek.", id="name"),
        pytest.param("Targeting Danil Sorvek was reckless.", id="what-is-done"),
        pytest.param("Danil Sorvek has been discredited by the press.", id="passive"),
        pytest.param("The operation in Ilmeria went well.", id="neutral-noun"),
        pytest.param("They might call Danil Sorvek a dictator.", id="not-called"),
    ],
)
def test_what_labels_nobody_is_none(text):
    assert found(text) == []


def test_a_label_in_a_statement_is_the_sources():
    text = '"Danil Sorvek is a gangster," Ora Lind said.'
    assert found(text, ("Ora Lind", "said", '"Danil Sorvek is a gangster,"')) == [
        ("Danil Sorvek", "gangster", "Ora Lind")
    ]


def test_who_is_described_in_passing_is_described_by_the_outlet():
    text = "Ora Lind said Danil Sorvek, a ruthless autocrat, had left."
    said = ("Ora Lind", "said", "Danil Sorvek, a ruthless autocrat, had left")
    assert found(text, said) == [("Danil Sorvek", "ruthless autocrat", "own")]


def test_what_somebody_must_recognize_is_the_outlets_own_view():
    text = "Ora Lind must recognize that Danil Sorvek is a dictator."
    said = ("Ora Lind", "recognize", "that Danil Sorvek is a dictator")
    assert found(text, said) == [("Danil Sorvek", "dictator", "own")]


def test_whoever_calls_it_is_the_caller():
    assert found("Ora Lind called Danil Sorvek a clown.") == [("Danil Sorvek", "clown", "Ora Lind")]
    assert found("Ora Lind criticised Danil Sorvek, calling him a “dictator” who clings to power.", him="Danil Sorvek")[
        0
    ] == ("Danil Sorvek", "dictator", "Ora Lind")


def test_a_pronoun_counts_where_one_person_alone_can_be_meant():
    assert found("Danil Sorvek spoke. He is a despot.", him="Danil Sorvek") == [("Danil Sorvek", "despot", "own")]
    assert found("Danil Sorvek met Ora Lind. He is a despot.", him="Danil Sorvek") == []


def test_quotation_marks_of_its_own_are_distance():
    read = read_of("The “rogue” premier Danil Sorvek stayed.")
    assert [(each.label, each.distanced) for each in namings(read)] in (
        [],
        [("rogue” premier", True)],
        [("rogue", True)],
    )


def labels_of(path, *articles):
    """The labels of the record of articles: outlet, day, text, what is said."""
    said = {f"d{n}": each[3] for n, each in enumerate(articles)}

    def read(documents: Iterable[Document]) -> Iterator[Reading]:
        for each in documents:
            made = read_of(each.text, *said[each.id])
            yield msgspec.structs.replace(made, id=each.id, published=each.published, outlet=each.outlet)

    items = [
        document(text, id=f"d{n}", origin=f"{n}.txt", outlet=outlet, day=day)
        for n, (outlet, day, text, _) in enumerate(articles)
    ]
    build(items, path, read=read, model="by hand", version="0")
    with onrecord.open(path) as opened:
        return opened.labels()


FIRST = ("Wire", date(2031, 3, 3), "The embattled premier Danil Sorvek stayed. The invasion of Ilmeria goes on.", ())
SECOND = (
    "Tribune",
    date(2031, 3, 9),
    '"Danil Sorvek is a gangster," Ora Lind said. The conflict in Ilmeria goes on.',
    (("Ora Lind", "said", '"Danil Sorvek is a gangster,"'),),
)


def test_a_plain_noun_says_something_beside_another_one(tmp_path):
    entries = labels_of(tmp_path / "r.db", FIRST, SECOND)
    assert {(each.target_name, each.label, each.who, each.own) for each in entries} == {
        ("Danil Sorvek", "embattled premier", "Wire", True),
        ("Danil Sorvek", "gangster", "Ora Lind", False),
        ("Ilmeria", "invasion", "Wire", True),
        ("Ilmeria", "conflict", "Tribune", True),
    }
    assert all({each.part for each in entry.evidence} == {"label", "target"} for entry in entries)
    alone = labels_of(tmp_path / "alone.db", FIRST)
    assert [each.label for each in alone] == ["embattled premier"]


def test_the_same_label_of_one_outlet_is_one_entry(tmp_path):
    again = ("Wire", date(2031, 3, 9), "The embattled premier Danil Sorvek left.", ())
    [entry] = labels_of(tmp_path / "r.db", FIRST, again)
    assert (entry.uses, entry.articles, len(entry.used)) == (2, 2, 2)
    first = labels_of(tmp_path / "first.db", FIRST)
    assert [each.id for each in first] == [entry.id]
    assert Span(4, 21) in {each.span for each in entry.evidence}
