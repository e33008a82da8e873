"""Words that say a statement is less than certain."""

import re
from collections.abc import Sequence

from onrecord.reading.words.hedges import HEDGES
from onrecord.spans import Span

_HEDGE = re.compile(r"(?<![\w’'-])(?:" + "|".join(HEDGES) + r")(?![\w-])", re.IGNORECASE)
# A hedge outside of cue and content belongs to the statement where it stands this near to the cue.
NEAR_CHARS = 30


def hedges(
    text: str, cue: Sequence[Span], content: Sequence[Span], sentence: Span | None = None, source: Sequence[Span] = ()
) -> list[Span]:
    """Hedging words in the cue, the content, and within NEAR_CHARS of the cue in `sentence`; sorted and disjoint.

    What lies in `source` is no hedge ("the Maybe campaign"); nor is "according to". The month ("in May") and "could
    not" are none.
    """
    near = [_around(span, sentence) for span in cue] if sentence is not None else []
    found = {
        Span(match.start(), match.end())
        for part in (*cue, *content, *near)
        for match in _HEDGE.finditer(text, part.start, part.end)
    }
    return _disjoint(sorted(span for span in found if not any(span.overlaps(other) for other in source)))


def _around(cue: Span, sentence: Span) -> Span:
    """`cue` with what is near to it in `sentence`."""
    return Span(
        min(cue.start, max(sentence.start, cue.start - NEAR_CHARS)),
        max(cue.end, min(sentence.end, cue.end + NEAR_CHARS)),
    )


def _disjoint(spans: Sequence[Span]) -> list[Span]:
    """The sorted `spans` without those that an earlier one overlaps."""
    kept: list[Span] = []
    for span in spans:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept
