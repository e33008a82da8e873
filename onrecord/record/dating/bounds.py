"""What bounds the day on which a document was published, met into one interval."""

from collections.abc import Iterable
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span

TEXT = "text"
STORY = "story"


class Place(msgspec.Struct, frozen=True, order=True):
    """Characters of one document."""

    document: str
    span: Span


class Bound(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Days, both inclusive, outside of which `document` was not published; None leaves that side open.

    `because` is for people: 'tells of "January 2025" as past'. `places` carry it; `basis` is `story` where some of them
    lie in other documents, else `text`.
    """

    document: str
    because: str
    places: tuple[Place, ...]
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
    """What all of `bounds`, which are of one document, leave; with those that decide it.

    None without any, or where they leave no day: one of them is wrong, and nothing tells which.
    """
    every = sorted(bounds, key=lambda bound: (bound.because, bound.places))
    earliest = max((bound.earliest for bound in every if bound.earliest), default=None)
    latest = min((bound.latest for bound in every if bound.latest), default=None)
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return None
    first = next((bound for bound in every if bound.earliest and bound.earliest == earliest), None)
    last = next((bound for bound in every if bound.latest and bound.latest == latest), None)
    deciding = {part: bound for part, bound in (("earliest", first), ("latest", last)) if bound}
    basis = STORY if any(bound.basis == STORY for bound in deciding.values()) else TEXT
    return Dating(
        published=Interval(earliest, latest, basis),
        because="; ".join(dict.fromkeys(bound.because for bound in deciding.values())),
        evidence=tuple(
            Evidence(document=place.document, span=place.span, part=part)
            for part, bound in deciding.items()
            for place in bound.places
        ),
    )
