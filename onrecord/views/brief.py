"""The story on one screen."""

from collections import Counter
from collections.abc import Iterable
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


def brief(record: Record, *, since: date | None = None) -> Brief:
    """The brief of `record`. Raises `RecordError` where the record cannot be read."""
    first = _first_run(record, since)
    documents = [document for document in record.documents() if document.first_seen >= first]
    statements = record.statements(first_seen=first)
    read = [document for document in documents if not document.unread]
    titles = {document.id: document.title for document in documents}
    return Brief(
        since=since,
        cut_off=record.summary().cut_off,
        read=len(read),
        unread=tuple(record.unread()),
        covered=covered(read),
        undated=sum(not document.published.ordered for document in read),
        statements=len(statements),
        outlets=outlets(read),
        actors=main_actors(record.actors(), among=statements if since else None),
        speakers=speakers(statements),
        pinned=pins(record),
        changed=tuple(record.changes(first_run=first)) if since else (),
        newest=tuple(_quoted(record, titles, statement) for statement in newest(statements)),
        pressing=tuple(pressing(record.commitments(first_seen=first))[:PRESSING]),
        happenings=tuple(newest_happenings(record.events(first_seen=first))),
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


def main_actors(
    actors: Iterable[ActorEntry], *, among: Iterable[StatementEntry] | None = None, limit: int | None = MAIN_ACTORS
) -> tuple[ActorEntry, ...]:
    """The actors that the story is about: in most documents, then most spoken of; background after.

    With `among`, only those who speak, are addressed or relay in these statements.
    """
    if among is not None:
        present = {actor for statement in among for actor in (statement.speaker, statement.addressee, *statement.via)}
        actors = (actor for actor in actors if actor.id in present)
    weighty = sorted(actors, key=lambda each: (each.kind in _BACKGROUND, -each.documents, -each.mentions, each.name))
    return tuple(weighty[:limit])


def speakers(statements: Iterable[StatementEntry], *, limit: int = SPEAKERS) -> tuple[SpeakerLine, ...]:
    """Who spoke most, and on whose word we have it; statements without a speaker are left out."""
    tally: dict[str, Counter[Sourcing]] = {}
    names: dict[str, str] = {}
    for statement in statements:
        if statement.speaker is not None:
            tally.setdefault(statement.speaker, Counter())[statement.sourcing] += 1
            names[statement.speaker] = statement.said_by
    lines = (SpeakerLine(actor, names[actor], count.total(), dict(count)) for actor, count in tally.items())
    return tuple(sorted(lines, key=lambda line: (-line.statements, line.name))[:limit])


def newest(statements: Iterable[StatementEntry], *, limit: int = NEWEST) -> list[StatementEntry]:
    """The statements of the newest documents, in the order of their text; at most two a document, undated ones last."""
    chosen: list[StatementEntry] = []
    taken: Counter[str] = Counter()
    in_text_order = sorted(statements, key=lambda statement: (statement.document, statement.sentence))
    for statement in sorted(in_text_order, key=_day, reverse=True):
        if taken[statement.document] < NEWEST_A_DOCUMENT:
            taken[statement.document] += 1
            chosen.append(statement)
    return chosen[:limit]


def newest_happenings(events: Iterable[EventEntry], *, limit: int = NEWEST) -> list[EventEntry]:
    """What came about last, as outlets report it; the days it can have been on count by their last, undated comes last.

    Of one day, what most accounts tell comes first, then what is dated by more than the day of publication.
    """
    about = [each for each in events if each.status in _CAME_ABOUT and not each.only_said]
    first = sorted(about, key=lambda each: (-each.accounts, each.when.basis != "expression"))
    return sorted(first, key=lambda each: each.when.latest or each.when.earliest or date.min, reverse=True)[:limit]


def _day(statement: StatementEntry) -> date:
    return statement.published.latest or date.min if statement.published.ordered else date.min


def _first_run(record: Record, since: date | None) -> int:
    """The first run that began on `since` or later; past the last run where none did."""
    if since is None:
        return 0
    runs = record.runs()
    later = [run.id for run in runs if run.started.date() >= since]
    return min(later, default=max((run.id for run in runs), default=0) + 1)


def _quoted(record: Record, titles: dict[str, str | None], statement: StatementEntry) -> Quoted:
    sentence = statement.sentence.of(record.text(statement.document))
    return Quoted(statement, sentence, titles.get(statement.document))
