"""One article as it came in: the text we keep, and what we know about it."""

import enum

import msgspec

from onrecord.interval import UNKNOWN, Interval
from onrecord.spans import Span


class ResidueKind(enum.StrEnum):
    """What a stretch of the stored text is that is not the article."""

    NAVIGATION = "navigation"  # breadcrumbs, menus, site names
    SHARE = "share"  # share buttons, shareable URLs
    COMMENTS = "comments"  # comment forms and prompts
    TEASER = "teaser"  # other articles: related, read next, previous/next post
    ADVERTISEMENT = "advertisement"  # ads, ad-block notices, subscriptions, newsletters
    BYLINE = "byline"  # author block, date line of the page, reading time
    HEADLINE = "headline"  # the article's own title; kept apart from the body
    CREDIT = "credit"  # "Read the full article here", "Source link"
    BOILERPLATE = "boilerplate"  # cookie, copyright, terms, everything else


class Residue(msgspec.Struct, frozen=True):
    """A stretch of the stored text that is not the article's body."""

    span: Span
    kind: ResidueKind


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What an outlet published, with its text stored as it was found.

    `body` and `residue` are sorted, disjoint spans into `text`; white space may lie in neither. A headline is residue
    of kind `headline` and is still read. `id` is the input's own, else a hash (see `coverage.identity`). `sha256` is
    of the UTF-8 bytes of `text`, lower-case hexadecimal. `unread` says why the text is kept but not read ("language fr
    is not supported"); empty when it is read.
    """

    id: str
    text: str
    sha256: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Interval = UNKNOWN
    language: str = "und"
    body: tuple[Span, ...] = ()
    residue: tuple[Residue, ...] = ()
    unread: str = ""


class Unread(msgspec.Struct, frozen=True, tag="unread"):
    """Something we were given and could not make a document of: kept, listed and counted."""

    origin: str
    reason: str
