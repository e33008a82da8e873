"""Words beside a name, as the search for titles sees them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.states import is_place_name, state_of_demonym
from onrecord.reading.words.titles import ABBREVIATED, BODIES, HEADS, HONORIFICS, MODIFIERS

DETERMINERS = frozenset("a an the his her its their our my this that one another".split())
_LIKE_A_DEMONYM = re.compile(r"[^\W\d_]{3,}(?:ian|ean|ese|ish)")
_WORD_OR_MARK = re.compile(
    r"(?P<word>\w[\w.&-]*(?:[’'](?!s\b)\w+)*)(?P<possessive>[’']s?(?!\w))?|(?P<mark>[^\w\s])|(?P<line>\n)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `word` without full stops and in lower case, empty for a mark."""

    text: str
    word: str
    start: int
    end: int
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of `text[start:end]`; a full stop that ends a sentence is a mark of its own."""
    found: list[Token] = []
    for match in _WORD_OR_MARK.finditer(text, start, end):
        word = match["word"]
        if word is None:
            found.append(Token(match[0], "", match.start(), match.end(), possessive=False))
            continue
        folded = word.replace(".", "").casefold()
        at = match.start()
        abbreviated = folded in ABBREVIATED or folded in HONORIFICS or len(folded) == 1 or "." in word[:-1]
        ends = word.endswith(".") and not abbreviated
        stop = at + len(word) - 1 if ends else at + len(word)
        found.append(Token(text[at:stop], folded, at, stop, possessive=match["possessive"] is not None))
        if ends:
            found.append(Token(".", "", stop, stop + 1, possessive=False))
    return found


def is_head(token: Token) -> bool:
    """Whether a title can consist of this word, or end with it: "president", "Gen."."""
    if token.possessive:
        return False
    return (
        token.word in HEADS or token.word.removeprefix("ex-") in HEADS or (token.capital and token.word in ABBREVIATED)
    )


def modifies(tokens: Sequence[Token], k: int) -> bool:
    """Whether word `k` can stand before the head of a title: "special", "Russian", "NATO", "New" of "New Jersey"."""
    token = tokens[k]
    if token.word in MODIFIERS or token.word.startswith(("ex-", "vice-", "then-")):
        return True
    if not token.capital:
        return False
    if token.word in BODIES or state_of_demonym(token.text) or is_place_name(token.text):
        return True
    if _LIKE_A_DEMONYM.fullmatch(token.text) and k + 1 < len(tokens) and not tokens[k + 1].capital:
        return True
    pair = f"{token.text} {tokens[k + 1].text}" if k + 1 < len(tokens) else ""
    former = f"{tokens[k - 1].text} {token.text}" if k else ""
    return is_place_name(pair) or is_place_name(former) or (len(token.word) > 1 and token.text.isupper())
