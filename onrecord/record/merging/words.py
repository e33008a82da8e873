"""The words of a text as they are compared: stems, and what kind of word each is."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "e", "y")
_LEAST_STEM = 3
# Words that say nothing of what a text is about; weekdays too, as they recur in every report.
COMMON = frozenset(
    """a about after all also an and any are as at be been before being but by can could day days did do does down
    first for friday from had has have having he her here his how i if in into is it its just last may me might monday
    month more most must my n't new no nor not now of on one only or other our out over own s said same saturday say
    says second shall she should so some such sunday t than that the their them then there these they this those
    thursday to too tuesday two under up very was we wednesday week were what when where which who whom why will with
    would year years you your""".split()
)
# Verbs that only carry the noun after them: "made an offer", "took place".
LIGHT = frozenset("did do get gets go goes got gave give gives had has have held hold made make makes put took".split())
PARTICLES = frozenset("away back down for in into off on out over through to up with".split())
PRONOUNS = frozenset("it that these they this those which".split())


class Word(NamedTuple):
    """One word: its characters in the text, and its stem."""

    start: int
    end: int
    text: str
    stem: str

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[0].isupper()

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()

    @property
    def tells(self) -> bool:
        """Whether it says something of what the text is about."""
        return tells(self.text)


def texts_of(text: str) -> list[str]:
    """The words of `text` as they are written, in order."""
    return _WORD.findall(text)


@lru_cache(maxsize=200_000)
def tells(word: str) -> bool:
    """Whether a word says something of what the text is about."""
    return len(word) > 1 and word.casefold() not in COMMON


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """`word` in lower case without its ending: "arrests", "arrested", "arresting" are the same then.

    Cuts the ending of inflected English words and nothing else, so that "resign" and "resignation" stay apart.
    """
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST_STEM:
            plain = plain[: -len(ending)]
            break
    doubled = len(plain) > _LEAST_STEM and plain[-1] == plain[-2] and plain[-1] not in "sl"
    return plain[:-1] if doubled else plain


class Words:
    """All words of one text, in order."""

    def __init__(self, text: str) -> None:
        self.all = [Word(m.start(), m.end(), m[0], stem(m[0])) for m in _WORD.finditer(text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.all]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.all]

    def within(self, start: int, end: int) -> range:
        """The indices of the words that share a character with `[start, end)`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def near(self, word: int, reach: int) -> range:
        """The indices from `reach` words before one to as many after it."""
        return range(max(0, word - reach), min(len(self.all), word + reach + 1))


def head(phrase: list[Word]) -> Word:
    """The word of a trigger that names the event: a phrase's verb, or a noun phrase's last word."""
    telling = [word for word in phrase if word.tells] or phrase
    first = telling[0]
    if len(telling) == 1:
        return first
    names = all(word.is_name for word in telling)
    with_particle = len(phrase) > 1 and phrase[1].text.casefold() in PARTICLES
    verb = first.text.endswith(("ed", "ing")) or with_particle or len(telling) < len(phrase)
    return telling[-1] if names or first.text.casefold() in LIGHT or not verb else first
