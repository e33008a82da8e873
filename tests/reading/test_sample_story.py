"""The sample story as it is read, against what a careful reader wrote down."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onrecord.coverage import load
from onrecord.coverage.document import Document
from onrecord.reading.reader import read
from onrecord.reading.schema import Reading, Statement
from onrecord.spans import Span

STORY = Path(__file__).parents[2] / "examples" / "harrow-strait"

# Floors, a little below what is measured (docs/quality.md); to lower one, say why.
LEAST_RECALL = 0.77
LEAST_PRECISION = 0.85
LEAST_SPEAKERS = 0.9
LEAST_SOURCING = 0.84
LEAST_FORM = 0.95


@cache
def expected() -> dict[str, Any]:
    return json.loads((STORY / "expected.json").read_text(encoding="utf-8"))


@cache
def readings() -> dict[str, Reading]:
    documents = [d for d in load([STORY / "coverage"]) if isinstance(d, Document)]
    names = {d.id: d.id if ".jsonl" in d.origin else Path(d.origin).name for d in documents}
    return {names[r.id]: r for r in read(documents)}


def located(reading: Reading, entry: dict[str, Any], part: str) -> set[int]:
    """The characters of one part of an expected statement."""
    at = reading.text.index(entry["passage"])
    return {i for start, end in entry["spans"][part] for i in range(at + start, at + end)}


def characters(spans: tuple[Span, ...]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def alike(found: Statement, content: set[int], source: set[int]) -> float:
    """Dice of the contents; 0 where the sources are apart."""
    mine, whose = characters(found.content), characters(found.source)
    apart = bool(whose) and bool(source) and not whose & source
    return 0.0 if apart else 2 * len(mine & content) / (len(mine) + len(content))


@cache
def matches() -> tuple[list[tuple[dict[str, Any], Reading, Statement | None]], int]:
    """Each expected statement of the completely annotated articles with what was read for it; how many were read."""
    out: list[tuple[dict[str, Any], Reading, Statement | None]] = []
    read_in_all = 0
    for file in expected()["complete_statements_for"]:
        reading = readings()[file]
        read_in_all += len(reading.statements)
        free = list(reading.statements)
        for entry in (e for e in expected()["statements"] if e["file"] == file):
            content, source = (located(reading, entry, part) for part in ("content", "source"))
            best = max(free, key=lambda s: alike(s, content, source), default=None)
            if best is None or alike(best, content, source) < 0.5:
                best = None
            else:
                free.remove(best)
            out.append((entry, reading, best))
    return out, read_in_all


def share(right: int, of: int) -> float:
    return right / max(1, of)


def test_what_a_careful_reader_finds_is_read() -> None:
    pairs, _ = matches()
    assert share(sum(found is not None for *_, found in pairs), len(pairs)) >= LEAST_RECALL


def test_what_is_read_is_what_a_careful_reader_finds() -> None:
    pairs, read_in_all = matches()
    assert share(sum(found is not None for *_, found in pairs), read_in_all) >= LEAST_PRECISION


def test_statements_go_to_who_made_them() -> None:
    right = wrong = 0
    surnames = {actor["name"]: actor["name"].split()[-1] for actor in expected()["actors"]}
    for entry, reading, found in matches()[0]:
        if found is None or found.speaker is None or entry["speaker"] is None:
            continue
        name = next(a.name for a in reading.actors if a.id == found.speaker)
        known = next((a for a in expected()["actors"] if a["name"] == entry["speaker"]), {"aliases": []})
        fits = name in (entry["speaker"], *known["aliases"]) or name.endswith(surnames.get(entry["speaker"], "?"))
        right, wrong = right + fits, wrong + (not fits)
    assert share(right, right + wrong) >= LEAST_SPEAKERS


@pytest.mark.parametrize(("field", "least"), [("sourcing", LEAST_SOURCING), ("form", LEAST_FORM)])
def test_classes_are_those_of_a_careful_reader(field: str, least: float) -> None:
    pairs = [(entry[field], str(getattr(found, field))) for entry, _, found in matches()[0] if found is not None]
    confusions = Counter(pair for pair in pairs if pair[0] != pair[1])
    assert share(sum(a == b for a, b in pairs), len(pairs)) >= least, confusions


def test_residue_says_nothing() -> None:
    for document in expected()["documents"]:
        reading = readings()[document["id"]]
        for line in document["residue"]:
            at = reading.text.find(line)
            if at < 0:
                continue
            inside = [s for s in reading.statements if min(characters(s.content)) in range(at, at + len(line))]
            assert not inside, (document["path"], line)
