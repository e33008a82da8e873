"""Telling two people apart whom the reading of an article took for one, when a user says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.reading.names import name_in
from onrecord.reading.schema import Actor, Commitment, Event, Mention, MentionForm, Reading, Statement
from onrecord.record.names import alias_key
from onrecord.record.rulings.entry import Part
from onrecord.record.store import Store
from onrecord.spans import Span


def with_parts(store: Store, reading: Reading) -> Reading:
    """`reading` as users rule that it is: for each split that names this document and a name in it, `parted`."""
    rows = store.rows("SELECT id, value FROM rulings WHERE kind = 'split' AND undone = '' ORDER BY ruled, id")
    for row in rows:
        part = Part.of(row["value"])
        if reading.id in part.documents:
            for name in part.names:
                reading = parted(reading, name, row["id"])
    return reading


def parted(reading: Reading, name: str, ruling: str) -> Reading:
    """`reading` in which what is called `name` is an actor of its own where it was one with what is called otherwise.

    Its id ends in that of the `ruling`. Pronouns and descriptions go with the name before them, and so does what hangs
    on them: who speaks, does, promises. What a sentence with both of them says of one stays where it was.
    """
    for actor in reading.actors:
        mentions = sorted((each for each in reading.mentions if each.actor == actor.id), key=lambda each: each.span)
        taken = [_is_called(reading, each, name) for each in mentions if each.form is MentionForm.NAME]
        if any(taken) and not all(taken):
            reading = _parted(reading, actor, _Parts(reading, actor.id, f"{actor.id}-{ruling}", name, tuple(mentions)))
    return reading


@dataclass(frozen=True, slots=True)
class _Parts:
    """An actor, `old`, whose `mentions`, in the order of the text, are now of two; `new` is called `name`."""

    reading: Reading
    old: str
    new: str
    name: str
    mentions: tuple[Mention, ...]

    def at(self, position: int) -> str:
        """Whose the words at `position` are: of the one named last before them."""
        side = self.old
        for mention in self.mentions:
            if mention.span.start > position:
                break
            if mention.form is MentionForm.NAME:
                side = self.new if _is_called(self.reading, mention, self.name) else self.old
        return side

    def within(self, spans: Sequence[Span]) -> str:
        """Whose `spans` are, which have a mention of one of the two; of both, the old one."""
        sides = {
            self.at(mention.span.start)
            for mention in self.mentions
            if any(mention.span.start < span.end and span.start < mention.span.end for span in spans)
        }
        if not sides:
            return self.at(min(span.start for span in spans)) if spans else self.old
        return sides.pop() if len(sides) == 1 else self.old

    def sentence(self, span: Span) -> list[Span]:
        """The sentence that `span` stands in; itself where none has it."""
        return [each for each in self.reading.sentences if each.covers(span)][:1] or [span]

    def one(self, actor: str | None, spans: Sequence[Span]) -> str | None:
        """`actor` of `spans`, told apart if it is the old one."""
        return self.within(spans) if actor == self.old else actor

    def all(self, actors: Iterable[str], spans: Sequence[Span]) -> tuple[str, ...]:
        """`actors` of `spans`, the old one told apart."""
        return tuple(self.within(spans) if actor == self.old else actor for actor in actors)


def _is_called(reading: Reading, mention: Mention, name: str) -> bool:
    named = name_in(reading.text, mention.span, mention.head, mention.kind)
    return alias_key(name) in {alias_key(span.of(reading.text)) for span in (mention.span, named)}


def _parted(reading: Reading, actor: Actor, parts: _Parts) -> Reading:
    titles = [title for title in actor.titles if parts.within([title.span]) == parts.new]
    left = msgspec.structs.replace(actor, titles=tuple(title for title in actor.titles if title not in titles))
    part = Actor(id=parts.new, name=parts.name, kind=actor.kind, titles=tuple(titles))
    return msgspec.structs.replace(
        reading,
        actors=(*(left if each.id == actor.id else each for each in reading.actors), part),
        mentions=tuple(
            msgspec.structs.replace(each, actor=parts.at(each.span.start)) if each.actor == actor.id else each
            for each in reading.mentions
        ),
        statements=tuple(_statement(each, parts) for each in reading.statements),
        relayed=tuple(
            msgspec.structs.replace(each, statement=_statement(each.statement, parts)) for each in reading.relayed
        ),
        events=tuple(_event(each, parts) for each in reading.events),
        commitments=tuple(_commitment(each, parts) for each in reading.commitments),
        labels=tuple(
            msgspec.structs.replace(each, target=parts.one(each.target, [each.span]) or each.target)
            for each in reading.labels
        ),
    )


def _statement(statement: Statement, parts: _Parts) -> Statement:
    source = statement.source or statement.cue or statement.content
    whole = (*statement.source, *statement.cue, *statement.content)
    return msgspec.structs.replace(
        statement,
        speaker=parts.one(statement.speaker, source),
        via=parts.all(statement.via, source),
        addressee=parts.one(statement.addressee, whole),
    )


def _event(event: Event, parts: _Parts) -> Event:
    around = parts.sentence(event.trigger)
    return msgspec.structs.replace(
        event,
        initiators=parts.all(event.initiators, around),
        recipients=parts.all(event.recipients, around),
        excluded=parts.all(event.excluded, around),
    )


def _commitment(commitment: Commitment, parts: _Parts) -> Commitment:
    around = parts.sentence(commitment.cue)
    return msgspec.structs.replace(
        commitment, by=parts.one(commitment.by, around), toward=parts.one(commitment.toward, around)
    )
