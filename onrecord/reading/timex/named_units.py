"""Days, months, quarters by name or number: `last Monday`, `in March`, `the third quarter`."""

from onrecord.reading.schema import TimeType
from onrecord.reading.timex.calendar import SEASONS as SEASON_CODES
from onrecord.reading.timex.calendar import Rule, Toward
from onrecord.reading.timex.meaning import NOTHING, Anchor, Forms, Match, Meaning
from onrecord.reading.timex.numbers import ORDINAL, ordinal
from onrecord.reading.timex.patterns import (
    CLOCK,
    LAST,
    MONTH,
    NEXT,
    ONE_OF,
    PART,
    THIS,
    WEEKDAY,
    WHICH,
    YEAR,
    any_of,
    clock,
    named,
)
from onrecord.reading.timex.words import FEASTS, MONTHS, PARTS, SEASONS, WEEKDAYS

FORMS = Forms()


@FORMS.add(rf"{ONE_OF}{WEEKDAY}s?(?: {PART})?(?:,? (?:at )?{CLOCK})?")
def _weekday(hit: Match, kind: TimeType) -> Meaning:
    nth = WEEKDAYS[hit["weekday"]]
    part = PARTS[hit["part"]] if hit["part"] else clock(hit) if hit["clock"] else ""
    if kind is TimeType.SET:
        return Meaning(f"XXXX-WXX-{nth}{part}")
    return named(hit, "weekday", nth, part)


@FORMS.add(rf"{ONE_OF}{MONTH}")
def _month(hit: Match, kind: TimeType) -> Meaning:
    nth = MONTHS[hit["month"]]
    return Meaning(f"XXXX-{nth:02}") if kind is TimeType.SET else named(hit, "month", nth)


@FORMS.add(rf"(?:the )?{ONE_OF}(?P<season>{any_of(SEASONS)})(?: (?:of )?{YEAR})?")
def _season(hit: Match, _: TimeType) -> Meaning:
    nth = SEASONS[hit["season"]]
    if hit["year"]:
        return Meaning(f"{hit['year']}-{list(SEASON_CODES)[nth - 1]}")
    return named(hit, "season", nth)


@FORMS.add(rf"{ONE_OF}(?P<feast>{any_of(FEASTS)})")
def _feast(hit: Match, _: TimeType) -> Meaning:
    return named(hit, "date", FEASTS[hit["feast"]])


_OF_YEAR = rf"(?:{YEAR}|(?:the )?{WHICH.replace('<', '<of')} year|(?P<the>the year))"


@FORMS.add(
    rf"(?:(?:{LAST}|{NEXT}|{THIS}) year'?s? )?(?:the |its )?(?:fiscal )?(?P<nth>{ORDINAL}|last|latter)(?: fiscal)? "
    rf"(?P<unit>quarter|half)(?: (?:of|in) (?:fiscal )?{_OF_YEAR})?"
)
def _quarter(hit: Match, _: TimeType) -> Meaning:
    most = 4 if hit["unit"] == "quarter" else 2
    nth = most if hit["nth"] in ("last", "latter") and most == 2 else ordinal(hit["nth"])
    if not nth or nth > most:
        return NOTHING
    if hit["year"]:
        return Meaning(f"{hit['year']}-{'Q' if most == 4 else 'H'}{nth}")
    within = hit["last"] or hit["next"] or hit["this"] or hit["oflast"] or hit["ofnext"] or hit["ofthis"] or hit["the"]
    if within:
        shift = -1 if hit["last"] or hit["oflast"] else 1 if hit["next"] or hit["ofnext"] else 0
        return Meaning(rule=Rule(unit=hit["unit"], named=nth, toward=Toward.WITHIN, shift=shift))
    return Meaning(rule=Rule(unit=hit["unit"], named=nth), bare=True)


@FORMS.add(rf"(?:the )?(?:year earlier|year ago|same|comparable|prior year|corresponding) (?P<nth>{ORDINAL}) quarter")
def _quarter_before(hit: Match, _: TimeType) -> Meaning:
    nth = ordinal(hit["nth"])
    return Meaning(rule=Rule(unit="quarter", named=nth, toward=Toward.WITHIN, shift=-1)) if nth and nth < 5 else NOTHING


@FORMS.add(rf"(?:the )?(?P<nth>{ORDINAL})(?: day)?(?: of {THIS} month)?")
def _day_of_month(hit: Match, kind: TimeType) -> Meaning:
    nth = ordinal(hit["nth"])
    if not nth or nth > 31 or kind is not TimeType.DATE:
        return NOTHING
    return Meaning(rule=Rule(unit="monthday", named=nth, toward=Toward.NEAREST), anchor=Anchor.BEFORE)
