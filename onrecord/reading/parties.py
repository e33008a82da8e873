"""Who takes part in meetings, calls and trips, where the words right around them say so."""

from dataclasses import dataclass

from onrecord.reading.circumstances import Words
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Kind, Mention, MentionForm
from onrecord.reading.words.deeds import GOERS, MOTION, SEND, SEND_WORDS, TYPE_OF

_PARTIES = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.PLACE, Kind.GROUP})
_POSSESSIVE = frozenset("’'")
# Words between a meeting and "with", a possessor and the meeting, a verb and who does it, at most.
WITH_WORDS = 3
OWN_WORDS = 3
SUBJECT_WORDS = 9
# Words that a mention may begin behind the one that leads to it: "with the", "between both".
_LEAD_WORDS = 2
COORDINATED_WORDS = 14
_ENDS = frozenset("that who which and but".split())
_BREAKS = frozenset(".;”\"'’")
_PASSIVE = frozenset("was were be been being is are".split())


@dataclass(frozen=True, slots=True)
class Parties:
    """Finds the parties to what happens at a word. `sentence` (w,) numbers the sentence of each word."""

    pieces: Pieces
    sentence: Ints
    words: Words
    roster: Roster

    def of(self, trigger: int) -> tuple[str, ...]:
        """The local ids of whose meeting it is, who goes, whom "with" and "between" name."""
        who = [*self._owner(trigger), *self._goer(trigger), *self._sent(trigger), *self._with(trigger)]
        return tuple(dict.fromkeys(who))

    def _with(self, trigger: int) -> tuple[str, ...]:
        """A and B, of "talks with A and B" or "a call between A and B"."""
        for i in range(trigger + 1, trigger + 2 + WITH_WORDS):
            if not self._same(trigger, i) or self.words[i] in _ENDS or self.words[i] in TYPE_OF:
                return ()
            if self.words[i] in ("with", "between"):
                return self._listed(i)
        return ()

    def _listed(self, at: int) -> tuple[str, ...]:
        """The mentions behind the word `at`, joined by "and"."""
        out: list[str] = []
        while self._same(at, at + 1) and (mention := self._behind(at)):
            out.append(mention.actor)
            at = self.words.last(mention.span) + 1
            if not self._same(at - 1, at) or self.words[at] != "and":
                break
        return tuple(out)

    def _owner(self, trigger: int) -> tuple[str, ...]:
        """A, of "A's Wednesday trip"; A and B, of "A-B talks"."""
        for i in range(trigger - 1, max(0, trigger - 2 - OWN_WORDS), -1):
            if not self._same(trigger, i):
                return ()
            if self.words[i] in _POSSESSIVE:
                mention = self._ending(i - 1)
                return (mention.actor,) if mention else ()
            if self.words[i] == "-":
                ends = (self._ending(i - 1), self._starting(i + 1))
                return tuple(end.actor for end in ends if end) if all(ends) else ()
        return ()

    def _goer(self, trigger: int) -> tuple[str, ...]:
        """Who stands before a verb of going: "A flew", "A, who dined"."""
        if self.words[trigger] not in MOTION | GOERS or self.words[trigger - 1] in _PASSIVE:
            return ()
        if self.words[trigger - 1] == "and":  # "A went to Vasht and met …"
            earlier = range(trigger - 2, max(-1, trigger - 2 - COORDINATED_WORDS), -1)
            verb = next((i for i in earlier if self._same(trigger, i) and self.words[i] in MOTION | GOERS), None)
            if verb is not None:
                return self._goer(verb)
        for i in range(trigger - 1, max(-1, trigger - 1 - SUBJECT_WORDS), -1):
            if not self._same(trigger, i) or self.words[i] in _BREAKS:
                return ()
            mention = self._ending(i)
            if mention and mention.kind in (Kind.PERSON, Kind.GROUP):
                return (mention.actor,)
        return ()

    def _sent(self, trigger: int) -> tuple[str, ...]:
        """Who is sent: the people named between the verb and "to"."""
        if self.words[trigger] not in SEND:
            return ()
        end = trigger
        while self._same(trigger, end + 1) and end - trigger < SEND_WORDS and self.words[end + 1] != "to":
            end += 1
        here = self.roster.headed_in(self.pieces.span(trigger, end))
        people = [m for m in here if m.kind is Kind.PERSON and m.form is not MentionForm.PRONOUN]
        return tuple(m.actor for m in people if m.form is MentionForm.NAME) or tuple(m.actor for m in people[:1])

    def _same(self, one: int, other: int) -> bool:
        return 0 <= other < len(self.sentence) and bool(self.sentence[one] == self.sentence[other])

    def _behind(self, at: int) -> Mention | None:
        """The widest mention that begins right behind the word `at`."""
        return next(
            (m for i in range(at + 1, at + 1 + _LEAD_WORDS) if self._same(at, i) and (m := self._starting(i))), None
        )

    def _starting(self, word: int) -> Mention | None:
        start = int(self.pieces.starts[word])
        sentence_end = word
        while self._same(word, sentence_end + 1):
            sentence_end += 1
        here = [m for m in self.roster.headed_in(self.pieces.span(word, sentence_end)) if m.span.start == start]
        return self._widest(here)

    def _ending(self, word: int) -> Mention | None:
        if word < 0:
            return None
        end, first = int(self.pieces.ends[word]), max(0, word - SUBJECT_WORDS)
        here = [m for m in self.roster.headed_in(self.pieces.span(first, word)) if end in (m.span.end, m.head.end)]
        return self._widest(here)

    def _widest(self, mentions: list[Mention]) -> Mention | None:
        fit = [m for m in mentions if m.kind in _PARTIES and m.form is not MentionForm.PRONOUN]
        return max(fit, key=lambda m: m.span.end - m.span.start, default=None)
