"""Tellings and pledges as tests want them: of invented states, in one sentence each."""

from datetime import date
from itertools import count

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import Commitment, CommitmentKind, Event, EventStatus, EventType, When
from onrecord.record.pledges import Pledge
from onrecord.record.stems import stems
from onrecord.record.tellings import Telling
from onrecord.spans import Span

_number = count()


def on(day: int | None) -> Interval:
    """A day of March 2031."""
    return Interval.on(date(2031, 3, day), "metadata") if day else UNKNOWN


def telling(
    text: str,
    trigger: str,
    *,
    document: str = "d1",
    day: int | None = 5,
    type: EventType = EventType.CONSULT,  # noqa: A002
    status: EventStatus = EventStatus.OCCURRED,
    by: tuple[str, ...] = ("a-lind",),
    to: tuple[str, ...] = ("a-sorvek",),
    when: tuple[int, int] | None = None,
    statement: str | None = None,
) -> Telling:
    """What `document`, published on `day`, tells in the sentence `text`; `when`: first and last day it names."""
    at = text.index(trigger)
    span = Span(at, at + len(trigger))
    days = When(earliest=date(2031, 3, when[0]), latest=date(2031, 3, when[1]), basis="expression") if when else When()
    return Telling(
        id=f"t-{next(_number):04}",
        document=document,
        position=at,
        founded=1,
        run=1,
        story="",
        published=on(day),
        outlet="Meridian Wire",
        event=Event(trigger=span, type=type, status=status),
        trigger=trigger,
        sentence=Span(0, len(text)),
        text=text,
        initiators=by,
        recipients=to,
        excluded=(),
        place=None,
        when=days,
        duration="",
        statement=statement,
        said_by="Ora Lind" if statement else "",
    )


def pledge(
    what: str,
    *,
    document: str = "d1",
    day: int | None = 5,
    kind: CommitmentKind = CommitmentKind.PROMISE,
    by: str | None = "a-lind",
    due: int | None = None,
    denied: bool = False,
    text: str = "",
) -> Pledge:
    """That `by` will do `what` by the day `due` of March 2031, as `document`, published on `day`, tells it."""
    number = next(_number)
    days = When(latest=date(2031, 3, due), basis="expression") if due else When()
    return Pledge(
        id=f"p-{number:04}",
        document=document,
        position=number,
        founded=1,
        run=1,
        story="",
        published=on(day),
        outlet="Meridian Wire",
        commitment=Commitment(kind=kind, cue=Span(0, 1), what=(Span(1, 2),), by="a1", due=days, denied=denied),
        by=by,
        toward=None,
        what=what,
        condition="",
        due=days,
        sentence=Span(number, number + 1 + len(what)),
        text=text or what,
        statement=None,
        stems=stems(what),
        figures=(),
    )
