"""Characterisations in a text: the words that make one up, where they begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record.labels.words import ADJECTIVES, ADVERBS, MATTERS, NOUNS, OF_MATTERS
from onrecord.spans import Span

WORD = re.compile(r"[^\W\d_][\w’'-]*")
_QUOTES = '“”"‘’'
# "pro-Vasht", "Vasht-backed": whose side somebody is on.
_SIDED = re.compile(r"(?:pro|anti)-[A-Z]\w+|[A-Z]\w+-(?:backed|friendly|sponsored|aligned|installed|leaning)")
_PHRASE = re.compile(
    rf"(?P<open>[{_QUOTES}]?)(?P<det>(?:an?|the|one of the|one of) )?(?P<words>[{_QUOTES}]?[\w][\w’'-]*"
    rf"(?:,? (?:and )?[{_QUOTES}]?[\w][\w’'-]*[{_QUOTES}]?){{0,6}}[{_QUOTES}]?)"
)
# Where the noun ends and what else is said of it begins, or another part of the sentence.
_CUT = re.compile(
    r"\s(?:who|that|which|whose|whom|in|at|from|for|on|with|to|of|by|when|where|while|as|than|but|because|since|after|"
    r"before|during|under|over|into|about|and|or|nor|is|was|are|were|has|have|had|will|would|can|could|may|might|said|"
    r"says|not|then|now|if|so|it|he|she|they|we|you|i)\b"
)
_NEUTRAL_OF = re.compile(r"\sof (?:aggression|conquest|choice|attrition|extermination|terror|annihilation)\b")
# A participle behind the noun: "a puppet seated on".
_ENDS = re.compile(r"^[a-z]+(?<!ly) [a-z]+ed$")
FAR = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """A characterisation: `words` are its span without a determiner; `quoted`: in the outlet's quotation marks."""

    words: Span
    label: str
    quoted: bool


@lru_cache(maxsize=100_000)
def loaded(word: str) -> bool:
    """Whether a word characterises whom it is said of."""
    plain = word.strip(_QUOTES).lower().removesuffix("’s").removesuffix("'s")
    if plain in ADJECTIVES or plain in NOUNS or _SIDED.fullmatch(word.strip(_QUOTES)):
        return True
    return plain.endswith("s") and (plain[:-1] in NOUNS or (plain.endswith("ies") and plain[:-3] + "y" in NOUNS))


def phrase_at(text: str, start: int, end: int, *, free: bool = False) -> Phrase | None:
    """The characterisation that begins at `start` and ends before `end`; `free`: any noun phrase is one."""
    match = _PHRASE.match(text, start, min(end, start + FAR))
    if match is None:
        return None
    first, words = match.start("words"), match["words"]
    cut = _CUT.search(text[first : min(end, first + FAR)])
    length = len(words) if cut is None else min(len(words), cut.start())
    comma = words.find(",")
    length = length if comma < 0 else min(length, comma)
    words = words[:length].rstrip()
    tokens = words.split()
    tokens = tokens[: next((n for n in range(1, len(tokens)) if _ENDS.search(" ".join(tokens[n - 1 : n + 1]))), None)]
    words = " ".join(tokens)
    # "A former Conservative MP" is of a party.
    places = [n for n, token in enumerate(tokens) if loaded(token) and (not token[0].isupper() or "-" in token)]
    quoted = bool(match["open"]) or words[:1] in _QUOTES or words[-1:] in _QUOTES
    if not tokens or not (places or (free and (quoted or match["det"]))):
        return None
    if places and not all(_modifies(token) for token in tokens[: places[0]]) and not match["det"]:
        return None
    if places and places[-1] < len(tokens) - 1 and not match["det"] and not free:
        # A predicate's adjective ends it: "is corrupt enough".
        words = " ".join(tokens[: places[-1] + 1])
    words = words.rstrip(_QUOTES + ".,;:!?").lstrip(_QUOTES)
    first += len(match["words"]) - len(match["words"].lstrip(_QUOTES))
    return Phrase(Span(first, first + len(words)), words.lower(), quoted) if words else None


def _modifies(word: str) -> bool:
    plain = word.strip(_QUOTES).lower()
    return plain in ADVERBS or plain.endswith("ly") or loaded(plain)


# Of what kind the thing is that a noun names.
MATTER_OF = {noun: matter for matter, nouns in MATTERS.items() for noun in nouns.split()}
_MATTER = re.compile(
    r"\b(?P<mods>(?:(?:" + "|".join(map(re.escape, sorted(OF_MATTERS, key=len, reverse=True))) + r"),? (?:and )?)*)"
    r"[“\"‘]?(?P<noun>" + "|".join(sorted(MATTER_OF, key=len, reverse=True)) + r")\b[”\"’]?"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a thing is called: `plain` where the word alone takes no side. `end`: where the noun ends."""

    words: Span
    label: str
    matter: str
    plain: bool
    start: int
    end: int


def matters(text: str, within: Span) -> Iterator[Matter]:
    """What in the sentence `within` names a thing that could be called otherwise."""
    for match in _MATTER.finditer(text, within.start, within.end):
        noun = match["noun"]
        if noun in {"operation", "campaign"} and "military" not in match["mods"]:
            continue
        of = _NEUTRAL_OF.match(text, match.end(), within.end)
        end = of.end() if of else match.end("noun")
        words = Span(match.start(), end)
        label = " ".join(re.sub(rf"[{_QUOTES},]", "", words.of(text)).split()).lower()
        plain = match["mods"].strip() in {"", "civil", "military"} and of is None
        yield Matter(words, label, MATTER_OF[noun], plain, match.start(), of.end() if of else match.end())
