"""Whom a pronoun means that is the source of a statement: "he added" after somebody's words is that somebody."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.reading.roster import Roster
from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.words.pronouns import GENDER
from onrecord.spans import Span

# Further back than this, something else has been told in between.
NEAR_CHARS = 500
# A pronoun's person was mentioned in its own sentence or one of so many before.
SENTENCES_BACK = 2


def pronoun_speaker(
    roster: Roster, pronoun: Mention, last: Actor | None, between: Span | None, sentences: Sequence[Span]
) -> Actor | None:
    """Who speaks as "he" or "she"; None where that stays open. Other pronouns mean whom the model says.

    `last` is the speaker of the statement before, `between` what stands between the two statements (None: nothing).
    """
    gender = GENDER.get(pronoun.head.of(roster.text).casefold(), "")
    if gender not in {"he", "she"}:
        return roster.actor(pronoun.actor)
    if last is not None and _goes_on(roster, last, gender, between):
        return last
    return _nearest(roster, pronoun, gender, sentences)


def _goes_on(roster: Roster, last: Actor, gender: str, between: Span | None) -> bool:
    """Whether the speaker before can go on: a person of that gender, with nobody else named shortly in between.

    In news this is right more often than a model of coreference.
    """
    if last.kind is not Kind.PERSON or roster.gender(last) not in {gender, ""}:
        return False
    if between is None:
        return True
    others = (m for m in roster.headed_in(between) if _is_person_name(m) and m.actor != last.id)
    return between.end - between.start <= NEAR_CHARS and not any(others)


def _nearest(roster: Roster, pronoun: Mention, gender: str, sentences: Sequence[Span]) -> Actor | None:
    """The only person named before the pronoun in its sentence, else in one just before it.

    Where several are named, the model's choice is believed if it is one of them, and nobody's otherwise.
    """
    at = bisect_right(sentences, pronoun.span.start, key=lambda sentence: sentence.start) - 1
    for sentence in reversed(sentences[max(0, at - SENTENCES_BACK) : at + 1]):
        end = min(sentence.end, pronoun.span.start)
        here = roster.headed_in(Span(sentence.start, end)) if sentence.start < end else []
        if any(m.actor == pronoun.actor for m in here):
            return roster.actor(pronoun.actor)
        named = (roster.actor(identity) for identity in dict.fromkeys(m.actor for m in here if _is_person_name(m)))
        fitting = [actor for actor in named if roster.gender(actor) in {gender, ""}]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _is_person_name(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME and mention.kind is Kind.PERSON
