"""So far from the anchor: `yesterday`, `next week`, `two months ago`, `a year earlier`."""

from onrecord.reading.schema import TimeType
from onrecord.reading.timex.calendar import Rule
from onrecord.reading.timex.meaning import NOTHING, Anchor, Forms, Match, Meaning
from onrecord.reading.timex.numbers import VAGUE, amount, number
from onrecord.reading.timex.patterns import (
    CLOCK,
    COUNT,
    LAST,
    NEXT,
    ONE_OF,
    PART,
    THIS,
    UNIT,
    WHICH,
    anchored,
    any_of,
    clock,
    named,
    step,
)
from onrecord.reading.timex.values import duration
from onrecord.reading.timex.words import PARTS, UNITS

FORMS = Forms()

_NEAR = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "overnight": 0,
}


@FORMS.add(rf"(?:the )?(?P<near>{any_of(_NEAR)})(?: {PART})?(?:,? (?:at )?{CLOCK})?")
def _near(hit: Match, _: TimeType) -> Meaning:
    part = PARTS[hit["part"]] if hit["part"] else clock(hit) if hit["clock"] else ""
    if hit["near"] in ("tonight", "overnight"):
        part = "TNI"
    return Meaning(rule=Rule(unit="day", shift=_NEAR[hit["near"]], part=part))


@FORMS.add(rf"(?:{LAST}|{NEXT}|{THIS}) {PART}")
def _part_of_day(hit: Match, _: TimeType) -> Meaning:
    return Meaning(rule=Rule(unit="day", shift=step(hit), part=PARTS[hit["part"]]), anchor=anchored(hit))


@FORMS.add(rf"(?:(?:early|late) (?:in |on )?)?(?:the )?{PART}(?: hours)?")
def _bare_part(hit: Match, kind: TimeType) -> Meaning:
    if kind is TimeType.SET:
        return NOTHING
    return Meaning(rule=Rule(unit="day", part=PARTS[hit["part"]]), anchor=Anchor.BEFORE)


@FORMS.add(rf"{WHICH} {UNIT}")
def _which_unit(hit: Match, kind: TimeType) -> Meaning:
    unit, words = hit["unit"], hit[0]
    if words.endswith("s") and not hit["this"]:
        return NOTHING  # "recent years", a duration
    if unit == "night" and hit["last"]:
        return Meaning(rule=Rule(unit="day", shift=-1, part="TNI"))
    if unit not in ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"):
        return NOTHING
    if kind is TimeType.DURATION and unit != "weekend":
        return Meaning(f"P1{UNITS[unit]}")
    shift = -1 if words.endswith("latest quarter") else step(hit)
    return Meaning(rule=Rule(unit=unit, shift=shift), anchor=anchored(hit))


@FORMS.add(
    r"(?:(?:the |a )?(?:comparable |corresponding )?year (?:earlier|ago)(?: (?:quarter|period|month|level|time))?)|"
    r"(?:the )?(?:corresponding|comparable|same) (?:period|quarter)(?: (?:of )?(?:last year|a year (?:ago|earlier)))?|"
    r"last year's (?:quarter|period)"
)
def _year_earlier(_hit: Match, _: TimeType) -> Meaning:
    """Of quarters' results mostly; what is compared decides how long it is, so the last quarter that the text named."""
    return Meaning(rule=Rule(unit="year", shift=-1), anchor=Anchor.QUARTER)


@FORMS.add(rf"(?:the )?{ONE_OF}weekend")
def _weekend(hit: Match, kind: TimeType) -> Meaning:
    return Meaning("P2D") if kind is TimeType.DURATION else named(hit, "weekend", 6)


@FORMS.add(
    rf"{COUNT} {UNIT} (?P<where>ago|earlier|before|previously|prior|back|later|after|afterward|afterwards|hence|"
    r"from (?:now|today)|thereafter|since)"
)
def _away(hit: Match, kind: TimeType) -> Meaning:
    unit, count = hit["unit"], number(hit["number"])
    unit, count = ("week", 2 * count) if unit == "fortnight" else ("day" if unit == "night" else unit, count)
    if kind is TimeType.DURATION:
        return Meaning(duration(amount(count), unit))
    back = hit["where"] in ("ago", "earlier", "before", "previously", "prior", "back")
    now = hit["where"] in ("ago", "hence", "back") or hit["where"].startswith("from")
    anchor = Anchor.DOCUMENT if now else Anchor.BEFORE
    if unit in ("second", "minute", "hour"):
        return Meaning(rule=Rule(unit="day"), anchor=anchor)
    if unit in ("season", "generation", "half", "weekend"):
        return NOTHING
    if count != int(count):
        unit, count = {"year": ("month", 12 * count), "decade": ("year", 10 * count)}.get(unit, ("day", 7 * count))
    return Meaning(rule=Rule(unit=unit, shift=round(-count if back else count)), anchor=anchor)


@FORMS.add(rf"(?P<vague>{VAGUE}|a couple of|a number of) {UNIT} (?P<where>ago|earlier|before|later|after)")
def _vaguely_away(hit: Match, kind: TimeType) -> Meaning:
    if kind is TimeType.DURATION:
        return Meaning(duration("X", hit["unit"]))
    return Meaning("PAST_REF" if hit["where"] in ("ago", "earlier", "before") else "FUTURE_REF")


@FORMS.add(rf"(?:the |a )?{UNIT} (?P<where>before|after)")
def _one_away(hit: Match, _: TimeType) -> Meaning:
    if hit["unit"] not in ("day", "week", "month", "year"):
        return NOTHING
    return Meaning(rule=Rule(unit=hit["unit"], shift=-1 if hit["where"] == "before" else 1), anchor=Anchor.BEFORE)
