"""Words without their endings, to see whether two texts speak of the same things."""

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z]{3,}|\d[\d,.]*\d|\d")
# The longest first.
_ENDINGS = tuple("ations ation ingly ments ment ings ions ing ion ers ies ied ed es ly er s e y".split())
_SHORTEST = 3
COMMON = frozenset(
    """
    about above after again against ahead all also always among and another any are around because been before being
    between both but can come coming could day days did does doing done down during each either enough even ever
    every few first for from further gave get give given gives giving goes going good had has have having hear her
    here him his how however into its just know last late later least less like likely made make makes making many
    may meanwhile might more most much must near need never new next not now off one only other others our out over
    own people per put rather said same saw say saying says see seen set several she should since some soon still
    such take taken than that the their them then there these they thing think this those though through time times
    today told tomorrow too took toward towards two under until upon use very want was way week weeks well went were
    what when where whether which while who whom whose why will with within without would year years yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)  # fmt: skip


def stems(text: str) -> frozenset[str]:
    """The content words of `text` in lower case, without endings; numbers as they are."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in COMMON)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """`word` without the ending that English inflection or derivation gave it, as far as endings show."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
