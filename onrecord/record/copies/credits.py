"""What an article says of where it is from: datelines, credit lines, links to the original."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.spans import Span

DATELINE, REPUBLICATION, LINK = "dateline", "republication", "link"

_NAME = r"(?:The )?[A-Z0-9][\w&’'-]*(?:\.[a-z]{2,})?(?: (?:(?:of|de|and|&|for) )?[A-Z0-9][\w&’'-]*)*"
# "SORREL, March 6 (Meridian Wire) -", at the beginning of a line.
_DATELINE = re.compile(r"^[^\S\n]*(?P<line>[A-Z][\w .,’'/-]{1,50}? \((?P<outlet>[^()\n]{2,40})\)) ?[-–—]", re.MULTILINE)
# The words that introduce a name are written in either case, a name is not.
_REPUBLICATION = re.compile(
    r"\b(?i:(?:(?:first|originally) (?:published|appeared|posted|reported|ran)"
    r"|(?:republished|reprinted|reproduced|syndicated)(?: here)?(?: with permission)?)"
    rf" (?:by|in|on|at|from|with|of|courtesy of) )(?P<outlet>{_NAME})"
)
_LINK = re.compile(
    r"^[^\S\n]*(?P<line>(?:read|see|view|continue reading) (?:the )?(?:full|original|whole|rest of the) "
    r"(?:article|story|report|post|piece|text)(?: (?:here|(?:at|on|in) (?P<outlet>[^\n]{2,60})))?"
    r"|source link|original (?:article|source|link)|link to (?:the )?original(?: article)?)[^\S\n]*[.:»>→]?[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LETTERS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
# Of a name as short as this, case tells it from a word.
_SHORT_NAME = 7


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text says that it is from: `outlet` as it names it, empty where it names none; `span`, its words."""

    span: Span
    outlet: str
    basis: str


def credits_of(text: str, body: Sequence[Span], outlet: str | None) -> list[Credit]:
    """The credits in `text`, in order; none that names `outlet`, which published it.

    Datelines count in the `body` alone, lines that link to the original anywhere, as they stand below the article.
    A link that names its place counts only where `outlet` is known: else it may be the article's own.
    """
    found = [*_datelines(text, body), *_republications(text), *_links(text, outlet)]
    own = [each for each in found if not (outlet and same_outlet(each.outlet, outlet))]
    return sorted(own, key=lambda credit: credit.span)


def own_dateline(text: str, body: Sequence[Span], outlet: str | None) -> Span | None:
    """The dateline that names `outlet`, which published it: an agency's own report."""
    return next((c.span for c in _datelines(text, body) if outlet and same_outlet(c.outlet, outlet)), None)


def same_outlet(one: str, other: str) -> bool:
    """Whether two names, or a name and an address, are one outlet's: "The Gull Post", "gullpost.example"."""
    names = (outlet_key(one), outlet_key(other))
    hosts = (outlet_key(_host(one)), outlet_key(_host(other)))
    return all(names) and (names[0] in (names[1], hosts[1]) or names[1] == hosts[0])


def naming(outlet: str) -> re.Pattern[str]:
    """What finds `outlet` in a text."""
    name = _ARTICLE.sub("", outlet).strip()
    flags = re.IGNORECASE if len(name) >= _SHORT_NAME else re.NOFLAG
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)


def _host(address: str) -> str:
    """The name in an address: "gullpost" of "www.gullpost.example/world"."""
    return address.removeprefix("https://").partition("/")[0].removeprefix("www.").rpartition(".")[0]


def outlet_key(name: str) -> str:
    """The letters of an outlet's name in lower case, without its article: "The Gull Post" is "gullpost"."""
    return _LETTERS.sub("", _ARTICLE.sub("", name.strip()).lower())


def _datelines(text: str, body: Sequence[Span]) -> Iterator[Credit]:
    for match in _DATELINE.finditer(text):
        span = Span(*match.span("line"))
        if any(each.covers(span) for each in body):
            yield Credit(span=span, outlet=match["outlet"].strip(), basis=DATELINE)


def _republications(text: str) -> Iterator[Credit]:
    for match in _REPUBLICATION.finditer(text):
        yield Credit(span=Span(*match.span()), outlet=match["outlet"].strip(), basis=REPUBLICATION)


def _links(text: str, outlet: str | None) -> Iterator[Credit]:
    for match in _LINK.finditer(text):
        place = (match["outlet"] or "").strip().rstrip(".")
        if not place or outlet:
            yield Credit(span=Span(*match.span("line")), outlet=place, basis=LINK)
