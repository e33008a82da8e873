"""Names as they are compared, and what a person's name is made of."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from onrecord.reading.names import folded
from onrecord.reading.states import state_of, state_of_demonym
from onrecord.record.honorifics import HONORIFICS, OTHER_OFFICE, SUFFIXES

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ARTICLE_OF_SURNAMES = re.compile(r"^(?:al|el|ad|as|ash)-(?=\w{3})")

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)

# One sound that comes in several spellings, mostly of Cyrillic and Arabic names (ALA-LC, BGN/PCGN and press usage).
_SPELLINGS = (
    (re.compile("sch"), "sh"),
    (re.compile("tch|tsch"), "ch"),
    (re.compile("(?<!^)kh"), "h"),
    (re.compile("ph"), "f"),
    (re.compile("ks"), "x"),
    (re.compile("ck"), "k"),
    (re.compile("ou"), "u"),
    (re.compile("(?<!^)[yj]"), "i"),
    (re.compile(r"(\w)\1+"), r"\1"),
)
# Shorter words are other words when respelt: Kay and Kai, Lee and Le.
_RESPELT_CHARS = 4


def alias_key(name: str) -> str:
    """`name` without case, diacritics, article, possessive ending, full stops: for looking up what a user types."""
    return folded(name).replace(".", "")


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A person's name, spelled as `respelt` does; `given` is all before the surname, particles included."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def fullness(self) -> tuple[int, int]:
        """Grows with what the name tells."""
        return (len(self.given), sum(map(len, self.given)))

    def is_short_for(self, other: "PersonName") -> bool:
        """Whether `other` may be this name in full: "Lind", "O. Lind" or "Ora Lind" for "Ora Maren Lind"."""
        if self.surname != other.surname or self.fullness >= other.fullness:
            return False
        if self.suffix != other.suffix and self.given:
            return False
        rest = iter(other.given)
        return all(any(_may_be(mine, theirs) for theirs in rest) for mine in self.given)


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName | None:
    """The parts of a person's `name`, forms of address left out; None where nothing else is in it."""
    plain = unicodedata.normalize("NFKD", folded(without_honorifics(name)).translate(_LETTERS))
    words = [_ARTICLE_OF_SURNAMES.sub("", word) for word in _TOKEN.findall(plain)]
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words or words[-1] in HONORIFICS:
        return None
    *given, surname = map(respelt, words)
    return PersonName(tuple(given), surname, suffix)


def without_honorifics(name: str) -> str:
    """`name` as it is spelled, without what people are called before it and the possessive after it.

    A nationality is left out only with an office ("Tarvonian President Ora Lind"): by itself it may be a given name.
    """
    words = _words(name)
    return " ".join(words[_honorifics(words) :])


def honorifics(name: str) -> str:
    """What `without_honorifics` leaves out before a name: "Senator", "Tarvonian President"."""
    words = _words(name)
    return " ".join(words[: _honorifics(words)])


def _words(name: str) -> list[str]:
    return re.sub(r"['’]s?$", "", " ".join(name.split())).split()


def _honorifics(words: list[str]) -> int:
    leading = list(takewhile(_may_precede, words[:-1]))
    while leading and _plain(leading[-1]) not in HONORIFICS:
        leading.pop()
    return len(leading)


def _may_precede(word: str) -> bool:
    plain = _plain(word)
    return plain in HONORIFICS or plain in OTHER_OFFICE or bool(state_of(word) or state_of_demonym(word))


def _plain(word: str) -> str:
    return word.rstrip(".").casefold()


def respelt(word: str) -> str:
    """A lower-case `word` with one spelling for each sound: "zelenskyy", "zelensky", "zelenskiy" are the same then."""
    word = word.replace("-", "").replace("'", "")
    if len(word) >= _RESPELT_CHARS:
        for spellings, one in _SPELLINGS:
            word = spellings.sub(one, word)
    return word


def consonants(word: str) -> str:
    """`word` without the vowels after its first letter."""
    return word[:1] + re.sub("[aeiou]", "", word[1:])


def _may_be(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))
