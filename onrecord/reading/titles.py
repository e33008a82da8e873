"""Titles and roles that a text gives a name by standing beside it."""

import re
from collections.abc import Iterator, Sequence

from onrecord.reading.roles import roles_after
from onrecord.reading.schema import Title
from onrecord.reading.states import state_of
from onrecord.reading.title_words import DETERMINERS, Token, is_head, modifies, tokens_of
from onrecord.reading.words.sources import ORGANIZATIONS
from onrecord.reading.words.titles import (
    ABBREVIATED,
    ALSO_VERBS,
    BODIES,
    FEMININE,
    HEADS,
    HONORIFICS,
    LINKS,
    MASCULINE,
    MODIFIERS,
)
from onrecord.spans import Span

# How far from a name a title can begin or end.
REACH_CHARS = 160
_LONGEST_WORD = 30
_MOST_WORDS = 14

_NEVER_LAST = frozenset("the under".split())


def titled(text: str, name: Span) -> list[Title]:
    """Titles beside `name`, in text order, without determiners and possessors: "special envoy", "ex-Russian president".

    Before the name ("President Ora Lind", "Lind's special envoy, Jon Hale,") or after it in commas ("Jon Hale, the
    vice-president,"). Only what holds a known head word and what is closed off counts; "Mr." and the like are no titles
    (see `gender_of_title`). Reads at most REACH_CHARS on either side.
    """
    introduced = text[max(0, name.start - 3) : name.start].rstrip(" ").endswith(",")
    after = tokens_of(text, name.end, name.end + REACH_CHARS) if introduced or text.startswith(",", name.end) else []
    may_precede = introduced or _may_end_title(text[max(0, name.start - _LONGEST_WORD) : name.start])
    before = tokens_of(text, max(0, name.start - REACH_CHARS), name.start) if may_precede else []
    spans = sorted([*_before(before, after), *roles_after(text, after)])
    return [Title(title=span.of(text), span=span) for span in spans]


def gender_of_title(title: str) -> str | None:
    """`masculine` or `feminine` where `title` tells the gender of its bearer ("king", "Mrs."), else None."""
    for word in re.findall(r"[a-zé-]+", title.casefold()):
        if (gender := HONORIFICS.get(word)) is not None:
            return gender
        if word in MASCULINE:
            return "masculine"
        if word in FEMININE:
            return "feminine"
    return None


def _may_end_title(lead: str) -> bool:
    """Whether the last word of `lead` can be that of a title: most names stand after a verb or a preposition."""
    if not lead or lead[-1] not in " \xa0":
        return False
    word = lead.rsplit(maxsplit=1)[-1].strip() if lead.strip() else ""
    folded = word.replace(".", "").casefold()
    return (
        folded in HEADS or folded.startswith("ex-") or word[:1].isupper() or folded in BODIES or folded in ORGANIZATIONS
    )


def _before(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Span]:
    """Titles that end at the name, or at a comma before it."""
    end = len(before) - 1
    introduced = end > 0 and before[end].text == ","
    if introduced:
        # "Lind's envoy, Jon Hale, said": without the second comma it may be "After meeting the envoy, Jon Hale left".
        if after and after[0].text not in ",.;:)\n":
            return
        end -= 1
    for title in _titles_ending(before, end):
        first = title[0]
        led = first > 0 and (before[first - 1].possessive or before[first - 1].word in DETERMINERS)
        if not introduced or led:
            yield Span(before[first].start, before[title[1]].end)


def _titles_ending(tokens: Sequence[Token], end: int) -> Iterator[tuple[int, int]]:
    """Indices of the first and last word of each title that ends at `end`, or is joined by "and" to one that does."""
    first = _start_of_title(tokens, end)
    if first is None:
        return
    second = _second_of_two(tokens, first, end)
    if second is not None:
        yield second, end
    yield first, end if second is None else second - 1
    joined = first - 1
    while joined > 0 and tokens[joined].capital and tokens[joined].word not in HEADS:
        joined -= 1  # the philosopher and Lind confidant Jon Hale
    if joined > 0 and tokens[joined].word == "and" and is_head(tokens[joined - 1]):
        start = _start_of_title(tokens, joined - 1)
        if start is not None:
            yield start, joined - 1


def _second_of_two(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Index at which "envoy to Ukraine retired Gen." falls into two titles; None for one title."""
    for i in range(first + 2, end + 1):
        separate = is_head(tokens[i]) or (tokens[i].word in MODIFIERS and not tokens[i].capital)
        if separate and tokens[i - 2].word in LINKS and any(is_head(token) for token in tokens[i : end + 1]):
            return i
    return None


def _start_of_title(tokens: Sequence[Token], end: int) -> int | None:
    """Index of the first word of the title whose last word is `end`; None where no title ends there."""
    if end < 0 or tokens[end].word in LINKS or tokens[end].word in _NEVER_LAST:
        return None
    start: int | None = None  # of the title as far as it is sure: it begins with a head or what belongs to one
    k = end
    headed = False  # whether a head stands between here and the last link
    while k >= 0 and end - k < _MOST_WORDS:
        token = tokens[k]
        if is_head(token):
            headed, start = True, k
        elif token.word in LINKS and k > 0 and is_head(tokens[k - 1]) and k < end:
            if headed and not _separates(tokens, k):
                break
            headed = False
        elif headed and not token.possessive and modifies(tokens, k):
            start = k
        elif not (not headed and _completes(token)) or k == 0:
            break
        k -= 1
    if start is None or (start == end and not _stands_alone(tokens, start)):
        return None
    return start


def _separates(tokens: Sequence[Token], link: int) -> bool:
    """Whether what follows `link` is a state, and then another title: "envoy to Ukraine retired Gen."."""
    if link + 2 >= len(tokens) or state_of(tokens[link + 1].text) is None:
        return False
    following = tokens[link + 2]
    return following.word in ABBREVIATED or (following.word in MODIFIERS and not following.capital)


def _completes(token: Token) -> bool:
    """Whether a word can belong to what a title is of: "State", "the Kremlin's security council"."""
    known = token.word in BODIES or token.word in MODIFIERS or token.word in ORGANIZATIONS or token.word == "the"
    return known or (token.capital and token.word.isalpha() and token.word not in HONORIFICS)


def _stands_alone(tokens: Sequence[Token], k: int) -> bool:
    """Whether a title of the single word `k` is one: "to host Jon Hale" has none."""
    token = tokens[k]
    if token.word not in ALSO_VERBS or token.capital:
        return True
    return k > 0 and (tokens[k - 1].possessive or tokens[k - 1].capital or tokens[k - 1].word in DETERMINERS)
