"""Whom a description by office means: "the president", "the Ilmerian envoy"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.reading.mentions import Found
from onrecord.reading.names import folded, name_in
from onrecord.reading.schema import Kind, MentionForm, Title
from onrecord.reading.states import state_of, state_of_demonym
from onrecord.reading.titles import titled
from onrecord.reading.words.titles import FULL, HEADS, OF_A_STATE

_POSSESSOR = re.compile(r"([\w-]+)[’']s? \Z")
_POSSESSOR_CHARS = 40
_DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their", "our", "my"))
_INDEFINITE = frozenset(("a", "an", "one", "another", "some", "any", "no", "every", "each"))


class Offices:
    """Which offices the document gives the bearers of which names, wherever in the text it does so.

    `titles`: what stands beside each name, by the index of its mention. An office is the words of a title, lower case;
    a bearer is the last word of a folded name, which is all that the parts of one name share.
    """

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._of: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.titles: dict[int, list[Title]] = {}
        for i, mention in enumerate(found):
            if mention.form is MentionForm.NAME and mention.kind is Kind.PERSON:
                name = name_in(text, mention.span, mention.head, mention.kind)
                self.titles[i] = titled(text, name)
                for title in self.titles[i]:
                    words = _words(title.title)
                    self._of[bearer(name.of(text))] |= {words, (*_possessor(text, title.span.start), *words)}

    def described(self, mention: Found) -> tuple[str, ...] | None:
        """The office that a description names, as words ending in the head; None for one that names none."""
        head = mention.head.of(self._text).casefold()
        before = _words(self._text[mention.span.start : max(mention.span.start, mention.head.start)])
        if head not in HEADS or not before or before[0] in _INDEFINITE:
            return None
        return (*(word for word in before if word not in _DEFINITE), head)

    def holders(self, office: tuple[str, ...]) -> dict[str, int]:
        """Who holds `office`, by bearer: 2 where the document has just these words, 1 where it has similar ones."""
        fits = {name: max(_fit(office, title) for title in titles) for name, titles in self._of.items()}
        return {name: fit for name, fit in fits.items() if fit}


def bearer(name: str) -> str:
    """The word by which the parts of a name are known to belong together."""
    return folded(name).rsplit(" ", 1)[-1]


def _possessor(text: str, start: int) -> tuple[str, ...]:
    """The last word of whose office it is: "lind" of "Ora Lind's special envoy"."""
    found = _POSSESSOR.search(text, max(0, start - _POSSESSOR_CHARS), start)
    return _words(found[1]) if found else ()


def _fit(office: tuple[str, ...], title: tuple[str, ...]) -> int:
    *wanted, noun = office
    if noun not in title and not (noun in OF_A_STATE and not OF_A_STATE.isdisjoint(title)):
        return 0
    of, to = _states(wanted), _states(title)
    if of and of != to:  # "the Russian president" is nobody who is only called "President"
        return 0
    rest = {word for word in wanted if not _states([word])} - set(title)
    if rest or (noun not in title and not of):
        return 0
    return 2 if set(office) == set(title) else 1


def _states(words: Sequence[str]) -> frozenset[str]:
    """The states that words name or derive from ("us", "russian")."""
    codes = (
        state_of(word.upper() if len(word) < 4 else word.title()) or state_of_demonym(word.title()) for word in words
    )
    return frozenset(code for code in codes if code)


def _words(phrase: str) -> tuple[str, ...]:
    # A possessor stays, as a word: "Ostmark's envoy" is not the envoy of another state.
    plain = [w.strip(".,").replace(".", "").removesuffix("'s") for w in phrase.casefold().replace("’", "'").split()]
    return tuple(FULL.get(word, word) for word in plain if word)
