"""What the words of a time expression mean, before it is known from when they are reckoned."""

import re
from dataclasses import replace

import msgspec

from onrecord.reading.schema import TimeType
from onrecord.reading.timex import dates, distances, durations, named_units
from onrecord.reading.timex.calendar import Rule
from onrecord.reading.timex.meaning import NOTHING, Anchor, Forms, Match, Meaning
from onrecord.reading.timex.patterns import CLOCK, PART, clock
from onrecord.reading.timex.words import PARTS

_MODS = (
    (r"(?:the\s+)?(?:beginning|start|first (?:days|weeks|months)) of", "START"),
    (r"(?:the\s+)?(?:middle) of", "MID"),
    (r"(?:the\s+)?(?:end|close|last (?:days|weeks|months)) of|year end", "END"),
    (r"early(?: in| on)?", "START"),
    (r"mid", "MID"),
    (r"late(?: in| on)?", "END"),
    (r"earlier(?: in| on)?", "EARLIER"),
    (r"later(?: in| on)?", "LATER"),
    (r"more than|over|well over|longer than", "MORE_THAN"),
    (r"at least|no less than|a good", "EQUAL_OR_MORE"),
    (r"less than|under|fewer than", "LESS_THAN"),
    (r"at most|up to|no more than|as much as|as many as|as long as|within", "EQUAL_OR_LESS"),
    (r"about|around|nearly|almost|approximately|roughly|some|an estimated|close to|sometime(?: in)?", "APPROX"),
)
_LEADING = [(re.compile(rf"(?:{words})\s+(?=\S)"), mod) for words, mod in _MODS]
_TRAILING = [
    (re.compile(r"\s+or (?:later|more)$"), "EQUAL_OR_MORE"),
    (re.compile(r"\s+or (?:earlier|less)$"), "EQUAL_OR_LESS"),
    (re.compile(r"\s+or so$"), "APPROX"),
]
_IDLE = re.compile(
    r"^(?:the|its|his|her|their|our|my|only|just|on|in|by|at|of|for|very|exactly|precisely|as early as)\s+"
)


def meaning(words: str, kind: TimeType) -> Meaning:
    """What an expression of this type means, after the TIMEX3 guidelines (ISO-TimeML; Pustejovsky and others, 2010)."""
    words = _plain(words)
    found = _read(words, kind)
    if found is not NOTHING:
        return found
    bare, mod = _without_mod(words)
    if bare == words or not bare:
        return NOTHING
    found = meaning(bare, kind)
    return replace(found, mod=mod or found.mod) if found is not NOTHING else NOTHING


def _plain(words: str) -> str:
    words = words.lower().replace("’", "'").replace("–", "-")
    words = re.sub(r"(?<=[a-z\d])-(?=[a-z])|(?<=[a-z])-(?=\d)|[\"“”`]|''", " ", words)
    words = re.sub(r"(?<![a-z])([ap])\.?\s?m\b\.?", r"\1m", re.sub(r"(?<=\d)(?=[ap]\.?m\b)", " ", words))
    words = re.sub(r"(?<=\d) 1/2\b", ".5", words)
    words = re.sub(r"'s$|[\s,;:]+$|'$", "", re.sub(r"\s+", " ", words).strip())
    return re.sub(r"\b([a-z]{3,5}|\d+)\.(?=\s|$)", r"\1", words)


def _without_mod(words: str) -> tuple[str, str]:
    for pattern, mod in _LEADING:
        if hit := pattern.match(words):
            return words[hit.end() :], mod
    for pattern, mod in _TRAILING:
        if hit := pattern.search(words):
            return words[: hit.start()], mod
    return _IDLE.sub("", words), ""


CLOCK_TIMES = Forms()
ALL_FORMS = (dates.FORMS, named_units.FORMS, distances.FORMS, CLOCK_TIMES, durations.FORMS)


def _read(words: str, kind: TimeType) -> Meaning:
    found = (forms.read(words, kind) for forms in ALL_FORMS)
    return next((said for said in found if said is not NOTHING), NOTHING)


@CLOCK_TIMES.add(rf"(?:at |around )?(?:{CLOCK}|{PART})(?:,? (?:on |of )?(?P<rest>.+))?")
def _time(hit: Match, kind: TimeType) -> Meaning:
    part = clock(hit) if hit["clock"] else PARTS[hit["part"]]
    if not part:
        return NOTHING
    if not hit["rest"]:
        return Meaning(rule=Rule(unit="day", part=part), anchor=Anchor.BEFORE) if kind is TimeType.TIME else NOTHING
    day = meaning(hit["rest"], TimeType.DATE)
    if day.rule and day.rule.unit in ("day", "weekday", "date"):
        return replace(day, rule=msgspec.structs.replace(day.rule, part=part))
    return replace(day, value=day.value + part) if re.fullmatch(r"\d{4}-\d\d-\d\d", day.value) else NOTHING
