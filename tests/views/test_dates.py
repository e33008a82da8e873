from datetime import date

import pytest

from onrecord.interval import Interval
from onrecord.views.dates import days, with_basis, with_weekday, written


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2031, 3, 6), date(2031, 3, 6), "6 March 2031"),
        (date(2031, 3, 3), date(2031, 3, 12), "3–12 March 2031"),
        (date(2031, 2, 28), date(2031, 3, 3), "28 February – 3 March 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "30 December 2030 – 2 January 2031"),
        (date(2031, 3, 3), None, "3 March 2031 or later"),
        (None, date(2031, 3, 3), "3 March 2031 or earlier"),
        (None, None, "undated"),
    ],
)
def test_an_interval_is_written_as_people_write_it(earliest, latest, expected):
    assert written(Interval(earliest, latest)) == expected


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("text", "3–12 March 2031 (inferred from the text)"),
        ("story", "3–12 March 2031 (inferred from the story)"),
        ("user", "3–12 March 2031 (as a user says)"),
        ("metadata", "3–12 March 2031"),
    ],
)
def test_a_date_that_no_page_states_says_how_it_is_known(basis, expected):
    assert with_basis(Interval(date(2031, 3, 3), date(2031, 3, 12), basis)) == expected


def test_only_a_single_day_has_a_weekday():
    assert with_weekday(Interval.on(date(2031, 3, 6), "url")) == "Thursday 6 March 2031"
    assert with_weekday(Interval(date(2031, 3, 6), date(2031, 3, 7))) == "6–7 March 2031"


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2031, 3, 5), date(2031, 3, 5), "5 March 2031"),
        (date(2031, 3, 3), date(2031, 3, 5), "between 3 and 5 March 2031"),
        (date(2031, 2, 28), date(2031, 3, 3), "between 28 February and 3 March 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "between 30 December 2030 and 2 January 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), "March 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 1, 1), date(2031, 2, 28), "between 1 January and 28 February 2031"),
        (None, date(2031, 3, 12), "by 12 March 2031"),
        (date(2031, 3, 3), None, "from 3 March 2031 on"),
        (None, None, "undated"),
    ],
)
def test_when_something_happened_is_written_as_people_write_it(earliest, latest, expected):
    assert days(Interval(earliest, latest)) == expected
