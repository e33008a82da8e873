"""What the text of one document says of the day on which it was published."""

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta
from textwrap import shorten

from onrecord.reading.schema import Reading, Time, TimeType
from onrecord.reading.timex.calendar import Days
from onrecord.record.dating.backwards import published_if
from onrecord.record.dating.bounds import Bound, Place
from onrecord.record.dating.words import FUTURE_WORDS, OPEN_WORDS, PAST_NOUNS, PAST_VERBS
from onrecord.spans import Span

# Newspapers do not date themselves by what lies further off.
OLDEST, NEWEST = date(1900, 1, 1), date(2100, 12, 31)
# In reasons; the evidence has all of it.
QUOTED_CHARS = 60
HALF_A_YEAR = timedelta(days=183)

# Words that may lie between a verb and the time that it governs, inside one clause. Swept on TimeBank and PolNeAR.
_BETWEEN = r"(?:[\w’'%$.-]+ ){0,8}?"
_SHORTLY = r"(?:[\w’'%$.-]+ ){0,5}?"
_NEAR = r"(?:(?:early|late|mid|about|around|later|earlier)[ -])?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_SINCE = re.compile(rf"\bsince (?:{_BETWEEN}(?:in|on) )?{_WEEKDAY}{_NEAR}$", re.IGNORECASE)
# "Was held in 2016", "opened on", never "the 2016 race", which may be ahead.
_OVER = re.compile(
    rf"(?P<participle>\b(?:is|are|be|been|being) (?:\w+ly )?)?\b(?:\w\w+ed|{'|'.join(PAST_VERBS)}) {_BETWEEN}"
    rf"(?:in|on|during|after) {_WEEKDAY}{_NEAR}$",
    re.IGNORECASE,
)
_OVER_BEHIND = re.compile(rf",? {_BETWEEN}(?:\w\w+ed|{'|'.join(PAST_VERBS)})\b", re.IGNORECASE)
_PAST_NAME = re.compile(rf" (?:[\w’'-]+ ){{0,2}}(?:{'|'.join(PAST_NOUNS)})\b", re.IGNORECASE)
_BY = re.compile(rf"\b(?:to|will|could|should|goal|target) {_SHORTLY}by {_WEEKDAY}{_NEAR}$", re.IGNORECASE)
_OPENING = re.compile(rf"\W*(?:in|on|during|after) {_WEEKDAY}{_NEAR}$", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:{'|'.join(FUTURE_WORDS)}) {_SHORTLY}(?:in|on|by|until|before) {_WEEKDAY}{_NEAR}$", re.IGNORECASE
)
_NOT_OVER = re.compile(rf"\b(?:{'|'.join(OPEN_WORDS)})\b", re.IGNORECASE)
# "During the 2030 campaign, she claimed": what happened in it is past, so it has begun.
_DURING = re.compile(r"\W*during the $", re.IGNORECASE)
_DURING_BEHIND = re.compile(rf"(?: [\w’'-]+){{1,4}}, {_BETWEEN}(?:\w\w+ed|{'|'.join(PAST_VERBS)})\b", re.IGNORECASE)
# "A year ago, when she won in 2030": told of one time.
_AGO = re.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) years? ago", re.IGNORECASE)
_WHEN = re.compile(r",? when [^.;\n]{1,200}\b(?:in|of) ", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()\"“”—–]")
# What may stand between two names of one time: "today, March 3", "this year (2025)", "next year's 2026 vote".
_SAME = re.compile(r"(?:['’]s)?,? ?\(?(?:in |on |the )?(?:early |late )?")
# "Sales this year, 2031 being a good one": no aside.
_ASIDE_ENDS = re.compile(r"[,.;:)–—]|$")
_NAMED_FROM_NOW = re.compile(
    r"today|tonight|yesterday|tomorrow|(?:this|last|next) (?:week|month|quarter|year)", re.IGNORECASE
)


def bounds_in(reading: Reading) -> Iterator[Bound]:
    """Bounds that the article itself, without what surrounds it on the page, puts on its day of publication."""
    times = [time for time in reading.times if any(span.covers(time.span) for span in reading.body)]
    for time in times:
        days = _own_days(time)
        if days:
            yield from _over_or_ahead(reading, time, days)
    for one, other in itertools.pairwise(times):
        yield from _named_twice(reading, one, other)
        yield from _years_ago(reading, one, other)


