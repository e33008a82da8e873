"""A reading with what is asked of it again and again."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord.reading.schema import Kind, Mention, MentionForm, Reading, Sourcing
from onrecord.spans import Span

# "Mr. Lind", or a pronoun that is the whole mention.
_GENDERED = re.compile(
    r"(?P<she>\bmrs\.|\bms\.|\bshe$|\bher$|\bherself$)|(?P<he>\bmr\.|\bhe$|\bhis$|\bhim$|\bhimself$)"
)
# One in so many decides that there are two.
MIXED = 6
# Sources that stand for nobody in particular.
_NOBODY = frozenset("others another many some both all together most several few each one who which those".split())
ACTING = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP, Kind.PLACE})


class Page:
    """One document: its sentences, its mentions of somebody who can act, who speaks where."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.statements = reading.all_statements
        self.sentences = reading.sentences
        named = {actor.id: actor for actor in reading.actors}
        known = {each.actor for each in reading.mentions if each.form is not MentionForm.PRONOUN}
        self.names = {actor.id: actor.name for actor in reading.actors}
        self.known = {each for each in known & named.keys() if named[each].kind in ACTING}
        self.named = {each.actor for each in reading.mentions if each.form is MentionForm.NAME}
        self.mentions = sorted(
            (each for each in reading.mentions if each.actor in self.known),
            key=lambda each: (each.span.start, -each.span.end),
        )
        self.genders = _genders(self.mentions, self.text)
        self.starts = [each.span.start for each in self.mentions]
        self._contents = [(n, s.start, s.end) for n, each in enumerate(self.statements) for s in each.content]

    def sentence(self, place: int) -> Span | None:
        """The sentence that has the character at `place`."""
        i = bisect_right(self.sentences, place, key=lambda each: each.start) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].end else None

    def mention_from(self, place: int) -> Mention | None:
        """The longest mention that begins at `place`, or behind a title or determiner there."""
        i = bisect_left(self.starts, place)
        return self.mentions[i] if i < len(self.mentions) and self.starts[i] == place else None

    def bears(self, mention: Mention) -> bool:
        """Whether a name is one of its actor's, as far as a word in common shows: else the reading mixed up two."""
        if mention.form is not MentionForm.NAME:
            return True
        words = set(re.findall(r"\w{2,}", self.names[mention.actor].lower()))
        return bool(words & set(re.findall(r"\w{2,}", mention.span.of(self.text).lower())))

    def is_sure(self, actor: str, words: str, place: int) -> bool:
        """Whether `words`, at `place`, surely stand for the actor: a full name, or no other gender."""
        she, he = self.genders.get(actor, (0, 0))
        if she != he:
            called = _GENDERED.search(self.text[max(0, place - 5) : place + len(words)].lower())
            if called and (she > he) != bool(called["she"]):
                return False
        full = len(words.split()) > 1 and words.lower() in self.names[actor].lower()
        return full or min(she, he) * MIXED < max(1, she + he)

    def is_nearest(self, actor: str, place: int) -> bool:
        """Whether the person who is named last before `place` is this actor."""
        before = reversed(self.mentions[: bisect_left(self.starts, place)])
        named = (each.actor for each in before if each.kind is Kind.PERSON and each.form is MentionForm.NAME)
        return next(named, None) == actor

    def names_speaker(self, n: int) -> bool:
        """Whether the source of statement `n` can be trusted to be its speaker.

        "Lind said he expects …" is Lind's own word: if the reading has it that another one expects, one of them is
        wrong. An "it" may be anything; so may be who is neither named nor called a source.
        """
        said = self.statements[n]
        words = said.source[0].of(self.text) if said.source else ""
        if (
            said.speaker is None
            or words.lower() == "it"
            or (words and not self.is_sure(said.speaker, words, said.source[0].start))
        ):
            return False
        if said.speaker not in self.named and said.sourcing is not Sourcing.UNNAMED and not words[:1].isupper():
            return False
        if words.lower() in _NOBODY:
            return False
        if words.lower() not in ("he", "she", "they"):
            return True
        around = [m for m in self.speakers(said.cue[0].start) if m != n] if said.cue else []
        return all(self.statements[m].speaker in (said.speaker, None) for m in around)

    def speakers(self, place: int) -> list[int]:
        """The statements whose content has `place`, the outermost first."""
        found = {n for n, start, end in self._contents if start <= place < end}
        return sorted(found, key=lambda n: (self.statements[n].content[0], n))


def _genders(mentions: Iterable[Mention], text: str) -> dict[str, tuple[int, int]]:
    """How often each person is called "she" or "Mrs.", and how often "he" or "Mr."."""
    called: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in mentions:
        if each.kind is Kind.PERSON:
            found = _GENDERED.search(text[max(0, each.span.start - 5) : each.span.end].lower())
            if found:
                called[each.actor]["f" if found["she"] else "m"] += 1
    return {actor: (count["f"], count["m"]) for actor, count in called.items()}
