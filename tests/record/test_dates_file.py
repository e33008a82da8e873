from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import CoverageError
from onrecord.record.dates_file import parse_dates, read_dates
from onrecord.record.rulings.entry import days_of


def ruled(text):
    rulings = parse_dates(text, name="dates.csv").rulings
    return [(*each.targets, days_of(each.value).earliest, days_of(each.value).latest) for each in rulings]


MARCH_4 = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("document,date\na.txt,2031-03-04", [("a.txt", MARCH_4, MARCH_4)], id="day"),
        pytest.param("document,date\na.txt,2031-02", [("a.txt", date(2031, 2, 1), date(2031, 2, 28))], id="month"),
        pytest.param("Date ; Document\n2031-03-04;a.txt", [("a.txt", MARCH_4, MARCH_4)], id="semicolons, other order"),
        pytest.param("document,earliest,latest\na,2031-03-04,", [("a", MARCH_4, None)], id="one side"),
        pytest.param("document,earliest,latest\na,,2031-03-04", [("a", None, MARCH_4)], id="other side"),
        pytest.param("# who\ndocument,date # when\n\na,2031-03-04 # seen", [("a", MARCH_4, MARCH_4)], id="comments"),
        pytest.param('document,date\n"a, b #1.txt",2031-03-04', [("a, b #1.txt", MARCH_4, MARCH_4)], id="quotes"),
        pytest.param("document,date\nw.example/a#b,2031-03-04", [("w.example/a#b", MARCH_4, MARCH_4)], id="address"),
        pytest.param("document,date\na,", [("a", None, None)], id="taken back"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_what_a_file_rules(text, expected):
    assert ruled(text) == expected


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a,4/3/2031", "dates.csv:2: '4/3/2031' is not a day; write it like 2031-03-06, or leave it empty to take"),
        ("a,2031-02-30", "dates.csv:2: '2031-02-30' is not a day; "),
        (",2031-03-04", "dates.csv:2: names no document; give its id, file or address in the column document"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(line, complaint):
    file = parse_dates(f"document,date\n{line}\nb,2031-03-04", name="dates.csv")
    assert [each.targets for each in file.rulings] == [("b",)]
    assert len(file.troubles) == 1
    assert file.troubles[0].startswith(complaint)


def test_an_interval_that_ends_before_it_begins_is_told():
    file = parse_dates("document,earliest,latest\na,2031-03-04,2031-03-01", name="d.csv")
    assert file.troubles == ("d.csv:2: 2031-03-04 to 2031-03-01 ends before it begins; exchange earliest and latest",)


@pytest.mark.parametrize("header", ["file,date", "document", "2031-03-04,a.txt"])
def test_other_columns_are_refused_in_one_line(header):
    with pytest.raises(CoverageError, match=r"d\.csv:1: has the columns .+\. Give document,date or document,earliest"):
        parse_dates(f"{header}\nx,y", name="d.csv")


def test_no_file_and_no_text_are_refused(tmp_path):
    with pytest.raises(CoverageError, match="cannot be read"):
        read_dates(tmp_path / "none.csv")
    (tmp_path / "utf16.csv").write_bytes("document,date".encode("utf-16"))
    with pytest.raises(CoverageError, match="is not in UTF-8"):
        read_dates(tmp_path / "utf16.csv")


@given(st.text(alphabet='a,;"# \n2031-04', max_size=60))
def test_any_line_is_a_ruling_or_a_complaint(lines):
    file = parse_dates(f"document,date\n{lines}", name="d.csv")
    for ruling in file.rulings:
        assert all(ruling.targets)
        assert days_of(ruling.value).basis == "user"
