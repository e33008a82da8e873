"""Whom a description by office may mean."""

from datetime import date

import msgspec
import pytest

from onrecord.interval import UNKNOWN, Interval
from onrecord.record.roles.described import holder
from onrecord.record.roles.entry import RoleEntry


def role(name: str, *titles: str, days: tuple[int, int] | None = None) -> RoleEntry:
    current = Interval(date(2031, 3, days[0]), date(2031, 3, days[1]), "story") if days else UNKNOWN
    return RoleEntry(
        id=f"r-{name}", actor=f"a-{name}", actor_name=name, title=titles[0], titles=titles, of=None, of_name=None,
        current=current, past_by=None, predecessors=(), predecessor_names=(), successors=(), successor_names=(),
        changes=(), evidence=(), documents=("d1",), first_seen=1, last_seen=1,
    )  # fmt: skip


HALE = role("Hale", "Tarvonian special envoy", days=(1, 5))
VERRITY = role("Verrity", "special envoy", days=(7, 12))
BRENN = role("Brenn", "President")
THUNE = role("Thune", "Senate majority leader")


def on(day: int) -> Interval:
    return Interval.on(date(2031, 3, day), "metadata")


def test_the_only_holder_of_an_office_is_meant():
    assert holder("The president", UNKNOWN, [BRENN, HALE, VERRITY]) == BRENN


def test_who_only_held_it_once_is_not_meant():
    old = msgspec.structs.replace(BRENN, past_by=date(2031, 3, 2))
    assert holder("the president", on(10), [old]) is None


def test_of_several_the_one_of_these_days_is_meant():
    assert holder("the special envoy", on(3), [BRENN, HALE, VERRITY]) == HALE
    assert holder("the special envoy", on(10), [BRENN, HALE, VERRITY]) == VERRITY
    assert holder("the special envoy", UNKNOWN, [BRENN, HALE, VERRITY]) is None


@pytest.mark.parametrize(
    "description",
    [
        "a president",
        "the former president",
        "his envoy",
        "the Russian leader",
        "the admiral",
        "two envoys",
        "the crew",
        "",
    ],
)
def test_who_is_meant_by_others_does_not_show(description):
    assert holder(description, on(10), [BRENN, VERRITY, THUNE]) is None
