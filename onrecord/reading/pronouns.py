"""Whom a pronoun means that is the source of a statement: "he added" after somebody's words is that somebody."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.speakers import Roster
from onrecord.reading.titles import gender_of_title
from onrecord.reading.words.pronouns import GENDER
from onrecord.spans import Span

# Further back than this, something else has been told in between.
NEAR_CHARS = 500

# A pronoun's person was mentioned in its own sentence or one of so many before.
SENTENCES_BACK = 2

_BY_TITLE = {"masculine": "he", "feminine": "she"}


def continued_speaker(text: str, source: Mention, last: Actor, between: Span | None, roster: Roster) -> Actor | None:
    """`last`, the speaker before, where the pronoun `source` can only mean that person; else None.

    `between` is what stands between the two statements, None where nothing does: it must be short, with no other person
    named in it, and nothing known of the person's gender may speak against it. In news, this is right more often than
    a model of coreference.
    """
    gender = GENDER.get(source.head.of(text).casefold(), "")
    if (
        gender not in {"he", "she"}
        or last.kind is not Kind.PERSON
        or known_gender(text, last, roster) not in {gender, ""}
    ):
        return None
    if between is None:
        return last
    if between.end - between.start > NEAR_CHARS:
        return None
    named = (m for m in roster.mentions if m.form is MentionForm.NAME and m.kind is Kind.PERSON and m.actor != last.id)
    return None if any(between.covers(m.span) for m in named) else last


def nearest_person(text: str, source: Mention, sentences: Sequence[Span], roster: Roster) -> str | None:
    """The local id of whom the pronoun `source` means where the rule above does not tell; None where it stays open.

    The only person named before it in its own sentence, else in the sentence before; where several are, the one that
    the model chose if one of them; the model's choice too where nobody is named that near but that person is meant.
    """
    gender = GENDER.get(source.head.of(text).casefold(), "")
    if gender not in {"he", "she"}:
        return source.actor
    at = bisect_right(sentences, source.span.start, key=lambda sentence: sentence.start) - 1
    recent = [m for m in roster.mentions if m.kind is Kind.PERSON and m.span.end <= source.span.start]
    for i in range(at, max(-1, at - 1 - SENTENCES_BACK), -1):
        here = [m for m in recent if sentences[i].covers(m.span)]
        named = dict.fromkeys(m.actor for m in here if m.form is MentionForm.NAME)
        fitting = [a for a in named if known_gender(text, roster.by_id(a), roster) in {gender, ""}]
        if source.actor in {m.actor for m in here}:
            return source.actor
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return None
    return None


def known_gender(text: str, actor: Actor, roster: Roster) -> str:
    """`he` or `she` by the titles, else by most of the pronouns that refer to `actor`; empty where nothing tells."""
    titles = [_BY_TITLE[gender] for title in actor.titles if (gender := gender_of_title(title.title)) is not None]
    pronouns = (GENDER.get(m.head.of(text).casefold(), "") for m in roster.mentions if m.actor == actor.id)
    counted = Counter(titles or (p for p in pronouns if p in {"he", "she"}))
    return counted.most_common(1)[0][0] if counted else ""
