"""What a speaker does by saying it."""

import re
from functools import cache

from onrecord.reading.contents import act_of_content
from onrecord.reading.schema import Act
from onrecord.reading.words.contents import HOSTILE, LAUDATORY, PEJORATIVE
from onrecord.reading.words.cues import CUES, IRREGULAR, NAMING, OTHERS, WARNING

_WORD = re.compile(r"[a-z]+(?:[’'-][a-z]+)*")
_QUOTATION = re.compile(r"[\"“”„«»]|(?<!\w)['‘]|'(?!\w)")
_NEGATION = frozenset("not never no nor without neither hardly avoid avoids avoided".split())
_LONGEST_CONTENT = 2000  # what a statement does shows early; a content of pages stays cheap
_LONGEST_CUE_WORDS = 40

# The strongest act of a cue counts: "declined to endorse" declines, "vowed to attack" is weighed below.
_STRENGTH = (
    Act.DECLINE,
    Act.DENY,
    Act.THREATEN,
    Act.PROMISE,
    Act.DEMAND,
    Act.CRITICIZE,
    Act.PROPOSE,
    Act.PREDICT,
    Act.PRAISE,
    Act.ASK,
)
_ADVERSE_OUTLOOK = re.compile(r"\b(?:will|would|could|may|might|risks?|threatens?)\b")
_OWN_HOSTILITY = re.compile(rf"^(?:to )?(?:\w+ly )?(?:{HOSTILE})\b")
_OWN_STEP = re.compile(
    r"^(?:that )?(?:i|we|he|she|it|they) (?:will|would|may|might|could) "
    rf"(?:{HOSTILE}|ramp up|step up|escalate|act|respond)\b"
)
_TO_DO = re.compile(
    r"^(?:(?!(?:i|we|he|she|it|they|you|as|that|this|there|if|a)\b)[\w'.]+ ){0,2}(?:not )?to (?!the\b|a\b|be\b)[a-z]+"
)
_TO_GET = re.compile(r"^(?:[\w'.]+ ){0,4}(?:to|for) [a-z]")
_INDIRECT_QUESTION = re.compile(r"^(?:if|whether|why|how|what|who|when|where|which)\b")


def act_of(cue: str, content: str) -> Act:
    """What is done with the words `cue` and the words `content`; assert where nothing shows clearly.

    The cue decides where its verb does ("denied", "urged"); where it only says that something is said, a few forms of
    content decide, each kept narrow. A negated cue ("did not promise") asserts. Linear in the length of both.
    """
    lemmas = _lemmas(cue)
    plain = _plain(content)
    found = _acts(lemmas)
    negated = not _NEGATION.isdisjoint(lemmas) or "n't" in cue or "n’t" in cue
    if negated and _withholds(lemmas):
        return Act.DECLINE
    strongest = next((act for act in _STRENGTH if act in found), None)
    if strongest is not None and not (negated and strongest is not Act.DENY):
        return _weighed(strongest, plain)
    if negated:
        return Act.ASSERT
    return _by_content(lemmas, plain)


def _withholds(lemmas: tuple[str, ...]) -> bool:
    """Whether a negated cue says that somebody would not talk: "did not respond to", "would not say"."""
    if not {"respond", "comment", "reply", "return", "answer"}.isdisjoint(lemmas):
        return True
    return not {"would", "will", "wouldn't", "won't"}.isdisjoint(lemmas) and not {
        "say",
        "discuss",
        "address",
    }.isdisjoint(lemmas)


def _weighed(act: Act, content: str) -> Act:
    """What a cue of `act` does with this content."""
    if act is Act.ASK:
        asks = _INDIRECT_QUESTION.match(content) or content.endswith("?")
        return Act.DEMAND if not asks and _TO_GET.match(content) else Act.ASK
    if act is Act.DEMAND and (content.endswith("?") or _INDIRECT_QUESTION.match(content)):
        return Act.ASK  # "How dare you?" he demanded
    if act is Act.PROMISE and (_OWN_HOSTILITY.match(content) or act_of_content(content) is Act.THREATEN):
        return Act.THREATEN
    return act


def _by_content(lemmas: tuple[str, ...], content: str) -> Act:
    """What a cue that only says that something is said does with this content."""
    if "question" in lemmas:
        return Act.ASK if _INDIRECT_QUESTION.match(content) or content.endswith("?") else Act.CRITICIZE
    if not WARNING.isdisjoint(lemmas) and _TO_DO.match(content):
        return Act.DEMAND
    if content.startswith("to ") and not {"agree", "offer"}.isdisjoint(lemmas):
        return Act.PROMISE if "agree" in lemmas else Act.PROPOSE
    by_naming = None if NAMING.isdisjoint(lemmas) else _by_naming(content)
    by_warning = None if {"warn", "caution"}.isdisjoint(lemmas) else _by_warning(content)
    return by_naming or by_warning or act_of_content(content) or Act.ASSERT


def _by_warning(content: str) -> Act | None:
    """What it does to warn that `content`: of a step of one's own, it threatens."""
    if _OWN_STEP.match(content):
        return Act.THREATEN
    return act_of_content(content) or (Act.PREDICT if _ADVERSE_OUTLOOK.search(content) else None)


def _by_naming(content: str) -> Act | None:
    """What it does to call somebody what `content` says: criticize, praise, demand ("call … for") or none of them."""
    if content.startswith(("for ", "on ", "upon ")):
        return Act.DEMAND
    words = set(_WORD.findall(content))
    if not words.isdisjoint(PEJORATIVE):
        return Act.CRITICIZE if words.isdisjoint(_NEGATION) else None
    return Act.PRAISE if not words.isdisjoint(LAUDATORY) and words.isdisjoint(_NEGATION) else None


def _plain(content: str) -> str:
    """The beginning of `content` in lower case, without quotation marks; straight apostrophes."""
    return " ".join(_QUOTATION.sub("", content[:_LONGEST_CONTENT].replace("’", "'")).lower().split())


def _acts(lemmas: tuple[str, ...]) -> set[Act]:
    """Every act that a run of up to three lemmas stands for; the words of a longer run do not count again."""
    acts: set[Act] = set()
    i = 0
    while i < len(lemmas):
        for length in (3, 2, 1):
            found = _acts_by_run().get(" ".join(lemmas[i : i + length]))
            if found is not None:
                acts.add(found)
                i += length
                break
        else:
            i += 1
    return acts


def _lemmas(cue: str) -> tuple[str, ...]:
    """The words of `cue`, those that a table knows as lemmas."""
    forms = _lemma_by_form()
    words: list[str] = _WORD.findall(cue.replace("’", "'").lower())[:_LONGEST_CUE_WORDS]
    return tuple(forms.get(word, word) for word in words)


@cache
def _acts_by_run() -> dict[str, Act]:
    """Run of lemmas → act."""
    return {entry: act for act, table in CUES.items() for entry in table}


@cache
def _lemma_by_form() -> dict[str, str]:
    """Inflected form → lemma, for every word in the tables."""
    words = {word for table in (*CUES.values(), NAMING, WARNING) for entry in table for word in entry.split()} | OTHERS
    forms = {form: word for word in sorted(words) for form in _regular_forms(word)}
    return forms | {word: word for word in words} | IRREGULAR


def _regular_forms(word: str) -> tuple[str, ...]:
    """Third person or plural, past and participle of a regular verb; a noun's plural is among them."""
    if word.endswith("e"):
        return (word + "s", word + "d", word[:-1] + "ing")
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    plural = word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
    doubled = word + word[-1:]
    return (plural, word + "ed", word + "ing", doubled + "ed", doubled + "ing")
