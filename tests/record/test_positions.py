"""Positions over documents: issues, ids, shifts."""

from datetime import date
from itertools import permutations

import pytest

import onrecord
from onrecord.record.rulings.entry import Ruling, RulingKind
from record.sides import built
from record.story import facts

NAMES = ("Ora Lind", "Teodor Brenn")
BACKS = ("Ora Lind backs the harbour tax.", "wire", date(2031, 3, 3))
OPPOSES = ("Ora Lind opposes the harbour tax.", "tribune", date(2031, 3, 9))
LATE = ("Ora Lind backs a new harbour tax on grain.", "echo", date(2031, 3, 20))
UNDATED = ("Teodor Brenn rejects the harbour tax.", "compass", None)


def positions(path, **filters):
    with onrecord.open(path) as record:
        return record.positions(**filters)


def test_somebody_who_takes_the_other_side_later_has_shifted(tmp_path):
    built(tmp_path / "a.db", [OPPOSES, BACKS], names=NAMES)
    earlier, later = positions(tmp_path / "a.db")
    assert (earlier.stance, later.stance) == ("for", "against")
    [shift] = later.shifts
    assert (shift.earlier, shift.later) == (earlier.id, later.id)
    assert (shift.before.document, shift.after.document) == ("wire", "tribune")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((OPPOSES[0], "tribune", date(2031, 3, 3)), id="on-the-same-day"),
        pytest.param((OPPOSES[0], "tribune", None), id="undated"),
        pytest.param(("Ora Lind opposes the grain levy.", "tribune", date(2031, 3, 9)), id="another-issue"),
        pytest.param(("Teodor Brenn opposes the harbour tax.", "tribune", date(2031, 3, 9)), id="somebody-else"),
        pytest.param(("Ora Lind may oppose the harbour tax.", "tribune", date(2031, 3, 9)), id="only-possible"),
    ],
)
def test_nobody_shifts_without_two_sides_one_issue_and_an_order(tmp_path, other):
    built(tmp_path / "a.db", [BACKS, other], names=NAMES)
    assert not positions(tmp_path / "a.db", shifted=True)


def test_longer_names_of_an_issue_are_one_issue(tmp_path):
    built(tmp_path / "a.db", [BACKS, OPPOSES, LATE, UNDATED], names=NAMES)
    found = positions(tmp_path / "a.db")
    assert len({each.issue for each in found}) == 1
    assert {each.issue_name for each in found} == {"the harbour tax"}
    [backed] = [each for each in found if each.stance == "for"]
    assert backed.documents == ("wire", "echo")
    assert backed.articles == 2


def test_whoever_wants_it_lifted_is_against_it(tmp_path):
    text = "Ora Lind supports lifting the harbour tax."
    built(tmp_path / "a.db", [(text, "wire", date(2031, 3, 3)), UNDATED], names=NAMES)
    found = positions(tmp_path / "a.db")
    assert [each.stance for each in found] == ["against", "against"]
    assert len({each.issue for each in found}) == 1


def test_more_coverage_keeps_the_ids(tmp_path):
    built(tmp_path / "a.db", [BACKS], names=NAMES)
    [first] = positions(tmp_path / "a.db")
    built(tmp_path / "a.db", [BACKS, OPPOSES, LATE], names=NAMES)
    assert first.id in {each.id for each in positions(tmp_path / "a.db")}
    assert positions(tmp_path / "a.db", first_seen=2)[0].stance == "against"


def test_the_order_of_input_decides_nothing(tmp_path):
    made = []
    for number, articles in enumerate(permutations([BACKS, OPPOSES, LATE, UNDATED])):
        built(tmp_path / f"{number}.db", articles, names=NAMES)
        made.append({name: facts(tmp_path / f"{number}.db")[name] for name in ("positions", "shifts", "takes")})
    assert all(each == made[0] for each in made)


def test_building_twice_changes_nothing(tmp_path):
    built(tmp_path / "a.db", [BACKS, OPPOSES], names=NAMES)
    before = facts(tmp_path / "a.db")
    built(tmp_path / "a.db", [BACKS, OPPOSES], names=NAMES)
    assert facts(tmp_path / "a.db") == before


def test_a_rejected_position_is_in_no_list(tmp_path):
    built(tmp_path / "a.db", [BACKS], names=NAMES)
    [entry] = positions(tmp_path / "a.db")
    onrecord.rule(tmp_path / "a.db", [Ruling(kind=RulingKind.REJECT, targets=(entry.id,))], who="lind")
    assert not positions(tmp_path / "a.db")
