"""The timeline as columns to zoom into: years, their months, their days."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from onrecord.interval import Interval
from onrecord.record.facets import Facet
from onrecord.views import dates
from onrecord.views.period import ONE_DAY, fences

WIDTH_PX, HEIGHT_PX = 1180.0, 72.0
# A period of so few days is shown day by day, of so few months month by month.
MOST_DAYS, MOST_MONTHS = 92, 60
MOST_COLUMNS = 120
LABELS = 8


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """How many happenings begin in the days from `first` to `last`; places in pixels of the drawing."""

    first: date
    last: date
    number: int
    x: float
    width: float
    height: float
    label: str
    words: str


class Zoom(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of the period that is looked at; `most` is what the highest counts.

    `earlier`, `later`: how many lie far out and are left out. `wider` is the next wider period, `before` and `after`
    those beside it, all None where there is none.
    """

    unit: str
    most: int
    columns: tuple[Column, ...]
    shown: Interval
    earlier: int
    later: int
    wider: Interval | None
    before: Interval | None
    after: Interval | None


def zoom(days: Iterable[Facet], *, since: date | None, until: date | None) -> Zoom | None:
    """The columns of the dated happenings `days`, between `since` and `until`; None where there are none."""
    counts = Counter({date.fromisoformat(each.value): each.number for each in days if each.value})
    asked = Counter({day: counts[day] for day in counts if (since or day) <= day <= (until or day)})
    if not asked:
        return None
    first, last = since, until
    if first is None or last is None:
        # One look back by decades would press all else into a sliver.
        low, high = fences(sorted(asked.elements()))
        first, last = first or max(min(asked), low), last or min(max(asked), high)
    inside = {day: number for day, number in counts.items() if first <= day <= last}
    unit = _unit(first, last)
    starts = _starts(first, last, unit)[-MOST_COLUMNS:]
    tally: Counter[date] = Counter()
    for day, number in inside.items():
        tally[_start(day, unit)] += number
    most = max(tally.values(), default=0)
    return Zoom(
        unit=unit,
        most=most,
        columns=tuple(_columns(starts, tally, unit, max(most, 1))),
        shown=Interval(first, last),
        earlier=0 if since else sum(number for day, number in asked.items() if day < first),
        later=0 if until else sum(number for day, number in asked.items() if day > last),
        wider=_wider(first, last) if since or until else None,
        before=_beside(first, last, -1) if since and until else None,
        after=_beside(first, last, 1) if since and until else None,
    )


def _unit(first: date, last: date) -> str:
    if (last - first).days < MOST_DAYS:
        return "day"
    return "month" if (last - first).days / 30.4 <= MOST_MONTHS else "year"


def _start(day: date, unit: str) -> date:
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]


def _end(start: date, unit: str) -> date:
    """The last day of the column that begins on `start`."""
    if unit == "day":
        return start
    month = start.month if unit == "month" else 12
    return date(start.year, month, monthrange(start.year, month)[1])


def _starts(first: date, last: date, unit: str) -> list[date]:
    starts = [_start(first, unit)]
    while (end := _end(starts[-1], unit)) < last:
        starts.append(end + ONE_DAY)
    return starts


def _columns(starts: Sequence[date], tally: Counter[date], unit: str, most: int) -> Iterable[Column]:
    width = WIDTH_PX / len(starts)
    step = -(-len(starts) // LABELS)
    form = {"day": "%-d %b", "month": "%b %Y", "year": "%Y"}[unit]
    for number, start in enumerate(starts):
        end = _end(start, unit)
        yield Column(
            first=start,
            last=end,
            number=tally[start],
            x=round(number * width, 2),
            width=round(max(width - 1, 1), 2),
            height=round(tally[start] / most * HEIGHT_PX, 2),
            label=start.strftime(form.replace("%-d", str(start.day))) if number % step == 0 else "",
            words=dates.days(Interval(start, end)),
        )


def _wider(first: date, last: date) -> Interval:
    """The month, the year, or all days around these."""
    if (first.year, first.month) == (last.year, last.month) and (last - first).days < 27:
        return Interval(first.replace(day=1), _end(first, "month"))
    if first.year == last.year and (last - first).days < 360:
        return Interval(date(first.year, 1, 1), date(first.year, 12, 31))
    return Interval()


def _beside(first: date, last: date, step: int) -> Interval:
    """As many days before or after these; a whole month or year beside one."""
    whole = next((unit for unit in ("month", "year") if first == _start(first, unit) and last == _end(first, unit)), "")
    if whole:
        start = _start(first - ONE_DAY, whole) if step < 0 else last + ONE_DAY
        return Interval(start, _end(start, whole))
    moved = timedelta(days=((last - first).days + 1) * step)
    return Interval(first + moved, last + moved)
