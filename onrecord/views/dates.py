"""Dates the way people write them."""

from calendar import monthrange
from datetime import date

from onrecord.interval import Interval

_HOW = {"text": "inferred from the text", "story": "inferred from the story", "user": "as a user says"}


def written(published: Interval) -> str:
    """One of "6 March 2031", "3–12 March 2031", "28 February – 3 March 2031", "3 March 2031 or later", "undated"."""
    first, last = published.earliest, published.latest
    if first and last:
        return _range(first, last)
    if first:
        return f"{_day(first)} or later"
    return f"{_day(last)} or earlier" if last else "undated"


def with_basis(published: Interval) -> str:
    """As `written`, with how it is known where no page says it: "3–12 March 2031 (inferred from the text)"."""
    inferred = published.known and published.basis in _HOW
    return f"{written(published)} ({how(published)})" if inferred else written(published)


def how(published: Interval) -> str:
    """How a date is known: "from the metadata", "inferred from the text", "as a user says"."""
    return _HOW.get(published.basis, f"from the {published.basis}")


def with_weekday(published: Interval) -> str:
    """As `written`; a single day has its weekday before it: "Thursday 6 March 2031"."""
    if published.earliest and published.earliest == published.latest:
        return f"{published.earliest:%A} {written(published)}"
    return written(published)


def days(when: Interval) -> str:
    """When something was or is due, the ends of `when` included.

    One of "5 March 2031", "between 3 and 5 March 2031", "March 2031", "2031", "by 12 March 2031",
    "from 3 March 2031 on", "undated".
    """
    first, last = when.earliest, when.latest
    if first and last:
        return _whole(first, last) or (_day(first) if first == last else _between(first, last))
    if first:
        return f"from {_day(first)} on"
    return f"by {_day(last)}" if last else "undated"


def _whole(first: date, last: date) -> str:
    """The month or the year that these days are all of, or nothing."""
    if first.day != 1 or first.year != last.year or last.day != monthrange(last.year, last.month)[1]:
        return ""
    if first.month == last.month:
        return f"{first:%B} {first.year}"
    return str(first.year) if (first.month, last.month) == (1, 12) else ""


def _between(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {_day(last)}"
    if first.year == last.year:
        return f"between {first.day} {first:%B} and {_day(last)}"
    return f"between {_day(first)} and {_day(last)}"


def _range(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
