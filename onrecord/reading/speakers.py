"""Whom a phrase of a statement refers to: the speaker of a source, an addressee, a relaying outlet."""

import re
from collections.abc import Sequence

from onrecord.reading.kinds import kind_of_description
from onrecord.reading.names import TITLES, name_in
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.words.pronouns import PERSONAL
from onrecord.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[’'-](?!s\b)[^\W_]+)*")
# What ends the core of a noun phrase: "two officials | briefed on the talks", "a spokesman | for the ministry".
_CORE = re.compile(
    r"(?:(?!,|;|\s[–—-]|\s\(|\s(?:of|for|from|in|at|on|with|to|who|that|which|whose|familiar|close|briefed|involved|as|"
    r"by|about|near|within|speaking|told|now|himself|herself|itself|themselves)\s|[’']s?$).)+",
    re.IGNORECASE | re.DOTALL,
)
_PREPOSITIONS = frozenset("of for from in at on with to by about near like and or nor".split())
_JOINT = re.compile(r",?\s(?:and|or|nor|as well as)\s")
# Pronouns say nothing of who it is.
_NOBODY = frozenset("who which that what this these those it there".split()) | PERSONAL


def referent(roster: Roster, spans: Sequence[Span]) -> tuple[Actor | None, Mention | None]:
    """Whom the phrase refers to, and the mention that says so; an actor is added for a description not met before.

    (None, None) for a pronoun that is not resolved.
    """
    if not spans:
        return None, None
    phrase = spans[0]
    mention = _joint(roster, phrase) or _mention(roster, phrase)
    if mention is None and phrase.of(roster.text).casefold() not in _NOBODY:
        mention = _description(roster, phrase)
    return (roster.actor(mention.actor), mention) if mention is not None else (None, None)


def _mention(roster: Roster, phrase: Span) -> Mention | None:
    """The mention that the phrase is; None where nothing in it is one.

    English noun phrases end their core in the head, or in the name that titles lead up to: "Ilmerian envoy Ora Lind |
    of the ministry". What follows the core describes; what stands before the head modifies.
    """
    headed = roster.headed_in(phrase)
    core_end = _core(roster.text, phrase).end
    for mention in headed:
        if _is_person_name(mention) and _is_led_up_to(roster.text, phrase, mention, core_end):
            return mention
    last = [m for m in headed if m.head.end <= core_end <= m.span.end + 2]
    own = min(
        last or headed,
        key=lambda m: (max(0, m.span.start - phrase.start), -min(m.span.end, phrase.end), -m.head.start),
        default=None,
    )
    if own is None or own.form is MentionForm.NAME:
        return own
    return _apposed(roster.text, own, headed) or own


def _is_led_up_to(text: str, phrase: Span, mention: Mention, core_end: int) -> bool:
    """Whether a person's name closes the core, or the phrase up to its first comma, as no preposition's object."""
    name = name_in(text, mention.span, mention.head, mention.kind)
    before = text[phrase.start : max(phrase.start, name.start)].split()
    comma = text.find(",", phrase.start, phrase.end)
    closes = name.end >= core_end or text[name.end : comma if comma >= 0 else phrase.end].strip(" '’s") == ""
    inside = name.end <= (comma if comma >= 0 else phrase.end)
    while before and before[-1].casefold().strip(".") in TITLES:
        before.pop()  # "the spokesman for Premier Ora Lind" is not she
    return closes and inside and (not before or before[-1] not in _PREPOSITIONS)


def _core(text: str, phrase: Span) -> Span:
    """The phrase up to a comma, a preposition, a relative clause or a possessive."""
    core = _CORE.match(text, phrase.start, phrase.end)
    return Span(phrase.start, core.end()) if core else phrase


def _apposed(text: str, description: Mention, headed: Sequence[Mention]) -> Mention | None:
    """The name right after a description and a comma: "the president's adviser, Ora Lind"."""
    for mention in headed:
        between = text[description.span.end : max(description.span.end, mention.span.start)]
        if _is_person_name(mention) and between.strip() in {",", "—", "–"}:
            return mention
    return None


def _joint(roster: Roster, phrase: Span) -> Mention | None:
    """A new group for a phrase that names several: "Lind and her team", "neither he nor the officials"."""
    joint = _JOINT.search(roster.text, phrase.start, phrase.end)
    headed = roster.headed_in(phrase) if joint else []
    if joint is None or not headed or (_is_person_name(headed[0]) and "," in roster.text[phrase.start : joint.start()]):
        return None  # "Ora Lind, head of press and protocol"
    before = any(joint.start() - 1 <= m.span.end <= joint.start() for m in headed)
    after = any(joint.end() <= m.span.start <= joint.end() + 4 for m in headed)
    return roster.describe(phrase, headed[0].head, Kind.GROUP) if before and after else None


def _description(roster: Roster, phrase: Span) -> Mention | None:
    """A new actor for a phrase that the model saw no mention in."""
    core = _core(roster.text, phrase)
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(roster.text, core.start, core.end)]
    if not words:
        return None
    texts = [word.of(roster.text) for word in words]
    return roster.describe(phrase, words[-1], kind_of_description(texts[-1], texts, Kind.PERSON))


def _is_person_name(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME and mention.kind is Kind.PERSON
