"""Numbers in words or digits."""

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_WORDS = (
    {word: float(n) for n, word in enumerate(_UNITS)}
    | {word: 10.0 * (n + 2) for n, word in enumerate(_TENS)}
    | {"a": 1.0, "an": 1.0, "half": 0.5, "dozen": 12.0, "couple": 2.0, "hundred": 100.0, "thousand": 1000.0}
)
VAGUE = "several|few|some|many|recent|various|coming|past|last|next"
NUMBER = (
    r"\d[\d,]*(?:\.\d+)?|(?:(?:a|an|one|two)\s+)?(?:half\s+)?(?:dozen|couple|hundred|thousand)(?:\s+of)?|"
    rf"(?:{'|'.join(_TENS)})(?:\s+(?:{'|'.join(_UNITS[1:10])}))?|(?:{'|'.join(_UNITS)})|half\s+an?|half|an?"
)
HALF = r"\s+and\s+a\s+half"
_HALF = re.compile(HALF)


def number(words: str) -> float:
    """The value of what `NUMBER`, with or without `HALF` behind it, matched: `three and a half` is 3.5."""
    more = 0.5 if _HALF.search(words) else 0.0
    parts = [p for p in _HALF.sub("", words).replace(",", "").split() if p != "of"]
    if parts[0][0].isdigit():
        return float(parts[0]) + more
    if parts[0] == "half":
        return 0.5 if parts[1:] in ([], ["a"], ["an"]) else 0.5 * _WORDS[parts[1]]
    total = 0.0
    for part in parts:
        value = _WORDS[part]
        total = (total or 1) * value if part in ("dozen", "couple", "hundred", "thousand", "half") else total + value
    return total + more


def amount(value: float) -> str:
    """As TIMEX3 writes it: without needless decimals."""
    return f"{value:g}"


def ordinal(word: str) -> int | None:
    """The number of an ordinal, in words or digits: `third`, `3rd`, `twenty first`."""
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    if digits:
        return int(digits[1])
    head, _, tail = word.rpartition(" ")
    if head in _TENS and tail in _ORDINALS[:9]:
        return 10 * (_TENS.index(head) + 2) + _ORDINALS.index(tail) + 1
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


ORDINAL = rf"\d+(?:st|nd|rd|th)|(?:(?:twenty|thirty)\s+)?(?:{'|'.join(_ORDINALS)})"
