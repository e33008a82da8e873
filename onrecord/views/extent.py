"""Which happenings a drawing of a timeline shows, and which it leaves to the list."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import EventEntry
from onrecord.views import dates
from onrecord.views.period import Period, anchor, period
from onrecord.views.wording import counted


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """What of the happenings is drawn, and what is left to the list.

    `newest`: the day of the newest coverage, None where nothing is drawn after it.
    """

    shown: Period
    drawn: tuple[EventEntry, ...]
    earlier: tuple[EventEntry, ...]
    later: tuple[EventEntry, ...]
    undated: int
    newest: date | None

    @property
    def interval(self) -> Interval:
        """From the first to the last day on which something that is drawn can have been."""
        days = [day for event in self.drawn for day in (event.when.earliest, event.when.latest) if day]
        return Interval(max(min(days), self.shown.first), min(max(days), self.shown.last))


def extent(events: Sequence[EventEntry], *, newest: date | None = None) -> Extent | None:
    """What a drawing shows of `events`; None where none has a date. `newest` is the day of the newest coverage."""
    dated = [event for event in events if event.when.known]
    shown = period(dated, until=newest)
    if shown is None:
        return None
    return Extent(
        shown=shown,
        drawn=tuple(sorted(filter(shown.holds, dated), key=lambda event: (anchor(event), event.id))),
        earlier=tuple(event for event in dated if anchor(event) < shown.first),
        later=tuple(event for event in dated if anchor(event) > shown.last),
        undated=len(events) - len(dated),
        newest=newest if newest and shown.first <= newest < shown.last else None,
    )


def caption(shown: Extent) -> str:
    """What a drawing shows of the happenings, and what it leaves to the list."""
    left = [counted(shown.undated, "undated one", "undated ones")] if shown.undated else []
    if shown.earlier:
        left.append(f"{len(shown.earlier):,} before, back to {_month(min(map(anchor, shown.earlier)))}")
    if shown.later:
        left.append(f"{len(shown.later):,} after, up to {_month(max(map(anchor, shown.later)))}")
    alone = f" Only in the list: {'; '.join(left)}." if left else ""
    parts = [f"{counted(len(shown.drawn), 'happening')}, {dates.written(shown.interval)}."]
    if any(event.when.earliest != event.when.latest for event in shown.drawn):
        parts.append("Bands and dashed lines are days that an uncertain one can have been on.")
    if shown.newest:
        parts.append("The dotted line is the end of the coverage.")
    return " ".join(parts) + alone


def _month(day: date) -> str:
    return f"{day:%B} {day.year}"
