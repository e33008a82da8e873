"""Dates that are complete in themselves, or lack only the year: `7 August 1998`, `Aug. 7`, `the 1980s`."""

from onrecord.reading.schema import TimeType
from onrecord.reading.timex.calendar import Rule
from onrecord.reading.timex.meaning import NOTHING, Forms, Match, Meaning
from onrecord.reading.timex.numbers import NUMBER, ORDINAL, number, ordinal
from onrecord.reading.timex.patterns import DAY, MONTH, PART, WEEKDAY, YEAR, year_of
from onrecord.reading.timex.words import MONTHS, PARTS

FORMS = Forms()


@FORMS.add(r"(\d{4})-(\d\d)-(\d\d)")
def _iso(hit: Match, _: TimeType) -> Meaning:
    return Meaning(hit[0])


@FORMS.add(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)")
def _slashes(hit: Match, _: TimeType) -> Meaning:
    month, day = int(hit[1]), int(hit[2])
    if month > 12:
        month, day = day, month
    return Meaning(f"{year_of(hit[3])}-{month:02}-{day:02}") if 1 <= month <= 12 and 1 <= day <= 31 else NOTHING


_DAY_FIRST = rf"{DAY.replace('day', 'first')} (?:of )?{MONTH.replace('month', 'then')}"


@FORMS.add(rf"(?:{WEEKDAY},? )?(?:the )?(?:{MONTH} {DAY}|{_DAY_FIRST})(?:,? {YEAR})?(?:,? {PART})?")
def _date(hit: Match, _: TimeType) -> Meaning:
    month, day = MONTHS[hit["month"] or hit["then"]], int(hit["day"] or hit["first"])
    if not 1 <= day <= 31:
        return NOTHING
    part = PARTS[hit["part"]] if hit["part"] else ""
    if hit["year"]:
        return Meaning(f"{hit['year']}-{month:02}-{day:02}{part}")
    return Meaning(rule=Rule(unit="date", named=month * 100 + day, part=part), bare=True)


@FORMS.add(rf"{MONTH},? (?:of )?{YEAR}")
def _month_of_year(hit: Match, _: TimeType) -> Meaning:
    return Meaning(f"{hit['year']}-{MONTHS[hit['month']]:02}")


@FORMS.add(rf"(?:(?:fiscal|calendar|fy|year|the year) ?)?{YEAR}")
def _plain_year(hit: Match, _: TimeType) -> Meaning:
    return Meaning(hit["year"]) if 1000 <= int(hit["year"]) <= 2200 else NOTHING


@FORMS.add(
    r"(?:the year )?(?P<century>eighteen|nineteen|twenty|two thousand(?: and)?) ?"
    rf"(?P<rest>(?:{NUMBER})(?: (?:{NUMBER}))?)?"
)
def _year_in_words(hit: Match, _: TimeType) -> Meaning:
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(hit["century"], 2000)
    if not hit["rest"] and not hit["century"].startswith("two"):
        return NOTHING
    rest = number(hit["rest"]) if hit["rest"] else 0
    return Meaning(f"{century + round(rest)}") if rest < 100 and rest == int(rest) else NOTHING


@FORMS.add(r"(?:fiscal |fy ?)?'(\d\d)")
def _short_year(hit: Match, _: TimeType) -> Meaning:
    return Meaning(year_of(hit[1]))


@FORMS.add(r"(?:the )?'?(\d{4}|\d0)'?s")
def _decade(hit: Match, _: TimeType) -> Meaning:
    return Meaning(year_of(hit[1])[:3]) if hit[1].endswith("0") else NOTHING


@FORMS.add(r"(?:the )?(?P<tens>sixties|seventies|eighties|nineties)")
def _decade_in_words(hit: Match, _: TimeType) -> Meaning:
    return Meaning(f"19{['sixties', 'seventies', 'eighties', 'nineties'].index(hit['tens']) + 6}")


@FORMS.add(rf"(?:(?:the )?{YEAR} |the )?year end")
def _year_end(hit: Match, _: TimeType) -> Meaning:
    return Meaning(hit["year"] or "", rule=None if hit["year"] else Rule(unit="year"), mod="END")


@FORMS.add(rf"(?:the )?{YEAR} (?:period|nine months|six months|fiscal year)")
def _period_of_year(hit: Match, _: TimeType) -> Meaning:
    return Meaning(hit["year"])


@FORMS.add(rf"(?:the )?{YEAR} (?P<nth>{ORDINAL}) (?P<unit>quarter|half)")
def _quarter_of_year(hit: Match, _: TimeType) -> Meaning:
    return Meaning(f"{hit['year']}-{hit['unit'][0].upper()}{ordinal(hit['nth'])}")


@FORMS.add(rf"(?:the )?(?P<nth>{ORDINAL}) century")
def _century(hit: Match, _: TimeType) -> Meaning:
    nth = ordinal(hit["nth"])
    return Meaning(f"{nth - 1:02}") if nth else NOTHING
