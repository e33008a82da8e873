"""From rules to days, once the anchor's days are known."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Time
from onrecord.reading.timex.calendar import Days, Rule, days_of, narrowed, resolve
from onrecord.spans import Span

NO_DATE = "the document has no date"
NO_DAYS = "what it is reckoned from has no days"


def resolved(times: Sequence[Time], published: Interval) -> list[Time]:
    """The times of one document, in text order, with values and days as far as they follow from when it was published.

    Rules are kept, so that the same times can be resolved again once more is known of the document's date. A rule whose
    anchor is an interval gives the days from what its first day gives to what its last day gives, and a value where the
    two agree.
    """
    document = (published.earliest, published.latest) if published.earliest and published.latest else None
    known: dict[Span, Days] = {}
    out = []
    for time in times:
        made = _resolved(time, document, known)
        if made.earliest and made.latest:
            known[made.span] = made.earliest, made.latest
        out.append(made)
    return out


def _resolved(time: Time, document: Days | None, known: dict[Span, Days]) -> Time:
    if time.relative is None:
        return _with_days(time, days_of(time.value))
    of_document = not isinstance(time.relative.anchor, Span)
    anchor = known.get(time.relative.anchor) if isinstance(time.relative.anchor, Span) else document
    bare = msgspec.structs.replace(time, value="", earliest=None, latest=None, unresolved="")
    if anchor is None:
        return msgspec.structs.replace(bare, unresolved=NO_DATE if of_document else NO_DAYS)
    values = [_value(time.relative.rule, day) for day in anchor]
    found = [days_of(value) for value in values]
    first, last = found
    if not first or not last or first[0] > last[1]:
        return msgspec.structs.replace(bare, unresolved="the calendar has no such day")
    value = values[0] if values[0] == values[1] else ""
    return _with_days(msgspec.structs.replace(bare, value=value), _clipped((first[0], last[1]), time.mod, anchor))


def _value(rule: Rule, anchor: date) -> str:
    try:
        return resolve(rule, anchor)
    except ValueError:
        return ""


def _clipped(days: Days, mod: str, anchor: Days) -> Days:
    """What is earlier this month ends, what is later begins with the anchor."""
    if mod == "EARLIER" and days[0] <= anchor[1]:
        return days[0], min(days[1], anchor[1])
    if mod == "LATER" and anchor[0] <= days[1]:
        return max(days[0], anchor[0]), days[1]
    return days


def _with_days(time: Time, days: Days | None) -> Time:
    if days is None:
        return time
    first, last = narrowed(days, time.mod)
    return msgspec.structs.replace(time, earliest=first, latest=last)
