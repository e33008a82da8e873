"""A small reader that finds `"…," Somebody said` by rule: real readings for tests of the record, without the model."""

import re
from collections.abc import Iterable, Iterator

from onrecord.coverage.document import Document
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
from onrecord.spans import Span

CUES = {"said": Act.ASSERT, "warned": Act.THREATEN, "promised": Act.PROMISE, "denied": Act.DENY, "asked": Act.ASK}
TITLES = "envoy|president|premier|minister|senator|general"
NAME = r"(?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+"
WHO = rf"(?P<title>(?:{TITLES}) )?(?P<name>{NAME})|(?P<unnamed>(?:an?|two|the) (?:senior )?officials?)"
QUOTED = re.compile(rf'"(?P<content>[^"\n]+)" (?P<who>{WHO}) (?P<cue>{"|".join(CUES)})\b')


def read(documents: Iterable[Document]) -> Iterator[Reading]:
    """One reading a document."""
    return map(reading_of, documents)


def reading_of(document: Document) -> Reading:
    """All quotations of `document` with their speakers, one actor for each way in which it names somebody."""
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    statements: list[Statement] = []
    for found in QUOTED.finditer(document.text):
        name = found["name"] or found["unnamed"]
        named = Span(*found.span("name" if found["name"] else "unnamed"))
        actor = actors.get(name) or Actor(id=f"a{len(actors)}", name=name, kind=Kind.PERSON)
        if found["title"]:
            title = Title(found["title"].strip(), Span(found.start("title"), found.end("title") - 1))
            actor = Actor(id=actor.id, name=name, kind=Kind.PERSON, titles=(*actor.titles, title))
        actors[name] = actor
        form = MentionForm.NAME if found["name"] else MentionForm.NOMINAL
        mentions.append(Mention(span=named, head=named, kind=Kind.PERSON, form=form, actor=actor.id))
        statements.append(
            Statement(
                source=(Span(*found.span("who")),),
                cue=(Span(*found.span("cue")),),
                content=(Span(*found.span("content")),),
                speaker=actor.id,
                form=Form.DIRECT,
                sourcing=Sourcing.NAMED if found["name"] else Sourcing.UNNAMED,
                act=CUES[found["cue"]],
            )
        )
    return Reading(
        id=document.id,
        text=document.text,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        body=document.body,
        sentences=tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", document.text)),
        mentions=tuple(mentions),
        actors=tuple(actors.values()),
        statements=tuple(statements),
    )
