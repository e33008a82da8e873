"""Dates the way people write them."""

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
