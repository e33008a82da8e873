"""Checks that the expected record of the sample story agrees with the articles it describes.

The record is written by hand; a slip in it would be reported as a fault of the reader. So: every quoted text stands in
the article it is said to stand in, every name is one of the record's actors, every date is a calendar date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeAlias

import pytest

STORY = Path(__file__).parents[2] / "examples" / "harrow-strait"
COVERAGE = STORY / "coverage"

# What json.loads gives back; the shape is what this file checks.
Entry: TypeAlias = dict[str, Any]

EXPECTED: Entry = json.loads((STORY / "expected.json").read_text("utf-8"))
ACTORS = {actor["name"] for actor in EXPECTED["actors"]}
DOCUMENTS: dict[str, Entry] = {document["id"]: document for document in EXPECTED["documents"]}

FORMS = {"direct", "indirect", "mixed"}
SOURCINGS = {"named", "unnamed", "organization", "document", "outlet", "general"}
ACTS = set("assert deny threaten promise demand propose predict criticize praise decline ask".split())
EVENT_TYPES = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
EVENT_STATUSES = {"occurred", "ongoing", "planned", "possible", "conditional", "threatened", "denied", "called_off"}
COMMITMENT_STATUSES = {"open", "kept", "carried_out", "lapsed", "withdrawn", "superseded", "unknown"}


class VisibleText(HTMLParser):
    """The text a browser would show: one line a block, nothing from head, scripts and styles."""

    INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "time"})
    HIDDEN = frozenset({"head", "script", "style"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (HTMLParser's)
        self.hidden += tag in self.HIDDEN
        if tag not in self.INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self.HIDDEN
        if tag not in self.INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def stored_text(document: Entry) -> str:
    path = COVERAGE / str(document["path"])
    raw: str = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        lines = [json.loads(line) for line in raw.splitlines()]
        text: str = next(line["text"] for line in lines if line["id"] == document["id"])
        return text
    if path.suffix == ".html":
        page = VisibleText()
        page.feed(raw)
        return "".join(page.parts)
    return raw


TEXTS = {name: stored_text(document) for name, document in DOCUMENTS.items()}


def entries(node: object) -> Iterator[Entry]:
    """Every JSON object in the record, however deep."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from entries(value)
    elif isinstance(node, list):
        for value in node:
            yield from entries(value)


def quotations() -> Iterator[tuple[str, str]]:
    """(document id, quoted text) for evidence, quantities, labels and passages."""
    for entry in entries(EXPECTED):
        if isinstance(entry.get("file"), str):
            for key in ("text", "passage"):
                if key in entry:
                    yield entry["file"], entry[key]


def test_every_stored_article_is_described_once() -> None:
    described = sorted(document["path"] for document in EXPECTED["documents"])
    assert described == sorted(path.name for path in COVERAGE.iterdir())
    assert len(DOCUMENTS) == len(EXPECTED["documents"])


def test_files_named_anywhere_are_documents() -> None:
    named = {entry["file"] for entry in entries(EXPECTED) if "file" in entry}
    named |= {copy["of"] for copy in EXPECTED["copies"]} | set(EXPECTED["complete_statements_for"])
    assert named <= set(DOCUMENTS)


def test_every_quoted_text_stands_in_its_article() -> None:
    missing = [(file, quoted) for file, quoted in quotations() if quoted not in TEXTS[file]]
    assert missing == []


def test_no_quoted_text_runs_over_a_line() -> None:
    assert [quoted for _, quoted in quotations() if "\n" in quoted] == []


def test_residue_stands_in_its_article() -> None:
    missing = [
        (document["id"], line)
        for document in EXPECTED["documents"]
        for line in document["residue"]
        if line not in TEXTS[document["id"]]
    ]
    assert missing == []


@pytest.mark.parametrize("statement", EXPECTED["statements"], ids=lambda statement: statement["id"])
def test_statement_parts_are_slices_of_a_passage_that_occurs_once(statement: Entry) -> None:
    passage = statement["passage"]
    assert TEXTS[statement["file"]].count(passage) == 1
    for part in ("source", "cue", "content", "hedges"):
        assert [passage[start:end] for start, end in statement["spans"][part]] == statement[part]
    assert statement["content"]
    assert statement["form"] in FORMS
    assert statement["sourcing"] in SOURCINGS
    assert statement["act"] in ACTS


