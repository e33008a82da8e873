"""Names of news outlets."""

import re

from onrecord.reading.words.outlets import FIRST_WORDS, LAST_WORDS, OUTLETS, WEAK_LAST_WORDS

_SMALL_WORDS = frozenset("of de di del the &".split())
_MOST_WORDS = 6
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|co\.uk|news|tv)", re.IGNORECASE)


def is_outlet_name(name: str) -> bool:
    """Whether `name` is a known outlet, or is made like one: "Meridian Wire", "the Vasht Tribune", "The Post".

    Short and precise rather than complete: last words that end other names as often ("Record", "Star") count only after
    "The" and another name. A person's name in the same form ("Emily Post") is taken for an outlet: ask about
    organisations.
    """
    words = name.replace("’", "'").removesuffix("'s").split()
    definite = bool(words) and words[0].casefold() == "the"
    if definite:
        words = words[1:]
    if not words:
        return False
    folded = " ".join(words).casefold()
    if folded in OUTLETS:  # "the hill", "slate" in lower case are words
        return words[0][0].isupper() or not words[0].isalpha()
    if _DOMAIN.fullmatch(folded):
        return True
    return _made_like_one(words, definite=definite)


def _made_like_one(words: list[str], *, definite: bool) -> bool:
    """Whether capitals and the first or last word show an outlet."""
    capitals = all(word[0].isupper() or word in _SMALL_WORDS for word in words) and words[-1][0].isupper()
    if not capitals or len(words) > _MOST_WORDS:
        return False
    last = words[-1].casefold()
    if last in WEAK_LAST_WORDS:
        return definite and len(words) > 1
    if last in LAST_WORDS:
        return definite or len(words) > 1
    return words[0].casefold() in FIRST_WORDS and len(words) > 1
