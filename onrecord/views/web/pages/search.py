"""One box over entries and passages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from onrecord.record.filters import EventFilters, StatementFilters
from onrecord.record.record import AnyEntry, Record
from onrecord.views.query import Query, parsed
from onrecord.views.quotes import quote
from onrecord.views.short import in_short
from onrecord.views.web.view import Asked, Page, View, total_of

SHOWN = 10
PASSAGES, OTHERS = 30, 30


class Other(msgspec.Struct, frozen=True):
    """Any other entry in one line."""

    id: str
    kind: str
    who: str
    text: str


class AskedSearch(Asked, frozen=True, kw_only=True):
    """What is searched for."""

    q: str = ""


def search(record: Record, asked: AskedSearch) -> View:
    """What is found of each kind, with the way to all of it."""
    query = parsed(asked.q)
    said, happened = _statements(query), _events(query)
    wants_actors = query.wants("actor") and bool(query.words)
    shown = SHOWN if query.wants("statement") and any(said.values()) else 0
    wants_events = query.wants("happening") and any(happened.values())
    return View(
        template="search.html.j2",
        title="Search",
        context={
            "asked": asked,
            "query": query,
            "actors_found": record.actors(called=query.words, limit=SHOWN) if wants_actors else [],
            "quotes": [quote(record, each) for each in record.statements(**said, limit=shown)],
            "quote_count": total_of(record.count_statements(**said)) if shown else 0,
            "said": said,
            "events": record.events(**happened, limit=SHOWN) if wants_events else [],
            "event_count": total_of(record.count_events(**happened)) if wants_events else 0,
            "happened": happened,
            "others": list(islice(_others(record, query), OTHERS)) if query.words else [],
            "passages": record.passages(query.words, PASSAGES) if query.wants("passage") else [],
        },
    )


def _others(record: Record, query: Query) -> Iterator[Other]:
    """What else has all of the words in its line."""
    words = query.words.replace('"', " ").casefold().split()
    lists: Mapping[str, Callable[[], Sequence[AnyEntry]]] = {
        "commitment": record.commitments,
        "dispute": record.disputes,
        "position": record.positions,
        "forecast": record.forecasts,
        "role": record.roles,
        "narrative": record.narratives,
        "label": record.labels,
    }
    for kind, entries in lists.items():
        for entry in entries() if query.wants(kind) else ():
            _, who, text = in_short(entry)
            if all(word in f"{who} {text}".casefold() for word in words):
                yield Other(entry.id, kind, who, text)


def _statements(query: Query) -> StatementFilters:
    return StatementFilters(
        speaker=query.speaker or query.actor,
        act=query.act,
        sourcing=query.sourcing,
        outlet=query.outlet,
        since=query.since,
        until=query.until,
        text=query.words or None,
    )


def _events(query: Query) -> EventFilters:
    return EventFilters(
        actor=query.actor,
        type=query.type,
        status=query.status,
        outlet=query.outlet,
        since=query.since,
        until=query.until,
        text=query.words or None,
    )


PAGES = (Page("/search", AskedSearch, search),)
