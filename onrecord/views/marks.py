"""Text cut where its evidence begins or ends."""

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Time
from onrecord.record.copies.entry import CopyEntry
from onrecord.record.disputes.entry import DisputeEntry
from onrecord.record.entries import CommitmentEntry, EventEntry, StatementEntry
from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.narratives.entry import NarrativeEntry
from onrecord.record.positions.entry import PositionEntry
from onrecord.record.roles.entry import RoleEntry
from onrecord.spans import Span
from onrecord.views import dates

TIMEX = "timex"  # the part of a mark that says when, and is no entry
# What evidence carries.
Happened = EventEntry | CommitmentEntry
Settled = CopyEntry | PositionEntry | ForecastEntry | NarrativeEntry | DisputeEntry | LabelEntry | RoleEntry
Told = StatementEntry | Happened | Settled


class Mark(msgspec.Struct, frozen=True, order=True):
    """Evidence to be shown: the characters, the entry they carry, which part of it (see `Evidence`)."""

    span: Span
    entry: str
    part: str


class Piece(msgspec.Struct, frozen=True):
    """Characters that carry the same evidence throughout; `marks` is empty where there is none.

    The marks are sorted from the widest to the narrowest, so that the last is the innermost. `begins` are the entries
    whose first evidence in the document this is; only `article.lines` knows them.
    """

    span: Span
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The distinct parts that these characters carry, in alphabetical order."""
        return tuple(sorted({mark.part for mark in self.marks}))

    @property
    def entries(self) -> tuple[str, ...]:
        """The distinct entries that these characters carry, the innermost last."""
        return tuple(dict.fromkeys(mark.entry for mark in self.marks if mark.part != TIMEX))

    @property
    def says_when(self) -> str:
        """The days that the characters mean, where they are a time expression of `times_marked`."""
        return next((mark.entry for mark in self.marks if mark.part == TIMEX), "")


def times_marked(times: Iterable[Time]) -> list[Mark]:
    """The time expressions of a document; in the place of an entry's id, each has the days that it means, in words."""
    return [Mark(each.span, _meaning(each), TIMEX) for each in times]


def _meaning(time: Time) -> str:
    known = Interval(time.earliest, time.latest)
    return f"{dates.days(known)} ({time.value})" if known.known else time.value or "not known when"


def marks_of(entry: Told, document: str) -> list[Mark]:
    """The evidence of `entry` in `document`, in reading order."""
    return sorted(Mark(each.span, entry.id, each.part) for each in entry.evidence if each.document == document)


def cut(text: str, span: Span, marks: Iterable[Mark]) -> list[Piece]:
    """The characters at `span` as adjacent pieces, in order; `text` is those characters, nothing before or after them.

    Marks may nest, overlap, repeat and reach out of `span`; what lies outside is left out.
    """
    inside = sorted(mark for mark in marks if mark.span.overlaps(span))
    edges = {span.start, span.end}
    for mark in inside:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    pieces: list[Piece] = []
    begun: list[Mark] = []
    upcoming = iter(inside)
    following = next(upcoming, None)
    for start, end in pairwise(sorted(edges)):
        while following and following.span.start <= start:
            begun.append(following)
            following = next(upcoming, None)
        piece = Span(start, end)
        begun = sorted((mark for mark in begun if mark.span.end > start), key=_widest_first)
        pieces.append(Piece(piece, text[start - span.start : end - span.start], tuple(begun)))
    return pieces


def _widest_first(mark: Mark) -> tuple[int, Mark]:
    return mark.span.start - mark.span.end, mark
