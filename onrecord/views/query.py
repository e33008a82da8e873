"""What is typed into the search box: words, "phrases", and operators such as speaker:Lind or before:2031-03."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import msgspec

from onrecord.reading.schema import Act, EventType, Sourcing

OPERATORS = ("speaker", "actor", "outlet", "type", "act", "sourcing", "status", "before", "after")
# Those that are searched for by their words alone come last.
ACROSS = ("commitment", "dispute", "position", "forecast", "role", "narrative", "label")
KINDS = ("actor", "statement", "happening", "passage", *ACROSS)

_TERM = re.compile(r'(?:(?P<operator>[a-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>\S+))', re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched for.

    `words` are for `Record.search`; `kind` is one of `KINDS`, or empty for all; `since` and `until` are inclusive.
    `troubles`: what could not be understood, a line each; the rest is searched for.
    """

    words: str = ""
    speaker: str | None = None
    actor: str | None = None
    outlet: str | None = None
    kind: str = ""
    type: EventType | None = None
    act: Act | None = None
    sourcing: Sourcing | None = None
    status: str | None = None
    since: date | None = None
    until: date | None = None
    troubles: tuple[str, ...] = ()

    def wants(self, kind: str) -> bool:
        """Whether entries of that kind, one of `KINDS`, can be what is meant."""
        if self.kind:
            return self.kind == kind
        of_statements = self.speaker or self.act or self.sourcing
        of_events = self.type or self.status
        if kind == "statement":
            return not of_events
        if kind == "happening":
            return not of_statements
        return not (of_statements or of_events or self.actor or self.outlet or self.since or self.until)


def parsed(text: str) -> Query:
    """`text` as a query; an operator that is none of ours is taken as words."""
    straight = re.sub("[“”„]", '"', text)
    words: list[str] = []
    found: dict[str, object] = {}
    troubles: list[str] = []
    for term in _TERM.finditer(straight):
        operator = (term["operator"] or "").lower()
        value = term["phrase"] if term["phrase"] is not None else term["word"]
        if operator not in OPERATORS:
            words.append(term.group())
            continue
        try:
            found |= _understood(operator, value)
        except ValueError as error:
            troubles.append(str(error))
    return msgspec.convert(found | {"words": " ".join(words), "troubles": tuple(troubles)}, Query)


def _understood(operator: str, value: str) -> dict[str, object]:
    """The fields that an operator sets. Raises `ValueError` for a value that it does not know."""
    if operator in _READERS:
        return _READERS[operator](value)
    return {operator: value}


def _type(value: str) -> dict[str, object]:
    if value.lower() in KINDS:
        return {"kind": value.lower()}
    if value.upper() in set(EventType):
        return {"type": EventType(value.upper())}
    known = ", ".join((*KINDS, *(each.value.lower() for each in EventType)))
    raise ValueError(f"type:{value} is none of {known}")


def _one_of(kind: type[Act] | type[Sourcing], operator: str, value: str) -> Act | Sourcing:
    try:
        return kind(value.lower())
    except ValueError as error:
        known = ", ".join(each.value for each in kind)
        raise ValueError(f"{operator}:{value} is none of {known}") from error


def _period(value: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day. Raises `ValueError` for anything else."""
    written = _DAY.fullmatch(value)
    if not written:
        raise ValueError(f"{value} is no day; write it like 2031-03-06, 2031-03 or 2031")
    year, month, day = (int(each) if each else None for each in written.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    except ValueError as error:
        raise ValueError(f"{value} is no day of the calendar") from error
    return first, last


_READERS: Mapping[str, Callable[[str], dict[str, object]]] = {
    "before": lambda value: {"until": _period(value)[0] - timedelta(days=1)},
    "after": lambda value: {"since": _period(value)[1] + timedelta(days=1)},
    "type": _type,
    "act": lambda value: {"act": _one_of(Act, "act", value)},
    "sourcing": lambda value: {"sourcing": _one_of(Sourcing, "sourcing", value)},
    "status": lambda value: {"status": value.lower().replace(" ", "_")},
}
