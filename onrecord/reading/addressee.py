"""To whom a statement is said."""

import re
from collections.abc import Sequence

from onrecord.reading.outlets import is_outlet_name
from onrecord.reading.words.addressees import AFTER_PHRASE, HEARER, HEARERS
from onrecord.spans import Span

# Verbs whose object hears the statement, and what a statement to somebody stands in.
_VERB = re.compile(
    r"\b(?:tell|tells|told|telling|inform(?:s|ed|ing)?|warn(?:s|ed|ing)?|remind(?:s|ed|ing)?"
    r"|(?:re)?assur(?:e|es|ed|ing)|notif(?:y|ies|ied|ying)|advis(?:e|es|ed|ing)|urg(?:e|es|ed|ing)"
    r"|(?P<asks>ask(?:s|ed|ing)?))\s+"
    r"|\b(?:letter|email|e-mail|message|note|statement|memo|speech|interview|remarks|comments)"
    r"(?: on [A-Z]\w+)? (?:to|with)\s+"
    r"|\b(?:said|says|spoke|speaks|speaking)(?: \w+ly)? to\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[ \xa0]?(?P<word>[^\W_][\w.&-]*(?:[’'](?!s\b)\w+)*)(?P<possessive>[’']s?(?!\w))?")
_DETERMINERS = frozenset("the a an his her their its our my this that some several two three other fellow".split())
_PRONOUNS = frozenset("him her them us me you".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_QUOTE_MARKS = frozenset("\"”’'“,")
_REACH_CHARS = 120
_MOST_WORDS = 9


def addressee_of(text: str, cue: Sequence[Span], sentence: Span | None = None) -> Span | None:
    """Who is told: the noun phrase after "told", "warned", "in a letter to" … in or right after the cue; None if none.

    The phrase ends with its name or noun and stays in `sentence`. Meant to be right rather than complete: what may be
    the thing told ("told lies") or the speaker ('"Why?" asked Lind') is none.
    """
    for span in cue:
        limit = min(len(text), span.end + _REACH_CHARS, sentence.end if sentence is not None else len(text))
        for verb in _VERB.finditer(text, span.start, limit):
            if verb.start() >= span.end:
                break
            inverted = (
                verb["asks"] is not None and text[max(0, verb.start() - 2) : verb.start()].rstrip()[-1:] in _QUOTE_MARKS
            )
            if not inverted and (phrase := _phrase(text, verb.end(), limit)) is not None:
                return phrase
    return None


def _phrase(text: str, start: int, limit: int) -> Span | None:
    """The noun phrase that begins at `start`, where it names or describes hearers; None else."""
    end = start
    whole = False  # whether the words up to `end` can stand alone
    determined = False
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, end, limit)
        if match is None:
            break
        word = match["word"].rstrip(".-&")
        folded = word.casefold()
        if end == start and word in _PRONOUNS and not _goes_on(text, match.end(), limit):
            return Span(start, match.start("word") + len(word))
        if _ends_phrase(word, first=end == start) or (whole and word.islower() and is_outlet_name(text[start:end])):
            break
        determined = determined or folded in _DETERMINERS or match["possessive"] is not None
        noun = folded in HEARERS or (determined and folded in HEARER)
        named = word[0].isupper() and folded not in _DETERMINERS and (determined or text[start].isupper())
        whole = (noun or named) and match["possessive"] is None
        end = match.end("possessive") if match["possessive"] else match.start("word") + len(word)
        if len(word) < len(match["word"]):
            if "." not in word:
                break
            end += 1  # the full stop of "the U.S."
    return Span(start, end) if whole else None


def _ends_phrase(word: str, *, first: bool) -> bool:
    """Whether `word` stands after a noun phrase, not in it."""
    folded = word.casefold()
    if folded in _DETERMINERS:
        return not first
    return folded in _DAYS or (folded in AFTER_PHRASE and not word.isupper())


def _goes_on(text: str, at: int, limit: int) -> bool:
    """Whether a noun follows: "told her husband"."""
    match = _WORD.match(text, at, limit)
    return match is not None and match["word"].islower() and match["word"] not in AFTER_PHRASE
