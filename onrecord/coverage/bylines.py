"""The line that says who wrote an article or when it went out."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from onrecord.coverage.byline_words import DATE_LINE_WORDS, NOT_NAMES, ROLE_WORDS
from onrecord.coverage.dates import WrittenDate, written_dates

_MAX_CHARS = 240
_MAX_WORDS = 25
_MAX_NAME_WORDS = 4
# A place or zone may stand with the time of day: "6:42 p.m. Sorrel time".
_ZONE_WORDS = 2
_PARTICLES = frozenset("de del della der den di da dos du el la le al van von bin ibn ben ter ten".split())

_BY = re.compile(
    r"^[\W_]*(?:(?:additional\s+)?(?:story|words|text|report(?:ing|ed)?|written|posted|submitted|published|compiled|analysis"
    r"|edit(?:ing|ed)|author)\s+)?(?:by\b|authors?\s*:|from\s*:)[:\s]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*[\w'’])?\.?|\d+|\S")
_JOIN = re.compile(r"^\s*(?:,\s*and\b|,|and\b|&)\s*", re.IGNORECASE)
_REST = re.compile(r"^\s*(?:$|[|•·—–,;:()\[\]/-]|(?:for|in|on|at|of|published|updated|posted)\b|\d)", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\b\d{1,2}\s*(?=[ap]\.?m\b)|\b\d+(?=\s*(?:min|hour|day|second))", re.IGNORECASE
)
# "14/02/2031 - 10:22": no day that could be told, but a stamp, as software puts it beside the name of a user.
_STAMP = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b.{0,5}\b\d{1,2}:\d\d\b")
_CAPITALS = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)"
_PLACED = re.compile(
    rf"({_CAPITALS}{{1,2}}) in {_CAPITALS}{{0,2}}(?:(?:,| and) ({_CAPITALS}{{1,2}}) in {_CAPITALS}{{0,2}})?"
)
_COLLECTIVE = re.compile(r"(.+?) (?:Editors|Editorial (?:Board|Team))", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|edited", re.IGNORECASE)
_SPOKEN = re.compile(r"[a-z]{2}[.!?][\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Names as written ("Ana Ruiz and Tom Berg") and the day, where given; `updated`: not the first day."""

    names: str | None
    day: date | None
    updated: bool = False


def parse_byline(text: str) -> Byline | None:
    """Who and when, if the line `text` is a byline or a date line and nothing else; None for every other line."""
    text = text.strip().strip("#*_")
    words = text.split()
    if len(text) > _MAX_CHARS or not 0 < len(words) <= _MAX_WORDS:
        return None
    dates = written_dates(text)
    day, updated = _first_day(text, dates)
    undated = text[dates[0].span.end :].lstrip(" ,|•·—–-/") if dates and dates[0].span.start == 0 else text
    names = _names_after_by(undated) or _names_with_places(text) or _names_before_role(text, dated=bool(dates))
    if names or _is_date_line(text, dates) or (_BY.match(undated) and _STAMP.search(text)):
        return Byline(names, day, updated)
    return None


def signing_outlet(text: str) -> str | None:
    """The outlet whose editors sign the line `text` as a body: "Harbour24" of "by Harbour24 Editors"; else None.

    Not "Staff" or "Newsroom": so agencies are credited where others republish them.
    """
    byline = parse_byline(text)
    match = _COLLECTIVE.fullmatch(byline.names) if byline and byline.names else None
    return match[1] if match else None


def _first_day(text: str, dates: list[WrittenDate]) -> tuple[date | None, bool]:
    if not dates:
        return None, False
    first = min(dates, key=lambda written: (_is_update(text, written), written.span))
    return first.day, _is_update(text, first)


def _is_update(text: str, written: WrittenDate) -> bool:
    labels = re.findall(r"updat|modif|edited|publish|posted|created", text[: written.span.start], re.IGNORECASE)
    return bool(labels) and _UPDATED.match(labels[-1]) is not None


def _names_after_by(text: str) -> str | None:
    match = _BY.match(text)
    if not match:
        return None
    names, rest = _names(text[match.end() :])
    role = _opens_with_role(rest)
    certain = any(len(name.split()) > 1 or role for name in names)
    if not certain or not (role or _REST.match(rest)) or _spoken(rest):
        return None
    # "Harbour24 Editors" are nobody without their role, "James Carter Senior News Editor" is somebody.
    collective = role and (len(names[0].split()) == 1 or names[0].startswith("The "))
    return f"{names[0]} {_leading_roles(rest)}" if collective else _joined(names)


def _names_with_places(text: str) -> str | None:
    """Names, each with the place they report from, and nothing else: "Ana Ruiz in Velm and Tom Berg in Sarn"."""
    match = _PLACED.fullmatch(text)
    return f"{match[1]} and {match[2]}" if match and match[2] else match[1] if match else None


def _names_before_role(text: str, *, dated: bool) -> str | None:
    """Names before a role or the date: "Ana Ruiz, Staff Writer", "Ana Ruiz | 4 March 2031"."""
    names, rest = _names(text)
    if not any(len(name.split()) > 1 for name in names) or _spoken(rest):
        return None
    if (":" in rest and not dated) or rest.endswith((".", "?", "!")):
        return None
    after = rest.lstrip(" ,|•·—–-/")
    if _opens_with_role(after) or (dated and after != rest.lstrip() and written_dates(after[:40])):
        return _joined(names)
    return None


def _names(text: str) -> tuple[list[str], str]:
    """The names that open `text`, and what is left."""
    names: list[str] = []
    while True:
        name, rest = _name(text)
        if not name:
            return names, text
        names.append(name)
        join = _JOIN.match(rest)
        if not join or not _name(rest[join.end() :])[0]:
            return names, rest
        text = rest[join.end() :]


def _name(text: str) -> tuple[str, str]:
    end, count = 0, 0
    for match in _WORD.finditer(text):
        word = match.group()
        if text[end : match.start()].strip() or count == _MAX_NAME_WORDS or _ends_name(word, first=count == 0):
            break
        end, count = match.end(), count + 1
    return text[:end].strip(), text[end:]


def _ends_name(word: str, *, first: bool) -> bool:
    lower = word.lower().rstrip(".")
    if lower in ROLE_WORDS or (first and lower in NOT_NAMES):
        return True
    if lower in _PARTICLES:
        return False
    return not word[0].isalpha() or word[0].islower() or word.endswith(("'s", "’s"))


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _opens_with_role(text: str) -> bool:
    words = _WORD.findall(text[:40])
    return bool(words) and words[0].lower() in ROLE_WORDS


def _leading_roles(text: str) -> str:
    return " ".join(takewhile(lambda word: word.strip(",.").lower() in ROLE_WORDS, text.split())).rstrip(",.")


def _spoken(rest: str) -> bool:
    """Whether `rest` ends as a sentence does: then the line tells something."""
    return _SPOKEN.search(rest.strip()) is not None and len(rest.split()) > _MAX_NAME_WORDS and ";" not in rest


def _is_date_line(text: str, dates: list[WrittenDate]) -> bool:
    if not dates and not re.search(r"\b\d+\s*(?:min|minute|hour|day)s?\b", text, re.IGNORECASE):
        return False
    for written in reversed(dates):
        text = text[: written.span.start] + " " + text[written.span.end :]
    text, clock = _CLOCK.subn(" ", text)
    left = [word for word in _WORD.findall(text.lower()) if word.isalnum() or "." in word]
    other = [word for word in left if word.rstrip(".") not in DATE_LINE_WORDS]
    return len(other) <= (_ZONE_WORDS if clock and dates else 0)
