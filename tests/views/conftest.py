"""Records of invented coverage in which we decide ourselves what is said."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.coverage.document import Document, Residue, Unread
from onrecord.coverage.identity import text_hash
from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import (
    Act,
    Actor,
    Form,
    Kind,
    Mention,
    MentionForm,
    Reading,
    Sourcing,
    Statement,
    Title,
)
from onrecord.record.build import build
from onrecord.record.record import Record
from onrecord.spans import Span

TEXT = (
    "Talks in Ardmoor stall over cargo\n"
    "By Tam Oskar\n"
    "Envoy Ora Lind said the port would open by May.\n"
    "Two officials denied that Lind had promised anything, the Ardmoor Courier reported.\n"
    "Share this article"
)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, source: str, cue: str, *content: str, speaker: str | None = None, **more: object) -> Statement:
    """A statement whose parts are the first occurrences of these words in `text`."""
    parts = {
        "source": tuple(span_of(text, words) for words in [source] if words),
        "cue": tuple(span_of(text, words) for words in [cue] if words),
        "content": tuple(span_of(text, words) for words in content),
    }
    defaults = {"form": Form.INDIRECT, "sourcing": Sourcing.NAMED}
    return Statement(**parts, speaker=speaker, **defaults | more)


def actor(text: str, name: str, identity: str, *, kind: Kind = Kind.PERSON, title: str = "") -> tuple[Actor, Mention]:
    titles = (Title(title, span_of(text, title)),) if title else ()
    span = span_of(text, name)
    mention = Mention(span=span, head=span, kind=kind, form=MentionForm.NAME, actor=identity)
    return Actor(id=identity, name=name, kind=kind, titles=titles), mention


def document(text: str, identity: str, **more: object) -> Document:
    defaults = {"origin": f"coverage/{identity}.txt", "language": "en", "body": (Span(0, len(text)),)}
    return Document(id=identity, text=text, sha256=text_hash(text), **defaults | more)


def reading(of: Document, people: Iterable[tuple[Actor, Mention]], statements: Iterable[Statement]) -> Reading:
    people = list(people)
    start, sentences = 0, []
    for line in of.text.splitlines(keepends=True):
        if line.strip():
            sentences.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return Reading(
        id=of.id,
        text=of.text,
        published=of.published,
        outlet=of.outlet,
        title=of.title,
        language=of.language,
        unread=of.unread,
        body=of.body,
        sentences=tuple(sentences),
        actors=tuple(actor for actor, _ in people),
        mentions=tuple(mention for _, mention in people),
        statements=tuple(statements),
    )


class Story:
    """Coverage that is collected piece by piece, and then built into a record."""

    said = staticmethod(said)
    actor = staticmethod(actor)
    document = staticmethod(document)
    span_of = staticmethod(span_of)
    TEXT = TEXT

    def __init__(self, path: Path) -> None:
        self.path = path
        self.items: list[Document | Unread] = []
        self.readings: dict[str, Reading] = {}

    def add(
        self, of: Document, people: Iterable[tuple[Actor, Mention]] = (), statements: Iterable[Statement] = ()
    ) -> None:
        self.items.append(of)
        self.readings[of.id] = reading(of, people, statements)

    def record(self) -> Record:
        def read(documents: Iterable[Document]) -> Iterator[Reading]:
            return (self.readings[each.id] for each in documents)

        build(self.items, self.path, read=read, model="by hand", version="0")
        return Record.open(self.path)


@pytest.fixture
def story(tmp_path):
    return Story(tmp_path / "story.db")


@pytest.fixture
def port(story):
    """Two documents on a port, one undated, with a statement inside a statement; one empty page."""
    title = "Talks in Ardmoor stall over cargo"
    byline, share = span_of(TEXT, "By Tam Oskar"), span_of(TEXT, "Share this article")
    residue = (
        Residue(span_of(TEXT, title), "headline"),
        Residue(byline, "byline"),
        Residue(share, "share"),
    )
    first = document(
        TEXT,
        "port",
        title=title,
        outlet="Tarn Gazette",
        byline="Tam Oskar",
        url="https://tarn.example/port",
        published=Interval.on(date(2031, 3, 6), "byline"),
        body=(Span(byline.end + 1, share.start - 1),),
        residue=residue,
    )
    statements = [
        said(TEXT, "Envoy Ora Lind", "said", "the port would open by May", speaker="a1", act=Act.PROMISE),
        said(
            TEXT,
            "Two officials",
            "denied",
            "that Lind had promised anything",
            speaker="a2",
            act=Act.DENY,
            sourcing=Sourcing.UNNAMED,
            via=("a3",),
        ),
        said(
            TEXT,
            "the Ardmoor Courier",
            "reported",
            "Two officials denied that Lind had promised anything",
            speaker="a3",
            sourcing=Sourcing.OUTLET,
        ),
    ]
    people = [
        actor(TEXT, "Ora Lind", "a1", title="Envoy"),
        actor(TEXT, "Two officials", "a2", kind=Kind.GROUP),
        actor(TEXT, "the Ardmoor Courier", "a3", kind=Kind.OUTLET),
    ]
    story.add(first, people, statements)
    later = 'Ora Lind left early. "Nothing is signed," she said.'
    story.add(
        document(later, "left", outlet="Hollin Post", published=UNKNOWN),
        [actor(later, "Ora Lind", "a1")],
        [said(later, "she", "said", "Nothing is signed", speaker="a1", form=Form.DIRECT)],
    )
    story.items.append(Unread("coverage/budget.html", "empty page"))
    return story
