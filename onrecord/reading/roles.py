"""Roles that stand after a name, between commas: "Jon Hale, the special envoy to Brenn,"."""

from collections.abc import Iterator, Sequence

from onrecord.reading.title_words import DETERMINERS, Token, is_head, modifies
from onrecord.reading.words.sources import ORGANIZATIONS
from onrecord.reading.words.titles import CLOSERS, ENDS, HEADS, LINKS, UNITS
from onrecord.spans import Span

_MOST_WORDS_OF_COMPLEMENT = 24


def roles_after(text: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Spans of the roles between the comma that `tokens` begins with and what closes them; `text` is the whole text."""
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


def _after_possessor(tokens: Sequence[Token], start: int) -> int:
    """Index after "the", "his", "Lind's" or "the prime minister's", if one of them stands at `start`."""
    i = start
    while i < len(tokens) and i - start < 4 and tokens[i].word and tokens[i].word not in ENDS:
        if tokens[i].possessive:
            return i + 1
        if not (tokens[i].capital or tokens[i].word in DETERMINERS or tokens[i].word in HEADS):
            break
        i += 1
    return start + 1 if start < len(tokens) and tokens[start].word in DETERMINERS else start


def _role(tokens: Sequence[Token], start: int, *, led: bool) -> tuple[int, int] | None:
    """First and last index of the role that begins at `start`; `led` by a determiner it may have unknown words."""
    i = start
    while i < len(tokens) and i - start < 7 and not is_head(tokens[i]):
        token = tokens[i]
        if not token.word or token.possessive or token.word in ENDS or token.word in LINKS:
            return None
        if not (modifies(tokens, i) or (led and not token.capital) or (led and token.word in ORGANIZATIONS)):
            return None
        i += 1
    if i >= len(tokens) or not is_head(tokens[i]):
        return None
    while i + 1 < len(tokens) and (is_head(tokens[i + 1]) or (tokens[i + 1].word == "general")):
        i += 1
    if i + 1 < len(tokens) and tokens[i + 1].word in LINKS:
        return start, _end_of_complement(tokens, i + 1) or i
    return None if not led and tokens[i].capital else (start, i)


def _end_of_complement(tokens: Sequence[Token], link: int) -> int | None:
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
        elif token.word and token.word not in LINKS and token.word not in DETERMINERS:
            last = i
        i += 1
    return last


def _end_of_enumeration(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the last name of "Russia and Ukraine" or of "Europe, Russia, and Eurasia programme", joined at `i`."""
    rest = tokens[i : i + 6]
    if len(rest) > 1 and rest[0].word == "and":
        return i + 1 if tokens[i - 1].capital and rest[1].capital and not is_head(rest[1]) else None
    words = [token.word for token in rest]
    if "and" not in words or not all(
        token.capital or token.word in {"", "and"} for token in rest[: words.index("and") + 2]
    ):
        return None
    name = words.index("and") + 1
    return i + name + 1 if name + 1 < len(words) and words[name + 1] in UNITS else None


def _is_closed(tokens: Sequence[Token], i: int, *, ends_text: bool) -> bool:
    """Whether `i` ends an apposition: ", the president said" is none, ", the president, and the king" is a list."""
    if i >= len(tokens):
        return ends_text
    token = tokens[i]
    if token.word:
        return token.word in CLOSERS
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    return not (token.text == "," and following in {"and", "or"}) and token.text not in "'’(["
