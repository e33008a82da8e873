"""The bare name in a mention: without article, title, possessive, apposition."""

import re
import unicodedata
from functools import lru_cache

from onrecord.reading.schema import Kind
from onrecord.reading.states import state_of_demonym
from onrecord.reading.words.titles import ABBREVIATED, HEADS, HONORIFICS, MODIFIERS
from onrecord.spans import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'-](?!s\b)[^\W_]+)*\.?|&", re.IGNORECASE)
_LIKE_A_DEMONYM = re.compile(r"[^\W\d_]{3,}(?:ian|ean|ese|ish)")
_PARTICLES = frozenset("de da di do dos du del der den la le el al bin ibn ben von van zu ter af e y".split())
_JOINERS = frozenset("of the for and & on in to de du des la le et y und".split())
TITLES = HEADS | ABBREVIATED | HONORIFICS.keys()
_ARTICLES = ("the ", "a ", "an ")
# After a full stop a name goes on only where the stop ends an initial or one of these.
_STOPPED = frozenset("jr sr st dr mr mrs ms gen sen rep gov lt col sgt capt prof rev hon inc corp co ltd".split())


def name_in(text: str, span: Span, head: Span, kind: Kind) -> Span:
    """The name around `head` within `span`: capitalised words, for a person from the head on, else to both sides."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    at = next((i for i, word in enumerate(words) if word.overlaps(head)), None)
    if at is None:
        return head
    joiners = _PARTICLES if kind is Kind.PERSON else _JOINERS
    last = _reach(text, words, at, 1, joiners)
    first = _after_titles(text, words, at, last) if kind is Kind.PERSON else _reach(text, words, at, -1, joiners)
    end = words[last].end
    if text[end - 1] == "." and not _is_short(text[words[last].start : end - 1]):
        end -= 1
    return Span(words[first].start, end)


def _after_titles(text: str, words: list[Span], at: int, last: int) -> int:
    """The first word from `at` on that belongs to the name and not to a title before it: "Foreign Minister Ora Lind".

    Some treebanks have the head of such a mention in its title.
    """
    after = at
    for i in range(at, last):
        word = words[i].of(text).casefold().strip(".")
        if word in TITLES:
            after = i + 1
        elif word not in MODIFIERS and not _is_demonym(text, words, i, last):
            break
    return after


def _is_demonym(text: str, words: list[Span], i: int, last: int) -> bool:
    """Whether a word before a title tells of which state: a known one's, or a word formed alike."""
    word = words[i].of(text)
    before_title = i + 1 < last and words[i + 1].of(text).casefold() in HEADS
    return state_of_demonym(word) is not None or (before_title and bool(_LIKE_A_DEMONYM.fullmatch(word)))


def _reach(text: str, words: list[Span], at: int, step: int, joiners: frozenset[str]) -> int:
    """Index of the furthest word that still belongs to the name."""
    reached = i = at
    while 0 <= i + step < len(words):
        here, there = sorted((words[i], words[i + step]))
        word = words[i + step].of(text)
        if text[here.end : there.start].strip() or (here.of(text).endswith(".") and not _is_short(here.of(text)[:-1])):
            break
        i += step
        if word[0].isupper() or word[0].isdigit():
            reached = i
        elif word.lower() not in joiners:
            break
    return reached


def _is_short(word: str) -> bool:
    return len(word) == 1 or "." in word or word.lower() in _STOPPED


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """`name` for comparison: no case, accents, article, possessive or surplus space."""
    plain = name if name.isascii() else _without_accents(name)
    plain = " ".join(plain.casefold().split())
    plain = plain.removesuffix("'s").removesuffix("'")
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain


def _without_accents(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def initials(name: str) -> str:
    """First letters of the capitalised words: "National Rifle Association" -> "nra"."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
