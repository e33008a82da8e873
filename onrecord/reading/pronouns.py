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

_SEVERAL = frozenset({Kind.GROUP, Kind.ORGANIZATION, Kind.OUTLET})


def pronoun_speaker(
    roster: Roster, pronoun: Mention, last: Actor | None, between: Span | None, sentences: Sequence[Span]
) -> Actor | None:
    """Who speaks as "he", "she" or "they"; None where that stays open. Other pronouns mean whom the model says.

    `last` is the speaker of the statement before, `between` what stands between the two statements (None: nothing).
    """
    gender = GENDER.get(pronoun.head.of(roster.text).casefold(), "")
    if gender not in {"he", "she", "they"}:
        return roster.actor(pronoun.actor)
    if last is not None and _goes_on(roster, last, gender, between):
        return last
    return _nearest(roster, pronoun, gender, sentences)


def _goes_on(roster: Roster, last: Actor, gender: str, between: Span | None) -> bool:
    """Whether the speaker before can go on: one whom the pronoun fits, with no other such shortly in between.

    In news this is right more often than a model of coreference.
    """
    if not _fits(roster, last, gender):
        return False
    if between is None:
        return True
    others = (m for m in _candidates(roster, between, gender) if m.actor != last.id)
    return between.end - between.start <= NEAR_CHARS and not any(others)


def _nearest(roster: Roster, pronoun: Mention, gender: str, sentences: Sequence[Span]) -> Actor | None:
    """The only candidate before the pronoun in its sentence, else in one just before it.

    Where there are several, the model's choice is believed if it is one of them, and nobody's otherwise.
    """
    at = bisect_right(sentences, pronoun.span.start, key=lambda sentence: sentence.start) - 1
    for sentence in reversed(sentences[max(0, at - SENTENCES_BACK) : at + 1]):
        end = min(sentence.end, pronoun.span.start)
        here = roster.headed_in(Span(sentence.start, end)) if sentence.start < end else []
        if any(m.actor == pronoun.actor for m in here):
            return roster.actor(pronoun.actor)
        candidates = _candidates(roster, Span(sentence.start, end), gender) if here else []
        fitting = [a for i in dict.fromkeys(m.actor for m in candidates) if _fits(roster, a := roster.actor(i), gender)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _fits(roster: Roster, actor: Actor, gender: str) -> bool:
    if gender == "they":
        return actor.kind in _SEVERAL
    return actor.kind is Kind.PERSON and roster.gender(actor) in {gender, ""}


def _candidates(roster: Roster, within: Span, gender: str) -> list[Mention]:
    """Who is mentioned in a stretch and could be meant: named persons for "he" and "she", any group for "they"."""
    if gender == "they":
        return [m for m in roster.headed_in(within) if m.kind is Kind.GROUP and m.form is not MentionForm.PRONOUN]
    return [m for m in roster.headed_in(within) if m.kind is Kind.PERSON and m.form is MentionForm.NAME]
