"""Claims that recur, who makes and who answers them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.coverage.document import Document
from onrecord.reading.schema import Reading
from onrecord.record.build import build
from onrecord.record.narratives.alike import alike
from onrecord.record.narratives.called import called
from onrecord.record.narratives.claims import claims
from onrecord.spans import Span
from record.sides import reading
from record.story import document

MARCH = date(2031, 3, 3)


def record_of(path, *articles):
    """The record of articles: outlet, day, text, what is said in it (speaker, cue, content)."""
    said = {f"d{n}": each[3] for n, each in enumerate(articles)}

    def read(documents: Iterable[Document]) -> Iterator[Reading]:
        for each in documents:
            names = [n for n in ("Ora Lind", "Teodor Brenn", "Tarvonia", "Ilmeria", "Vasht") if n in each.text]
            found = reading(each.text, *names, said=said[each.id], id=each.id)
            yield msgspec.structs.replace(found, published=each.published, outlet=each.outlet)

    items = [
        document(text, id=f"d{n}", origin=f"{n}.txt", outlet=outlet, day=day)
        for n, (outlet, day, text, _) in enumerate(articles)
    ]
    build(items, path, read=read, model="by hand", version="0")
    with onrecord.open(path) as opened:
        return opened.narratives()


def told(entries):
    """Of each narrative the claim and who does what with it."""
    return [(each.claim, [(one.who, one.voice.value) for one in each.told]) for each in entries]


BLOCKADE = "the blockade of the harbour ruined the fishermen"
FIRST = ("Wire", MARCH, f"Ora Lind said that {BLOCKADE}.", [("Ora Lind", "said", f"that {BLOCKADE}")])
SECOND_TEXT = "Asked in parliament, Teodor Brenn said the harbour blockade ruined all fishermen."
SECOND = ("Tribune", MARCH, SECOND_TEXT, [("Teodor Brenn", "said", "the harbour blockade ruined all fishermen")])


def test_a_claim_that_two_make_in_other_words_recurs(tmp_path):
    [entry] = record_of(tmp_path / "r.db", FIRST, SECOND)
    assert told([entry]) == [(BLOCKADE, [("Ora Lind", "promotes"), ("Teodor Brenn", "promotes")])]
    assert (entry.basis.value, entry.speakers, entry.articles, entry.accounts) == ("recurs", 2, 2, 2)
    assert {each.part for each in entry.evidence} == {"claim", "source", "cue"}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Teodor Brenn denied that the harbour blockade ruined fishermen.", "denied",
         "that the harbour blockade ruined fishermen"),
        ("Teodor Brenn said the harbour blockade never ruined fishermen.", "said",
         "the harbour blockade never ruined fishermen"),
    ],
)  # fmt: skip
def test_whoever_denies_it_rebuts_it(tmp_path, text, cue, content):
    [entry] = record_of(tmp_path / "r.db", FIRST, ("Tribune", MARCH, text, [("Teodor Brenn", cue, content)]))
    assert told([entry])[0][1] == [("Ora Lind", "promotes"), ("Teodor Brenn", "rebuts")]
    assert entry.rebuttals == 1


def test_who_denies_the_denial_promotes_it(tmp_path):
    text = "Teodor Brenn denied that the harbour blockade never ruined fishermen."
    said = [("Teodor Brenn", "denied", "that the harbour blockade never ruined fishermen")]
    [entry] = record_of(tmp_path / "r.db", FIRST, ("Tribune", MARCH, text, said))
    assert told([entry])[0][1] == [("Ora Lind", "promotes"), ("Teodor Brenn", "promotes")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Teodor Brenn said the harbour of Vasht ruined the view.", "the harbour of Vasht ruined the view",
                     id="another-claim"),
        pytest.param("Teodor Brenn said the blockade of the harbour saved the fishermen from storms and taxes.",
                     "the blockade of the harbour saved the fishermen from storms and taxes", id="says-more"),
        pytest.param("Teodor Brenn said the harbour.", "the harbour", id="no-clause"),
        pytest.param("Teodor Brenn said whether the harbour blockade ruined the fishermen.",
                     "whether the harbour blockade ruined the fishermen", id="claims-nothing"),
        pytest.param("Teodor Brenn said if the harbour blockade ruined the fishermen.",
                     "if the harbour blockade ruined the fishermen", id="supposes"),
    ],
)  # fmt: skip
def test_what_is_not_the_same_claim_is_no_narrative(tmp_path, text, said):
    assert not record_of(tmp_path / "r.db", FIRST, ("Tribune", MARCH, text, [("Teodor Brenn", "said", said)]))


def test_one_remark_in_two_papers_is_no_narrative_but_saying_it_again_is(tmp_path):
    again = ("Tribune", MARCH, FIRST[2] + " It rained.", FIRST[3])
    assert not record_of(tmp_path / "same.db", FIRST, again)
    [entry] = record_of(tmp_path / "later.db", FIRST, ("Tribune", date(2031, 3, 9), "It rained. " + FIRST[2], FIRST[3]))
    assert entry.articles == 2


def test_a_copy_makes_no_narrative(tmp_path):
    text = FIRST[2] + " The minister spoke in the old customs hall, where the catch used to be weighed and sold."
    assert not record_of(
        tmp_path / "r.db", ("Wire", MARCH, text, FIRST[3]), ("Mirror", date(2031, 3, 9), text, FIRST[3])
    )


def test_an_outlet_that_tells_what_its_source_says_adds_nobody(tmp_path):
    text = "The harbour blockade ruined the fishermen.\nOra Lind said that the harbour blockade ruined the fishermen."
    said = [("Ora Lind", "said", "that the harbour blockade ruined the fishermen")]
    assert not record_of(tmp_path / "r.db", ("Wire", MARCH, text, said))


def test_actors_in_turned_roles_are_another_claim(tmp_path):
    one = (
        "Wire",
        MARCH,
        "Ora Lind said Tarvonia attacked Ilmeria and shelled its harbour.",
        [("Ora Lind", "said", "Tarvonia attacked Ilmeria and shelled its harbour")],
    )
    other = ("Tribune", MARCH, "Teodor Brenn said Ilmeria attacked Tarvonia and shelled its harbour.",
             [("Teodor Brenn", "said", "Ilmeria attacked Tarvonia and shelled its harbour")])  # fmt: skip
    assert not record_of(tmp_path / "r.db", one, other)


def test_other_numbers_are_another_claim(tmp_path):
    one = (
        "Wire",
        MARCH,
        "Ora Lind said the blockade ruined 40 fishermen.",
        [("Ora Lind", "said", "the blockade ruined 40 fishermen")],
    )
    other = ("Tribune", MARCH, "Teodor Brenn said the blockade ruined 90 fishermen.",
             [("Teodor Brenn", "said", "the blockade ruined 90 fishermen")])  # fmt: skip
    assert not record_of(tmp_path / "r.db", one, other)


def test_who_takes_up_a_claim_to_disagree_rebuts_it(tmp_path):
    text = '"To the extent that Tarvonia said that Ilmeria started the blockade, I disagree," Ora Lind said.'
    said = [
        ("Ora Lind", "said", text[: text.index(" Ora Lind")]),
        ("Tarvonia", "said", "that Ilmeria started the blockade"),
    ]
    entries = record_of(tmp_path / "r.db", ("Wire", MARCH, text, said))
    assert told(entries) == [("Ilmeria started the blockade", [("Tarvonia", "promotes"), ("Ora Lind", "rebuts")])]


def test_what_the_text_calls_narratives_are_ones(tmp_path):
    text = (
        "Tarvonia fights with words, pushing two key narratives. First, that the blockade is holding and Ilmeria is "
        "bound to lose. Second, that Vasht is hindering a settlement – a claim designed to divide the allies."
    )
    entries = record_of(tmp_path / "r.db", ("Wire", MARCH, text, []))
    assert told(entries) == [
        ("Vasht is hindering a settlement", [("Tarvonia", "promotes"), ("Wire", "rebuts")]),
        ("the blockade is holding and Ilmeria is bound to lose", [("Tarvonia", "promotes"), ("Wire", "reports")]),
    ]
    assert {each.basis.value for each in entries} == {"called"}


def test_what_is_said_repeatedly_is_a_narrative(tmp_path):
    text = "Ora Lind has repeatedly claimed that Tarvonia prolongs the blockade."
    said = [("Ora Lind", "has repeatedly claimed", "that Tarvonia prolongs the blockade")]
    [entry] = record_of(tmp_path / "r.db", ("Wire", MARCH, text, said))
    assert (entry.basis.value, told([entry])[0][1]) == ("repeated", [("Ora Lind", "promotes")])


@pytest.mark.parametrize(
    "text",
    [
        "The narrative that has emerged in the papers is bleak.",
        "The myth that was told for years about the harbour.",
        "He told lies that ruined the fishermen.",
        "The film is a narrative about the harbour.",
        "It is a claim designed to divide the allies.",
        "The mantra that guides him is patience.",
    ],
)
def test_a_narrative_that_is_not_told_is_none(text):
    assert list(called(text, Span(0, len(text)))) == []


def test_what_is_promised_asked_or_said_of_oneself_again_is_none():
    text = "Ora Lind has repeatedly said that Ora Lind wants the blockade to end."
    found = claims(reading(text, "Ora Lind", said=[("Ora Lind", "has repeatedly said", text[text.index("that") : -1])]))
    assert [each.again for each in found] == [True]


DENIAL = "Teodor Brenn said the harbour blockade never ruined fishermen."


def test_a_claim_is_the_claim_and_its_denial_the_denial_whichever_comes_first(tmp_path):
    denial = ("Post", MARCH, DENIAL, [("Teodor Brenn", "said", DENIAL[DENIAL.index("the") : -1])])
    for n, order in enumerate(permutations((FIRST, denial))):
        [(claim, voices)] = told(record_of(tmp_path / f"{n}.db", *order))
        assert claim == BLOCKADE
        assert sorted(voices) == [("Ora Lind", "promotes"), ("Teodor Brenn", "rebuts")]


WORDS = st.lists(st.sampled_from("harbour blockad ruin fisherm tariff strait envoy @a @b 40".split()), max_size=8)


@given(one=WORDS, other=WORDS)
def test_likeness_is_mutual_and_a_share(one, other):
    assert alike(one, other) == pytest.approx(alike(other, one))
    assert 0 <= alike(one, other) <= 1
