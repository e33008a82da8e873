"""Whether the source of a statement is the one who was told: "the envoy was urged to wait"."""

import re
from collections.abc import Sequence

from onrecord.spans import Span

# Verbs whose object is a person, so that their passive has the hearer as its subject.
_TOLD = (
    r"(?:asked|urged|told|warned|pressed|questioned|quizzed|advised|encouraged|instructed|ordered|reminded|invited|"
    r"briefed)"
)
_BY_AUXILIARY = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|get|got|gets)\s+(?:\w+ly\s+|also\s+|since\s+|then\s+)?{_TOLD}\b(?!\s+by\b)",
    re.IGNORECASE,
)
# In headlines the auxiliary is left out: "Envoy urged to take tough approach". The active verb has an object there.
_BARE = re.compile(rf"(?:\w+ly\s+)?{_TOLD}", re.IGNORECASE)
_INFINITIVE = re.compile(r"to\s+\w", re.IGNORECASE)


def is_told(text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether `source` is the hearer and not the speaker. A passive with "by" names its speaker and does not count."""
    if not source or not cue or not content or source[0].start > cue[0].start:
        return False
    words = cue[0].of(text)
    if _BY_AUXILIARY.search(words):
        return True
    return _BARE.fullmatch(words) is not None and bool(_INFINITIVE.match(text, content[0].start))
