"""A text cut into clauses, and what each of them claims: content words, actors, whether it is denied."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading.schema import Mention, MentionForm
from onrecord.record.merging.words import stem, tells
from onrecord.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
# Where another claim begins: after a full stop, or a conjunction behind a comma.
_BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?…]+[\"”'’)]*\s+|[;:\n]\s*|\s+[–—-]{1,2}\s+|—|[\"”]\s*,?\s*…\s*|\s…\s|"
    r",?[\"”]\s+(?=[\"“])|,\s+(?:and|but|or|so|while|whereas|although|though|because|which|as|if|when|saying)\s+|"
    r"\s+(?:but|because|although|whereas|and that|or that|but that)\s+"
)
_NEGATION = frozenset("not never no nobody none neither nor nothing cannot hardly without".split())
_FINITE = frozenset(
    """
    is are was were am be been has have had do does did will would can could shall should may might must 's 're 've 'll
    'd 'm began begun broke came chose fell felt found fought gave got went held kept knew led left lost made meant met
    paid put ran rose said sent set shot stood struck took told thought won wrote wants needs means comes goes makes
    takes gives keeps shows remains stands
    """.split()
)
_SELF = frozenset("i we me us my our ours mine myself ourselves".split())
_ED = re.compile(r"[a-z]{2,}ed$")
_CONTRACTED = re.compile(r"n't$|'(?:re|ve|ll|d|m)$|^(?:it|he|she|that|this|there|what|who|here)'s$")
_OPEN = re.compile(r"\s*(?:if|whether|unless|in case|should|how|why|what|who|where|when)\b", re.IGNORECASE)
# What begins with these lacks its subject.
_OBJECTS = frozenset("him them me us whom himself herself themselves".split())
# A speaker's own actors begin with this sign among the tokens.
ACTOR = "@"
FEWEST, MOST = 2, 40


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause claims: `tokens` are stems of content words and actors (with `ACTOR` before), in order.

    `open`: it asks, or supposes, and claims nothing.
    """

    span: Span
    tokens: tuple[str, ...]
    negated: bool
    finite: bool
    open: bool


class Named:
    """The mentions of a document, by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        told = [each for each in mentions if each.form is not MentionForm.NOMINAL]
        self._mentions = sorted(told, key=lambda each: (each.head.start, each.span.start))
        self._heads = [each.head.start for each in self._mentions]

    def heads(self, span: Span) -> Mapping[int, str]:
        """Where the heads of names and pronouns within `span` begin, and whose they are."""
        first, last = bisect_left(self._heads, span.start), bisect_left(self._heads, span.end)
        return {each.head.start: each.actor for each in self._mentions[first:last]}


def clauses(text: str, span: Span, named: Named, speaker: str | None) -> Iterator[Clause]:
    """The clauses of `text` at `span`; in the words of `speaker`, "I" is theirs."""
    for piece in _pieces(text, span):
        clause = _clause(text, piece, named, speaker)
        if clause:
            yield clause


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        end = match.start() + (text[match.start()] == "?")
        if end > start:
            yield Span(start, end)
        start = match.end()
    if span.end > start:
        yield Span(start, span.end)


def _clause(text: str, piece: Span, named: Named, speaker: str | None) -> Clause | None:
    words = [(match.start(), match[0]) for match in _WORD.finditer(text, piece.start, piece.end)]
    introduced = bool(words) and words[0][1].lower() == "that"
    words = words[introduced:]
    if not FEWEST <= len(words) <= MOST or words[0][1] in _OBJECTS:
        return None
    heads = named.heads(piece)
    plain = [word.lower().replace("’", "'") for _, word in words]
    tokens = [_token(place, words, plain[place], heads, speaker) for place in range(len(words))]
    start, end = words[0][0], words[-1][0] + len(words[-1][1])
    return Clause(
        Span(start, end),
        tuple(token for token in tokens if token),
        sum(_denies(word, after) for word, after in zip(plain, [*plain[1:], ""], strict=True)) % 2 == 1,
        introduced or any(word in _FINITE or _ED.match(word) or _CONTRACTED.search(word) for word in plain),
        text[piece.start : piece.end].rstrip().endswith("?") or bool(_OPEN.match(text, start)),
    )


def _denies(word: str, after: str) -> bool:
    """Whether a word makes a clause say that it is not so; "not only" does not."""
    return (word in _NEGATION or word.endswith("n't")) and after not in {"only", "just", "merely", "simply"}


def _token(
    place: int, words: Sequence[tuple[int, str]], plain: str, heads: Mapping[int, str], speaker: str | None
) -> str:
    """What the word at `place` says; empty where that is nothing, or it is a part of a name beside its head."""
    start, word = words[place]
    actor = heads.get(start) or (speaker if plain in _SELF else None)
    if actor:
        return ACTOR + actor
    if plain in _SELF or plain in _NEGATION or (place and word[0].isupper()) or not tells(word):
        return ""
    return stem(word)
