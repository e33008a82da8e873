"""What bounds the day on which a document was published, met into one interval."""

from collections.abc import Iterable
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span

TEXT = "text"
STORY = "story"


class Bound(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Days, both inclusive, outside of which a document was not published; None leaves that side open.

    `because` is for people: '"since January 2025" has begun'. `spans` are the characters of `document` that say so.
    """

    document: str
    spans: tuple[Span, ...]
    because: str
    earliest: date | None = None
    latest: date | None = None
    basis: str = TEXT


class Dating(msgspec.Struct, frozen=True):
    """When a document was published, as far as was inferred; why, in a few words; the characters that say so.

    Parts of the evidence are `earliest` and `latest`.
    """

    published: Interval
    because: str
    evidence: tuple[Evidence, ...]


def meet(bounds: Iterable[Bound]) -> Dating | None:
    """What all of `bounds` leave, with those that decide it; None without any, or where they leave no day.

    The basis is `story` where a bound that decides comes from another document.
    """
    every = sorted(set(bounds), key=lambda bound: (bound.document, bound.spans, bound.because))
    earliest = max((bound.earliest for bound in every if bound.earliest), default=None)
    latest = min((bound.latest for bound in every if bound.latest), default=None)
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return None
    first = next((bound for bound in every if earliest and bound.earliest == earliest), None)
    last = next((bound for bound in every if latest and bound.latest == latest), None)
    deciding = {"earliest": first, "latest": last}
    basis = STORY if any(bound and bound.basis == STORY for bound in deciding.values()) else TEXT
    return Dating(
        published=Interval(earliest, latest, basis),
        because="; ".join(dict.fromkeys(bound.because for bound in deciding.values() if bound)),
        evidence=tuple(
            Evidence(document=bound.document, span=span, part=part)
            for part, bound in deciding.items()
            if bound
            for span in bound.spans
        ),
    )
