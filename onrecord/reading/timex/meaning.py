"""What a time expression means, and the forms by which its words are understood."""

import enum
import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.reading.schema import TimeType
from onrecord.reading.timex.calendar import Rule

Match = re.Match[str]


class Anchor(enum.StrEnum):
    """From when a rule is reckoned."""

    DOCUMENT = "document"  # the day the document was published
    BEFORE = "before"  # the last date that the text named
    QUARTER = "quarter"  # the last quarter that the text named, if any; else the document's day


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 value that is complete in itself, or a rule; neither where the words are not understood.

    `bare`: the words name a day or month but not in which direction it lies ("Friday"); the verb decides.
    """

    value: str = ""
    rule: Rule | None = None
    mod: str = ""
    anchor: Anchor = Anchor.DOCUMENT
    bare: bool = False


NOTHING = Meaning()

Build = Callable[[Match, TimeType], Meaning]


class Forms:
    """Patterns of whole expressions, each with what to make of a match; of several that fit, the first counts."""

    def __init__(self) -> None:
        self._all: list[tuple[re.Pattern[str], Build]] = []

    def add(self, pattern: str) -> Callable[[Build], Build]:
        """Decorates what to make of expressions of this form; it returns NOTHING to leave one to later forms."""

        def register(build: Build) -> Build:
            self._all.append((re.compile(pattern), build))
            return build

        return register

    def read(self, words: str, kind: TimeType) -> Meaning:
        """What `words`, in lower case, mean."""
        for pattern, build in self._all:
            if (hit := pattern.fullmatch(words)) and (found := build(hit, kind)) is not NOTHING:
                return found
        return NOTHING
