"""Titles and roles that a text gives a name by standing beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.schema import Title
from onrecord.reading.states import is_place_name, state_of, state_of_demonym
from onrecord.reading.words.sources import ORGANIZATIONS
from onrecord.reading.words.titles import (
    ABBREVIATED,
    ALSO_VERBS,
    BODIES,
    CLOSERS,
    ENDS,
    FEMININE,
    HEADS,
    HONORIFICS,
    LINKS,
    MASCULINE,
    MODIFIERS,
    UNITS,
)
from onrecord.spans import Span

# How far from a name a title can begin or end.
REACH_CHARS = 160
_LONGEST_WORD = 30
_MOST_WORDS = 14
_MOST_WORDS_OF_COMPLEMENT = 24

_TOKEN = re.compile(
    r"(?P<word>\w[\w.&-]*(?:[’'](?!s\b)\w+)*)(?P<possessive>[’']s?(?!\w))?|(?P<mark>[^\w\s])|(?P<line>\n)"
)
_NEVER_LAST = frozenset("the under".split())
_DETERMINERS = frozenset("a an the his her its their our my this that one another".split())


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a mark; `word` without full stops and in lower case, empty for a mark."""

    text: str
    word: str
    start: int
    end: int
    possessive: bool

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def titled(text: str, name: Span) -> list[Title]:
    """Titles beside `name`, in text order, without determiners and possessors: "special envoy", "ex-Russian president".

    Before the name ("President Ora Lind", "Lind's special envoy, Jon Hale,") or after it in commas ("Jon Hale, the
    vice-president,"). Only what holds a known head word and what is closed off counts; "Mr." and the like are no titles
    (see `gender_of_title`). Reads at most REACH_CHARS on either side.
    """
    introduced = text[max(0, name.start - 3) : name.start].rstrip(" ").endswith(",")
    after = _tokens(text, name.end, name.end + REACH_CHARS) if introduced or text.startswith(",", name.end) else []
    may_precede = introduced or _may_end_title(text[max(0, name.start - _LONGEST_WORD) : name.start])
    before = _tokens(text, max(0, name.start - REACH_CHARS), name.start) if may_precede else []
    spans = sorted([*_before(before, after), *_after(text, after)])
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


def _before(before: Sequence[_Token], after: Sequence[_Token]) -> Iterator[Span]:
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
        led = first > 0 and (before[first - 1].possessive or before[first - 1].word in _DETERMINERS)
        if not introduced or led:
            yield Span(before[first].start, before[title[1]].end)


def _titles_ending(tokens: Sequence[_Token], end: int) -> Iterator[tuple[int, int]]:
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
    if joined > 0 and tokens[joined].word == "and" and _is_head(tokens[joined - 1]):
        start = _start_of_title(tokens, joined - 1)
        if start is not None:
            yield start, joined - 1


def _second_of_two(tokens: Sequence[_Token], first: int, end: int) -> int | None:
    """Index at which "envoy to Ukraine retired Gen." falls into two titles; None for one title."""
    for i in range(first + 2, end + 1):
        separate = _is_head(tokens[i]) or (tokens[i].word in MODIFIERS and not tokens[i].capital)
        if separate and tokens[i - 2].word in LINKS and any(_is_head(token) for token in tokens[i : end + 1]):
            return i
    return None


def _start_of_title(tokens: Sequence[_Token], end: int) -> int | None:
    """Index of the first word of the title whose last word is `end`; None where no title ends there."""
    if end < 0 or tokens[end].word in LINKS or tokens[end].word in _NEVER_LAST:
        return None
    start: int | None = None  # of the title as far as it is sure: it begins with a head or what belongs to one
    k = end
    headed = False  # whether a head stands between here and the last link
    while k >= 0 and end - k < _MOST_WORDS:
        token = tokens[k]
        if _is_head(token):
            headed, start = True, k
        elif token.word in LINKS and k > 0 and _is_head(tokens[k - 1]) and k < end:
            if headed and not _separates(tokens, k):
                break
            headed = False
        elif headed and not token.possessive and _modifies(tokens, k):
            start = k
        elif not (not headed and _completes(token)) or k == 0:
            break
        k -= 1
    if start is None or (start == end and not _stands_alone(tokens, start)):
        return None
    return start


def _separates(tokens: Sequence[_Token], link: int) -> bool:
    """Whether what follows `link` is a state, and then another title: "envoy to Ukraine retired Gen."."""
    if link + 2 >= len(tokens) or state_of(tokens[link + 1].text) is None:
        return False
    following = tokens[link + 2]
    return following.word in ABBREVIATED or (following.word in MODIFIERS and not following.capital)


def _is_head(token: _Token) -> bool:
    if token.possessive:
        return False
    return (
        token.word in HEADS or token.word.removeprefix("ex-") in HEADS or (token.capital and token.word in ABBREVIATED)
    )


def _modifies(tokens: Sequence[_Token], k: int) -> bool:
    """Whether word `k` can stand before the head of a title: "special", "Russian", "NATO", "New" of "New Jersey"."""
    token = tokens[k]
    if token.word in MODIFIERS or token.word.startswith(("ex-", "vice-", "then-")):
        return True
    if not token.capital:
        return False
    if token.word in BODIES or state_of_demonym(token.text) or is_place_name(token.text):
        return True
    pair = f"{token.text} {tokens[k + 1].text}" if k + 1 < len(tokens) else ""
    former = f"{tokens[k - 1].text} {token.text}" if k else ""
    return is_place_name(pair) or is_place_name(former) or (len(token.word) > 1 and token.text.isupper())


