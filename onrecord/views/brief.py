"""The story on one screen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import EventStatus, Kind, Sourcing
from onrecord.record.disputes.entry import DisputeEntry
from onrecord.record.entries import (
    ActorEntry,
    CommitmentEntry,
    DocumentEntry,
    EventEntry,
    StatementEntry,
    StatusChange,
    UnreadEntry,
)
from onrecord.record.record import Record
from onrecord.views.commitments import pressing
from onrecord.views.rulings import Pin, pins
from onrecord.views.signs import POSTPONED

MAIN_ACTORS = 8
SPEAKERS = 8
NEWEST = 5
NEWEST_A_DOCUMENT = 2
PRESSING = 5
DISPUTES = 3
LOOKED_AT = 200  # happenings, the newest first, among which those are that came about

# Outlets and documents are where a story is told, and what has no kind does nothing in it; who acts comes first.
_BACKGROUND = frozenset({Kind.OUTLET, Kind.DOCUMENT, Kind.OTHER})

# What is news: it happened, or will not.
_CAME_ABOUT = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.CALLED_OFF, POSTPONED})


class OutletLine(msgspec.Struct, frozen=True):
    """What one outlet contributed; `outlet` is None for documents of which it is unknown."""

    outlet: str | None
    documents: int
    statements: int


class SpeakerLine(msgspec.Struct, frozen=True):
    """How often one actor spoke, by sourcing class."""

    actor: str
    name: str
    statements: int
    sourcing: dict[Sourcing, int]


class Quoted(msgspec.Struct, frozen=True):
    """A statement with the sentence, or sentences, that carry it, and the title of its document."""

    statement: StatementEntry
    sentence: str
    title: str | None


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The story on one screen; with `since`, only what has come into the record from that day on (UTC).

    `read` counts the documents that were read, `unread` names the others; `cut_off`: the last build did not end.
    `covered` spans the days of publication that are known, `undated` counts those that are dated to no month. Pins are
    there whatever the day; `changed` is what was there before and has another status now. Actors and speakers come by
    weight, statements and happenings newest first, commitments and disputes as `Record` has them.
    """

    since: date | None
    cut_off: bool
    read: int
    unread: tuple[UnreadEntry, ...]
    covered: Interval
    undated: int
    statements: int
    outlets: tuple[OutletLine, ...]
    actors: tuple[ActorEntry, ...]
    speakers: tuple[SpeakerLine, ...]
    pinned: tuple[Pin, ...]
    changed: tuple[StatusChange, ...]
    newest: tuple[Quoted, ...]
    pressing: tuple[CommitmentEntry, ...]
    happenings: tuple[EventEntry, ...]
    disputes: tuple[DisputeEntry, ...]


def brief(record: Record, *, since: date | None = None, first_run: int = 0) -> Brief:
    """The brief of `record`; with `since` or `first_run`, of what came that day, in that build, or later.

    Raises `RecordError` where the record cannot be read.
    """
    first = max(_first_run(record, since), first_run)
    documents = [document for document in record.documents() if document.first_seen >= first]
    read = [document for document in documents if not document.unread]
    newest = record.events(first_seen=first, limit=LOOKED_AT, newest_first=True)
    return Brief(
        since=since,
        cut_off=record.summary().cut_off,
        read=len(read),
        unread=tuple(record.unread()),
        covered=covered(read),
        undated=sum(not document.published.ordered for document in read),
        statements=sum(each.number for each in record.count_statements(first_seen=first)),
        outlets=outlets(read),
        actors=_weighty(record, first),
        speakers=_speakers(record, first),
        pinned=pins(record),
        changed=tuple(record.changes(first_run=first)) if first else (),
        newest=tuple(_newest(record, read, first)),
        pressing=tuple(pressing(record.commitments(first_seen=first))[:PRESSING]),
        happenings=tuple(newest_happenings(newest)),
        disputes=tuple(record.disputes(first_seen=first)[:DISPUTES]),
    )


