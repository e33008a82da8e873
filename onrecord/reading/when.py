"""The days of events and deadlines, from the times named with them and the day of publication."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import EventStatus, Time, TimeRelation, When
from onrecord.reading.timex.calendar import Toward
from onrecord.spans import Span

Bounds = tuple[date | None, date | None]

WEEK = timedelta(days=7)
# What is still to come when it is told.
AHEAD = frozenset({EventStatus.PLANNED, EventStatus.POSSIBLE, EventStatus.CONDITIONAL, EventStatus.THREATENED})


def dated(when: When, *, ahead: bool, times: Mapping[Span, Time], published: Interval) -> When:
    """`when` with its days, from `times` (those of the document, by span) and the day it was published.

    `ahead`: it is still to come. What has happened ends by the latest day of publication, what is to come begins with
    the earliest one. A pure function, so that days follow when a document gets another date.
    """
    before, after = published.earliest, published.latest
    found = [time for span in when.expressions if (time := times.get(span))]
    lengths = [length for time in found if (length := _length(time.value))]
    days = [
        _coming(
            time, time.earliest, time.latest, before if ahead and when.relation is not TimeRelation.WITHIN else None
        )
        for time in found
        if time.earliest and time.latest
    ]
    said = max((last for _, last in days), default=after)
    if when.relation is TimeRelation.WITHIN and lengths and said:
        return msgspec.structs.replace(when, earliest=before, latest=said + max(lengths), basis="expression")
    if not days:
        earliest, latest = (before, None) if ahead else (None, after)
        basis = "document" if earliest or latest else "unknown"
        return msgspec.structs.replace(when, earliest=earliest, latest=latest, basis=basis)
    first, last = min(day for day, _ in days), max(day for _, day in days)
    now = (before, None) if ahead else (None, after)
    earliest, latest = _bounds(when.relation, first, last, now)
    if earliest and latest and earliest > latest:  # "will … on Monday" of a Monday that is over: what is written counts
        earliest, latest = first, last
    return msgspec.structs.replace(when, earliest=earliest, latest=latest, basis="expression")


def _coming(time: Time, first: date, last: date, before: date | None) -> tuple[date, date]:
    """The days of a time; a weekday that is named for what comes after `before` is the next one, "planned for Friday".

    Whatever the tense of its verb says: the plan was made, the day is to come.
    """
    rule = time.relative.rule if time.relative else None
    if before and rule and (rule.unit, rule.toward) == ("weekday", Toward.PAST) and before - WEEK <= last < before:
        return first + WEEK, last + WEEK
    return first, last


_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H.*)?")


def _length(value: str) -> timedelta | None:
    """How long a TIMEX3 duration is in days, months and years as long as they can be; None where it is vague."""
    found = _LENGTH.fullmatch(value)
    if not found or not any(found.groups()):
        return None
    years, months, weeks, days, hours = (int(group or 0) for group in found.groups())
    return timedelta(days=366 * years + 31 * months + 7 * weeks + days, hours=hours)


def _bounds(relation: TimeRelation, first: date, last: date, now: Bounds) -> Bounds:
    """`now`: the first day it can lie on for what is to come, the last one for what has been."""
    opens, closes = now
    if relation in (TimeRelation.BY, TimeRelation.WITHIN):
        return opens, last
    if relation is TimeRelation.BEFORE:
        return opens, first
    if relation in (TimeRelation.SINCE, TimeRelation.AFTER):
        return first if relation is TimeRelation.SINCE else last, closes
    earliest = max(first, opens) if opens and opens <= last else first
    latest = min(last, closes) if closes and closes >= first else last
    return earliest, latest
