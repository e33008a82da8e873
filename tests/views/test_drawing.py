from datetime import date, timedelta

import pytest

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import EventStatus, EventType
from onrecord.views.drawing import NARROW, WIDE, layout
from onrecord.views.extent import caption, extent
from onrecord.views.period import Period, bins, period, ticks
from onrecord.views.signs import Family
from views.happenings import FIRST, event, events, on

DAY = timedelta(days=1)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_each_of_a_few_happenings_has_its_mark_and_its_words(size):
    few = [event(n, type=kind, when=on(FIRST + n * DAY)) for n, kind in enumerate([EventType.CONSULT] * 3)]
    few.append(event(3, type=EventType.SANCTION, status=EventStatus.THREATENED))
    laid = layout(extent(few), size)
    assert (laid.unit, laid.columns) == ("", ())
    assert [(lane.group, lane.number) for lane in laid.lanes] == [("verbal cooperation", 3), ("material conflict", 1)]
    assert {mark.id for mark in laid.marks} == {each.id for each in few}
    assert laid.marks[-1].words.startswith("Tarvonia")
    assert [mark.x for mark in laid.marks[:3]] == sorted(mark.x for mark in laid.marks[:3])


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_five_thousand_are_counted_and_the_most_reported_are_marked(size):
    many = events(5000, days=420)
    what = extent(many)
    laid = layout(what, size)
    assert laid.unit == "week"
    assert sum(lane.number for lane in laid.lanes) == len(what.drawn) == 5000 - what.undated - len(what.earlier)
    assert 0 < len(laid.marks) <= size.notable
    marked = {mark.id for mark in laid.marks}
    assert min(each.accounts for each in many if each.id in marked) > 1
    assert laid.height < 600
    assert all(0 <= each.left <= each.right <= laid.width and each.top < each.bottom for each in laid.columns)
    assert max(each.bottom for each in laid.columns) <= laid.height


def test_the_height_of_a_column_is_its_number():
    same = [event(n, accounts=1) for n in range(100)] + [event(n, status="denied") for n in range(100, 150)]
    other = [event(n, when=on(FIRST + DAY)) for n in range(150, 225)]
    laid = layout(extent(same + other), WIDE)
    heights = [(each.family, round(each.bottom - each.top, 3)) for each in laid.columns]
    assert laid.most == 150
    assert heights == [(Family.FACT, 34.667), (Family.GONE, 17.333), (Family.FACT, 26.0)]


def test_an_uncertain_day_is_a_stretch_and_an_open_end_is_told_from_a_known_one():
    known, between, by, since = layout(
        extent(
            [
                event(0),
                event(1, when=Interval(FIRST, FIRST + 4 * DAY, "expression")),
                event(2, when=Interval(None, FIRST + 4 * DAY, "document")),
                event(3, when=Interval(FIRST + 5 * DAY, None, "document")),
            ]
        ),
        WIDE,
    ).marks
    assert known.left == known.right == known.x
    assert between.left < between.x < between.right
    assert (by.open_start, by.open_end, by.left < by.right == by.x) == (True, False, True)
    assert (since.open_start, since.open_end, since.left == since.x < since.right) == (False, True, True)


def test_what_is_far_out_is_left_to_the_list_and_the_caption_says_so():
    story = [event(n, when=on(FIRST + n * DAY)) for n in range(8)]
    what = extent([*story, event(8, when=on(date(1991, 8, 24))), event(9, when=UNKNOWN), event(10, when=UNKNOWN)])
    assert what.shown == Period(FIRST - DAY, FIRST + 8 * DAY)
    assert [each.when.earliest.year for each in what.earlier] == [1991]
    assert caption(what).endswith("Only in the list: 2 undated ones; 1 before, back to August 1991.")
    assert caption(what).startswith("8 happenings, 3–10 March 2031. ")


def test_without_any_date_there_is_nothing_to_draw():
    assert extent([event(when=UNKNOWN)]) is None
    assert extent([]) is None


def test_the_newest_coverage_is_marked_where_the_story_goes_on_after_it():
    story = [event(n, when=on(FIRST + n * DAY)) for n in range(8)]
    assert layout(extent(story, newest=FIRST + 3 * DAY), WIDE).newest == pytest.approx(888 / 2, abs=1)
    assert layout(extent(story, newest=date(2040, 1, 1)), WIDE).newest is None


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_break_it(day):
    what = extent([event(0, when=on(day)), event(1, when=Interval(date.min, date.max, "expression"))])
    assert layout(what, WIDE).marks


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2031, 3, 8), ["3", "4", "5", "6", "7", "8"]),
        (date(2031, 3, 31), ["3", "10", "17", "24", "31"]),
        (date(2031, 9, 30), ["May", "Jul", "Sep"]),
        (date(2050, 1, 1), ["2035", "2040", "2045", "2050"]),
    ],
)
def test_ticks_are_round_days(last, expected):
    days, form = ticks(Period(date(2031, 3, 3), last), 6)
    written = {"%-d %b": lambda day: str(day.day), "%b %Y": lambda day: f"{day:%b}", "%Y": lambda day: str(day.year)}
    assert [written[form](day) for day in days][: len(expected)] == expected


def test_columns_are_days_weeks_months_or_years():
    first = date(2031, 3, 5)
    assert [bins(Period(first, first + days * DAY), 70)[0] for days in (60, 400, 2000, 9000)] == [
        "day",
        "week",
        "month",
        "year",
    ]
    assert bins(Period(first, first + 80 * DAY), 70)[1][0] == date(2031, 3, 3)


def test_one_happening_has_a_period_around_it():
    assert period([event()]) == Period(FIRST - DAY, FIRST + DAY)