def covered(documents: Iterable[DocumentEntry]) -> Interval:
    """From the earliest to the latest day on which any of `documents` can have been published."""
    known = [document.published for document in documents if document.published.ordered]
    days = [day for published in known for day in (published.earliest, published.latest) if day]
    return Interval(min(days), max(days), "story") if days else UNKNOWN


def outlets(documents: Iterable[DocumentEntry]) -> tuple[OutletLine, ...]:
    """What each outlet contributed, the largest contribution first, the unknown outlet last."""
    number: Counter[str | None] = Counter()
    said: Counter[str | None] = Counter()
    for document in documents:
        number[document.outlet] += 1
        said[document.outlet] += document.statements
    lines = (OutletLine(outlet, number[outlet], said[outlet]) for outlet in number)
    return tuple(
        sorted(lines, key=lambda line: (line.outlet is None, -line.documents, -line.statements, line.outlet or ""))
    )


def main_actors(actors: Iterable[ActorEntry], *, limit: int | None = MAIN_ACTORS) -> tuple[ActorEntry, ...]:
    """The actors that the story is about: in most documents, then most spoken of; background after."""
    weighty = sorted(actors, key=lambda each: (each.kind in _BACKGROUND, -each.documents, -each.mentions, each.name))
    return tuple(weighty[:limit])


def _weighty(record: Record, first: int) -> tuple[ActorEntry, ...]:
    """The main actors; of new coverage, only those who speak, are addressed or relay in it."""
    heard = first or None
    of_each_kind = (record.actors(kind=kind, heard_since=heard, limit=MAIN_ACTORS) for kind in Kind)
    return main_actors(actor for actors in of_each_kind for actor in actors)


def _speakers(record: Record, first: int) -> tuple[SpeakerLine, ...]:
    """Who spoke most, and on whose word we have it."""
    named = [each for each in record.count_statements("speaker", first_seen=first) if each.value]
    most = sorted(named, key=lambda each: (-each.number, each.name))[:SPEAKERS]
    return tuple(
        SpeakerLine(
            each.value,
            each.name,
            each.number,
            {
                Sourcing(one.value): one.number
                for one in record.count_statements("sourcing", speaker=each.value, first_seen=first)
            },
        )
        for each in most
    )


def _newest(record: Record, documents: Iterable[DocumentEntry], first: int) -> Iterator[Quoted]:
    """The first statements of the newest documents, in the order of their text; undated ones last."""
    by_id = sorted(documents, key=lambda document: document.id)
    room = NEWEST
    for document in sorted(by_id, key=_day, reverse=True):
        if room and document.statements:
            text = record.text(document.id)
            of_it = record.statements(document=document.id, first_seen=first, limit=min(room, NEWEST_A_DOCUMENT))
            room -= len(of_it)
            yield from (Quoted(each, each.sentence.of(text), document.title) for each in of_it)


def newest_happenings(events: Iterable[EventEntry], *, limit: int = NEWEST) -> list[EventEntry]:
    """What came about last, as outlets report it; the days it can have been on count by their last, undated comes last.

    Of one day, what most accounts tell comes first, then what is dated by more than the day of publication.
    """
    about = [each for each in events if each.status in _CAME_ABOUT and not each.only_said]
    first = sorted(about, key=lambda each: (-each.accounts, each.when.basis != "expression"))
    return sorted(first, key=lambda each: each.when.latest or each.when.earliest or date.min, reverse=True)[:limit]


def _day(document: DocumentEntry) -> date:
    return document.published.latest or date.min if document.published.ordered else date.min


def _first_run(record: Record, since: date | None) -> int:
    """The first run that began on `since` or later; past the last run where none did."""
    if since is None:
        return 0
    runs = record.runs()
    later = [run.id for run in runs if run.started.date() >= since]
    return min(later, default=max((run.id for run in runs), default=0) + 1)
