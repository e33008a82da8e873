"""The second voice in a statement: whom the speaker himself relays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.roster import Roster
from onrecord.reading.schema import Kind, MentionForm
from onrecord.reading.words.relays import RELAY_CUES
from onrecord.spans import Span, trimmed

_LEAD = re.compile(r"[\"“”‘'\s]*(?:that\s+)?(?:the\s+|a\s+|an\s+)?", re.IGNORECASE)
_CUE = re.compile(
    r"\s+(?:(?:now|also|still|already|privately|publicly|repeatedly|reportedly|has|have|had)\s+){0,2}"
    rf"(?P<cue>{'|'.join(sorted(RELAY_CUES, key=len, reverse=True))})\b(?P<that>\s+that\b)?(?=\s+\S)",
    re.IGNORECASE,
)
# Shorter contents than this are phrases in which nobody else speaks.
LEAST_WORDS = 5
# The head of who speaks first is within so many characters of the start.
REACH_CHARS = 60


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what by which words; the spans of a statement before anything is concluded from them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def inner_voice(text: str, content: Sequence[Span], roster: Roster) -> Voice | None:
    """The attribution that `content` begins with: "Russian officials see him as too hawkish", NBC News reports.

    Only the plain form is taken: somebody described or named, at the very start, followed by a verb of saying, thinking
    or wanting. A pronoun mostly is the speaker himself, so it makes no second voice.
    """
    if not content or len(content[0].of(text).split()) < LEAST_WORDS:
        return None
    first = content[0]
    lead = _LEAD.match(text, first.start, first.end)
    at = lead.end() if lead else first.start
    for mention in roster.headed_in(Span(first.start, min(first.end, at + REACH_CHARS))):
        if not (first.start <= mention.span.start <= at <= mention.head.start and mention.span.end < first.end):
            continue
        if mention.form is MentionForm.PRONOUN or mention.kind in (Kind.PLACE, Kind.OTHER):
            continue
        cue = _CUE.match(text, mention.span.end, first.end)
        rest = trimmed(text, cue.end(), first.end) if cue else None
        if cue and rest:
            return Voice((mention.span,), (Span(cue.start("cue"), cue.end("cue")),), (rest, *content[1:]))
    return None
