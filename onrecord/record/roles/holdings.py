"""The places where a document gives somebody an office."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.schema import Title
from onrecord.reading.states import state_of, state_of_demonym
from onrecord.record.capitals import is_adjective_of
from onrecord.record.disputes.page import Name, Page
from onrecord.record.roles.offices import Office, is_plain, office_of
from onrecord.spans import Span

_POSSESSIVE = re.compile(r"[’']s? \Z|[’']\Z| \Z")
_PAST_BEFORE = re.compile(r"\b(?:former|then|ex|late|one-?time|outgoing)[- ]+(?:[\w’'.-]+ ){0,2}\Z", re.IGNORECASE)
_AT = re.compile(r"\bat(?: the)? \Z", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for)(?: the)? \Z", re.IGNORECASE)
# "Republican Indiana Gov." and "Former Pennsylvania Gov." are read as places of these names.
_PARTISAN = re.compile(r"(?:Republican|Democratic|Former|Then)\b")
_AND_MORE = re.compile(r",? and [A-Z]|, [A-Z]")
_LIKE_AN_ADJECTIVE = re.compile(r"[A-Z]\w+(?:n|ese|ish|i|ic|sh|ch)")
BEFORE_CHARS = 40


@dataclass(frozen=True, slots=True)
class Holding:
    """A title at `span` that `page` gives `actor`; `of` is the actor of the record whose office it is, as it says."""

    page: Page
    actor: str
    name: str
    span: Span
    office: Office
    of: str | None

    @property
    def order(self) -> tuple[int, str, Span]:
        """Those of the first run first."""
        return (self.page.founded, self.page.document, self.span)


def holdings(
    page: Page, titles: Iterable[tuple[str, str, Sequence[Title]]], named: Collection[str]
) -> Iterator[Holding]:
    """The offices that `page` gives people: `titles` are its actors, in the record and by name, with their titles.

    `named` are the actors of the story that have a name: whose office it is, is only said of these.
    """
    for actor, name, given in titles:
        for title in given:
            office = office_of(title.title)
            if office is not None:
                past = office.is_past or bool(_PAST_BEFORE.search(page.text, *_before(title.span)))
                others = (each for each in page.names if each.actor in named and each.actor != actor)
                near = page.names_in(Span(_before(title.span)[0], title.span.end))
                whose = _of(page, title.span, [each for each in near if each.actor in named and each.actor != actor])
                whose = whose or _by_adjective(page, title.span, others)
                yield Holding(page, actor, name, title.span, Office(office.key, office.title, past), whose)


def sure(given: Sequence[Holding]) -> list[Holding]:
    """`given` of one story, without titles beside a surname that several have who hold that office: "Senator Hale"."""
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for each in given:
        bearers[each.office.key, _surname(each)].add(each.actor)
    return [each for each in given if len(bearers[each.office.key, _surname(each)]) < 2 or not _is_by_surname(each)]


def _surname(holding: Holding) -> str:
    return holding.name.rsplit(" ", 1)[-1]


def _is_by_surname(holding: Holding) -> bool:
    """Whether the surname alone stands behind the title."""
    return bool(re.match(rf"\s+{re.escape(_surname(holding))}\b", holding.page.text[holding.span.end :]))


def _before(span: Span) -> tuple[int, int]:
    return (max(0, span.start - BEFORE_CHARS), span.start)


def _of(page: Page, title: Span, near: Sequence[Name]) -> str | None:
    """Whose office it is, by the names in and right before a title: behind "at", "of" or "for", or a possessive."""
    for pattern in (_AT, _OF):
        for name in near:
            if name.span.start > title.start and pattern.search(page.text[title.start : name.span.start]):
                return None if _AND_MORE.match(page.text, name.span.end, title.end) else name.actor
        for name in near:
            if name.span.end <= title.start and _POSSESSIVE.fullmatch(page.text[name.span.end : title.start]):
                return name.actor
    at_start = [name for name in near if name.span.start == title.start]
    return next((name.actor for name in at_start if _is_whose(page, name, title)), None)


def _by_adjective(page: Page, title: Span, names: Iterable[Name]) -> str | None:
    """Whose office a title says that it is that begins with the adjective of a state: "Tarvonian special envoy"."""
    word = title.of(page.text).split()[0].strip("’'")
    if not _LIKE_AN_ADJECTIVE.fullmatch(word):
        return None
    code = state_of_demonym(word)
    fits = {each.actor for each in names if _has_adjective(each.span.of(page.text), word, code)}
    return next(iter(fits)) if len(fits) == 1 else None


def _has_adjective(name: str, word: str, code: str | None) -> bool:
    return state_of(name) == code if code else is_adjective_of(word, name)


def _is_whose(page: Page, name: Name, title: Span) -> bool:
    """Whether a title that begins with `name` says whose office it is by that, and not as part of a longer name."""
    own = name.span.of(page.text)
    return is_plain(page.text[name.span.end : title.end]) and office_of(own) is None and not _PARTISAN.match(own)
