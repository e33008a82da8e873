"""TIMEX3 values of durations."""

from onrecord.reading.timex.numbers import amount
from onrecord.reading.timex.words import UNITS

_HALVES = {"year": "6M", "hour": "30M", "minute": "30S", "century": "50Y", "decade": "5Y"}


def duration(count: str, unit: str) -> str:
    """As TIMEX3 writes it: PXW, PT5H30M; a decade is one of its own, several are counted in years."""
    if count != "X":
        value = float(count)
        if unit in ("fortnight", "decade") and (unit == "fortnight" or value != 1):
            value, unit = (2 * value, "week") if unit == "fortnight" else (10 * value, "year")
        whole, half = divmod(value, 1)
        if half == 0.5 and whole and unit in _HALVES:
            return duration(amount(whole), unit) + _HALVES[unit]
        count = amount(value)
    letter = UNITS[unit]
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"
