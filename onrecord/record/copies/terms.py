"""What a sentence tells, as a set of terms: stems of its content words, names and numbers among them."""

from functools import lru_cache

from onrecord.record.stems import COMMON, stem

SHORTEST = 3
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED = {word: str(value) for value, word in enumerate(_ONES)} | {
    word: str(value) for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
# Words that spell a number and mean none: "one of them".
_NO_NUMBERS = frozenset({"one", "zero"})
# What reports are made of, whatever they tell.
_REPORTING = frozenset(
    """according ask asked add added announce announced believe call called claim claimed comment declare declared
    declined explain explained insist insisted news note noted official officials report reported reporter reporters
    reporting reports source sources speak speaking spoke spokesman spokesperson spokeswoman state stated statement
    suggest suggested tell telling warn warned write writing wrote that this""".split()
)


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """What the lower-case `word` stands for among terms; empty where it tells nothing."""
    if word in _SPELLED and word not in _NO_NUMBERS:
        return _SPELLED[word]
    if word.isdigit():
        return word.lstrip("0") or "0"
    if len(word) < SHORTEST or word in COMMON or word in _REPORTING:
        return ""
    return stem(word)