def test_statement_ids_are_unique() -> None:
    ids = [statement["id"] for statement in EXPECTED["statements"]]
    assert len(ids) == len(set(ids))


def test_evidence_names_a_statement_that_exists() -> None:
    known = {statement["id"] for statement in EXPECTED["statements"]}
    for kind in ("events", "forecasts"):
        for entry in EXPECTED[kind]:
            assert entry["statement"] is None or entry["statement"] in known


def named_actors() -> Iterator[str]:
    for statement in EXPECTED["statements"]:
        yield from (name for name in (statement["speaker"], statement["affiliation"]) if name)
        relays = [*statement["via"], statement["addressee"] or {}]
        yield from (relay["actor"] for relay in relays if "actor" in relay)
    for event in EXPECTED["events"]:
        yield from event["initiators"] + event["recipients"]
        yield from [event["place"]] if event["place"] else []
    for commitment in EXPECTED["commitments"]:
        yield from (name for name in (commitment["by"], commitment["toward"]) if name)
    for position in EXPECTED["positions"]:
        yield position["actor"]
    for forecast in EXPECTED["forecasts"]:
        yield forecast["by"]
    for dispute in EXPECTED["disputes"]:
        yield from (side["by"] for side in dispute["sides"] if side["by"])
    for label in EXPECTED["labels"]:
        yield label["target"]
    for actor in EXPECTED["actors"]:
        yield from (role["for"] for role in actor["roles"] if role["for"])
    for document in EXPECTED["documents"]:
        yield document["outlet"]


def test_every_name_is_an_actor() -> None:
    assert sorted(set(named_actors()) - ACTORS) == []


def test_actor_names_are_unique() -> None:
    assert len(ACTORS) == len(EXPECTED["actors"])


def test_closed_sets() -> None:
    for event in EXPECTED["events"]:
        assert event["type"] in EVENT_TYPES
        assert {event["status"]} | {step["status"] for step in event["history"]} <= EVENT_STATUSES
    for commitment in EXPECTED["commitments"]:
        assert {commitment["status"]} | {step["status"] for step in commitment["history"]} <= COMMITMENT_STATUSES
        assert commitment["history"][-1]["status"] == commitment["status"] or commitment["status"] == "unknown"
    for label in EXPECTED["labels"]:
        assert -1 <= label["polarity"] <= 1


def test_intervals_are_calendar_dates_in_order() -> None:
    for entry in entries(EXPECTED):
        if "earliest" in entry:
            ends = [date.fromisoformat(entry[end]) for end in ("earliest", "latest") if entry[end]]
            assert ends == sorted(ends)


def test_every_quantity_and_label_stands_in_its_passage() -> None:
    for entry in EXPECTED["quantities"] + EXPECTED["labels"]:
        assert entry["text"] in entry["passage"]
        assert TEXTS[entry["file"]].count(entry["passage"]) == 1


def test_shifts_join_two_stances_of_one_actor_on_one_issue() -> None:
    for shift in EXPECTED["shifts"]:
        before, after = EXPECTED["positions"][shift["from"]], EXPECTED["positions"][shift["to"]]
        assert {before["actor"], after["actor"]} == {shift["actor"]}
        assert {before["issue"], after["issue"]} == {shift["issue"]}
        assert before["on"]["earliest"] < after["on"]["earliest"]


def test_republication_keeps_the_text_and_the_rewrite_does_not() -> None:
    for copy in EXPECTED["copies"]:
        assert DOCUMENTS[copy["file"]]["copy_of"] == {"file": copy["of"], "relation": copy["relation"]}
        assert all(line in TEXTS[copy["file"]] for line in copy["added"])
        assert all(line in TEXTS[copy["of"]] and line not in TEXTS[copy["file"]] for line in copy["omitted"])
        shared = set(TEXTS[copy["file"]].splitlines()) & set(TEXTS[copy["of"]].splitlines()) - {""}
        assert (len(shared) > 5) == (copy["relation"] == "republished")


def test_undated_pages_name_no_date() -> None:
    for entry in EXPECTED["timeline"]:
        assert "2031" not in TEXTS[entry["file"]] + entry["file"]
        assert DOCUMENTS[entry["file"]]["published"]["basis"] == "story"


def test_what_is_not_english_is_not_read() -> None:
    assert {document["language"] for document in EXPECTED["documents"] if not document["read"]} == {"fr"}
