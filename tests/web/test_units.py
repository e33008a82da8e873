"""What pages are made of, without a server."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.schema import Act, EventType, Sourcing
from onrecord.record.facets import Facet
from onrecord.views.query import parsed
from onrecord.views.web.links import Links
from onrecord.views.web.settings import is_loopback
from onrecord.views.web.visit import PAUSE_S, Visit, visited
from onrecord.views.web.zoom import HEIGHT_PX, MOST_COLUMNS, WIDTH_PX, zoom

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(1, 99)), min_size=1, max_size=30))
def test_columns_count_every_day_once_and_stay_in_the_drawing(days):
    totals = {}
    for day, number in days:
        totals[day] = totals.get(day, 0) + number
    seen = zoom([Facet(day.isoformat(), "", number) for day, number in totals.items()], since=None, until=None)
    if len(seen.columns) < MOST_COLUMNS:
        assert sum(column.number for column in seen.columns) + seen.earlier + seen.later == sum(totals.values())
    assert all(column.x >= 0 and column.x + column.width <= WIDTH_PX + 1 for column in seen.columns)
    assert all(0 <= column.height <= HEIGHT_PX for column in seen.columns)
    for column, following in zip(seen.columns, seen.columns[1:], strict=False):
        assert column.last + timedelta(days=1) == following.first


def test_zooming_in_leads_from_years_to_months_to_days_and_out_again():
    facets = [
        Facet("2020-05-04", "", 5),
        Facet("2025-05-04", "", 5),
        Facet("2031-03-06", "", 1),
        Facet("2031-03-09", "", 4),
    ]
    years = zoom(facets, since=None, until=None)
    assert (years.unit, years.wider) == ("year", None)
    [*_, last] = years.columns
    months = zoom(facets, since=last.first, until=last.last)
    assert (months.unit, months.most) == ("month", 5)
    march = next(column for column in months.columns if column.number)
    days = zoom(facets, since=march.first, until=march.last)
    assert [column.number for column in days.columns if column.number] == [1, 4]
    assert (days.wider.earliest, days.wider.latest) == (date(2031, 1, 1), date(2031, 12, 31))
    assert days.before.earliest == date(2031, 2, 1)
    assert not zoom(facets, since=last.first, until=last.last).wider.known


def test_what_lies_far_out_is_left_out_and_counted():
    near = [Facet(f"2031-03-{day:02}", "", 3) for day in range(1, 20)]
    seen = zoom([Facet("1841-01-01", "", 1), *near], since=None, until=None)
    assert (seen.unit, seen.earlier, seen.later) == ("day", 1, 0)
    assert zoom([Facet("1841-01-01", "", 1), *near], since=None, until=date(2030, 1, 1)).columns


def test_without_a_day_there_is_nothing_to_zoom():
    assert zoom([Facet("", "", 3)], since=None, until=None) is None


@given(st.text(max_size=200))
def test_no_query_is_wrong(text):
    parsed(text)


def test_operators_are_told_from_words():
    query = parsed('tariff speaker:"Ora Lind" act:deny sourcing:unnamed before:2031-03 after:2030 12:30 "nine days"')
    assert query.words == 'tariff 12:30 "nine days"'
    assert (query.speaker, query.act, query.sourcing) == ("Ora Lind", Act.DENY, Sourcing.UNNAMED)
    assert (query.until, query.since) == (date(2031, 2, 28), date(2031, 1, 1))
    assert parsed("type:consult").type is EventType.CONSULT
    assert parsed("type:statement").kind == "statement"
    assert parsed("http://vasht.example").words == "http://vasht.example"


@pytest.mark.parametrize("text", ["act:sing", "before:soon", "before:2031-02-30", "type:thing"])
def test_what_an_operator_cannot_be_is_told(text):
    query = parsed(f"{text} tariff")
    assert query.words == "tariff"
    assert len(query.troubles) == 1


def test_a_visit_lasts_until_its_visitor_is_away_for_a_while():
    first = visited("", newest=3, now=1000)
    assert first == Visit(0, 3, 1000)
    reading = visited(str(first), newest=4, now=1000 + PAUSE_S)
    assert reading.before == 0
    back = visited(str(reading), newest=5, now=1001 + 2 * PAUSE_S)
    assert back.before == 4
    assert visited(str(back), newest=1, now=2000).before == 0


@given(st.text(max_size=40))
def test_no_cookie_is_wrong(cookie):
    assert visited(cookie, newest=1, now=10).seen == 1


def test_links_stay_in_the_story_and_change_one_choice():
    links = Links("/statements", {"story": "y-1", "act": "deny", "page": "3"})
    assert links.here(outlet="Vasht Tribune") == "/statements?story=y-1&act=deny&outlet=Vasht+Tribune"
    assert links.here(act="") == "/statements?story=y-1"
    assert links.article("a b/c&d") == "/article?story=y-1&id=a+b%2Fc%26d"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_loopback_is_this_machine_alone(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.4", "desk.example", ""])  # noqa: S104
def test_any_other_address_is_not(host):
    assert not is_loopback(host)
