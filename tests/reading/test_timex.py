"""What time expressions mean, and which days that is."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interval import Interval
from onrecord.reading.schema import Relative, Time, TimeType
from onrecord.reading.timex.calendar import Rule, Toward, days_of, narrowed, resolve
from onrecord.reading.timex.direction import Verb, toward
from onrecord.reading.timex.expression import meaning
from onrecord.reading.timex.resolution import NO_DATE, SEVERAL, resolved
from onrecord.spans import Span

# A Thursday.
PUBLISHED = date(2031, 3, 6)


def value(words: str, kind: str = "DATE", anchor: date = PUBLISHED) -> str:
    said = meaning(words, TimeType(kind))
    return resolve(said.rule, anchor) if said.rule else said.value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("7 August 1998", "1998-08-07"),
        ("Aug. 7, 1998", "1998-08-07"),
        ("Thursday, March 6, 2031", "2031-03-06"),
        ("3/14/2031", "2031-03-14"),
        ("March 2030", "2030-03"),
        ("1994", "1994"),
        ("fiscal 2029", "2029"),
        ("the 1980s", "198"),
        ("the 20th century", "19"),
        ("the third quarter of 2030", "2030-Q3"),
        ("nineteen ninety-four", "1994"),
        ("today", "2031-03-06"),
        ("yesterday", "2031-03-05"),
        ("the day after tomorrow", "2031-03-08"),
        ("tomorrow night", "2031-03-07TNI"),
        ("last week", "2031-W09"),
        ("next month", "2031-04"),
        ("this year", "2031"),
        ("last year", "2030"),
        ("two weeks ago", "2031-W08"),
        ("three days ago", "2031-03-03"),
        ("ten years ago", "2021"),
        ("last Friday", "2031-02-28"),
        ("next Friday", "2031-03-07"),
        ("last March", "2030-03"),
        ("last fall", "2030-FA"),
        ("next year's first quarter", "2032-Q1"),
        ("early March", "2031-03"),
        ("late Thursday", "2031-03-06"),
        ("the weekend", "2031-W10-WE"),
        ("recently", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("soon", "FUTURE_REF"),
    ],
)
def test_a_date_has_its_value(words: str, expected: str) -> None:
    assert value(words) == expected


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("more than six months", "DURATION", "P6M"),
        ("the three-and-a-half-hour", "DURATION", "PT3H30M"),
        ("41-month-old", "DURATION", "P41M"),
        ("two decades", "DURATION", "P20Y"),
        ("several weeks", "DURATION", "PXW"),
        ("the past two years", "DURATION", "P2Y"),
        ("a minute and a half", "DURATION", "PT1M30S"),
        ("daily", "SET", "P1D"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("each year", "SET", "P1Y"),
        ("9:30 a.m. yesterday", "TIME", "2031-03-05T09:30"),
        ("noon", "TIME", "2031-03-06T12:00"),
        ("5 p.m. Friday", "TIME", "2031-03-07T17:00"),
    ],
)
def test_durations_sets_and_hours_have_theirs(words: str, kind: str, expected: str) -> None:
    assert value(words, kind) == expected


def test_a_part_of_a_unit_says_which() -> None:
    assert meaning("early March", TimeType.DATE).mod == "START"
    assert meaning("the end of 2030", TimeType.DATE).mod == "END"
    assert meaning("more than six months", TimeType.DURATION).mod == "MORE_THAN"
    assert narrowed((date(2031, 3, 1), date(2031, 3, 31)), "START") == (date(2031, 3, 1), date(2031, 3, 16))


def test_words_that_are_no_time_mean_nothing() -> None:
    assert meaning("the harbour of Lisk", TimeType.DATE).value == ""
    assert meaning("", TimeType.DATE).rule is None


FRIDAY = Rule(unit="weekday", named=5)


@pytest.mark.parametrize(
    ("before", "verbs", "lies"),
    [
        (("envoy", "on"), [Verb(-3, "PAST", modal=False)], Toward.PAST),
        (("meet", "on"), [Verb(-2, "NONE", modal=True)], Toward.FUTURE),
        (("withdraw", "by"), [Verb(-5, "PAST", modal=False)], Toward.FUTURE),
        (("closed", "since"), [Verb(-2, "PRESENT", modal=False)], Toward.PAST),
        (("set", "for"), [Verb(-2, "INFINITIVE", modal=False), Verb(2, "PAST", modal=False)], Toward.FUTURE),
    ],
)
def test_the_verb_decides_where_a_bare_weekday_lies(before: tuple[str, ...], verbs: list[Verb], lies: Toward) -> None:
    assert toward(FRIDAY, before, verbs) is lies


def test_a_month_without_a_year_is_the_nearest_unless_the_past_speaks() -> None:
    december = Rule(unit="month", named=12)
    assert toward(december, (), []) is Toward.NEAREST
    told = toward(december, (), [Verb(-1, "PAST", modal=False)])
    assert resolve(Rule(unit="month", named=12, toward=told), PUBLISHED) == "2030-12"


def test_what_names_the_anchors_own_day_is_that_day() -> None:
    assert resolve(Rule(unit="weekday", named=4, toward=Toward.PAST), PUBLISHED) == "2031-03-06"


def test_leap_day_is_looked_for_in_leap_years() -> None:
    assert resolve(Rule(unit="date", named=229, toward=Toward.PAST), PUBLISHED) == "2028-02-29"


def yesterday_at(start: int, anchor: Span | None = None) -> Time:
    relative = Relative(anchor=anchor or "document", rule=Rule(unit="day", shift=-1))
    return Time(span=Span(start, start + 5), type=TimeType.DATE, relative=relative)


def test_without_a_date_the_rule_stays_and_the_reason_is_told() -> None:
    (time,) = resolved([yesterday_at(0)], Interval())
    assert (time.value, time.earliest, time.unresolved) == ("", None, NO_DATE)
    assert time.relative is not None


def test_a_date_that_is_learnt_later_moves_all_that_hangs_on_it() -> None:
    first = yesterday_at(0)
    undated = resolved([first, yesterday_at(10, first.span)], Interval())
    dated = resolved(undated, Interval.on(PUBLISHED, "user"))
    assert [t.value for t in dated] == ["2031-03-05", "2031-03-04"]
    assert [t.unresolved for t in dated] == ["", ""]
    moved = resolved(dated, Interval.on(date(2031, 4, 2), "user"))
    assert [t.value for t in moved] == ["2031-04-01", "2031-03-31"]


def test_a_document_of_several_days_gives_several_days() -> None:
    (time,) = resolved([yesterday_at(0)], Interval(date(2031, 3, 6), date(2031, 3, 8), "text"))
    assert (time.value, time.earliest, time.latest) == ("", date(2031, 3, 5), date(2031, 3, 7))


def test_a_document_with_one_end_open_leaves_that_end_open() -> None:
    (time,) = resolved([yesterday_at(0)], Interval(date(2031, 3, 6), None, "text"))
    assert (time.value, time.earliest, time.latest, time.unresolved) == ("", date(2031, 3, 5), None, SEVERAL)


@given(
    st.sampled_from(
        ["friday", "last friday", "next week", "march", "march 7", "last month", "two weeks ago", "tomorrow"]
    ),
    st.sampled_from([each for each in Toward if each is not Toward.WITHIN]),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(0, 500),
    st.data(),
)
def test_a_wide_date_gives_all_days_that_any_of_its_days_would(words, lies, first, length, data) -> None:
    said = meaning(words, TimeType.DATE).rule
    rule = msgspec.structs.replace(said, toward=lies) if said.named else said
    time = Time(span=Span(0, 1), type=TimeType.DATE, relative=Relative(anchor="document", rule=rule))
    day = first + timedelta(days=data.draw(st.integers(0, length)))
    (wide,) = resolved([time], Interval(first, first + timedelta(days=length), "text"))
    (one,) = resolved([time], Interval.on(day, "text"))
    assert wide.earliest <= one.earliest
    assert one.latest <= wide.latest
    assert wide.value in ("", one.value)


def test_each_end_is_narrowed_by_itself() -> None:
    relative = Relative(anchor="document", rule=Rule(unit="month"))
    early = Time(span=Span(0, 5), type=TimeType.DATE, mod="START", relative=relative)
    (time,) = resolved([early], Interval(date(2031, 3, 6), date(2031, 5, 8), "text"))
    assert (time.earliest, time.latest) == (date(2031, 3, 1), date(2031, 5, 16))


def test_earlier_this_month_is_over() -> None:
    relative = Relative(anchor="document", rule=Rule(unit="month"))
    time = Time(span=Span(0, 5), type=TimeType.DATE, mod="EARLIER", relative=relative)
    (made,) = resolved([time], Interval.on(PUBLISHED, "url"))
    assert (made.earliest, made.latest) == (date(2031, 3, 1), PUBLISHED)


@given(st.text(max_size=60), st.sampled_from(TimeType))
def test_any_words_are_taken(words: str, kind: TimeType) -> None:
    meaning(words, kind)


PIECES = st.sampled_from(
    "last next this the past friday march 7 1998 two weeks ago quarter third of early day before 's , -".split()
)


@given(st.lists(PIECES, max_size=6).map(" ".join), st.sampled_from(TimeType), st.dates())
def test_what_is_understood_resolves_or_says_why(words: str, kind: TimeType, anchor: date) -> None:
    said = meaning(words, kind)
    if said.rule is None:
        return
    relative = Relative(anchor="document", rule=said.rule)
    (time,) = resolved([Time(span=Span(0, 1), type=kind, relative=relative)], Interval.on(anchor, "url"))
    assert bool(time.value) != bool(time.unresolved)
    if time.earliest and time.latest:
        assert time.earliest <= time.latest
        assert days_of(time.value) == (time.earliest, time.latest)
