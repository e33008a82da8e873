from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import CoverageError
from onrecord.record.rulings.entry import Anchor, Part, RulingEntry, RulingKind, items, joined
from onrecord.record.rulings.file import parse_rulings, written

NOON = datetime(2031, 3, 6, 12, tzinfo=UTC)
# What a cell can hold: one line without space at its ends.
LINES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))).map(
    lambda s: " ".join(s.split())
)


def entry(kind, *targets, value="", who="lind", why="", about=""):
    return RulingEntry(
        id="u-1",
        kind=RulingKind(kind),
        targets=targets,
        value=value,
        about=about,
        who=who,
        ruled=NOON,
        why=why,
        undone=None,
        undone_by="",
        trouble="",
    )


def test_a_file_of_rulings_is_short_and_can_be_read():
    text = "".join(
        written(
            [
                entry("merge", "Ora Lind @ d1", "the envoy @ d7 #2", why="one woman", about="Ora Lind (person); …"),
                entry("reject", "e-4kq2hd7xw5ta", why='"protest", no'),
            ]
        )
    )
    assert text == (
        "kind,target,value,who,when,why,about\n"
        "merge,Ora Lind @ d1; the envoy @ d7 #2,,lind,2031-03-06T12:00:00.000+00:00,one woman,Ora Lind (person); …\n"
        'reject,e-4kq2hd7xw5ta,,lind,2031-03-06T12:00:00.000+00:00,"""protest"", no",\n'
    )
    merge, reject = parse_rulings(text, name="rulings.csv").rulings
    assert (merge.kind, merge.targets, merge.when, merge.where) == (
        RulingKind.MERGE,
        ("Ora Lind @ d1", "the envoy @ d7 #2"),
        NOON,
        "rulings.csv:2",
    )
    assert (reject.who, reject.why) == ("lind", '"protest", no')


@given(st.lists(LINES.filter(bool), min_size=2, max_size=3), LINES, LINES, LINES)
def test_whatever_a_ruling_says_comes_back(targets, value, who, why):
    text = "".join(written([entry("merge", *targets, value=value, who=who, why=why, about=why)]))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in text.splitlines()[1].split(","))
    [ruling] = parse_rulings(text, name="r.csv").rulings
    assert (ruling.targets, ruling.value, ruling.who, ruling.why) == (tuple(targets), value, who, why)


@given(st.lists(LINES.filter(bool)))
def test_a_list_in_a_cell_comes_back(texts):
    assert items(joined(texts)) == tuple(texts)


@pytest.mark.parametrize("anchor", [Anchor("Ora Lind", "d 1"), Anchor("an official", "x #3", 1), Anchor("A", "b", 12)])
def test_an_anchor_comes_back(anchor):
    assert Anchor.of(str(anchor)) == anchor


@pytest.mark.parametrize("text", ["Ora Lind", "a-mla4xnmojw6u", " @ d1", "Lind @ "])
def test_what_is_no_anchor(text):
    assert Anchor.of(text) is None


def test_a_part_comes_back():
    part = Part(("d1", "d; 2"), ("Senator Hale",))
    assert part.value == 'in d1; "in d; 2"; called Senator Hale'
    assert Part.of(part.value) == part


def test_comments_and_other_columns_are_left_out_and_order_is_free():
    text = "# what we found\ntarget;kind;note\n# so far\ne-1;reject;x\n"
    [ruling] = parse_rulings(text, name="r.csv").rulings
    assert (ruling.kind, ruling.targets, ruling.when, ruling.where) == (RulingKind.REJECT, ("e-1",), None, "r.csv:4")


def test_a_file_of_dates_is_one_of_rulings():
    [ruling] = parse_rulings("document,date\na.txt,2031-03", name="dates.csv").rulings
    assert (ruling.kind, ruling.targets, ruling.value) == (RulingKind.DATE, ("a.txt",), "2031-03-01..2031-03-31")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("sing,e-1,", "r.csv:2: 'sing' is no kind of ruling; it is one of merge, split, reject, pin, date, rename"),
        ("reject,,", "r.csv:2: names nothing in the column target"),
        ("reject,e-1,noon", "r.csv:2: 'noon' is no time; write it like 2031-03-06T09:30:00Z, or leave it empty"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(line, complaint):
    file = parse_rulings(f"kind,target,when\n{line}\npin,e-2,\n", name="r.csv")
    assert [each.targets for each in file.rulings] == [("e-2",)]
    assert file.troubles == (complaint,)


def test_other_columns_are_refused():
    with pytest.raises(CoverageError, match=r"r\.csv:1: has the columns a,b\. Give kind,target,value,who,when,why"):
        parse_rulings("a,b\n", name="r.csv")


@given(st.text(max_size=80))
def test_no_text_makes_it_fail_otherwise(text):
    parse_rulings("kind,target,value,when\n" + text, name="r.csv")
