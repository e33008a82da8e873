"""A record to look into, and the program as a user runs it."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.coverage.document import Document
from onrecord.coverage.identity import text_hash
from onrecord.interval import Interval
from onrecord.reading.schema import (
    Actor,
    Commitment,
    CommitmentKind,
    Event,
    EventStatus,
    EventType,
    Form,
    Kind,
    Mention,
    MentionForm,
    Reading,
    Sourcing,
    Statement,
    Time,
    TimeType,
    When,
)
from onrecord.record.build import build
from onrecord.spans import Span

ROOT = Path(__file__).parent.parent.parent
ARTICLE = """\
Ardmoor port to open by May, envoy says

Envoy Ora Lind said on Monday that the port of Ardmoor would open by May. "Nothing is signed," she told reporters.

A senior official said the harbour master had not been asked.
"""


def environment(**more: str) -> dict[str, str]:
    """That of these tests, without what would change how the program writes."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    return kept | {"PYTHONPATH": str(ROOT)} | more


@pytest.fixture
def run():
    """Runs the program in a process of its own; what it wrote, as text, and its exit code."""

    def run(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "onrecord", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env=environment(**more),
        )

    return run


@pytest.fixture
def command():
    """The start of a command line for a shell, with the environment to run it in."""
    return f"{sys.executable} -m onrecord", environment()


@pytest.fixture
def invoke():
    """Runs a command in this process."""

    def invoke(*arguments: object):
        return CliRunner().invoke(app, list(map(str, arguments)))

    return invoke


@pytest.fixture
def coverage(tmp_path):
    """A folder with one article and one empty file."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "port.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def reading_of(document: Document) -> Reading:
    """`NAME said WORDS.` on every line."""
    mentions, statements, actors, start = [], [], {}, 0
    for line in document.text.splitlines(keepends=True):
        name, cue, words = line.strip().partition(" said ")
        source = Span(start, start + len(name))
        identity = actors.setdefault(name, Actor(id=f"a{len(actors)}", name=name, kind=Kind.PERSON)).id
        mentions.append(Mention(span=source, head=source, kind=Kind.PERSON, form=MentionForm.NAME, actor=identity))
        content = Span(source.end + len(cue), source.end + len(cue) + len(words) - 1)
        said = Span(source.end + 1, source.end + 5)
        named = {"speaker": identity, "form": Form.INDIRECT, "sourcing": Sourcing.NAMED}
        statements.append(Statement(source=(source,), cue=(said,), content=(content,), **named))
        start += len(line)
    return Reading(
        id=document.id,
        text=document.text,
        actors=tuple(actors.values()),
        mentions=tuple(mentions),
        statements=tuple(statements),
    )


@pytest.fixture
def record(tmp_path):
    """A record of what Ora Lind, Tam Oskar and somebody with a formula for a name said; many times over."""
    lines = ["Ora Lind said the port would open by May.", "Tam Oskar said it would not."]
    lines += [f"Ora Lind said that ship {number} had sailed." for number in range(2000)]
    lines += ["=Sum(A1) said one plus one."]
    text = "\n".join(lines)
    document = Document(id="d", text=text, sha256=text_hash(text), origin="d.txt", body=(Span(0, len(text)),))
    path = tmp_path / "port-of-ardmoor.db"
    build([document], path, read=lambda documents: map(reading_of, documents), model="by hand", version="0")
    return path


TALKS = "Ora Lind met Tam Oskar on 3 March 2031. Ora Lind promised to open the port by 12 March 2031."


def reading_of_talks(document: Document) -> Reading:
    """A meeting and a promise."""

    def at(words: str, after: int = 0) -> Span:
        start = TALKS.index(words, after)
        return Span(start, start + len(words))

    lind, oskar, again = at("Ora Lind"), at("Tam Oskar"), at("Ora Lind", 10)
    mention = {"kind": Kind.PERSON, "form": MentionForm.NAME}
    third, twelfth = at("on 3 March 2031"), at("by 12 March 2031")
    met = When(expressions=(third,), earliest=date(2031, 3, 3), latest=date(2031, 3, 3), basis="expression")
    due = When(expressions=(twelfth,), earliest=date(2031, 3, 12), latest=date(2031, 3, 12), basis="expression")
    days = {third: date(2031, 3, 3), twelfth: date(2031, 3, 12)}
    return Reading(
        id=document.id,
        text=TALKS,
        published=document.published,
        sentences=(Span(0, 39), Span(40, len(TALKS))),
        actors=(Actor(id="a1", name="Ora Lind", kind=Kind.PERSON), Actor(id="a2", name="Tam Oskar", kind=Kind.PERSON)),
        mentions=tuple(
            Mention(span=span, head=span, actor=actor, **mention)
            for span, actor in ((lind, "a1"), (oskar, "a2"), (again, "a1"))
        ),
        times=tuple(
            Time(span=span, type=TimeType.DATE, value=str(day), earliest=day, latest=day) for span, day in days.items()
        ),
        events=(
            Event(
                trigger=at("met"),
                type=EventType.CONSULT,
                status=EventStatus.OCCURRED,
                initiators=("a1",),
                recipients=("a2",),
                time=met,
            ),
        ),
        commitments=(
            Commitment(
                kind=CommitmentKind.PROMISE, cue=at("promised"), what=(at("to open the port"),), by="a1", due=due
            ),
        ),
    )


@pytest.fixture
def talks(tmp_path):
    """A record of one meeting and one promise."""
    path = tmp_path / "talks.db"
    published = Interval.on(date(2031, 3, 4), "metadata")
    document = Document(
        id="d",
        text=TALKS,
        sha256=text_hash(TALKS),
        origin="d.txt",
        body=(Span(0, len(TALKS)),),
        outlet="Tarn Gazette",
        published=published,
        language="en",
    )
    build([document], path, read=lambda documents: map(reading_of_talks, documents), model="by hand", version="0")
    return path
