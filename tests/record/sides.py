"""Readings by hand: who is named where, who says what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from onrecord.coverage.document import Document
from onrecord.reading.schema import (
    Actor,
    Form,
    Kind,
    Mention,
    MentionForm,
    Reading,
    Sourcing,
    Statement,
    Time,
)
from onrecord.record.build import build
from onrecord.spans import Span
from record.story import document

SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d))+(?:[.!?]+[”\"]?|$)")


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text` for the nth time, from 0."""
    at = [hit.start() for hit in re.finditer(re.escape(words), text)][nth]
    return Span(at, at + len(words))


def reading(
    text: str,
    *names: str,
    said: Sequence[tuple[str, str, str]] = (),
    kinds: dict[str, Kind] | None = None,
    times: Sequence[Time] = (),
    id: str = "d1",  # noqa: A002
    sourcing: Sourcing = Sourcing.NAMED,
    others: dict[str, str] | None = None,
) -> Reading:
    """A reading in which each of `names` is an actor; `said`: speaker, cue, content; `others`: pronouns for names."""
    ids = {name: f"a{n}" for n, name in enumerate(names)}
    kinds = kinds or {}
    return Reading(
        id=id,
        text=text,
        language="en",
        body=(Span(0, len(text)),),
        sentences=tuple(Span(*_trimmed(hit)) for hit in SENTENCE.finditer(text) if hit.group().strip()),
        actors=tuple(Actor(id=ids[n], name=n, kind=kinds.get(n, Kind.PERSON)) for n in names),
        mentions=tuple(
            Mention(span=Span(*hit.span()), head=Span(*hit.span()), kind=kinds.get(n, Kind.PERSON),
                    form=form, actor=ids[n])
            for words, n, form in (
                *((n, n, MentionForm.NAME) for n in names),
                *((words, n, MentionForm.PRONOUN) for words, n in (others or {}).items()),
            )
            for hit in re.finditer(rf"\b{re.escape(words)}\b", text)
        ),
        statements=tuple(
            Statement(
                source=(span(text, who),),
                cue=(span(text, cue),),
                content=(span(text, content),),
                speaker=ids[who],
                form=Form.DIRECT if content[0] in "“\"" else Form.INDIRECT,
                sourcing=sourcing,
            )
            for who, cue, content in said
        ),
        times=tuple(times),
    )  # fmt: skip


def _trimmed(hit: re.Match[str]) -> tuple[int, int]:
    return hit.start() + len(hit.group()) - len(hit.group().lstrip()), hit.end()


def built(path: Path, articles: Iterable[tuple[str, str, date | None]], *, names: Sequence[str]) -> None:
    """The record at `path` of articles: text, id, day."""

    def read(documents: Iterable[Document]) -> Iterator[Reading]:
        for each in documents:
            found = reading(each.text, *names, id=each.id)
            known = {mention.actor for mention in found.mentions}
            actors = tuple(actor for actor in found.actors if actor.id in known)
            yield msgspec.structs.replace(found, actors=actors, published=each.published)

    items = [
        document(text, id=name, origin=f"{name}.txt", outlet=name.title(), day=day) for text, name, day in articles
    ]
    build(items, path, read=read, model="by hand", version="0.1.0", wait_s=0.2)
