"""The labels of our own that the model is trained and measured with."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.reading.labels import EVENT_TYPES, ROLES, STATUSES

FOLDER = Path(__file__).parents[2] / "training" / "annotations"

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def spans_of(event: Row) -> list[list[int]]:
    return [event["trigger"], *event["initiators"], *event["recipients"]]


@pytest.mark.parametrize("name", ["events.jsonl", "cameo.jsonl"])
def test_every_event_has_a_known_type_and_status_and_real_spans(name: str) -> None:
    events = [event for row in rows(name) for event in row["events"]]
    assert {event["type"] for event in events} == set(EVENT_TYPES)
    assert {event["status"] for event in events} <= set(STATUSES)
    assert all(0 <= a < b for event in events for a, b in spans_of(event))


def test_a_trigger_is_one_whole_word_of_its_sentence() -> None:
    for row in rows("events.jsonl"):
        text = row["text"]
        for event in row["events"]:
            a, b = event["trigger"]
            around = text[max(0, a - 1) : a] + text[b : b + 1]
            assert text[a:b].strip() == text[a:b]
            assert " " not in text[a:b]
            assert not any(character.isalnum() for character in around), (text, text[a:b])


def test_no_span_reaches_beyond_its_sentence_or_begins_with_a_blank() -> None:
    for row in rows("events.jsonl"):
        for a, b in [span for event in row["events"] for span in spans_of(event)]:
            assert row["text"][a:b] == row["text"][a:b].strip() != ""


def test_no_sentence_is_annotated_twice() -> None:
    texts = [row["text"] for row in rows("events.jsonl")]
    ids = [row["id"] for row in rows("cameo.jsonl")]
    assert len(set(texts)) == len(texts)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["voices.jsonl", "voices_dev.jsonl"])
def test_every_inner_voice_lies_within_its_content(name: str) -> None:
    for row in rows(name):
        start, end = row["content"]
        for voice in row["voices"]:
            assert voice["cue"]
            assert all(start <= a < b <= end for role in ROLES for a, b in voice[role])


def test_what_measures_shares_no_article_with_what_trains() -> None:
    assert not {row["doc"] for row in rows("voices.jsonl")} & {row["doc"] for row in rows("voices_dev.jsonl")}
