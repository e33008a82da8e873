"""Who was kept out of a meeting."""

import re
from collections.abc import Sequence

from onrecord.reading.roster import Roster
from onrecord.reading.schema import Event, EventType, Kind, Mention, MentionForm
from onrecord.spans import Span

_ADVERB = r"(?: (?:far|also|noticeably|again|\w+ly))?"
# "Ukraine has so far been left out of the talks": who stands before it.
_PASSIVE = re.compile(
    r"\b(?:left|shut|kept|frozen|cut) out (?:of|from)\b|\b(?:excluded|barred|banned|sidelined|disinvited) from\b|"
    rf"\b(?:was|were|is|are|been){_ADVERB} (?:not invited to|not part of|absent from|missing from|not in)\b",
    re.IGNORECASE,
)
# "… bars the envoy from the talks": who stands between the two parts.
_ACTIVE = re.compile(r"\b(?:bar|exclud|ban|keep|kept|shut|leav|left|freez|froz)\w*\b", re.IGNORECASE)
_KEPT_FROM = re.compile(
    r"\b(?:bars?|barred|excludes?|excluded|bans?|banned|keeps?|kept)\b[^.;:]{3,60}? from\b", re.IGNORECASE
)
_MEETING = re.compile(r"\b(?:talks|negotiations|discussions|meetings?|summit)\b", re.IGNORECASE)
# Nothing but places and times of the first meeting, then the second one.
_JOINED = re.compile(r"[^.;:,\n]{0,40} and [^.;:,\n]{0,40}")
_OUT = re.compile(r"\b(?:out of|from)\b", re.IGNORECASE)
WHO = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP})
MEETINGS = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
# Characters between the words that say so and the meeting; and between the two parts of the active form.
REACH = 90
BETWEEN = 60


def meetings_kept_from(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The words for meetings from which a sentence says that somebody was kept: events, whatever the model thinks."""
    out = []
    for sentence in sentences:
        hits = [hit for form in (_PASSIVE, _KEPT_FROM) for hit in form.finditer(text, sentence.start, sentence.end)]
        for hit in hits:
            noun = _MEETING.search(text, hit.end(), min(sentence.end, hit.end() + REACH - 1))
            if noun:
                out.append(Span(noun.start(), noun.end()))
    return out


def excluded(text: str, roster: Roster, sentence: Span, event: Event) -> tuple[str, ...]:
    """The local ids of those whom the sentence says were kept out of the meeting that is `event`."""
    if event.type not in MEETINGS:
        return ()
    before = Span(max(sentence.start, event.trigger.start - REACH), event.trigger.start + 1).of(text)
    shift = max(sentence.start, event.trigger.start - REACH)
    for hit in _OUT.finditer(before):
        active = [m for m in _ACTIVE.finditer(before, 0, hit.start()) if hit.start() - m.end() <= BETWEEN]
        between = _who(roster, Span(shift + active[-1].end(), shift + hit.start())) if active else []
        if between:
            return (between[-1].actor,)
    passive = _PASSIVE.search(before)
    earlier = _who(roster, Span(sentence.start, shift + passive.start() + 1)) if passive else []
    return (earlier[-1].actor,) if earlier else ()


def also_excluded(text: str, before: Sequence[Event], event: Event) -> tuple[str, ...]:
    """Those kept from the meeting `before` it, if `event` is joined to that by "and": absent from X and from Y."""
    for other in before:
        between = text[other.trigger.end : event.trigger.start]
        if event.type is other.type in MEETINGS and _JOINED.fullmatch(between):
            return other.excluded
    return ()


def _who(roster: Roster, stretch: Span) -> Sequence[Mention]:
    return [m for m in roster.headed_in(stretch) if m.kind in WHO and m.form is not MentionForm.PRONOUN]
