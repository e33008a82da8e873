"""The whole record as one page to read, before it is drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import msgspec

from onrecord.coverage.document import ResidueKind
from onrecord.interval import Interval
from onrecord.reading.schema import Sourcing
from onrecord.record.disputes.entry import DisputeEntry
from onrecord.record.entries import (
    ActorEntry,
    CommitmentEntry,
    DocumentEntry,
    EventEntry,
    Run,
    StatementEntry,
    UnreadEntry,
)
from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.narratives.entry import NarrativeEntry
from onrecord.record.positions.entry import PositionEntry
from onrecord.record.record import Record
from onrecord.record.roles.entry import RoleEntry
from onrecord.views.article import Line, lines
from onrecord.views.brief import OutletLine, covered, main_actors, outlets
from onrecord.views.copies import ShownCopy, shown_copy
from onrecord.views.marks import Mark, Told
from onrecord.views.quotes import Quote, quoted
from onrecord.views.rulings import Pin, pins

# An actor who says nothing and is named in a single document goes below the fold.
DOCUMENTS_OF_A_MAIN_ACTOR = 2
# What a short dossier has at most of each kind of entry.
SHORT, SHORT_EVENTS = 12, 25

# The statements of each document, and all that is told in it.
Said = defaultdict[str, list[StatementEntry]]
InDocument = defaultdict[str, list[Told]]


class Account(msgspec.Struct, frozen=True):
    """What is said in one document, in the order of its text."""

    document: DocumentEntry
    quotes: tuple[Quote, ...]


class Day(msgspec.Struct, frozen=True):
    """The accounts with the same date, which may be uncertain or unknown."""

    published: Interval
    accounts: tuple[Account, ...]


class Article(msgspec.Struct, frozen=True):
    """A document with its whole text; `headline` is the line of the text that is its title, None where none is."""

    document: DocumentEntry
    headline: Line | None
    lines: tuple[Line, ...]


class Speaker(msgspec.Struct, frozen=True):
    """An actor, and how many statements of each sourcing class they made."""

    actor: ActorEntry
    sourcing: dict[Sourcing, int]


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page shows.

    Days, events and articles run from the oldest to the newest, the undated last; commitments as a record has them.
    `rejected` counts the entries that users rejected, which are nowhere else. A `short` one has no statements and no
    texts of articles, and of all else what weighs most.
    """

    name: str
    run: Run | None
    covered: Interval
    outlets: tuple[OutletLine, ...]
    unread: tuple[UnreadEntry, ...]
    sourcing: dict[Sourcing, int]
    main: tuple[Speaker, ...]
    others: tuple[Speaker, ...]
    days: tuple[Day, ...]
    events: tuple[EventEntry, ...]
    commitments: tuple[CommitmentEntry, ...]
    copies: tuple[ShownCopy, ...]
    positions: tuple[PositionEntry, ...]
    forecasts: tuple[ForecastEntry, ...]
    narratives: tuple[NarrativeEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    roles: tuple[RoleEntry, ...]
    labels: tuple[LabelEntry, ...]
    articles: tuple[Article, ...]
    pins: tuple[Pin, ...]
    rejected: int
    short: bool = False

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return sum(self.sourcing.values())

    @property
    def read(self) -> int:
        """How many documents were read."""
        return sum(not article.document.unread for article in self.articles)

    @property
    def undated(self) -> int:
        """How many of those that were read have no date, or none within a month."""
        read = (article.document for article in self.articles if not article.document.unread)
        return sum(not document.published.ordered for document in read)


def dossier(record: Record, *, name: str) -> Dossier:
    """All of `record` as a dossier called `name`. Raises `RecordError` where the record cannot be read."""
    documents = sorted(record.documents(), key=lambda document: (*_age(document.published), document.id))
    statements = record.statements()
    said: Said = defaultdict(list)
    for statement in statements:
        said[statement.document].append(statement)
    events, commitments = record.events(), record.commitments()
    told = _by_document(statements, events, commitments)
    runs = record.runs()
    read = [document for document in documents if not document.unread]
    main, others = _speakers(record.actors(), statements)
    return Dossier(
        name=name,
        run=runs[-1] if runs else None,
        covered=covered(read),
        outlets=outlets(read),
        unread=tuple(record.unread()),
        sourcing=dict(Counter(statement.sourcing for statement in statements)),
        main=main,
        others=others,
        days=tuple(_days(record, documents, said)),
        events=tuple(events),
        commitments=tuple(commitments),
        copies=tuple(shown_copy(record, entry) for entry in record.copies()),
        positions=tuple(record.positions()),
        forecasts=tuple(record.forecasts()),
        narratives=tuple(record.narratives()),
        disputes=tuple(record.disputes()),
        roles=tuple(record.roles()),
        labels=tuple(record.labels()),
        pins=pins(record),
        rejected=record.summary().rejected,
        articles=tuple(article(record, each, told[each.id]) for each in documents),
    )


def shortened(dossier: Dossier) -> Dossier:
    """The part of `dossier` that fits on a few pages; articles are named, not shown."""
    told = sorted(dossier.events, key=lambda event: (-event.accounts, event.id))[:SHORT_EVENTS]
    kept = {event.id for event in told}
    return msgspec.structs.replace(
        dossier,
        short=True,
        main=dossier.main[:SHORT],
        others=(),
        days=(),
        events=tuple(event for event in dossier.events if event.id in kept),
        commitments=dossier.commitments[:SHORT],
        positions=tuple(sorted(dossier.positions, key=lambda each: not each.shifts))[:SHORT],
        forecasts=dossier.forecasts[:SHORT],
        narratives=dossier.narratives[:SHORT],
        disputes=dossier.disputes[:SHORT],
        roles=dossier.roles[:SHORT],
        labels=(),
        copies=tuple(
            msgspec.structs.replace(each, beside=(), added=(), left_out=()) for each in dossier.copies[:SHORT]
        ),
        articles=tuple(Article(each.document, None, ()) for each in dossier.articles),
    )


def _age(published: Interval) -> tuple[bool, date, date]:
    """A key that puts the older first, those that are dated to no month after them, and the undated last."""
    known = [day for day in (published.earliest, published.latest) if day]
    return not published.ordered, min(known, default=date.max), max(known, default=date.max)


def _days(record: Record, documents: Iterable[DocumentEntry], said: Said) -> Iterator[Day]:
    """The days on which something was said; `documents` come in order of age."""
    telling = (document for document in documents if said[document.id])
    for _, group in groupby(telling, key=lambda document: _age(document.published)):
        accounts = tuple(Account(document, _quotes(record.text(document.id), said[document.id])) for document in group)
        yield Day(accounts[0].document.published, accounts)


def _quotes(text: str, statements: Iterable[StatementEntry]) -> tuple[Quote, ...]:
    return tuple(quoted(text, each) for each in sorted(statements, key=lambda each: (each.sentence, each.id)))


def _by_document(
    statements: Iterable[StatementEntry], events: Iterable[EventEntry], commitments: Iterable[CommitmentEntry]
) -> InDocument:
    told: InDocument = defaultdict(list)
    for statement in statements:
        told[statement.document].append(statement)
    both: list[EventEntry | CommitmentEntry] = [*events, *commitments]
    for entry in both:
        for document in entry.documents:
            told[document].append(entry)
    return told


def article(record: Record, document: DocumentEntry, told: Iterable[Told], *, also: Iterable[Mark] = ()) -> Article:
    """One document whole, with what is `told` in it marked, and what `also` is marked that is no entry."""
    text = record.text(document.id)
    rows = list(lines(text, document.id, record.document_spans(document.id).residue, told, also=also))
    headline = next((row for row in rows if _is_title(row, text, document.title)), None)
    return Article(document, headline, tuple(row for row in rows if row is not headline))


def _is_title(line: Line, text: str, title: str | None) -> bool:
    return line.residue is ResidueKind.HEADLINE and line.span.of(text) == title


def _speakers(
    actors: Iterable[ActorEntry], statements: Iterable[StatementEntry]
) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
    """The actors above and below the fold, each by weight."""
    made: dict[str, Counter[Sourcing]] = defaultdict(Counter)
    for statement in statements:
        if statement.speaker is not None:
            made[statement.speaker][statement.sourcing] += 1
    everyone = [Speaker(actor, dict(made[actor.id])) for actor in main_actors(actors, limit=None)]
    main = tuple(each for each in everyone if _is_main(each.actor))
    return main, tuple(each for each in everyone if not _is_main(each.actor))


def _is_main(actor: ActorEntry) -> bool:
    return actor.statements > 0 or actor.documents >= DOCUMENTS_OF_A_MAIN_ACTOR


def story_name(record: Path) -> str:
    """`harrow-strait.db` is called "Harrow strait"."""
    words = record.stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
