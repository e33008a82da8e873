"""Bounds on an undated document from dated ones whose text it carries."""

import re
from collections.abc import Iterator
from datetime import timedelta

import msgspec

from onrecord.interval import Interval
from onrecord.record.dating.bounds import STORY, Bound, Place
from onrecord.record.dating.passages import Body, Shared
from onrecord.spans import Span

# Of either article's words: what is shared then is the article, not a quotation or a press release.
ADAPTED_SHARE = 0.2
COPY_SHARE = 0.5
# All 23 pairs of TempEval-3's silver texts and of PolNeAR that share so much lie within these (docs/quality.md).
COPY_DAYS = timedelta(days=30)

_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of an article beside its text."""

    body: Body
    outlet: str | None
    published: Interval


def bounds_from(shared: Shared, undated: Article, dated: Article) -> Iterator[Bound]:
    """What follows for `undated` from what it shares with `dated`.

    Who credits the other's outlet came out later; without a credit, either may be the original, and all that is left is
    that copies are made soon: that bound says "usually".
    """
    if min(shared.share, shared.other_share) < ADAPTED_SHARE:
        return
    places = (Place(shared.document, shared.span), Place(shared.other, shared.other_span))
    first, last = dated.published.earliest, dated.published.latest
    name = f"{dated.outlet or 'an article'} of {dated.published.label()}"
    if first and (credit := _credit(undated.body, dated.outlet)):
        because = f"carries text of {name}, which it credits"
        places_of = (*places, Place(shared.document, credit))
        yield Bound(document=shared.document, because=because, places=places_of, earliest=first, basis=STORY)
    if last and (credit := _credit(dated.body, undated.outlet)):
        because = f"{name} carries text of it, and credits it"
        places_of = (*places, Place(shared.other, credit))
        yield Bound(document=shared.document, because=because, places=places_of, latest=last, basis=STORY)
    if first and last and min(shared.share, shared.other_share) >= COPY_SHARE:
        yield Bound(
            document=shared.document,
            because=f"carries the text of {name}; copies usually lie within {COPY_DAYS.days} days",
            places=places,
            earliest=first - COPY_DAYS,
            latest=last + COPY_DAYS,
            basis=STORY,
        )


def _credit(body: Body, outlet: str | None) -> Span | None:
    """Where the text of `body` names `outlet`."""
    name = _ARTICLE.sub("", outlet or "").strip()
    found = re.search(rf"\b{re.escape(name)}\b", body.text) if name else None
    return Span(*found.span()) if found else None
