"""Who takes which side of what, in one document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.schema import Kind, Sourcing
from onrecord.record.positions.entry import Stance
from onrecord.record.positions.phrase import phrase
from onrecord.record.positions.takes import takes
from record.sides import reading


def found(text, *names, **more):
    """Holder, stance and what it is about, of each take."""
    read = reading(text, *names, **more)
    names = {actor.id: actor.name for actor in read.actors}
    return [
        (names[each.holder], each.stance.value, names[each.about] if each.about else each.at.of(text))
        for each in takes(read)
    ]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        pytest.param("Lind backs the new harbour tax.", ("for", "the new harbour tax"), id="verb"),
        pytest.param("Lind flatly rejects the passage protocol.", ("against", "the passage protocol"), id="adverb"),
        pytest.param("Lind has long been opposed to the grain levy.", ("against", "the grain levy"), id="state"),
        pytest.param("Lind is ready to reopen the strait.", ("for", "to reopen the strait"), id="ready-to"),
        pytest.param("Lind does not support the grain levy.", ("against", "the grain levy"), id="not-for-is-against"),
        pytest.param(
            "Lind refused to receive the Tarvonian envoy.", ("against", "to receive the Tarvonian envoy"), id="refused"
        ),
        pytest.param("Lind has pushed for lifting the sanctions.", ("for", "lifting the sanctions"), id="gerund"),
        pytest.param("Lind wants the war to end.", ("for", "the war to end"), id="what-others-do"),
        pytest.param("Lind has not ruled out a blockade.", ("undecided", "a blockade"), id="not-ruled-out"),
        pytest.param("Lind voted against the potash bill.", ("against", "the potash bill"), id="vote"),
        pytest.param(
            "Lind would support a ceasefire if the army withdrew.", ("conditional", "a ceasefire"), id="condition"
        ),
    ],
)
def test_a_side_is_read_where_it_is_taken(text, side):
    assert found(text, "Lind") == [("Lind", *side)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lind may balk at the passage protocol.", id="only-possible"),
        pytest.param("Lind was urged to take a tough line.", id="passive"),
        pytest.param("Lind urged to take a tough line", id="passive-of-a-headline"),
        pytest.param("There is no indication that Lind is willing to lift the blockade.", id="nobody-says-so"),
        pytest.param("It is unclear whether Lind supports the blockade.", id="unclear"),
        pytest.param("Does Lind support the blockade?", id="question"),
        pytest.param("Aides to Lind oppose the blockade.", id="somebody-else"),
        pytest.param("Lind has not endorsed the blockade.", id="not-done-is-no-side"),
        pytest.param("Lind rejects it.", id="names-no-issue"),
        pytest.param("Lind rejects the idea.", id="vague"),
        pytest.param("Lind hopes to be elected.", id="no-deed"),
        pytest.param("Lind sailed to the strait.", id="no-side-at-all"),
    ],
)
def test_no_side_is_read_where_none_is_taken(text):
    assert found(text, "Lind") == []


def test_somebody_may_be_the_issue():
    assert found("Lind has endorsed Brenn.", "Lind", "Brenn") == [("Lind", "for", "Brenn")]


def test_whoever_speaks_takes_the_side_in_their_own_words():
    text = "“We reject the passage protocol,” Lind said."
    said = [("Lind", "said", "“We reject the passage protocol,”")]
    assert found(text, "Lind", said=said) == [("Lind", "against", "the passage protocol")]


def test_what_must_be_done_is_a_side():
    text = "“The council must lift the blockade,” Lind said."
    said = [("Lind", "said", "“The council must lift the blockade,”")]
    assert found(text, "Lind", "The council", said=said) == [("Lind", "for", "lift the blockade")]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("“The speech should boost the polls,”", id="what-is-likely"),
        pytest.param("“The council will have to lift the blockade,”", id="what-cannot-be-helped"),
        pytest.param("“You should go,”", id="what-says-little"),
    ],
)
def test_not_all_that_should_be_is_a_side(content):
    assert found(f"{content} Lind said.", "Lind", "The council", said=[("Lind", "said", content)]) == []


def test_an_actor_who_is_both_he_and_she_is_two_people():
    text = "Lind spoke. He backs the grain levy. She backs the harbour tax."
    read = reading(text, "Lind", others={"He": "Lind", "She": "Lind"})
    assert takes(read) == []


def test_what_somebody_is_kept_from_is_the_issue():
    assert found("Lind blocked the council from leaving the accord.", "Lind", "The council") == [
        ("Lind", "against", "leaving the accord")
    ]


def test_nobody_in_particular_takes_no_side():
    text = "Critics reject the passage protocol."
    said = [("Critics", "reject", "the passage protocol")]
    assert not takes(reading(text, "Critics", said=said, kinds={"Critics": Kind.OTHER}, sourcing=Sourcing.GENERAL))


def test_a_noun_takes_a_side_too():
    text = "Sorrel’s firm opposition to the passage protocol is known."
    said = [("Sorrel", "firm opposition to", "the passage protocol")]
    kinds = {"Sorrel": Kind.STATE}
    assert found(text, "Sorrel", said=said, kinds=kinds) == [("Sorrel", "against", "to the passage protocol"[3:])]


def test_what_somebody_else_says_of_it_is_told():
    text = "Brenn said that Lind opposes the grain levy."
    [take] = takes(reading(text, "Brenn", "Lind", said=[("Brenn", "said", "that Lind opposes the grain levy")]))
    assert take.by == 0


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Lind considers whether to impose the grain levy.", "considers", "whether to impose the grain levy"),
        ("Lind said she had not decided whether to impose the grain levy.", "said",
         "she had not decided whether to impose the grain levy"),
    ],
)  # fmt: skip
def test_whoever_has_not_decided_is_undecided(text, cue, content):
    assert found(text, "Lind", said=[("Lind", cue, content)]) == [("Lind", "undecided", "to impose the grain levy")]


def test_never_having_said_it_is_a_denial():
    text = "“I never promised a tariff,” Lind said."
    [take] = takes(reading(text, "Lind", said=[("Lind", "said", "“I never promised a tariff,”")]))
    assert take.stance is Stance.DENIES


def test_a_verb_that_undoes_turns_the_issue():
    assert phrase("lifting the sanctions on potash", 0, 31).turned
    assert not phrase("imposing the sanctions on potash", 0, 32).turned
    assert phrase("an end to the war", 0, 17).turned


def test_carrying_it_out_and_naming_it_are_one_issue():
    one, other = phrase("to impose a potash tariff", 0, 25), phrase("the potash tariff", 0, 17)
    assert one.stems == other.stems == ("potash", "tariff")
    assert one.core.of("to impose a potash tariff") == "a potash tariff"


@given(text=st.text(alphabet=st.sampled_from("a to the of lifting Lind’s “”.,? end wantsbackrejcn\n"), max_size=80))
def test_a_phrase_lies_in_its_text(text):
    read = phrase(text, 0, len(text))
    assert read is None or read.span.end <= len(text)


@given(
    words=st.lists(
        st.sampled_from("Lind backs rejects not the to lifting tariff end “ ” . ? war wants if".split()), min_size=1
    )
)
def test_takes_never_fail_and_lie_in_the_text(words):
    text = " ".join(words)
    for each in takes(reading(text, "Lind")):
        assert each.words.of(text)
        assert each.at.of(text)
