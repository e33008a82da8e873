"""The year of a day that a text names with its weekday, "Tuesday, March 4", among the years that other bounds leave."""

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.interval import Interval
from onrecord.reading.schema import Reading, Time
from onrecord.reading.timex.words import WEEKDAYS
from onrecord.record.dating.bounds import Bound, Place
from onrecord.spans import Span

# A day without a year is told within a year of it, behind where a past tense tells it, else on either side.
YEAR = timedelta(days=365)
# A weekday falls on the same date within so many years.
RECURS_YEARS = 11

_WEEKDAY = re.compile(rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?", re.IGNORECASE)
_BETWEEN = re.compile(r",? \(?")


def bounds_within(reading: Reading, published: Interval) -> Iterator[Bound]:
    """Bounds that days named with weekday and without year add, where `published` has an earliest day or a latest."""
    for span, time in _named_days(reading):
        weekday, rule = _WEEKDAY.search(span.of(reading.text)), time.relative
        if weekday is None or rule is None or rule.rule.named is None:
            continue
        days = list(_days(rule.rule.named, WEEKDAYS[weekday[1].lower()], published))
        before = timedelta(0) if time.tense == "PAST" else YEAR
        fitting = [day for day in days if not published.excludes(Interval(day - before, day + YEAR))]
        if fitting:
            yield Bound(
                document=reading.id,
                because=f'"{" ".join(span.of(reading.text).split())}" was in {_years(fitting)}',
                places=(Place(reading.id, span),),
                earliest=fitting[0] - before if published.earliest else None,
                latest=fitting[-1] + YEAR if published.latest else None,
            )


def _named_days(reading: Reading) -> Iterator[tuple[Span, Time]]:
    """Days of the year that are named with their weekday, with the characters of both."""
    times = [time for time in reading.times if any(span.covers(time.span) for span in reading.body)]
    for before, time in itertools.pairwise([None, *times]):
        if time is None or not time.relative or time.relative.rule.unit != "date":
            continue
        apart = before and before.span.end <= time.span.start and reading.text[before.span.end : time.span.start]
        if before and apart and _BETWEEN.fullmatch(apart):
            yield Span(before.span.start, time.span.end), time
        else:
            yield time.span, time


def _days(named: int, weekday: int, published: Interval) -> Iterator[date]:
    """The days with that month, day and weekday that are not far from `published`."""
    known = [day.year for day in (published.earliest, published.latest) if day]
    if not known:
        return
    first = min(known) - 1 if published.earliest else min(known) - RECURS_YEARS
    last = max(known) + 1 if published.latest else max(known) + RECURS_YEARS
    for year in range(first, last + 1):
        try:
            day = date(year, named // 100, named % 100)
        except ValueError:
            continue
        if day.isoweekday() == weekday:
            yield day


def _years(days: list[date]) -> str:
    return " or ".join(str(day.year) for day in days)
