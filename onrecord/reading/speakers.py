"""Whom a phrase of a statement refers to: the speaker of a source, an addressee, a relaying outlet."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from onrecord.reading.actors import described
from onrecord.reading.kinds import kind_of_description
from onrecord.reading.names import name_in
from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.words.pronouns import PERSONAL
from onrecord.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[’'-](?!s\b)[^\W_]+)*")
# What ends the core of a description: "two officials | briefed on the talks", "a spokesman | for the ministry".
_AFTER_HEAD = frozenset(
    "of for from in at on with who that which whose familiar close briefed involved and or to as by about near within "
    "speaking told said".split()
)
_CORE = re.compile(
    r"(?:(?!,|;|\s[–—-]|\s\(|\s(?:of|for|from|in|at|on|with|who|that|which|whose|familiar|close|briefed|involved|as|by|"
    r"about|near|within|speaking|told|now|himself|herself|itself|themselves)\s|[’']s?$).)+",
    re.IGNORECASE | re.DOTALL,
)
_JOINT = re.compile(r",?\s(?:and|or|nor|as well as)\s")
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

    def by_id(self, identity: str) -> Actor:
        """The actor of that local id."""
        return self._by_id[identity]

    def mention_for(self, spans: Sequence[Span]) -> Mention | None:
        """The mention that the phrase is, by its first fragment; None where nothing in it is one.

        English noun phrases end their core in the head, or in the name that titles lead up to: "Ilmerian envoy
        Ora Lind | of the ministry". What follows the core describes; what stands before the head modifies.
        """
        if not spans:
            return None
        phrase = spans[0]
        headed = [self._order[i] for i in self._headed_in(phrase)]
        core_end = self._core_end(phrase)
        last = [m for m in headed if m.head.end <= core_end <= m.span.end + 2]
        names = [
            m for m in last if self._is_person_name(m) and name_in(self._text, m.span, m.head, m.kind).end >= core_end
        ]
        if names:
            return names[-1]
        own = min(
            last or headed,
            key=lambda m: (max(0, m.span.start - phrase.start), -min(m.span.end, phrase.end), -m.head.start),
            default=None,
        )
        if own is None or own.form is MentionForm.NAME:
            return own
        return self._apposed(own, headed) or own

    def _apposed(self, described: Mention, headed: Sequence[Mention]) -> Mention | None:
        """The name right after a description and a comma: "the president's adviser, Ora Lind"."""
        for mention in headed:
            if self._is_person_name(mention):
                between = self._text[described.span.end : max(described.span.end, mention.span.start)]
                if between.strip() in {",", "—", "–"}:
                    return mention
        return None

    def _headed_in(self, span: Span) -> range:
        return range(bisect_left(self._heads, span.start), bisect_left(self._heads, span.end))

    def _core_end(self, phrase: Span) -> int:
        """Where the core of a noun phrase ends: before a comma, a preposition, a relative clause, a possessive."""
        end = _CORE.match(self._text, phrase.start, phrase.end)
        return end.end() if end else phrase.end

    def is_coordinated(self, span: Span) -> bool:
        """Whether the phrase names several: "Lind and her team", "neither he nor the officials"."""
        joint = _JOINT.search(self._text, span.start, span.end)
        headed = [self._order[i] for i in self._headed_in(span)]
        if (
            joint is None
            or not headed
            or (self._is_person_name(headed[0]) and "," in self._text[span.start : joint.start()])
        ):
            return False  # "Ora Lind, head of press and protocol"
        before = any(joint.start() - 1 <= m.span.end <= joint.start() for m in headed)
        return before and any(joint.end() <= m.span.start <= joint.end() + 4 for m in headed)

    @staticmethod
    def _is_person_name(mention: Mention) -> bool:
        return mention.form is MentionForm.NAME and mention.kind is Kind.PERSON

    def refer(self, spans: Sequence[Span]) -> tuple[Actor | None, Mention | None]:
        """Whom the phrase refers to, and the mention that says so; an actor is added for a description not met before.

        (None, None) for a pronoun that is not resolved.
        """
        mention = self.mention_for(spans)
        if spans and self.is_coordinated(spans[0]):
            mention = self._describe(spans[0], Kind.GROUP)
        if mention is not None:
            return self._by_id[mention.actor], mention
        if not spans or spans[0].of(self._text).casefold() in _NOBODY:
            return None, None
        mention = self._describe(spans[0])
        return (self._by_id[mention.actor], mention) if mention is not None else (None, None)

    def refer_to_speaker(self, mention: Mention, speaker: str) -> Mention:
        """`mention` ("I" in a direct quotation), made one of the speaker's."""
        changed = msgspec.structs.replace(mention, actor=speaker, kind=self._by_id[speaker].kind)
        self.mentions[self.mentions.index(mention)] = changed
        self._order[self._order.index(mention)] = changed
        return changed

    def used(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """Actors that some mention still refers to, and all mentions in text order."""
        alive = {m.actor for m in self.mentions}
        mentions = sorted(self.mentions, key=lambda m: (m.span.start, -m.span.end, m.head.start))
        return tuple(actor for actor in self.actors if actor.id in alive), tuple(mentions)

    def _describe(self, span: Span, kind: Kind | None = None) -> Mention | None:
        words = [Span(m.start(), m.end()) for m in _WORD.finditer(self._text, span.start, span.end)]
        if not words:
            return None
        cut = next((i for i, w in enumerate(words) if i and w.of(self._text).casefold() in _AFTER_HEAD), len(words))
        head = words[cut - 1]
        texts = [w.of(self._text) for w in words]
        kind = kind or kind_of_description(head.of(self._text), texts, Kind.PERSON)
        actor = Actor(id=f"a{len(self.actors) + 1}", name=described(self._text, span), kind=kind)
        mention = Mention(span=span, head=head, kind=kind, form=MentionForm.NOMINAL, actor=actor.id)
        self.actors.append(actor)
        self._by_id[actor.id] = actor
        self.mentions.append(mention)
        at = bisect_left(self._heads, head.start)
        self._heads.insert(at, head.start)
        self._order.insert(at, mention)
        return mention
