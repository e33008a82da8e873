"""From the times named with an event to the days it can have been on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import Relative, Time, TimeRelation, TimeType, When
from onrecord.reading.timex.calendar import Rule, Toward
from onrecord.reading.when import dated
from onrecord.spans import Span

HERE = Span(10, 16)
PUBLISHED = Interval.on(date(2031, 3, 6), "metadata")


def at(first: date, last: date) -> dict[Span, Time]:
    return {HERE: Time(span=HERE, type=TimeType.DATE, value="x", earliest=first, latest=last)}


def days(relation: TimeRelation, first: date, last: date, *, ahead: bool) -> tuple[date | None, date | None]:
    when = dated(When(expressions=(HERE,), relation=relation), ahead=ahead, times=at(first, last), published=PUBLISHED)
    assert when.basis == "expression"
    return when.earliest, when.latest


def test_what_happened_this_week_happened_by_the_day_of_publication() -> None:
    assert days(TimeRelation.AT, date(2031, 3, 3), date(2031, 3, 9), ahead=False) == (
        date(2031, 3, 3),
        date(2031, 3, 6),
    )


def test_what_is_planned_for_this_week_is_still_to_come() -> None:
    assert days(TimeRelation.AT, date(2031, 3, 3), date(2031, 3, 9), ahead=True) == (date(2031, 3, 6), date(2031, 3, 9))


@pytest.mark.parametrize(
    ("relation", "ahead", "expected"),
    [
        (TimeRelation.BY, True, (date(2031, 3, 6), date(2031, 3, 12))),
        (TimeRelation.BEFORE, True, (date(2031, 3, 6), date(2031, 3, 12))),
        (TimeRelation.AFTER, True, (date(2031, 3, 12), None)),
    ],
)
def test_a_deadline_bounds_one_side(relation: TimeRelation, ahead: bool, expected: tuple[date, date | None]) -> None:
    assert days(relation, date(2031, 3, 12), date(2031, 3, 12), ahead=ahead) == expected


def test_what_has_lasted_since_january_lasts_to_the_day_of_publication() -> None:
    since = days(TimeRelation.SINCE, date(2031, 1, 1), date(2031, 1, 31), ahead=False)
    assert since == (date(2031, 1, 1), date(2031, 3, 6))


def test_within_nine_days_counts_from_the_day_it_was_said() -> None:
    long = Time(span=Span(30, 39), type=TimeType.DURATION, value="P9D")
    monday = Time(span=HERE, type=TimeType.DATE, value="2031-03-03", earliest=date(2031, 3, 3), latest=date(2031, 3, 3))
    times = {time.span: time for time in (long, monday)}
    said_now = When(expressions=(long.span,), relation=TimeRelation.WITHIN)
    said_on_monday = When(expressions=(long.span, HERE), relation=TimeRelation.WITHIN)
    assert dated(said_now, ahead=True, times=times, published=PUBLISHED).latest == date(2031, 3, 15)
    assert dated(said_on_monday, ahead=True, times=times, published=PUBLISHED).latest == date(2031, 3, 12)


def test_without_a_time_only_the_day_of_publication_bounds_it() -> None:
    assert dated(When(), ahead=False, times={}, published=PUBLISHED).latest == date(2031, 3, 6)
    assert dated(When(), ahead=True, times={}, published=PUBLISHED).earliest == date(2031, 3, 6)
    assert dated(When(), ahead=False, times={}, published=UNKNOWN) == When()


DAYS = st.dates(date(2030, 1, 1), date(2032, 12, 31))


@given(one=DAYS, other=DAYS, relation=st.sampled_from(TimeRelation), ahead=st.booleans(), published=st.none() | DAYS)
def test_days_are_never_reversed(
    one: date, other: date, relation: TimeRelation, ahead: bool, published: date | None
) -> None:
    times = at(min(one, other), max(one, other))
    known = Interval.on(published, "metadata") if published else UNKNOWN
    when = dated(When(expressions=(HERE,), relation=relation), ahead=ahead, times=times, published=known)
    assert not (when.earliest and when.latest) or when.earliest <= when.latest


@pytest.mark.parametrize(("ahead", "day"), [(True, date(2031, 3, 11)), (False, date(2031, 3, 4))])
def test_a_weekday_that_something_is_planned_for_is_the_next_one(ahead: bool, day: date) -> None:
    tuesday = Relative(anchor="document", rule=Rule(unit="weekday", named=2, toward=Toward.PAST))
    past = date(2031, 3, 4)
    time = Time(span=HERE, type=TimeType.DATE, value="2031-03-04", earliest=past, latest=past, relative=tuesday)
    when = dated(When(expressions=(HERE,)), ahead=ahead, times={HERE: time}, published=PUBLISHED)
    assert (when.earliest, when.latest) == (day, day)