def _completes(token: _Token) -> bool:
    """Whether a word can belong to what a title is of: "State", "the Kremlin's security council"."""
    known = token.word in BODIES or token.word in MODIFIERS or token.word in ORGANIZATIONS or token.word == "the"
    return known or (token.capital and token.word.isalpha() and token.word not in HONORIFICS)


def _stands_alone(tokens: Sequence[_Token], k: int) -> bool:
    """Whether a title of the single word `k` is one: "to host Jon Hale" has none."""
    token = tokens[k]
    if token.word not in ALSO_VERBS or token.capital:
        return True
    return k > 0 and (tokens[k - 1].possessive or tokens[k - 1].capital or tokens[k - 1].word in _DETERMINERS)


def _after(text: str, tokens: Sequence[_Token]) -> Iterator[Span]:
    """Roles between the comma after a name and what closes them."""
    if len(tokens) < 2 or tokens[0].text != ",":
        return
    start = _after_possessor(tokens, 1)
    roles: list[tuple[int, int]] = []
    while (role := _role(tokens, start, led=start > 1)) is not None:
        roles.append(role)
        following = role[1] + 1
        if following >= len(tokens) or tokens[following].word != "and":
            break
        start = _after_possessor(tokens, following + 1)
    if roles and _is_closed(tokens, roles[-1][1] + 1, ends_text=tokens[-1].end >= len(text)):
        yield from (Span(tokens[first].start, tokens[last].end) for first, last in roles)


def _after_possessor(tokens: Sequence[_Token], start: int) -> int:
    """Index after "the", "his", "Lind's" or "the prime minister's", if one of them stands at `start`."""
    i = start
    while i < len(tokens) and i - start < 4 and tokens[i].word and tokens[i].word not in ENDS:
        if tokens[i].possessive:
            return i + 1
        if not (tokens[i].capital or tokens[i].word in _DETERMINERS or tokens[i].word in HEADS):
            break
        i += 1
    return start + 1 if start < len(tokens) and tokens[start].word in _DETERMINERS else start


def _role(tokens: Sequence[_Token], start: int, *, led: bool) -> tuple[int, int] | None:
    """First and last index of the role that begins at `start`; `led` by a determiner it may have unknown words."""
    i = start
    while i < len(tokens) and i - start < 7 and not _is_head(tokens[i]):
        token = tokens[i]
        if not token.word or token.possessive or token.word in ENDS or token.word in LINKS:
            return None
        if not (_modifies(tokens, i) or (led and not token.capital) or (led and token.word in ORGANIZATIONS)):
            return None
        i += 1
    if i >= len(tokens) or not _is_head(tokens[i]):
        return None
    while i + 1 < len(tokens) and (_is_head(tokens[i + 1]) or (tokens[i + 1].word == "general")):
        i += 1
    if i + 1 < len(tokens) and tokens[i + 1].word in LINKS:
        return start, _end_of_complement(tokens, i + 1) or i
    return None if not led and tokens[i].capital else (start, i)


def _end_of_complement(tokens: Sequence[_Token], link: int) -> int | None:
    """Index of the last word of what follows the preposition `link`; None where that is nothing."""
    i = link + 1
    last: int | None = None
    while i < len(tokens) and i - link < _MOST_WORDS_OF_COMPLEMENT:
        token = tokens[i]
        if token.word == "and" or (token.text == "," and last is not None):
            after_list = _end_of_enumeration(tokens, i)
            if after_list is None:
                break
            i = last = after_list
        elif (not token.word and token.text != "&") or token.word in ENDS:
            break
        elif token.word and token.word not in LINKS and token.word not in _DETERMINERS:
            last = i
        i += 1
    return last


def _end_of_enumeration(tokens: Sequence[_Token], i: int) -> int | None:
    """Index of the last name of "Russia and Ukraine" or of "Europe, Russia, and Eurasia programme", joined at `i`."""
    rest = tokens[i : i + 6]
    if len(rest) > 1 and rest[0].word == "and":
        return i + 1 if tokens[i - 1].capital and rest[1].capital and not _is_head(rest[1]) else None
    words = [token.word for token in rest]
    if "and" not in words or not all(
        token.capital or token.word in {"", "and"} for token in rest[: words.index("and") + 2]
    ):
        return None
    name = words.index("and") + 1
    return i + name + 1 if name + 1 < len(words) and words[name + 1] in UNITS else None


def _is_closed(tokens: Sequence[_Token], i: int, *, ends_text: bool) -> bool:
    """Whether `i` ends an apposition: ", the president said" is none, ", the president, and the king" is a list."""
    if i >= len(tokens):
        return ends_text
    token = tokens[i]
    if token.word:
        return token.word in CLOSERS
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    return not (token.text == "," and following in {"and", "or"}) and token.text not in "'’(["


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Words and marks of `text[start:end]`; a full stop that ends a sentence is a mark of its own."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match["word"]
        if word is None:
            found.append(_Token(match[0], "", match.start(), match.end(), possessive=False))
            continue
        folded = word.replace(".", "").casefold()
        at = match.start()
        abbreviated = folded in ABBREVIATED or folded in HONORIFICS or len(folded) == 1 or "." in word[:-1]
        ends = word.endswith(".") and not abbreviated
        stop = at + len(word) - 1 if ends else at + len(word)
        found.append(_Token(text[at:stop], folded, at, stop, possessive=match["possessive"] is not None))
        if ends:
            found.append(_Token(".", "", stop, stop + 1, possessive=False))
    return found
