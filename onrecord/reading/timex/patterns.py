"""Parts of patterns that forms share, and what their groups say."""

import re
from collections.abc import Iterable

from onrecord.reading.timex.calendar import Rule, Toward
from onrecord.reading.timex.meaning import Anchor, Match, Meaning
from onrecord.reading.timex.numbers import HALF, NUMBER
from onrecord.reading.timex.words import MONTHS, PARTS, UNITS, WEEKDAYS


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?P<month>{any_of(MONTHS)})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})"
YEAR = r"(?P<year>\d{4})"
PART = rf"(?P<part>{any_of(PARTS)})"
UNIT = rf"(?P<unit>{any_of(UNITS)})s?"
COUNT = rf"(?P<number>(?:{NUMBER})(?:{HALF})?)"
LAST = r"(?P<last>last|past|previous|preceding)"
NEXT = r"(?P<next>next|coming|following)"
THIS = r"(?P<this>this|the current|current|that|the same|that same|same|the latest|latest|the very same)"
WHICH = rf"(?:the )?(?:{LAST}|{NEXT}|{THIS})"
CLOCK = r"(?P<clock>\d{1,2}(?:[:.]\d\d)?(?= ?[ap]m| o'clock)|\d{1,2}:\d\d|\d{4}(?= gmt| utc| hours))"
CLOCK += r"(?: o'clock)?(?: ?(?P<half>[ap]m))?(?: (?:gmt|utc|hours|local time|[ecmp]s?[sd]t|eastern time|eastern))*"
ONE_OF = rf"(?:{LAST} |{NEXT} |{THIS} )?"
_OF_THE_TEXT = re.compile(r"(?:the )?(?:that|same|that same|very same|following|previous|preceding)\b|the next\b")


def year_of(digits: str) -> str:
    """Four digits of a year from two or four."""
    return digits if len(digits) == 4 else f"{'19' if int(digits) > 40 else '20'}{digits}"


def clock(hit: Match) -> str:
    """What TIMEX3 writes for a time of day: `T09:30`; empty where there is no such hour."""
    hour, _, minute = hit["clock"].replace(".", ":").partition(":")
    if len(hour) == 4:
        hour, minute = hour[:2], hour[2:]
    hours = int(hour)
    if hit["half"] == "pm" and hours < 12:
        hours += 12
    if hit["half"] == "am" and hours == 12:
        hours = 0
    return f"T{hours:02}:{minute or '00'}" if hours <= 24 else ""


def step(hit: Match) -> int:
    """-1 for last, 1 for next, 0 for this."""
    groups = hit.groupdict()
    return -1 if groups.get("last") else 1 if groups.get("next") else 0


def anchored(hit: Match) -> Anchor:
    """The last date in the text for "that day", "the following month"; the document's for "this month", "next week"."""
    return Anchor.BEFORE if _OF_THE_TEXT.match(hit[0]) else Anchor.DOCUMENT


def named(hit: Match, unit: str, number: int, part: str = "") -> Meaning:
    """Last, next, this or a bare one of the units that bear a number."""
    toward = Toward.BEFORE if hit["last"] else Toward.AFTER if hit["next"] else Toward.NEAREST
    toward = Toward.WITHIN if hit["this"] else toward
    bare = not (hit["last"] or hit["next"] or hit["this"])
    return Meaning(rule=Rule(unit=unit, named=number, toward=toward, part=part), bare=bare)
