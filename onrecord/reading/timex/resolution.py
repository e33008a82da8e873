"""From rules to days, once the anchor's days are known."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Time
from onrecord.reading.timex.calendar import Rule, days_of, narrowed, resolve
from onrecord.spans import Span

NO_DATE = "the document has no date"
NO_DAYS = "what it is reckoned from has no days"
SEVERAL = "what it is reckoned from leaves several open"

# A side that is not known is None.
Ends = tuple[date | None, date | None]


def resolved(times: Sequence[Time], published: Interval) -> list[Time]:
    """The times of one document, in text order, with values and days as far as they follow from when it was published.

    Rules are kept, so that the same times can be resolved again once more is known of the document's date. A rule whose
    anchor is an interval gives the days from what its first day gives to what its last day gives, a side that the
    interval leaves open stays open, and there is a value where the two agree: all between them then do.
    """
    document = (published.earliest, published.latest)
    known: dict[Span, Ends] = {}
    out = []
    for time in times:
        made = _resolved(time, document, known)
        known[made.span] = made.earliest, made.latest
        out.append(made)
    return out


def _resolved(time: Time, document: Ends, known: dict[Span, Ends]) -> Time:
    if time.relative is None:
        days = days_of(time.value)
        return _with_ends(time, narrowed(days, time.mod)) if days else time
    rule, at = time.relative.rule, time.relative.anchor
    anchor = known.get(at, (None, None)) if isinstance(at, Span) else document
    bare = msgspec.structs.replace(time, value="", earliest=None, latest=None, unresolved="")
    if anchor == (None, None):
        return msgspec.structs.replace(bare, unresolved=NO_DAYS if isinstance(at, Span) else NO_DATE)
    values = [_value(rule, day) if day else "" for day in anchor]
    found = [days_of(value) for value in values]
    if any(day and not days for day, days in zip(anchor, found, strict=True)):
        return msgspec.structs.replace(bare, unresolved="the calendar has no such day")
    # Each end is narrowed by itself: "early this month" is early in one month, not in the span of two.
    first, last = (narrowed(days, time.mod) if days else None for days in found)
    value = values[0] if values[0] == values[1] else ""
    told = msgspec.structs.replace(bare, value=value, unresolved="" if value else SEVERAL)
    return _with_ends(told, _clipped((first and first[0], last and last[1]), time.mod, anchor))


def _value(rule: Rule, anchor: date) -> str:
    try:
        return resolve(rule, anchor)
    except ValueError:
        return ""


def _clipped(ends: Ends, mod: str, anchor: Ends) -> Ends:
    """What is earlier this month ends, what is later begins with the anchor."""
    (first, last), (begins, stops) = ends, anchor
    if mod == "EARLIER" and last and stops and (first is None or first <= stops):
        return first, min(last, stops)
    if mod == "LATER" and first and begins and (last is None or begins <= last):
        return max(first, begins), last
    return ends


def _with_ends(time: Time, ends: Ends) -> Time:
    return msgspec.structs.replace(time, earliest=ends[0], latest=ends[1])
