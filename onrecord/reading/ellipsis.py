"""Which statement lends another one its subject: "Lind refused, saying that …" names her once for both."""

import re
from collections.abc import Sequence

from onrecord.reading.voice import Voice
from onrecord.spans import Span

# What may stand between the end of one statement and a cue that shares its subject.
_JOIN = re.compile(
    r"[\s,;—–-]*(?:(?:and|but|then|also|while|when|before|after|later|instead|even|\w{2,20}ly)\b[\s,]*){0,3}"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?!\w{1,30}ing\b)", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"(?:appears?|appeared|seems?|seemed|remains?|remained|according|reportedly|expected)\b", re.IGNORECASE
)


def lenders(text: str, voices: Sequence[Voice], sentences: Sequence[Span | None]) -> list[int | None]:
    """For each voice without a source the index of the one whose source is its subject too; None for all others.

    `sentences`: the sentence of each voice. The lender must be the last to speak before the cue in the same sentence,
    with nothing but a comma or conjunction between: PolNeAR lets each word belong to one attribution only, so of two
    verbs with one subject the second has none. Passive and impersonal cues ("it seems") have no subject to share.
    """
    out: list[int | None] = [None] * len(voices)
    for i, voice in enumerate(voices):
        if voice.source or not voice.cue or sentences[i] is None or not _has_subject(text, voice.cue[0]):
            continue
        lender = _last_before(voices, sentences, i)
        if lender is None or not _JOIN.fullmatch(text, _end_before(voices[lender], voice.cue[0]), voice.cue[0].start):
            continue
        out[i] = lender if voices[lender].source else out[lender]
    return out


def _has_subject(text: str, cue: Span) -> bool:
    words = cue.of(text)
    return not _IMPERSONAL.match(words) and not _PASSIVE.search(f"{words} ")


def _last_before(voices: Sequence[Voice], sentences: Sequence[Span | None], i: int) -> int | None:
    """The voice of the same sentence with the latest fragment before the cue of voice `i`."""
    cue = voices[i].cue[0]
    ends = [(_end_before(v, cue), j) for j, v in enumerate(voices) if j != i and sentences[j] == sentences[i]]
    end, j = max(ends, default=(0, -1))
    return j if end else None


def _end_before(voice: Voice, cue: Span) -> int:
    return max((s.end for s in (*voice.source, *voice.cue, *voice.content) if s.end <= cue.start), default=0)
