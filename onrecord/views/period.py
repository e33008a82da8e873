"""The stretch of time that a drawing of a timeline shows, and how it is divided."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import quantiles

import msgspec

from onrecord.record.entries import EventEntry

# Tukey's outer fences: what lies further out than three times the spread of the middle half is far out. Coverage looks
# back by years in passing, and one such day would press all others into a sliver.
FENCE = 3
LEAST_SPREAD = timedelta(days=7)
ONE_DAY = timedelta(days=1)

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Period(msgspec.Struct, frozen=True):
    """The days that are drawn, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, event: EventEntry) -> bool:
        """Whether `event`, which is dated, is drawn in it."""
        return self.first <= anchor(event) <= self.last


def anchor(event: EventEntry) -> date:
    """The day at which a dated event is drawn: the first that it can have been, else the last."""
    return event.when.earliest or event.when.latest or date.min


def period(events: Sequence[EventEntry], *, until: date | None = None) -> Period | None:
    """What to draw of the dated `events`: all that are not far out; None where there are none.

    It reaches to `until`, the newest coverage, where that is not far out either.
    """
    days = sorted(anchor(event) for event in events)
    if not days:
        return None
    earliest, latest = fences(days)
    inside = [day for day in days if earliest <= day <= latest]
    ends = [event.when.latest for event in events if event.when.latest and earliest <= anchor(event) <= latest]
    inside += [day for day in (*ends, until) if day and earliest <= day <= latest]
    return Period(_back(min(inside)), _on(max(inside)))


def ticks(shown: Period, most: int) -> tuple[list[date], str]:
    """At most about `most` round days in `shown`, and how to write them, as in `strftime`."""
    for step in _DAY_STEPS:
        if shown.days / step <= most:
            return list(_every_days(shown, step)), "%-d %b"
    step = next((step for step in _MONTH_STEPS if shown.days / 30.4 / step <= most), _MONTH_STEPS[-1])
    return list(_every_months(shown, step)), "%Y" if step >= 12 else "%b %Y"


def bins(shown: Period, most: int) -> tuple[str, list[date]]:
    """What one column counts ("day", "week", "month", "year") so that there are at most `most`; where each begins."""
    for name, each in (("day", 1), ("week", 7), ("month", 30.4)):
        if shown.days / each <= most:
            return name, list(_starts(shown, name))
    return "year", [date(year, 1, 1) for year in range(shown.first.year, shown.last.year + 1)]


def start_of(name: str, day: date) -> date:
    """Where the column with `day` in it begins; weeks begin on Monday."""
    if name == "week":
        return day - timedelta(days=day.weekday())
    if name == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if name == "year" else day


def _starts(shown: Period, name: str) -> Iterator[date]:
    if name == "month":
        yield from _every_months(Period(shown.first.replace(day=1), shown.last), 1)
    else:
        yield from _every_days(Period(start_of(name, shown.first), shown.last), 7 if name == "week" else 1)


def fences(days: Sequence[date]) -> tuple[date, date]:
    """The days beyond which one of the sorted `days` is far out."""
    if len(days) == 1:
        return days[0] - LEAST_SPREAD, days[0] + LEAST_SPREAD
    low, _, high = quantiles([day.toordinal() for day in days], n=4, method="inclusive")
    reach = FENCE * max(high - low, LEAST_SPREAD.days)
    return _clamped(low - reach), _clamped(high + reach)


def _clamped(ordinal: float) -> date:
    return date.fromordinal(round(min(max(ordinal, date.min.toordinal()), date.max.toordinal())))


def _back(day: date) -> date:
    return day - ONE_DAY if day > date.min else day


def _on(day: date) -> date:
    return day + ONE_DAY if day < date.max - ONE_DAY else day


def _every_days(shown: Period, step: int) -> Iterator[date]:
    """Every `step` days; whole weeks count from Mondays."""
    for ordinal in range(shown.first.toordinal(), shown.last.toordinal() + 1):
        # Day 1 of the calendar of `date` was a Monday.
        if (ordinal - 1) % step == 0:
            yield date.fromordinal(ordinal)


def _every_months(shown: Period, step: int) -> Iterator[date]:
    for month in range(shown.first.year * 12 + shown.first.month - 1, shown.last.year * 12 + shown.last.month):
        day = date(month // 12, month % 12 + 1, 1)
        if month % step == 0 and shown.first <= day:
            yield day
