"""Where events take place."""

from collections.abc import Sequence

from onrecord.reading.circumstances import Words
from onrecord.reading.roster import Roster
from onrecord.reading.schema import EventType, Kind, Mention, MentionForm
from onrecord.reading.words.circumstances import JOURNEYS, PLACING
from onrecord.spans import Span

# Words between an event and its place.
REACH_WORDS = 14


def place_of(
    words: Words, roster: Roster, sentence: Span, *, trigger: int, kind: EventType, others: Sequence[int]
) -> str | None:
    """The local id of the place or state that the sentence names as where the event at word `trigger` is.

    "… in Vasht" behind it, with no other of the sentence's triggers (`others`) between; for a journey also "to Vasht";
    else "In Vasht, …" at the head of the sentence.
    """
    named = [m for m in roster.headed_in(sentence) if m.form is MentionForm.NAME and m.kind in (Kind.PLACE, Kind.STATE)]
    journey = kind is EventType.CONSULT and words[trigger].startswith(JOURNEYS)
    leading = PLACING | {"to", "for"} if journey else PLACING
    for mention in named:
        first = words.first(mention.span)
        if not 0 < first - trigger <= REACH_WORDS or any(trigger < other < first for other in others):
            continue
        if _before(words, first) in leading or (journey and first == trigger + 1):
            return mention.actor
    opening = next((m for m in named if _opens(words, m, sentence)), None)
    return opening.actor if opening else None


def _before(words: Words, first: int) -> str:
    at = first - 1
    while at > 0 and words[at] == "the":
        at -= 1
    return words[at] if at >= 0 else ""


def _opens(words: Words, mention: Mention, sentence: Span) -> bool:
    at = words.first(sentence)
    return words[at] in PLACING and words.first(mention.span) <= at + 2
