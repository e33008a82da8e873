from datetime import date

import pytest

from onrecord.coverage.bylines import Byline, parse_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("by Ana Ruiz Senior News Editor", "Ana Ruiz"),
        ("By ANA RUIZ, Chief Political Reporter", "ANA RUIZ"),
        ("By Ana Ruiz and Tom van der Berg in Sarn", "Ana Ruiz and Tom van der Berg"),
        ("By Ana Ruiz, Tom Berg and Li O’Neil", "Ana Ruiz, Tom Berg and Li O’Neil"),
        ("Words by Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz, Diplomatic Correspondent", "Ana Ruiz"),
        ("Ana Ruiz in Sarn and Tom Berg in Port Velm", "Ana Ruiz and Tom Berg"),
        ("by Lantern24 Editors", "Lantern24 Editors"),
        ("(Reporting by Ana Ruiz; Editing by Tom Berg)", "Ana Ruiz"),
    ],
)
def test_names(line, names):
    assert parse_byline(line) == Byline(names, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("4 March 2031", date(2031, 3, 4)),
        ("Tuesday, 4th March 2031 06:00 GMT", date(2031, 3, 4)),
        ("March 4, 2031, 6:42 p.m. Sarn time", date(2031, 3, 4)),
        ("Published 2031-03-04", date(2031, 3, 4)),
        ("Updated: 6 March 2031 | Published: 4 March 2031", date(2031, 3, 4)),
        ("5 Min Read", None),
        ("3 hours ago", None),
    ],
)
def test_date_lines(line, day):
    assert parse_byline(line) == Byline(None, day)


def test_names_and_day_on_one_line():
    assert parse_byline("Ana Ruiz | March 4, 2031 | 3 min read") == Byline("Ana Ruiz", date(2031, 3, 4))
    assert parse_byline("4 March 2031 by Ana Ruiz") == Byline("Ana Ruiz", date(2031, 3, 4))


def test_a_day_of_change_is_told_apart():
    assert parse_byline("Updated 6 March 2031 at 09:15 CET") == Byline(None, date(2031, 3, 6), updated=True)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the talks had failed.",
        "By Sea and Air",
        "By New York standards it was mild.",
        "Treaty signed 4 March 2031",
        "Ana Ruiz said on 4 March 2031 that she would leave.",
        "Ships collide in Port Velm",
        "Sarn Daily News: Envoy resigns over letter",
        "",
    ],
)
def test_other_lines_are_no_bylines(line):
    assert parse_byline(line) is None
