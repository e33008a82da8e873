"""The marked event mentions of ECB+ as the record would hand them to merging."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.coverage.document import Document
from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.model import Model
from onrecord.reading.reader import read
from onrecord.reading.schema import Event, Reading
from onrecord.record.merging import EventMention, cluster
from onrecord.record.names import alias_key
from onrecord.spans import Span

Row = dict[str, Any]


class Marked(NamedTuple):
    """A line of the corpus: its id, the mention, and the text of the document."""

    id: str
    mention: EventMention
    text: str


def marked_mentions(path: Path, model: Model) -> Iterator[Marked]:
    """One mention a line of `path`, in order.

    Of a line only `id`, `doc`, `context` and `span` are looked at; all else is read by the product.
    """
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    documents = {row["doc"]: row["context"] for row in rows}
    readings = read((_document(name, text) for name, text in documents.items()), model=model)
    by_name = {reading.id: reading for reading in readings}
    for row in rows:
        yield Marked(row["id"], mention(by_name[row["doc"]], Span(*row["span"])), row["context"])


def _document(name: str, text: str) -> Document:
    body = (Span(0, len(text)),)
    return Document(id=name, text=text, sha256=sha256(text.encode()).hexdigest(), origin=name, body=body)


def mention(reading: Reading, trigger: Span) -> EventMention:
    """What the reading knows of an event at `trigger`."""
    number, sentence = next(((n, s) for n, s in enumerate(reading.sentences) if trigger.start < s.end), (0, trigger))
    event = next((e for e in reading.events if e.trigger.overlaps(trigger)), None)
    return EventMention(
        document=reading.id,
        start=trigger.start,
        end=trigger.end,
        sentence=(sentence.start, sentence.end),
        number=number,
        type=event.type.value if event else "",
        status=event.status.value if event else "",
        initiators=_actors(reading, event, "initiators"),
        recipients=_actors(reading, event, "recipients"),
        days=_days(reading, sentence),
    )


def _actors(reading: Reading, event: Event | None, role: str) -> tuple[str, ...]:
    """Actors by name, as the record's own ids are not settled for these documents."""
    names = {actor.id: alias_key(actor.name) for actor in reading.actors}
    return tuple(names[actor] for actor in getattr(event, role)) if event else ()


def _days(reading: Reading, sentence: Span) -> Interval:
    """The days of the sentence's only time that has any."""
    found = [t for t in reading.times if t.earliest and t.latest and t.span.overlaps(sentence)]
    return Interval(found[0].earliest, found[0].latest, "text") if len(found) == 1 else UNKNOWN


def answers(path: Path, model: Model) -> Iterator[object]:
    """For each line of `path` the number of its event, as the scorer wants it."""
    marked = list(marked_mentions(path, model))
    groups = cluster([each.mention for each in marked], {each.mention.document: each.text for each in marked})
    numbers = {i: number for number, group in enumerate(groups) for i in group}
    yield from ({"id": each.id, "cluster": numbers[i]} for i, each in enumerate(marked))
