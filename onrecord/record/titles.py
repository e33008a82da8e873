"""Whether two titles mean the same office."""

import re

from onrecord.reading.names import folded
from onrecord.record.honorifics import FILLERS, OTHER_OFFICE

_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")


def title_words(title: str) -> frozenset[str]:
    """The words of `title` that tell the office."""
    return frozenset(_WORD.findall(folded(title))) - FILLERS


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two titles says no more than the other: "envoy" and "special envoy", not "vice president"."""
    small, large = sorted((one, other), key=len)
    return bool(small) and small <= large and not (large - small) & OTHER_OFFICE
