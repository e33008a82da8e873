"""What the text of one document says of the day on which it was published."""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.reading.schema import Reading, Time, TimeType
from onrecord.reading.timex.calendar import Days
from onrecord.record.dating.backwards import published_if
from onrecord.record.dating.bounds import Bound
from onrecord.spans import Span

# Newspapers do not date themselves by what lies further off.
OLDEST, NEWEST = date(1900, 1, 1), date(2100, 12, 31)

# "Since taking office in January 2025": what lies between tells what happened, and ends no sentence.
_SINCE = re.compile(r"\bsince\b[^.;:,()\"“”]{0,50}$", re.IGNORECASE)
# Right before a date that stands for a time, and is not part of a name: "in 2016", never "the 2016 race".
_WITHIN = re.compile(r"\b(?:in|on|during|from|between|after|since|until)(?: (?:early|late|mid|about|around))?[ -]$", re.I)
_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|is to|are to|(?:is|are) (?:scheduled|due|slated|set|expected|planned|going) (?:to|for))\b"
    r"[^.;:()\"“”]{1,80}\b(?:in|on|by|until|before|from)(?: (?:early|late|mid))?[ -]$",
    re.IGNORECASE,
)
# What may stand between two names of one time: "today, March 3", "this year (2025)", "next year's 2026 vote".
_SAME = re.compile(r"(?:['’]s)?,? ?\(?(?:in |on |the )?(?:early |late )?")


def bounds_in(reading: Reading) -> Iterator[Bound]:
    """Bounds that the article itself, without what surrounds it on the page, puts on its day of publication."""
    times = [time for time in reading.times if any(span.covers(time.span) for span in reading.body)]
    for time in times:
        days = _own_days(time)
        if days:
            yield from _over_or_ahead(reading, time, days)
    for one, other in zip(times, times[1:], strict=False):
        yield from _named_twice(reading, one, other)


def _own_days(time: Time) -> Days | None:
    """The days of a time that names them by itself, from a day to a year long."""
    if time.relative or not time.earliest or not time.latest or time.type not in (TimeType.DATE, TimeType.TIME):
        return None
    whole = len(time.value.partition("T")[0]) >= len("2031")
    return (time.earliest, time.latest) if whole and time.earliest >= OLDEST and time.latest <= NEWEST else None


def _over_or_ahead(reading: Reading, time: Time, days: Days) -> Iterator[Bound]:
    before = _sentence_before(reading, time.span)
    if _SINCE.search(before) or (time.tense == "PAST" and _WITHIN.search(before)):
        yield _bound(reading, f"tells of {_quoted(reading, time.span)} as past", time.span, earliest=days[0])
    elif time.tense == "FUTURE" and _AHEAD.search(before):
        yield _bound(reading, f"{_quoted(reading, time.span)} is still to come", time.span, latest=days[1])


def _named_twice(reading: Reading, one: Time, other: Time) -> Iterator[Bound]:
    """From two names of one time, side by side, of which one is reckoned from the document."""
    between = reading.text[one.span.end : other.span.start]
    if one.span.end > other.span.start or not _SAME.fullmatch(between):
        return
    for relative, absolute in ((one, other), (other, one)):
        days = _own_days(absolute)
        if days and relative.relative and relative.relative.anchor == "document":
            published = published_if(relative.relative.rule, days)
            if published:
                both = Span(one.span.start, other.span.end)
                yield _bound(reading, f"{_quoted(reading, both)}", both, earliest=published[0], latest=published[1])


def _sentence_before(reading: Reading, span: Span) -> str:
    start = max((s.start for s in reading.sentences if s.start <= span.start < s.end), default=0)
    return reading.text[start : span.start]


def _quoted(reading: Reading, span: Span) -> str:
    return f'"{" ".join(span.of(reading.text).split())}"'


def _bound(
    reading: Reading, because: str, span: Span, *, earliest: date | None = None, latest: date | None = None
) -> Bound:
    return Bound(document=reading.id, spans=(span,), because=because, earliest=earliest, latest=latest)
