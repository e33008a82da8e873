"""Whom a phrase of a statement refers to: the speaker of a source, an addressee, a relaying outlet."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from onrecord.reading.actors import described
from onrecord.reading.kinds import kind_of_description
from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.words.pronouns import PERSONAL
from onrecord.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[’'-](?!s\b)[^\W_]+)*")
# What ends the core of a description: "two officials | briefed on the talks", "a spokesman | for the ministry".
_AFTER_HEAD = frozenset(
    "of for from in at on with who that which whose familiar close briefed involved and or to as by about near within "
    "speaking told said".split()
)
# Relative pronouns and quantities say nothing of who it is.
_NOBODY = frozenset("who which that what this these those it there".split()) | PERSONAL


class Roster:
    """The actors and mentions of one document, in a form that answers whom a span refers to."""

    def __init__(self, text: str, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self._text = text
        self.actors = list(actors)
        self.mentions = list(mentions)
        self._by_id = {actor.id: actor for actor in actors}
        self._order = sorted(self.mentions, key=lambda m: m.head.start)
        self._heads = [m.head.start for m in self._order]

    def actor(self, identity: str | None) -> Actor | None:
        """The actor of that local id."""
        return self._by_id.get(identity) if identity is not None else None

    def mention_for(self, spans: Sequence[Span]) -> Mention | None:
        """The mention that the phrase is, by its first fragment; None where nothing in it is one."""
        headed = [
            self._order[i]
            for span in spans[:1]
            for i in range(bisect_left(self._heads, span.start), bisect_left(self._heads, span.end))
        ]
        if not headed:
            return None
        start, end = spans[0].start, spans[0].end
        # The phrase's own mention is the longest that begins where the phrase does: "A spokesman for the envoy", not
        # the envoy.
        own = min(headed, key=lambda m: (max(0, m.span.start - start), -min(m.span.end, end), m.head.start))
        return own if own.form is MentionForm.NAME else self._apposed(own, headed) or own

    def _apposed(self, described: Mention, headed: Sequence[Mention]) -> Mention | None:
        """The name right after a description and a comma: "the president's adviser, Ora Lind"."""
        for mention in headed:
            between = (
                self._text[described.span.end : mention.span.start] if mention.span.start >= described.span.end else ""
            )
            if mention.form is MentionForm.NAME and mention.kind is Kind.PERSON and between.strip() in {",", "—", "–"}:
                return mention
        return None

    def refer(self, spans: Sequence[Span]) -> tuple[Actor | None, Mention | None]:
        """Whom the phrase refers to, and the mention that says so; an actor is added for a description not met before.

        (None, None) for a pronoun that is not resolved.
        """
        mention = self.mention_for(spans)
        if mention is not None:
            return self._by_id[mention.actor], mention
        if not spans or spans[0].of(self._text).casefold() in _NOBODY:
            return None, None
        mention = self._describe(spans[0])
        return (self._by_id[mention.actor], mention) if mention is not None else (None, None)

    def refer_to_speaker(self, mention: Mention, speaker: str) -> None:
        """Make `mention` ("I" in a direct quotation) one of the speaker's."""
        kind = self._by_id[speaker].kind
        at = self.mentions.index(mention)
        self.mentions[at] = msgspec.structs.replace(mention, actor=speaker, kind=kind)

    def used(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """Actors that some mention still refers to, and all mentions in text order."""
        alive = {m.actor for m in self.mentions}
        mentions = sorted(self.mentions, key=lambda m: (m.span.start, -m.span.end, m.head.start))
        return tuple(actor for actor in self.actors if actor.id in alive), tuple(mentions)

    def _describe(self, span: Span) -> Mention | None:
        words = [Span(m.start(), m.end()) for m in _WORD.finditer(self._text, span.start, span.end)]
        if not words:
            return None
        cut = next((i for i, w in enumerate(words) if i and w.of(self._text).casefold() in _AFTER_HEAD), len(words))
        head = words[cut - 1]
        texts = [w.of(self._text) for w in words]
        kind = kind_of_description(head.of(self._text), texts, Kind.PERSON)
        actor = Actor(id=f"a{len(self.actors) + 1}", name=described(self._text, span), kind=kind)
        mention = Mention(span=span, head=head, kind=kind, form=MentionForm.NOMINAL, actor=actor.id)
        self.actors.append(actor)
        self._by_id[actor.id] = actor
        self.mentions.append(mention)
        at = bisect_left(self._heads, head.start)
        self._heads.insert(at, head.start)
        self._order.insert(at, mention)
        return mention
