import json
from datetime import date

import pytest

from onrecord.coverage import Document, Unread
from onrecord.coverage.jsonl import MAX_LINE_BYTES, parse_day
from onrecord.interval import Interval

TEXT = "The minister said on Monday that the bridge would stay closed."


def test_text_and_id_are_taken_as_they_are(load_lines):
    text = f"  {TEXT}\r\n\tShare this article\n"
    (document,) = load_lines(json.dumps({"id": "a/1", "text": text, "score": [1]}))
    assert (document.id, document.text) == ("a/1", text)
    assert document.origin.endswith("articles.jsonl:1")
    assert document.title is None


def test_fields_become_metadata(load_lines):
    fields = {"outlet": "Sarn Lantern", "title": "Closed", "author": "Ana Ruiz", "url": "https://lantern.example/a"}
    (document,) = load_lines(json.dumps({"id": 7, "text": TEXT, "date": "2031-03-04", **fields}))
    assert (document.id, document.outlet, document.title, document.byline) == (
        "7",
        "Sarn Lantern",
        "Closed",
        "Ana Ruiz",
    )
    assert document.published == Interval.on(date(2031, 3, 4), "metadata")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"id": "a"', "not JSON: expecting ',' delimiter (column 11)", id="cut-off"),
        pytest.param('{"id": "a"}', "field 'text' is missing", id="no-text"),
        pytest.param('{"text": 5}', "field 'text': expected str, got int", id="text-is-a-number"),
        pytest.param(
            '{"text": "a", "title": []}', "field 'title': expected str | null, got array", id="title-is-a-list"
        ),
        pytest.param("[1]", 'not a JSON object. Each line is {"id": …, "text": …}', id="no-object"),
        pytest.param(b'{"text": "caf\xe9"}', "not UTF-8. Convert the file to UTF-8", id="latin-1"),
        pytest.param("[" * 100_000, "not JSON that can be read: ", id="nested-too-deep"),
        pytest.param('{"n": ' + "9" * 5_000 + "}", "not JSON that can be read: ", id="number-too-long"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_loaded(load_lines, line, reason):
    first, broken, last = load_lines(json.dumps({"text": TEXT}), line, json.dumps({"text": TEXT + " Again."}))
    assert isinstance(first, Document)
    assert isinstance(broken, Unread)
    assert broken.origin.endswith("articles.jsonl:2")
    assert broken.reason.startswith(reason)
    assert isinstance(last, Document)


def test_a_line_over_the_limit_is_skipped_alone(load_lines):
    long = b'{"text": "' + b"a" * (2 * MAX_LINE_BYTES + 5) + b'"}'
    too_long, document = load_lines(long, json.dumps({"text": TEXT}))
    assert too_long.reason == "line is longer than 20 MB, too long for one article"
    assert document.origin.endswith(":2")


def test_blank_lines_and_a_byte_order_mark_are_nothing(load_lines):
    (document,) = load_lines(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode(), "", "  ")
    assert document.text == TEXT


def test_a_lone_surrogate_is_replaced_in_its_place(load_lines):
    (document,) = load_lines('{"text": "A \\ud800 b \\ud83d\\ude00.", "id": "\\udfff1"}')
    assert document.text == "A \ufffd b 😀."
    assert document.id == "\ufffd1"


def test_an_empty_text_is_kept_and_not_read(load_lines):
    (document,) = load_lines('{"id": "a", "text": " "}')
    assert document.unread == "no text"


def test_two_texts_under_one_id_are_told(load_lines):
    lines = [json.dumps({"id": "a", "text": text}) for text in (TEXT, TEXT, "Another text.")]
    first, same, other = load_lines(*lines)
    assert first.id == same.id
    assert other.reason == "id 'a' belongs to another text, in line 1"


def test_the_middle_of_a_clean_text_is_left_alone(load_lines):
    text = f"{TEXT}\nBy the river\nComments were made.\nThe Next Step\n{TEXT}"
    (document,) = load_lines(json.dumps({"text": text}))
    assert [span.of(text) for span in document.body] == [text]


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2031-03-04T23:30:00Z", Interval.on(date(2031, 3, 4), "metadata")),
        ("2031-02", Interval(date(2031, 2, 1), date(2031, 2, 28), "metadata")),
        ("2031-12", Interval(date(2031, 12, 1), date(2031, 12, 31), "metadata")),
        ("2031", Interval(date(2031, 1, 1), date(2031, 12, 31), "metadata")),
        ("2031-13-01", Interval()),
        ("0000", Interval()),
        ("last Friday", Interval()),
        ("", Interval()),
        (None, Interval()),
    ],
)
def test_dates(value, interval):
    assert parse_day(value) == interval
