"""More articles than there are: real ones with other names and numbers."""

import random
import re
from dataclasses import replace
from functools import partial

from bench.copying import Text

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]{2,}\b")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_SYLLABLES = "ba cor del fen gar hol iv jor kas lem mor nel ost per quin rad sel tor ul ven wex yar zim".split()
# Of the other longer words, so that two resamplings are no two versions of one article.
CHANGED_WORDS = 0.6


def changed(text: Text, time: int) -> Text:
    """`text` as it is the first time (0), with other names, numbers and words each time after."""
    if not time:
        return text
    seed = f"{text.id} {time}"
    parts = []
    for part in text.parts:
        named = _NAME.sub(partial(_name, seed), part)
        numbered = _NUMBER.sub(partial(_number, seed), named)
        parts.append(_WORD.sub(partial(_word, seed), numbered))
    return replace(text, parts=tuple(parts))


def _name(seed: str, found: re.Match[str]) -> str:
    return _made_up(f"{seed} {found[0]}").capitalize()


def _number(seed: str, found: re.Match[str]) -> str:
    chosen = random.Random(f"{seed} {found[0]}")  # noqa: S311
    return "".join(chosen.choice("123456789") for _ in found[0])


def _word(seed: str, found: re.Match[str]) -> str:
    chosen = random.Random(f"{seed} {found[0]}")  # noqa: S311
    return _made_up(f"{seed} {found[0]}") if chosen.random() < CHANGED_WORDS else found[0]


def _made_up(seed: str) -> str:
    chosen = random.Random(seed)  # noqa: S311
    return "".join(chosen.choice(_SYLLABLES) for _ in range(3))
