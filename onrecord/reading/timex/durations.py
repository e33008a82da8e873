"""Sets, durations and vague times: `every Friday`, `more than six months`, `recently`."""

import re

from onrecord.reading.schema import TimeType
from onrecord.reading.timex.calendar import SEASONS as SEASON_CODES
from onrecord.reading.timex.calendar import Rule
from onrecord.reading.timex.meaning import NOTHING, Forms, Match, Meaning
from onrecord.reading.timex.numbers import HALF, VAGUE, amount, number
from onrecord.reading.timex.patterns import COUNT, MONTH, UNIT, WEEKDAY, any_of
from onrecord.reading.timex.values import duration
from onrecord.reading.timex.words import EVERY, FUTURE, MONTHS, PAST, PRESENT, SEASONS, UNITS, WEEKDAYS

FORMS = Forms()


@FORMS.add(rf"(?P<word>{any_of(EVERY)})")
def _every_word(hit: Match, _: TimeType) -> Meaning:
    return Meaning(EVERY[hit["word"]])


@FORMS.add(rf"(?:every|each|a|an|per|once an?|twice an?|times an?|any)(?P<other> other)? (?:{COUNT} )?{UNIT}")
def _every(hit: Match, kind: TimeType) -> Meaning:
    if kind is not TimeType.SET:
        return NOTHING
    count = number(hit["number"]) if hit["number"] else 2 if hit["other"] else 1
    return Meaning(duration(amount(count), hit["unit"]))


@FORMS.add(rf"(?:every|each) (?:{WEEKDAY}|{MONTH}|(?P<season>{any_of(SEASONS)}))")
def _every_named(hit: Match, _: TimeType) -> Meaning:
    if hit["weekday"]:
        return Meaning(f"XXXX-WXX-{WEEKDAYS[hit['weekday']]}")
    if hit["month"]:
        return Meaning(f"XXXX-{MONTHS[hit['month']]:02}")
    return Meaning(f"XXXX-{list(SEASON_CODES)[SEASONS[hit['season']] - 1]}")


_QUALIFIED = (
    r"(?:the |its |his |these |those |all )?(?:(?:last|past|next|coming|first|latest|previous|following|recent|final|"
    r"full|whole|entire|extra|remaining) )*"
)
_MORE = r"(?: (?:more|full|consecutive|straight|whole|long|additional|calendar|working|business|extra|solid))*"
_ENDS = r"(?: (?:old|long|period|span|time|or more|apart|delay|term|running|straight|more|away|now|time period))*"


@FORMS.add(rf"{_QUALIFIED}{COUNT}{_MORE} {UNIT}{_ENDS}")
def _duration_of_number(hit: Match, kind: TimeType) -> Meaning:
    if kind is TimeType.DATE and hit[0] == "one day":
        return Meaning("FUTURE_REF")
    return Meaning(duration(amount(number(hit["number"])), hit["unit"]))


@FORMS.add(rf"{COUNT} {UNIT}{HALF}{_ENDS}")
def _duration_and_a_half(hit: Match, _: TimeType) -> Meaning:
    return Meaning(duration(amount(number(hit["number"]) + 0.5), hit["unit"]))


@FORMS.add(
    rf"{_QUALIFIED}(?:(?:{VAGUE}|a couple of|a number of|a few|the past few) )*"
    rf"(?P<unit>{any_of(UNITS).replace('century', 'centurie')})s{_ENDS}"
)
def _vague_duration(hit: Match, kind: TimeType) -> Meaning:
    if kind is TimeType.DATE and re.search(r"recent|past|last|coming|next", hit[0]):
        return Meaning("FUTURE_REF" if re.search(r"coming|next", hit[0]) else "PAST_REF")
    return Meaning(duration("X", hit["unit"].replace("centurie", "century")))


@FORMS.add(rf"{_QUALIFIED}{UNIT}{_ENDS}")
def _bare_duration(hit: Match, kind: TimeType) -> Meaning:
    if kind is TimeType.DATE:
        return (
            Meaning(rule=Rule(unit=hit["unit"]))
            if hit["unit"] in ("quarter", "month", "week", "day", "year")
            else NOTHING
        )
    return Meaning(duration("1", hit["unit"]))


@FORMS.add(rf"(?:{PRESENT})")
def _present(_hit: Match, _: TimeType) -> Meaning:
    return Meaning("PRESENT_REF")


@FORMS.add(rf"(?:{PAST})")
def _past(_hit: Match, _: TimeType) -> Meaning:
    return Meaning("PAST_REF")


@FORMS.add(rf"(?:{FUTURE})")
def _future(_hit: Match, _: TimeType) -> Meaning:
    return Meaning("FUTURE_REF")
