import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.safe import cell, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "red", id="colour"),
        pytest.param("\x1b]0;title\x07after", "after", id="window-title"),
        pytest.param("\x1b]8;;http://bad.example\x1b\\link\x1b]8;;\x1b\\", "link", id="hyperlink"),
        pytest.param("\x9b2Jgone", "gone", id="8-bit-clear-screen"),
        pytest.param("\x1bP1$r\x1b\\x", "x", id="device-control"),
        pytest.param("a\x08\x08b\rc", "a b c", id="backspace-and-return"),
        pytest.param("two\n\n lines\tand a tab", "two lines and a tab", id="white-space"),
        pytest.param("abc\u202ecba", "abccba", id="turned-direction"),
        pytest.param("«Żółć» 👩🏽‍🚀", "«Żółć» 👩🏽‍🚀", id="letters-and-emoji-stay"),
    ],
)
def test_a_terminal_gets_only_text(text, shown):
    assert one_line(text) == shown


@given(st.text())
def test_nothing_that_a_terminal_would_obey_is_left(text):
    left = one_line(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in left)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("\uff1d1", "'\uff1d1"),
        ("no formula = none", "no formula = none"),
        ("", ""),
    ],
)
def test_a_spreadsheet_runs_nothing(text, written):
    assert cell(text) == written


@given(st.text())
def test_html_text_keeps_its_length_so_that_offsets_hold(text):
    assert len(visible(text)) == len(text)


def test_controls_are_seen_in_html():
    assert visible("a\x1bb\x00c\x7fd\n") == "a␛b␀c␡d\n"
