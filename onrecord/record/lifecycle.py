"""What became of an event: planned, then postponed, called off, or done."""

import re
from collections.abc import Sequence

from onrecord.interval import Interval
from onrecord.reading.schema import EventStatus
from onrecord.record.entries import Change
from onrecord.record.tellings import Telling

POSTPONED = "postponed"
_POSTPONED = re.compile(r"\b(?:postpon|delay|put off|pushed back|reschedul|defer|stall)", re.IGNORECASE)
# What is told as done stays done; of the rest the latest word counts, within one document the strongest.
_DONE = (EventStatus.OCCURRED, EventStatus.ONGOING)
_STRENGTH = (
    *(EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.CALLED_OFF, EventStatus.DENIED, EventStatus.PLANNED),
    *(EventStatus.THREATENED, EventStatus.CONDITIONAL, EventStatus.POSSIBLE),
)


def status_in(telling: Telling) -> str:
    """The status that one document gives the event: its reading's, or `postponed`."""
    if telling.event.status is EventStatus.CALLED_OFF and _POSTPONED.search(telling.text):
        return POSTPONED
    return telling.event.status.value


def status_of(tellings: Sequence[Telling]) -> str:
    """The status that the event has now; `tellings` in their order.

    An outlet's own word that it happened counts before a speaker's denial; where it is only said by some and denied by
    others, the event is denied.
    """
    own = [t for t in tellings if t.statement is None] or list(tellings)
    done = [t for t in own if t.event.status in _DONE]
    if done:
        denied = any(t.event.status is EventStatus.DENIED for t in tellings)
        return EventStatus.DENIED.value if denied and done[0].statement else done[-1].event.status.value
    last = own[-1].document
    latest = [t for t in own if t.document == last]
    return status_in(min(latest, key=lambda t: _STRENGTH.index(t.event.status)))


def history_of(tellings: Sequence[Telling]) -> tuple[Change, ...]:
    """The changes of status in the order in which coverage told them, each with the first words that tell it."""
    out: list[Change] = []
    for telling in tellings:
        status = status_in(telling)
        if not out or out[-1].status != status:
            out.append(
                Change(
                    status=status,
                    on=telling.published,
                    document=telling.document,
                    outlet=telling.outlet,
                    span=telling.sentence,
                    text=telling.text,
                    statement=telling.statement,
                )
            )
    return tuple(out)


def days_of(tellings: Sequence[Telling]) -> tuple[Interval, bool]:
    """The days that all accounts leave, and whether accounts that name days exclude each other.

    Days named in a text count before those that only follow from when it was published; days for which something was
    planned do not count once it happened.
    """
    done = [t for t in tellings if t.event.status in _DONE]
    named = [t for t in done or tellings if t.when.basis == "expression"]
    if not named and done:
        named = [t for t in tellings if t.when.basis == "expression"]
    basis = "expression" if named else "document"
    intervals = [Interval(t.when.earliest, t.when.latest, basis) for t in named or done or tellings]
    intervals = [interval for interval in intervals if interval.known]
    if not intervals:
        return Interval(), False
    starts = [i.earliest for i in intervals if i.earliest]
    ends = [i.latest for i in intervals if i.latest]
    earliest, latest = max(starts, default=None), min(ends, default=None)
    if earliest and latest and earliest > latest:
        return Interval(min(starts), max(ends), basis), bool(named)
    return Interval(earliest, latest, basis), False
