"""What people take sides on, as the noun phrase or the verb phrase behind the words by which they do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.record.positions.words import CARRYING, TURNING, TURNING_NOUNS, VAGUE
from onrecord.record.stems import COMMON, stem
from onrecord.spans import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|St)\.|[$€£]?\d[\d,.]*\d%?|\d%?|[^\W\d_](?:[\w’'&-]*\w)?|\S",
    re.UNICODE,
)  # abbreviations, numbers, words, single signs
_QUOTES = frozenset("“”\"‘’'[]")
# A noun phrase ends before these.
_ENDS = frozenset(
    """
    that which who whom whose because after before when while if unless until as since than but or nor although though
    where why how is are was were will would has have had does do did can could may might must should by at during
    despite without amid among via within through under around across behind beyond near per versus like not be been
    being and i he she they we you monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december today yesterday tomorrow tonight again now too anyway
    together instead once also so then last next ago later earlier soon what whatever there here from over about into
    onto off up down out back alone yet even rather including
    """.split()
)
_JOINING = frozenset("of on for with against between to toward towards".split())
_DETERMINERS = frozenset("the a an this that these those any all its his her their our my your some no more".split())
# Nouns that look like the beginning of "doing something".
_NOT_DOING = frozenset(
    """
    spending funding meeting hearing building training housing voting banking trading leading outgoing existing ongoing
    remaining upcoming coming following sitting standing bring king thing nothing anything everything something string
    spring ring wing morning evening continuing pending growing sweeping interesting warning ruling shooting bombing
    drilling fracking gambling policing bargaining gathering opening wedding setting willing conflicting overwhelming
    """.split()
)
# What they do is no issue: "to be elected", "to say".
_NO_DEEDS = frozenset(
    """
    be being say tell talk speak ask thank assure interrupt know hear see find wait think remind mention note look feel
    try add explain clarify apologize stress emphasize point remain stay become seem accomplish
    """.split()
)
_NO_ADVERBS = frozenset("family ally supply assembly monopoly italy july rally reply anomaly bully early only".split())
# "he’ll", "they’ve"
_SHORT = re.compile(r"[’'](?:ll|d|ve|re|m)$")
# Verbs whose object does what follows.
_LETTING = frozenset("allow enable encourage force help permit require".split())
_NUMBER = re.compile(r"[$€£\d].*")
_ENDED = frozenset("end stop cease ended stopped".split())
_PARTICLES = frozenset("out up back off down away with of on into for from at against in over about".split())
# Verbs that turn round with their particle alone: "pull out of the accord".
_TURNING_PAIRS = frozenset(
    "pull out|give up|walk away|back out|back away|get rid|do away|step down|roll back|cut off|shut down".split("|")
)
MOST_WORDS = 14
MOST_JOINED = 2


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """What a side is taken on.

    `stems`: its content words, sorted; `head` is one of them. `core`: the words that name the issue, without a verb
    that turns it or only carries it out. `turned`: whoever is for the phrase is against what its stems name ("lifting
    the sanctions").
    """

    span: Span
    core: Span
    head: str
    stems: tuple[str, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def word(self) -> str:
        """In lower case, without a possessive ending."""
        return re.sub(r"[’']s?$", "", self.text.lower())

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum() or self.text[0] in "$€£"


@dataclass(slots=True)
class _Found:
    """What has been gathered of a phrase; `at` is the index of the next token."""

    at: int
    last: int = -1
    core: int = -1
    core_last: int = -1
    head: str = ""
    stems: tuple[str, ...] = ()
    turned: bool = False


def phrase(text: str, start: int, end: int, *, of_others: bool = False) -> Phrase | None:
    """The phrase that begins at `start`, at most up to `end`; None where no issue is named there ("it", "the idea").

    `of_others`: it may say what somebody is to do ("Congress to pass the bill").
    """
    tokens = list(_tokens(text, start, min(end, start + 240)))
    at = 0
    while at < len(tokens) and (tokens[at].text in _QUOTES or tokens[at].word in ("both", "just", "only", "even")):
        at += 1
    if at + 1 < len(tokens) and tokens[at].text == "to" and not _begins_doing(tokens, at):
        at += 1
    if at >= len(tokens) or (tokens[at].word == "that" and _opens_clause(tokens, at + 1)):
        return None
    at = _behind_indirect_object(tokens, at)
    found = _doing(tokens, at) if _begins_doing(tokens, at) else _named(tokens, at, of_others=of_others)
    if found is None or not found.head or found.last < at:
        return None
    if found.last == at and tokens[at].word in CARRYING | TURNING:
        return None  # a verb whose object was not read
    return _phrase(tokens, at, found)


def _opens_clause(tokens: Sequence[_Token], at: int) -> bool:
    """Whether what follows a "that" is the subject of a sentence rather than a noun that it points at."""
    return at < len(tokens) and (tokens[at].text[:1].isupper() or tokens[at].word in _DETERMINERS | _ENDS)


def _behind_indirect_object(tokens: Sequence[_Token], at: int) -> int:
    """Where "a tariff" begins in "growers a tariff": no noun phrase has an article inside."""
    for i in range(at + 1, min(at + 4, len(tokens))):
        if not tokens[i - 1].is_word or tokens[i - 1].word in _ENDS | _JOINING | _DETERMINERS | {"in", "all", "both"}:
            break
        if tokens[i].word in ("a", "an", "the", "his", "her", "their") and not _begins_doing(tokens, at):
            return i
    return at


def done(text: str, start: int, end: int) -> Phrase | None:
    """What is to be done, where a verb in its infinitive begins at `start`: "lift the sanctions"."""
    tokens = list(_tokens(text, start, min(end, start + 240)))
    found = _doing(tokens, 0) if tokens else None
    if found is None or not found.head or found.last < 0:
        return None
    return _phrase(tokens, 0, found)


def _phrase(tokens: Sequence[_Token], at: int, found: _Found) -> Phrase:
    span = Span(tokens[at].start, tokens[found.last].end)
    core = span
    if found.core >= 0:
        core = Span(tokens[found.core].start, tokens[max(found.core, found.core_last)].end)
    return Phrase(span, core, found.head, tuple(sorted(set(found.stems))), found.turned)


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for n, hit in enumerate(_TOKEN.finditer(text, start, end)):
        if n >= MOST_WORDS * 2:
            return
        yield _Token(hit.start(), hit.end(), hit.group())


def _names(token: _Token) -> bool:
    """Whether what stands behind a "to" is no infinitive."""
    return token.word in _DETERMINERS or token.word in _ENDS - {"be"} or token.word.endswith("ing")


def _begins_doing(tokens: Sequence[_Token], at: int) -> bool:
    word = tokens[at].text
    if word == "to":
        return at + 1 < len(tokens) and tokens[at + 1].text.islower() and not _names(tokens[at + 1])
    follows = at + 1 < len(tokens) and tokens[at + 1].is_word
    return word.islower() and word.endswith("ing") and len(word) > 4 and word not in _NOT_DOING and follows


def _doing(tokens: Sequence[_Token], at: int) -> _Found | None:
    """“to reopen the strait”, "lifting the sanctions": the verb and its object."""
    at += tokens[at].text == "to"
    while at < len(tokens) and (tokens[at].word.endswith("ly") or tokens[at].word in ("not", "never", "help", "also")):
        if tokens[at].word in ("not", "never"):
            return None
        at += 1
    if at >= len(tokens) or not tokens[at].text.islower() or tokens[at].word in _NO_DEEDS:
        return None
    forms = _lemmas(tokens[at].word)
    verb, last = tokens[at].word, at
    at += 1
    follows = tokens[at].word if at < len(tokens) else ""
    turned = bool(forms & TURNING) or any(f"{form} {follows}" in _TURNING_PAIRS for form in forms)
    while at < len(tokens) and tokens[at].word in _PARTICLES:
        last, at = at, at + 1
    found = _object(tokens, at, of_others=bool(forms & _LETTING)) if at < len(tokens) else None
    own = () if turned or forms & CARRYING else (stem(_plain(verb)),)
    if found is None or not found.head:
        # "to end" is about what stands before it; of others what they undo does not show ("things she wants to do").
        alone = at >= len(tokens) or not tokens[at].is_word
        return _Found(at, last, turned=turned) if alone and turned else None
    if not turned and not own and len(found.stems) < 2 and tokens[found.last].text[0].isupper():
        return None  # "taking Ilmeria (at its word)": a light verb and a name are no issue
    core = -1 if own else (found.core if found.core >= 0 else at)
    core_last = found.core_last if found.core >= 0 else found.last
    return _Found(found.at, found.last, core, core_last, found.head, (*own, *found.stems), found.turned != turned)


def _object(tokens: Sequence[_Token], at: int, *, of_others: bool) -> _Found | None:
    """Of a verb: things, or what is done ("stop portraying them", "allow parents to deduct it")."""
    doing = tokens[at].text != "to" and _begins_doing(tokens, at)
    return _doing(tokens, at) if doing else _named(tokens, at, of_others=of_others)


def _named(tokens: Sequence[_Token], at: int, *, of_others: bool = False) -> _Found | None:
    """A noun phrase with what is joined to it by prepositions, or with what somebody is to do ("Lind to resign")."""
    found, joined, first = _Found(at), 0, at
    head, stems, last = _nouns(tokens, at)
    if last < at:
        return None
    if last == at and tokens[at].text.islower() and last + 2 < len(tokens) and tokens[last + 1].word in ("and", "or"):
        # "law and order", "lesbian and gay rights"
        second, more, end = _nouns(tokens, last + 2)
        if second and end > last + 1:
            head, stems, last = second, (*stems, *more), end
    found.head, found.stems, found.last, at = head, stems, last, last + 1
    while at < len(tokens) and tokens[at].word in {*_JOINING, "in"} and joined < MOST_JOINED:
        if tokens[at].word == "to" and _begins_doing(tokens, at):
            if found.head and not of_others:
                break
            done = _doing(tokens, at)
            return _with_what_is_done(found, done, tokens, first, at) if done else None
        if not _join(found, tokens, at, first=joined == 0):
            break
        at, joined = found.last + 1, joined + 1
    return found


def _join(found: _Found, tokens: Sequence[_Token], at: int, *, first: bool) -> bool:
    """Adds what the preposition at `at` joins to `found`; whether there is any."""
    name = at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper() and tokens[at + 1].word not in _ENDS
    head, stems, last = _nouns(tokens, at + 1)
    number = at + 1 < len(tokens) and bool(_NUMBER.fullmatch(tokens[at + 1].text))
    if last <= at or (tokens[at].word == "in" and not name) or (number and tokens[at].word != "of"):
        return False
    if first and tokens[at - 1].word in TURNING_NOUNS:
        found.core, found.core_last, found.head, found.stems, found.turned = at + 1, last, "", (), not found.turned
    if not found.head and tokens[at].word not in ("in", "with") and not (name and tokens[at].word == "on"):
        found.head = head
    found.stems, found.last = (*found.stems, *stems), last
    return True


def _with_what_is_done(found: _Found, done: _Found, tokens: Sequence[_Token], first: int, at: int) -> _Found | None:
    """“the war to end” is the war, turned; "Lind to pass the bill" and "a push to pass the bill" are the bill."""
    verb = tokens[min(at + 1, len(tokens) - 1)].word
    alone = done.last == at + 1
    if alone and not done.head and not found.head:
        return None
    if alone and verb in TURNING:
        return _Found(done.at, done.last, first, found.last, found.head, found.stems, turned=True)
    if alone and done.head and found.head:
        return _Found(done.at, done.last, head=done.head, stems=(*found.stems, *done.stems))
    return _Found(done.at, done.last, done.core, done.core_last, done.head, done.stems, done.turned)


def _nouns(tokens: Sequence[_Token], at: int) -> tuple[str, tuple[str, ...], int]:
    """Head, content words and index of the last token of the noun phrase without prepositions; head "" for a vague one.

    The index is before `at` where there is none.
    """
    words: list[tuple[int, str]] = []
    first, last = at, at - 1
    while at < len(tokens) and at - first < MOST_WORDS:
        token = tokens[at]
        word = token.word
        if token.text in _QUOTES:
            at += 1
            continue
        lone = word in _DETERMINERS and at == first
        if at > first and word in ("a", "an", "the", "it"):
            break
        if not token.is_word or _SHORT.search(token.text) or (ends_phrase(word) and not lone):
            break
        if words and (_is_done(tokens, at) or _is_doing(tokens, at)):
            break
        behind = at + 1 >= len(tokens) or not tokens[at + 1].is_word or ends_phrase(tokens[at + 1].word)
        if word.endswith("ly") and word not in _NO_ADVERBS and (words or behind):
            at += 1
            continue
        last = at
        if not lone and word not in COMMON and len(word) > 1:
            words.append((at, _plain(word)))
        at += 1
    return *_head_of(words, last), last


def _head_of(words: Sequence[tuple[int, str]], last: int) -> tuple[str, tuple[str, ...]]:
    """Head and content words of `words`, each with its index; the phrase ends at `last`."""
    if not words:
        return "", ()
    stems = tuple(stem(word) for _, word in words if word not in VAGUE and not _NUMBER.fullmatch(word))
    index, name = words[-1]
    if _NUMBER.fullmatch(name):
        return "", stems
    if name in VAGUE or index != last:
        # "the idea", or "the most, if": what it is remains to be said.
        return (stem(name) if stems and name in VAGUE else ""), stems
    return stem(name), stems


def ends_phrase(word: str) -> bool:
    """Whether a noun phrase ends before `word`, or goes on with a preposition."""
    return word in _ENDS or word in _JOINING or word == "in"


def _is_done(tokens: Sequence[_Token], at: int) -> bool:
    """Whether "offered" begins what only tells more of the noun: "the deal offered by …"."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = follows is not None and not follows.text[:1].isupper() and ends_phrase(follows.word)
    return ends and tokens[at].word.endswith("ed")


def _is_doing(tokens: Sequence[_Token], at: int) -> bool:
    """Whether "attempting" does: "his tweets attempting to …"."""
    word = tokens[at].text
    if not (word.islower() and word.endswith("ing")) or word in _NOT_DOING or at + 1 >= len(tokens):
        return False
    follows = tokens[at + 1]
    return follows.word == "to" or follows.word in _DETERMINERS or follows.text[0].isupper()


def _plain(word: str) -> str:
    return re.sub(r"[’'].*|\.", "", word)


def _lemmas(verb: str) -> set[str]:
    """What `verb`, an infinitive or a gerund, can be a form of."""
    if not verb.endswith("ing"):
        return {verb}
    bare = verb[:-3]
    return {verb, bare, bare + "e", bare[:-1] if bare[-1:] == bare[-2:-1] else bare}
