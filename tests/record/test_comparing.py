"""What two articles share, and who was first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interval import UNKNOWN, Interval
from onrecord.record.copies.aligned import align
from onrecord.record.copies.compare import shared
from onrecord.record.copies.credits import credits_of, same_outlet
from onrecord.record.copies.direction import CONTRADICTED, direction
from onrecord.record.copies.direction import UNKNOWN as NOTHING
from onrecord.record.copies.entry import CopyKind, PassageKind
from onrecord.record.copies.fingerprint import SHINGLE, keys_of, sort_of
from onrecord.record.copies.signs import signs
from onrecord.spans import Span
from record.copying import LEAD, OTHER, REWRITE, SENTENCES, TEXT, article

ASIDE = "The weather in the strait is calm, and the lighthouse keepers of the western islands have little to report. "


def kind(one: str, other: str) -> CopyKind | None:
    found = shared(article(one), article(other, "d2"))
    return found.kind if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TEXT, CopyKind.IDENTICAL, id="the same"),
        pytest.param(TEXT.upper().replace(",", " ;"), CopyKind.IDENTICAL, id="in other type"),
        pytest.param(f"{ASIDE}{TEXT} {ASIDE}", CopyKind.REPUBLISHED, id="with additions"),
        pytest.param(" ".join(SENTENCES[:5]), CopyKind.REPUBLISHED, id="trimmed"),
        pytest.param(" ".join((*OTHER, *SENTENCES[2:])), CopyKind.REPUBLISHED, id="within a longer one"),
        pytest.param(" ".join(REWRITE), CopyKind.REWRITTEN, id="in other words"),
        pytest.param(" ".join((*OTHER, *SENTENCES[3:5])), CopyKind.SHARED_PASSAGES, id="two sentences of it"),
        pytest.param(" ".join((*OTHER, SENTENCES[2])), CopyKind.SHARED_QUOTES, id="a quote of it"),
        pytest.param(" ".join(OTHER), None, id="another day of the same story"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_kinds(text, expected):
    assert kind(TEXT, text) == expected
    assert kind(text, TEXT) == expected


def test_facts_in_another_order_are_no_rewrite():
    assert kind(TEXT, " ".join(reversed(REWRITE))) is None


def test_what_was_added_and_left_out_is_told():
    found = shared(article(TEXT), other := article(f"{ASIDE}{' '.join(SENTENCES[:10])}", "d2"))
    assert [span.of(TEXT).strip() for span in found.first_only] == list(SENTENCES[10:])
    assert [span.of(other.text) for span in found.second_only] == [ASIDE]
    assert found.first_share < 1
    [passage] = found.passages
    assert passage.first.of(TEXT) == passage.second.of(other.text) == " ".join(SENTENCES[:10])[:-1]


def test_a_rewrite_shows_sentence_beside_sentence():
    found = shared(article(TEXT), other := article(" ".join(REWRITE), "d2"))
    assert {passage.kind for passage in found.passages} == {PassageKind.TOLD}
    beside = {p.first.of(TEXT).strip(): p.second.of(other.text).strip() for p in found.passages}
    assert beside[SENTENCES[5]] == REWRITE[5]


@given(
    st.lists(st.frozensets(st.sampled_from("abcdefghij"), min_size=3), max_size=6),
    st.lists(st.frozensets(st.sampled_from("abcdefghij"), min_size=3), max_size=6),
)
def test_aligned_sentences_never_go_back(first, second):
    found = align(first, second)
    pairs = [(i, j) for i, j, _ in found.pairs]
    assert pairs == sorted(pairs)
    assert [j for _, j in pairs] == sorted(j for _, j in pairs)
    assert len(set(pairs)) == len(pairs)
    assert 0 <= found.first <= 1.0001


@given(st.text(alphabet='ab ".'), st.text(alphabet='ab ".'))
def test_comparing_never_fails_and_is_the_same_either_way(one, other):
    assert kind(one, other) == kind(other, one)


def test_a_shared_passage_gives_a_shared_key():
    passage = " ".join(f"w{i}" for i in range(23))
    one, other = (
        set(keys_of(article(f"{before} {passage} {behind}")))
        for before, behind in (("a b c " * 20, "d e " * 9), ("f g " * 31, "h i j " * 8))
    )
    assert any(sort_of(key) == SHINGLE for key in one & other)


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        pytest.param(TEXT, "Harbour24", ["Meridian Wire"], id="another's dateline"),
        pytest.param(TEXT, "Meridian Wire", [], id="its own dateline"),
        pytest.param("This article was first published by The Gull Post.", "Lisk Echo", ["The Gull Post"], id="first"),
        pytest.param("It happened.\nRead the full article here\nShare", None, [""], id="a link"),
        pytest.param("It happened.\nRead the full article at gullpost.example", "The Gull Post", [], id="to itself"),
        pytest.param("It happened.\nRead the full article at gullpost.example", None, [], id="whose it is not known"),
        pytest.param("He told her to read the full article here before she spoke.", None, [], id="no line of its own"),
    ],
)
def test_credits(text, outlet, expected):
    assert [credit.outlet for credit in credits_of(text, [Span(0, len(text))], outlet)] == expected


def test_an_outlet_goes_by_its_name_and_its_address():
    assert same_outlet("The Gull Post", "gullpost.example")
    assert same_outlet("gull post", "https://www.gullpost.example/world")
    assert not same_outlet("The Gull Post", "The Tern Post")
    assert not same_outlet("", "")


def said(one, other):
    return signs(one, other, shared(one, other))


def test_who_credits_the_other_is_the_copy():
    original = article(TEXT, "d1", "Meridian Wire")
    copy = article(TEXT[len(LEAD) :] + " This article was first published by Meridian Wire.", "d2", "Harbour24")
    found = said(original, copy)
    assert {sign.original for sign in found} == {"d1"}
    assert [sign.because for sign in found] == [
        "Meridian Wire has its own dateline, “LISK, March 3 (Meridian Wire)”",
        "Harbour24 says “first published by Meridian Wire”",
    ]


MARCH = [Interval.on(date(2031, 3, day), "metadata") for day in range(1, 5)]


def test_the_earlier_of_two_copies_is_the_original():
    found = direction(CopyKind.REWRITTEN, ("d1", "d2"), (MARCH[2], MARCH[1]), ("Echo", "Post"), ())
    assert found == ("d2", ("Post has 2031-03-02, Echo 2031-03-03",))


@pytest.mark.parametrize(
    ("kind", "dates"),
    [
        (CopyKind.REPUBLISHED, (MARCH[0], UNKNOWN)),
        (CopyKind.REPUBLISHED, (MARCH[0], MARCH[0])),
        (CopyKind.SHARED_QUOTES, (MARCH[0], MARCH[1])),
    ],
    ids=["undated", "one day", "quotes"],
)
def test_nothing_shows_who_was_first(kind, dates):
    assert direction(kind, ("d1", "d2"), dates, ("Echo", "Post"), ()) == (None, (NOTHING,))


def test_signs_that_contradict_each_other_leave_it_open():
    original, copy = article(TEXT, "d1", "Meridian Wire"), article(TEXT[len(LEAD) :], "d2", "Harbour24")
    found = direction(
        CopyKind.REPUBLISHED, ("d1", "d2"), (MARCH[1], MARCH[0]), ("Meridian Wire", "Harbour24"), said(original, copy)
    )
    assert found[0] is None
    assert found[1][0] == CONTRADICTED
