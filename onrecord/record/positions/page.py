"""A reading with what is asked of it again and again."""

import re
from bisect import bisect_left, bisect_right

from onrecord.reading.schema import Kind, Mention, MentionForm, Reading
from onrecord.spans import Span

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
        self.starts = [each.span.start for each in self.mentions]

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

    def speakers(self, place: int) -> list[int]:
        """The statements whose content has `place`, the outermost first."""
        found = [n for n, each in enumerate(self.statements) if any(s.start <= place < s.end for s in each.content)]
        return sorted(found, key=lambda n: (self.statements[n].content[0], n))