def _own_days(time: Time) -> Days | None:
    """The days of a time that names them by itself, from a day to a year long."""
    if time.relative or not time.earliest or not time.latest or time.type not in (TimeType.DATE, TimeType.TIME):
        return None
    whole = len(time.value.partition("T")[0]) >= len("2031")
    return (time.earliest, time.latest) if whole and time.earliest >= OLDEST and time.latest <= NEWEST else None


def _over_or_ahead(reading: Reading, time: Time, days: Days) -> Iterator[Bound]:
    before, behind = _around(reading, time.span)
    if _SINCE.search(before) or (time.tense != "FUTURE" and _is_over(before, behind)) or _PAST_NAME.match(behind):
        yield _bound(reading, f"tells of {_quoted(reading, time.span)} as past", time.span, earliest=days[0])
    elif (time.tense == "FUTURE" and _AHEAD.search(before)) or (time.tense != "PAST" and _BY.search(before)):
        yield _bound(reading, f"{_quoted(reading, time.span)} is still to come", time.span, latest=days[1])


def _is_over(before: str, behind: str) -> bool:
    """Whether a verb in the past governs the time between `before` and `behind`, the two parts of its sentence."""
    if _OPENING.fullmatch(before):
        return bool(_OVER_BEHIND.match(behind)) and not _NOT_OVER.search(behind)
    clause = _CLAUSE_END.split(before)[-1]
    told = _OVER.search(clause)
    if _DURING.fullmatch(before):
        return bool(_DURING_BEHIND.match(behind))
    return told is not None and not told["participle"] and not _NOT_OVER.search(clause)


def _named_twice(reading: Reading, one: Time, other: Time) -> Iterator[Bound]:
    """From two names of one time, side by side, of which one is reckoned from the document."""
    between = reading.text[one.span.end : other.span.start]
    if one.span.end > other.span.start or not _SAME.fullmatch(between):
        return
    if "," in between and not _ASIDE_ENDS.match(reading.text, other.span.end):
        return
    for relative, absolute in ((one, other), (other, one)):
        days = _own_days(absolute)
        if days and relative.relative and _NAMED_FROM_NOW.fullmatch(relative.span.of(reading.text)):
            published = published_if(relative.relative.rule, days)
            if published:
                both = Span(one.span.start, other.span.end)
                yield _bound(
                    reading, f"says {_quoted(reading, both)}", both, earliest=published[0], latest=published[1]
                )


def _years_ago(reading: Reading, ago: Time, year: Time) -> Iterator[Bound]:
    """From "a year ago, when …" and the year that this was: rounded, so half a year more or less."""
    days = _own_days(year)
    between = reading.text[ago.span.end : max(ago.span.end, year.span.start)]
    if not days or not ago.relative or not _AGO.fullmatch(ago.span.of(reading.text)) or not _WHEN.fullmatch(between):
        return
    published = published_if(ago.relative.rule, days)
    if published and ago.relative.anchor == "document":
        both = Span(ago.span.start, year.span.end)
        first, last = published[0] - HALF_A_YEAR, published[1] + HALF_A_YEAR
        yield _bound(reading, f"says {_quoted(reading, both)}", both, earliest=first, latest=last)


def _around(reading: Reading, span: Span) -> tuple[str, str]:
    """The sentence of `span`, before and behind it."""
    start = max((s.start for s in reading.sentences if s.start <= span.start < s.end), default=span.start)
    end = max((s.end for s in reading.sentences if s.start <= span.start < s.end), default=span.end)
    return " ".join(reading.text[start : span.start].split(" ")), reading.text[span.end : end]


def _quoted(reading: Reading, span: Span) -> str:
    return f'"{shorten(span.of(reading.text), QUOTED_CHARS, placeholder=" …")}"'


def _bound(
    reading: Reading, because: str, span: Span, *, earliest: date | None = None, latest: date | None = None
) -> Bound:
    places = (Place(reading.id, span),)
    return Bound(document=reading.id, because=because, places=places, earliest=earliest, latest=latest)
