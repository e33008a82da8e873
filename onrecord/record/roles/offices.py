"""Which titles are offices: what somebody is appointed or elected to, and not what they are otherwise."""

import re
from dataclasses import dataclass

from onrecord.reading.words.titles import FULL, MODIFIERS

_OFFICES = frozenset(
    """
    president premier chancellor king queen emperor emir sultan pope minister secretary undersecretary ambassador envoy
    consul negotiator mediator commissioner governor mayor senator congressman congresswoman representative leader head
    chief chair chairman chairwoman chairperson director president-elect speaker spokesman spokeswoman spokesperson
    adviser advisor prosecutor solicitor marshal commander commander-in-chief executive ceo whip treasurer co-chair
    co-chairman vice-chair vice-chairman vice-president inspector-general ombudsman
    """.split()
)
# Words for one office.
_SAME = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "advisor": "adviser",
    "premier": "prime minister",
}
# What makes another office of the same word.
_RANKS = frozenset(
    "vice deputy assistant acting under first second third associate junior shadow interim prime".split()
)
_PAST = frozenset("former ex ex- late then retired one-time onetime erstwhile".split())
# What tells of the holder or of the day, not of the office.
_DESCRIBING = frozenset(
    "current longtime long-time veteran top late outgoing incoming senior hawkish lead leading".split()
)
# Whoever heads one chairs it.
_COMMITTEE = re.compile(r"\b(?:committee|council|commission|board|panel)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w.&’'-]+")
_TAIL = re.compile(r"\b(?:of|to|for|at|in|from|on|with|under)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """`key` is the same for all ways to write the office; `title` is without what describes its holder."""

    key: str
    title: str
    is_past: bool


def office_of(title: str) -> Office | None:
    """The office that `title` names, None for a title that is none: "retired admiral", "shipping magnate"."""
    tail = _TAIL.search(title)
    words = _WORD.findall(title[: tail.start()] if tail else title)
    heads = [i for i, word in enumerate(words) if _plain(word) in _OFFICES]
    if not heads:
        return None
    last = heads[-1]
    if any(_plain(word) not in _OFFICES for word in words[last + 1 :]):
        return None
    head = _plain(words[last])
    first = max((i + 1 for i, word in enumerate(words[:last]) if _ends_another(word, words[last])), default=0)
    ranks = [_plain(word) for word in words[first:last] if _plain(word) in _RANKS]
    # "Foreign minister" and "defence minister" are two offices, "envoy" and "special envoy" may be one.
    field = [
        _plain(word) for word in words[first:last] if head in {"minister", "secretary"} and _plain(word) not in _RANKS
    ]
    if head == "head" and tail and _COMMITTEE.search(title, tail.end()):
        head = "chair"
    key = " ".join([*ranks, *(word for word in field if word in MODIFIERS - _PAST), _SAME.get(head, head)])
    start = next((i for i in range(first, last + 1) if _belongs(words[i])), last)
    is_past = any(_plain(word) in _PAST or word.lower().startswith("ex-") for word in words[: last + 1])
    return Office(key, title[title.index(words[start]) :].strip(), is_past)


def _ends_another(word: str, head: str) -> bool:
    """Whether another title ends with `word`, in front of the one with `head`: "Chairman Rep.", "candidate Gov."."""
    return _plain(word) in {"candidate", "nominee", "and"} or (head.endswith(".") and _plain(word) in _OFFICES)


def is_plain(words: str) -> bool:
    """Whether `words` between whose office it is and the office are of that: "foreign", not "Democratic Party"."""
    return all(_plain(word) in MODIFIERS or _plain(word) in _OFFICES or word.islower() for word in _WORD.findall(words))


def _belongs(word: str) -> bool:
    """Whether a word in front of the head is part of the office: "special", "Middle" and not "hawkish"."""
    plain = _plain(word)
    return plain not in _PAST and (plain in MODIFIERS - _DESCRIBING or plain in _OFFICES or word[:1].isupper())


def _plain(word: str) -> str:
    plain = word.lower().strip(".’'")
    return FULL.get(plain, plain.removeprefix("ex-"))
