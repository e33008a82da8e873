"""Dates the way people write them."""

from datetime import date

from onrecord.interval import Interval


def written(published: Interval) -> str:
    """One of "6 March 2031", "3–12 March 2031", "28 February – 3 March 2031", "after 3 March 2031", "undated"."""
    first, last = published.earliest, published.latest
    if first and last:
        return _range(first, last)
    if first:
        return f"after {_day(first)}"
    return f"before {_day(last)}" if last else "undated"


def with_weekday(published: Interval) -> str:
    """As `written`; a single day has its weekday before it: "Thursday 6 March 2031"."""
    if published.earliest and published.earliest == published.latest:
        return f"{published.earliest:%A} {written(published)}"
    return written(published)


def _range(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
