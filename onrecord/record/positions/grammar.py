"""The words by which somebody takes a side, as patterns: verbs in all their forms, nouns, "is ready to"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.record.positions.entry import Stance
from onrecord.record.positions.words import (
    AGAINST,
    AGAINST_NOUNS,
    AGAINST_STATES,
    FOR,
    FOR_NOUNS,
    FOR_STATES,
    TURNED_BY_NOT,
)

_ADVERB = r"(?:\w+ly|also|again|now|still|long|always|even|since|already|instead|once|ever|then|just|initially|first)"
_BE = r"(?:is|are|was|were|am|[’']s|[’']re|[’']m|been|be|remains?|remained)"
# What goes before the verb; a passive has none of them in this place.
_AUXILIARIES = (
    rf"(?P<aux>(?:(?:has|have|had|having|[’']ve|[’']d|do|does|did|don[’']t|doesn[’']t|didn[’']t|will|would|won[’']t|"
    rf"wouldn[’']t|can|cannot|can[’']t|could|couldn[’']t|may|might|must|should|not|never|no longer|to|"
    rf"been|is|are|was|were|am|[’']s|[’']re|[’']m|[’']ll|hasn[’']t|haven[’']t|hadn[’']t|isn[’']t|aren[’']t|be|"
    rf"{_ADVERB}),? )*)"
)
_NOT = re.compile(r"\b(?:not|never|no longer|cannot)\b|n[’']t\b")
_PERFECT = re.compile(r"\b(?:has|have|had|hasn[’']t|haven[’']t|hadn[’']t|been)\b|[’']ve")
_MAYBE = re.compile(r"\b(?:may|might|could|should|must|can|to)\b")
_BEING = re.compile(r"\b(?:is|are|was|were|am|been|be|isn[’']t|aren[’']t)\b|[’'](?:re|m)\b|[’']s\b")
_BEFORE = re.compile(r"\b(?:once|initially|first|previously|formerly|originally|earlier|long|used|had)\b")
_IRREGULAR = {
    "seek": "seek|seeks|sought|seeking",
    "stand": "stand|stands|stood|standing",
    "fight": "fight|fights|fought|fighting",
    "come": "come|comes|came|coming",
    "speak": "speak|speaks|spoke|spoken|speaking",
    "stick": "stick|sticks|stuck|sticking",
    "break": "break|breaks|broke|broken|breaking",
    "strive": "strive|strives|strove|striven|striving",
    "plead": "plead|pleads|pleaded|pled|pleading",
}


@dataclass(frozen=True, slots=True)
class Side:
    """Words that take a side: where they end, and whether they tell of an earlier time than the article's."""

    stance: Stance
    start: int
    end: int
    verb: str
    earlier: bool = False
    finite: bool = True


def side_at(text: str, start: int, end: int) -> Side | None:
    """The side that the words from `start` take whoever they are said of; None for none, or one that is only possible.

    The words must end by `end`. A "not" turns round what it is said of, as far as that says anything.
    """
    hit = _verbs().match(text, start, end)
    return _of_verb(text, hit) if hit else None


def side_of_cue(text: str, start: int, end: int) -> Side | None:
    """The side that a cue takes, from `start` to `end`: as `side_at` or with a noun ("opposition to", "call for")."""
    at = start
    while at < end and not (text[at].isalnum() or text[at] in "’'"):
        at += 1
    return side_at(text, at, end) or _of_noun(text, at, end)


def _of_noun(text: str, start: int, end: int) -> Side | None:
    hit = _nouns().match(text, start, end)
    if hit is None:
        return None
    stance = Stance.FOR if hit["favour"] else Stance.AGAINST
    noun = hit["favour"] or hit["disfavour"]
    return Side(stance, hit.start(), hit.end(), noun.split()[0].lower(), earlier=False, finite=False)


def _of_verb(text: str, hit: re.Match[str]) -> Side | None:
    aux = hit["aux"] or ""
    state = hit["statefor"] or hit["stateagainst"]
    if state:
        favour = bool(hit["statefor"])
        negated, being = bool(_NOT.search(aux)), bool(_BEING.search(aux))
        if not being or (_MAYBE.search(aux)) or (negated and not favour):
            return None
        stance = Stance.FOR if favour and not negated else Stance.AGAINST
        return Side(stance, hit.start(), hit.end(), state.lower(), bool(_BEFORE.search(aux)), finite=True)
    verb = (hit["verbfor"] or hit["verbagainst"]).lower()
    lemma = _lemma(verb)
    if _MAYBE.search(aux) or (_BEING.search(aux) and not verb.endswith("ing")):
        return None
    favour = bool(hit["verbfor"])
    if _NOT.search(aux):
        turned = _negated(lemma, aux, text[hit.start() : hit.end()], favour=favour)
        if turned is None:
            return None
        stance = turned
    else:
        stance = Stance.FOR if favour else Stance.AGAINST
    return Side(stance, hit.start(), hit.end(), lemma, bool(_BEFORE.search(aux)), finite=not verb.endswith("ing"))


def _negated(lemma: str, aux: str, words: str, *, favour: bool) -> Stance | None:
    if not favour:
        return Stance.UNDECIDED if lemma == "rule" and "out" in words else None
    if lemma in TURNED_BY_NOT and not _PERFECT.search(aux):
        return Stance.AGAINST
    return None


def _entries(table: str) -> Iterator[str]:
    yield from (each.strip() for each in table.replace("\n", "|").split("|") if each.strip())


def _forms(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return f"{verb}|{verb}s|{verb}d|{verb[:-1]}ing"
    if verb.endswith("y"):
        return f"{verb}|{verb[:-1]}ies|{verb[:-1]}ied|{verb}ing"
    last = verb[-1]
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return f"{verb}|{verb}{ending}|{verb}(?:{last})?ed|{verb}(?:{last})?ing"


def _alternatives(table: str) -> str:
    out = []
    for entry in sorted(_entries(table), key=lambda each: (-len(each), each)):
        verb, _, rest = entry.partition("~")
        out.append(f"(?:{_forms(verb)}){_ended(' ' + rest) if rest else ''}")
    return "|".join(out)


def _ended(words: str) -> str:
    """`words`, a "to" at their end left to what follows: it may open an infinitive."""
    return re.sub(r" to$", r"(?= to\\b)", words)


def _fixed(table: str) -> str:
    return "|".join(_ended(each) for each in sorted(_entries(table), key=lambda each: (-len(each), each)))


@cache
def _verbs() -> re.Pattern[str]:
    states = [_fixed(FOR_STATES), _fixed(AGAINST_STATES)]
    return re.compile(
        rf"{_AUXILIARIES}(?:(?P<stateagainst>{states[1]})|(?P<statefor>{states[0]})|"
        rf"(?P<verbagainst>{_alternatives(AGAINST)})|(?P<verbfor>{_alternatives(FOR)}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _nouns() -> re.Pattern[str]:
    before = r"(?:(?:\w+|the|his|her|their|its) ){0,3}?"
    favour, disfavour = _fixed(FOR_NOUNS), _fixed(AGAINST_NOUNS)
    return re.compile(
        rf"{before}(?:(?P<favour>{favour})|(?P<disfavour>{disfavour}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _lemma(verb: str) -> str:
    first = verb.split(maxsplit=1)[0]
    for entry in (*_entries(FOR), *_entries(AGAINST)):
        lemma = entry.partition("~")[0].split()[0]
        if re.fullmatch(_forms(lemma), first):
            return lemma
    return first
