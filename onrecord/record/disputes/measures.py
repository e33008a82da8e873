"""Figures as ranges, and whether two of them exclude each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from onrecord.reading.schema import Quantity
from onrecord.reading.timex.numbers import number
from onrecord.reading.words.quantities import MODS
from onrecord.spans import Span

_MOD = "|".join(sorted(MODS, key=len, reverse=True))
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_BARE = re.compile(
    rf"(?:(?P<mod>{_MOD}) )?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})(?:[- ](?:{_WORDS}))?)"
    r"(?![\w%]|[.,:]\d|-)(?: (?P<scale>hundred|thousand|million|billion))?",
    re.IGNORECASE,
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_MINUTES = {"second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0}
# How far "about" reaches, and how far a duration that is told without it.
APPROXIMATE, OF_A_DURATION = 0.15, 0.1
# A tenth more or less of a figure that is not counted out is rounding: "8 billion" and "7.8 billion".
ROUNDED = 0.05
# Up to here people count.
COUNTED = 30


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its unit; durations of less than a month in minutes. `span`: its words."""

    value: float
    unit: str
    mod: str
    span: Span

    @property
    def low(self) -> float:
        """The least that it can mean."""
        if self.mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
            return 0.0
        return self.value - self._slack

    @property
    def high(self) -> float:
        """The most that it can mean."""
        if self.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
            return inf
        return self.value + self._slack

    @property
    def _slack(self) -> float:
        if self.mod == "APPROX":
            return self.value * APPROXIMATE
        if self.mod:
            return 0.0
        if self.unit == "minute":
            return self.value * OF_A_DURATION
        return 0.0 if self.value <= COUNTED and self.value == int(self.value) else self.value * ROUNDED

    def excludes(self, other: "Measure") -> bool:
        """Whether both cannot be true of one thing."""
        return self.unit == other.unit and (self.high < other.low or other.high < self.low)

    def label(self) -> str:
        """The figure and its unit, "about" and "more than" left out."""
        return f"{self.value:g} {self.unit}"


def measure(quantity: Quantity) -> Measure:
    """`quantity` as a measure."""
    factor = _MINUTES.get(quantity.unit)
    if factor is None:
        return Measure(quantity.value, quantity.unit, quantity.mod, quantity.span)
    return Measure(quantity.value * factor, "minute", quantity.mod, quantity.span)


def bare(text: str, span: Span, unit: str, factor: float = 1.0) -> Measure | None:
    """The number without a unit with which `span` of `text` begins, as one of `unit`."""
    found = _BARE.match(text, span.start, span.end)
    if not found:
        return None
    value = number(found["number"].lower().replace("-", " ")) * _SCALES.get((found["scale"] or "").lower(), 1.0)
    mod = MODS[found["mod"].lower()] if found["mod"] else ""
    return Measure(value * factor, unit, mod, Span(found.start(), found.end()))


def factor_of(unit: str) -> float:
    """By what a number of `unit` is multiplied in a `Measure`."""
    return _MINUTES.get(unit, 1.0)


def pairs(measures: list[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """Those that exclude each other."""
    for n, one in enumerate(measures):
        yield from ((one, other) for other in measures[n + 1 :] if one.excludes(other))
