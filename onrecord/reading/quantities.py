"""Numbers with their units, and what they measure."""

import re
from collections.abc import Iterator, Sequence

from onrecord.reading.schema import Quantity, Time, TimeType
from onrecord.reading.timex.numbers import number
from onrecord.reading.words.quantities import (
    ADJECTIVES,
    CURRENCIES,
    CURRENCY_WORDS,
    FRACTIONS,
    MODS,
    NOT_UNITS,
    PERCENT,
    SCALES,
)
from onrecord.spans import Span

_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_MOD = "|".join(sorted(MODS, key=len, reverse=True))
_CURRENCY = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_PERCENT = "|".join(re.escape(word) for word in sorted(PERCENT, key=len, reverse=True))
# No number runs on: "1.5.2" is none, and "3 March" is a day.
_NUMBER = re.compile(
    rf"(?:\b(?P<mod>{_MOD}) )?(?P<currency>{_CURRENCY})?"
    rf"(?P<number>(?<![\w.,$-])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\w.,-])\d+(?:\.\d+)?"
    rf"|(?<=[{re.escape(''.join(s[-1] for s in CURRENCIES))}])\d+(?:[.,]\d+)*"
    rf"|\b(?:{_TENS})(?:[- ](?:{_ONES}))?\b|\b(?:{_TEENS}|{_ONES})\b"
    r"|\b(?:a|an) (?=hundred|thousand|million|billion|dozen))"
    r"(?!(?:[.,]?\d|:\d|st\b|nd\b|rd\b|th\b|s\b))"
    rf"(?:[ -]?(?P<scale>dozen|(?:{_SCALE})\b))?(?P<percent>[ -]?(?:{_PERCENT})(?!\w))?",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?P<part>half|(?P<count>a|one|two|three)[ -](?P<name>third|thirds|quarter|quarters|fifth))\b"
    r"(?= (?:of|the|its|all)\b)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[ -](?P<word>[A-Za-z][\w’'-]*)")
_ENDS = r"that|which|who|is|are|was|were|has|have|had|will|would|if|unless|by|at|said|and|in"
_OF = re.compile(r" (?:of|on) (?P<what>[^,;:.!?()“”\"\n]{2,60}?)" rf"(?= (?:{_ENDS})\b|[,;:.!?()“”\"\n]|$)")
_NOT_A_NOUN = r"(?!(?:and|or|for|by|in|at|to|that|who|is|was|were|are)\b)"
_HEAD = re.compile(
    rf"(?: {_NOT_A_NOUN}[A-Za-z][\w’'-]*){{0,4}}" r"(?: (?:of|on) (?:the )?[A-Za-z][\w’'-]*(?: [a-z][\w-]*)?)?"
)
YEARS = range(1500, 2200)
UNIT_WORDS = 3
_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HMS]))")
_LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def quantities(text: str, sentences: Sequence[Span], times: Sequence[Time]) -> list[Quantity]:
    """The quantities of one document in text order: percentages, sums, counts of something, shares; durations as well.

    Numbers within other time expressions, ages, years, and numbers without a unit count nothing and are left out.
    """
    out = [*_durations(times)]
    for sentence in sentences:
        within = [time for time in times if sentence.overlaps(time.span)]
        found = (*_numbers(text, sentence), *_fractions(text, sentence))
        out += [q for q in found if not any(q.span.overlaps(time.span) for time in within)]
    return sorted(out, key=lambda q: q.span)


def _durations(times: Sequence[Time]) -> Iterator[Quantity]:
    for time in times:
        found = _DURATION.fullmatch(time.value) if time.type is TimeType.DURATION else None
        if found:
            hours = found[4]
            unit = ("minute" if hours == "M" else _LENGTHS[hours]) if hours else _LENGTHS[found[2]]
            yield Quantity(span=time.span, value=float(found[3] or found[1]), unit=unit, mod=time.mod)


def _numbers(text: str, sentence: Span) -> Iterator[Quantity]:
    for hit in _NUMBER.finditer(text, sentence.start, sentence.end):
        value = _value(hit)
        measured = _measured(text, sentence, hit)
        if measured is None or (
            value in YEARS and hit["number"].isdigit() and not hit["currency"] and not hit["percent"]
        ):
            continue
        unit, end, of = measured
        yield Quantity(
            span=Span(hit.start(), end), value=value, unit=unit, of=of, mod=MODS.get((hit["mod"] or "").lower(), "")
        )


def _value(hit: re.Match[str]) -> float:
    words = hit["number"].strip().lower().replace("-", " ")
    value = number(words) * SCALES.get((hit["scale"] or "").lower(), 1)
    return value * 12 if (hit["scale"] or "").lower() == "dozen" else value


def _measured(text: str, sentence: Span, hit: re.Match[str]) -> tuple[str, int, Span | None] | None:
    """Unit, end of the quantity, and what it measures; None where the number counts nothing."""
    if hit["percent"]:
        return PERCENT[hit["percent"].strip(" -").lower()], hit.end(), _behind(text, sentence, hit.end())
    if hit["currency"]:
        return CURRENCIES[hit["currency"]], hit.end(), _behind(text, sentence, hit.end())
    return _counted(text, sentence, hit)


def _counted(text: str, sentence: Span, hit: re.Match[str]) -> tuple[str, int, Span | None] | None:
    at, first = hit.end(), None
    for _ in range(UNIT_WORDS):
        word = _UNIT.match(text, at, sentence.end)
        if word is None or word["word"].lower() in NOT_UNITS:
            return None
        first = word.start("word") if first is None else first
        at = word.end()
        lower = word["word"].lower()
        if lower in CURRENCY_WORDS:
            return CURRENCY_WORDS[lower], at, _behind(text, sentence, at)
        if lower in ADJECTIVES or (word["word"][0].isupper() and lower[-1:] != "s"):
            continue
        if not lower.endswith("s") or lower.endswith(("ss", "'s", "’s")) or len(lower) < 4:
            return None
        behind = _OF.match(text, at, sentence.end)
        return _singular(lower), at, Span(first, behind.end() if behind else at)
    return None


def _singular(plural: str) -> str:
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    return plural[:-2] if plural.endswith(("ches", "shes", "xes", "sses")) else plural[:-1]


def _behind(text: str, sentence: Span, at: int) -> Span | None:
    """What stands behind a percentage or a sum: "of its revenue", "tariff on Ilmerian potash"."""
    of = _OF.match(text, at, sentence.end)
    if of:
        return Span(of.start("what"), of.end("what"))
    head = _HEAD.match(text, at, sentence.end)
    return Span(head.start() + 1, head.end()) if head and head.end() > head.start() + 1 else None


def _fractions(text: str, sentence: Span) -> Iterator[Quantity]:
    for hit in _FRACTION.finditer(text, sentence.start, sentence.end):
        name = (hit["name"] or "half").lower()
        count = {"two": 2, "three": 3}.get((hit["count"] or "a").lower(), 1)
        yield Quantity(
            span=Span(hit.start(), hit.end()),
            value=count * FRACTIONS[name],
            unit="share",
            of=_behind(text, sentence, hit.end()),
        )
