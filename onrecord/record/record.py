"""The record as its readers see it: every table as typed entries."""

from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

import msgspec

from onrecord.errors import RecordError
from onrecord.interval import Interval
from onrecord.reading.schema import Reading, Time
from onrecord.record.capitals import told_capitals
from onrecord.record.copies.entry import CopyEntry
from onrecord.record.copies.select import select_copies
from onrecord.record.disputes.entry import DisputeEntry
from onrecord.record.disputes.select import select_disputes
from onrecord.record.entries import (
    ActorEntry,
    CommitmentEntry,
    DocumentEntry,
    DocumentSpans,
    EventEntry,
    MentionEntry,
    Passage,
    QuantityEntry,
    Run,
    StatementEntry,
    StatusChange,
    Summary,
    UnreadEntry,
)
from onrecord.record.facets import (
    ActorFacet,
    CommitmentFacet,
    EventFacet,
    Facet,
    StatementFacet,
    actor_facets,
    commitment_facets,
    event_facets,
    quoted_by_outlet,
    statement_facets,
    told_alone,
)
from onrecord.record.filters import (
    ActorFilters,
    CommitmentFilters,
    EventFilters,
    StatementFilters,
    where,
    where_actors,
    where_commitments,
    where_events,
)
from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.record.forecasts.select import select_forecasts
from onrecord.record.intake import body_of, residue_of
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.labels.select import select_labels
from onrecord.record.metonyms import PLACES, STATES, Metonym, metonyms
from onrecord.record.naming import actor_called, actors_called
from onrecord.record.narratives.entry import NarrativeEntry
from onrecord.record.narratives.select import select_narratives
from onrecord.record.positions.entry import PositionEntry
from onrecord.record.positions.select import select_positions
from onrecord.record.relations import Relation, between_events, between_statements, relations
from onrecord.record.roles.entry import RoleEntry
from onrecord.record.roles.select import select_roles
from onrecord.record.rows import mention_entry
from onrecord.record.rulings.entry import RulingEntry, RulingKind
from onrecord.record.rulings.named import has_entry
from onrecord.record.rulings.select import pinned, ruled_actors, rulings_on, select_rulings
from onrecord.record.runs import UNREAD, run_of
from onrecord.record.search import match_expression, matching_passages, matching_statements
from onrecord.record.selections import (
    DAY,
    NEWEST_FIRST,
    OLDEST_FIRST,
    as_list,
    select_actors,
    select_commitments,
    select_documents,
    select_events,
    select_named,
    select_quantities,
    select_statements,
    standing,
)
from onrecord.record.settled import Settled
from onrecord.record.statuses.select import changed_since
from onrecord.record.store import Row, Store, Value
from onrecord.record.stories.entry import StoryEntry
from onrecord.record.stories.only import only
from onrecord.record.stories.select import select_stories
from onrecord.record.times import times_of
from onrecord.spans import Span

COUNTED = (
    *("actors", "statements", "events", "commitments", "copies", "stories", "positions", "forecasts", "narratives"),
    *("disputes", "labels", "roles"),
)

AnyEntry = (
    StatementEntry
    | ActorEntry
    | DocumentEntry
    | EventEntry
    | CommitmentEntry
    | CopyEntry
    | StoryEntry
    | PositionEntry
    | ForecastEntry
    | NarrativeEntry
    | DisputeEntry
    | LabelEntry
    | RoleEntry
)


class Record(Settled):
    """A record file, read-only; close it, or use it in a `with` block.

    Every method raises `RecordError` where the file is damaged or gone. Lists come in an order that depends on what is
    in them alone: by date of publication with undated ones, and those dated to no month, last, then by document and
    place in the text.
    """

    @classmethod
    def open(cls, path: str | Path, *, story: str | None = None) -> Self:
        """The record at `path`, or of it the story of that id or name alone.

        Raises `RecordError` where there is none, none that this version reads, or no one story of that name.
        """
        store = Store.reading(Path(path))
        if story:
            try:
                only(store, story)
            except RecordError:
                store.close()
                raise
        return cls(store)

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def summary(self) -> Summary:
        """What the record holds, counted."""
        [row] = self._store.rows(
            "SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM readings) AS read, "
            f"(SELECT count(*) FROM ({UNREAD})) AS unread, (SELECT count(DISTINCT outlet) FROM documents) AS outlets, "
            + "".join(f"(SELECT count(*) FROM {table} WHERE {standing('id')}) AS {table}, " for table in COUNTED)
            + "(SELECT count(*) FROM rejected) AS rejected, "
            f"(SELECT min({DAY}) FROM documents) AS earliest, "
            f"(SELECT max(published_latest) FROM documents WHERE {DAY} IS NOT NULL) AS latest, "
            "(SELECT count(*) FROM runs) AS runs, "
            "coalesce((SELECT finished IS NULL FROM runs ORDER BY id DESC LIMIT 1), 0) AS cut_off"
        )
        return msgspec.convert(
            dict(row) | {"published": Interval(_day(row["earliest"]), _day(row["latest"]), "story")},
            Summary,
            strict=False,
        )

    def runs(self) -> list[Run]:
        """The builds, oldest first."""
        return [run_of(row) for row in self._store.rows("SELECT * FROM runs ORDER BY id")]

    def unread(self) -> list[UnreadEntry]:
        """What could not be read, with the reason: files that made no document, then documents kept but not read."""
        rows = self._store.rows(f"SELECT * FROM ({UNREAD}) ORDER BY document IS NOT NULL, origin, document")
        return [UnreadEntry(origin=row["origin"], document=row["document"], reason=row["reason"]) for row in rows]

    def stories(self, *, first_seen: int | None = None) -> list[StoryEntry]:
        """The stories, those of most documents first; with `first_seen`, those that this run or a later one brought."""
        return select_stories(self._store, "stories.first_seen >= ?", (first_seen or 0,))

    def story(self, identity: str) -> StoryEntry:
        """One story. Raises `RecordError` where the record has none of that id."""
        return self._only(select_stories(self._store, "stories.id = ?", (identity,)), "story", identity)

    def documents(self, *, story: str | None = None) -> list[DocumentEntry]:
        """All documents, read or not, or those of the story with that id."""
        return select_documents(self._store, "? IN (documents.story, '')", (story or "",))

    def document(self, identity: str) -> DocumentEntry:
        """One document. Raises `RecordError` where the record has none of that id."""
        return self._only(select_documents(self._store, "id = ?", (identity,)), "document", identity)

    def text(self, document: str) -> str:
        """The stored text that the spans of `document` point into."""
        return str(self._document_row("text", document)["text"])

    def document_spans(self, document: str) -> DocumentSpans:
        """How the text of `document` divides."""
        row = self._document_row("body, residue", document)
        return DocumentSpans(
            body=body_of(row),
            residue=residue_of(row),
            sentences=tuple(
                Span(row["start"], row["end"])
                for row in self._store.rows(
                    'SELECT start, "end" FROM sentences WHERE document = ? ORDER BY start', (document,)
                )
            ),
        )

    def reading(self, document: str) -> Reading | None:
        """What was read in `document`, as `onrecord read` writes it; None where it was not read."""
        row = self._store.row("SELECT reading FROM readings WHERE document = ?", (document,))
        if row is None:
            return None
        return msgspec.structs.replace(msgspec.json.decode(row["reading"], type=Reading), text=self.text(document))

    def times(self, document: str) -> list[Time]:
        """The time expressions of `document` in text order, resolved against the date that the record holds for it."""
        return times_of(self._store, document)

    def actors(self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[ActorFilters]) -> list[ActorEntry]:
        """The actors that fulfil all that is asked; those in most documents first, then the most spoken of."""
        condition, values = where_actors(self._store, asked)
        page, bounds = _page(limit, offset)
        return select_actors(self._store, standing("id", condition), values | bounds, page=page)

    def count_actors(self, over: ActorFacet | None = None, **asked: Unpack[ActorFilters]) -> list[Facet]:
        """How many actors fulfil all that is asked, as `count_statements` has it."""
        return actor_facets(self._store, over, *where_actors(self._store, asked))

    def actor(self, identity: str) -> ActorEntry:
        """One actor. Raises `RecordError` where the record has none of that id."""
        return self._only(select_actors(self._store, "id = ?", (identity,)), "actor", identity)

    def actor_asked(self, asked: str) -> ActorEntry:
        """The one actor with that id or name. Raises `RecordError` where nobody, or more than one, answers to it."""
        return self.actor(actor_called(self._store, asked))

    def actors_called(self, name: str) -> list[ActorEntry]:
        """The actors whom the coverage calls `name`, whatever its case, diacritics; for a surname all who bear it."""
        return actors_called(self._store, name)

    def metonyms(self, actor: str | None = None) -> list[Metonym]:
        """Who may stand for which state: capitals and seats of government; of one actor, on either side."""
        named = select_named(self._store, PLACES)
        if actor is not None and all(actor != each.id for each in named):
            return []
        told = told_capitals(self._store, (each for each in named if each.kind in STATES))
        return [each for each in metonyms(named, told) if actor in (None, each.actor, each.state)]

    def mentions(self, actor: str) -> list[MentionEntry]:
        """Every stretch of the coverage that refers to the actor with that id."""
        rows = self._store.rows(
            "SELECT mentions.*, actor FROM members JOIN mentions USING (document, local) "
            f"JOIN documents ON documents.id = document WHERE actor = ? ORDER BY {DAY} IS NULL, {DAY}, document, start",
            (actor,),
        )
        return [mention_entry(row) for row in rows]

    def statements(
        self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[StatementFilters]
    ) -> list[StatementEntry]:
        """The statements that fulfil all that is asked.

        Raises `RecordError` for a speaker whom nobody or more than one actor answers to.
        """
        condition, values = where(self._store, asked)
        page, bounds = _page(limit, offset)
        return select_statements(self._store, standing("statements.id", condition), values | bounds, page=page)

    def count_statements(self, over: StatementFacet | None = None, **asked: Unpack[StatementFilters]) -> list[Facet]:
        """How many statements fulfil all that is asked; `over` a facet, for each of its values, the most first.

        Without `over` there is one `Facet` of all. Raises `RecordError` as `statements` does.
        """
        return statement_facets(self._store, over, *where(self._store, asked))

    def statement(self, identity: str) -> StatementEntry:
        """One statement. Raises `RecordError` where the record has none of that id."""
        return self._only(select_statements(self._store, "statements.id = ?", (identity,)), "statement", identity)

    def events(
        self,
        *,
        limit: int | None = None,
        offset: int = 0,
        newest_first: bool = False,
        **asked: Unpack[EventFilters],
    ) -> list[EventEntry]:
        """The events that fulfil all that is asked, by the days they can have been on, undated ones last.

        Raises `RecordError` for an actor whom nobody or more than one answers to.
        """
        condition, values = where_events(self._store, asked)
        page, bounds = _page(limit, offset)
        order = NEWEST_FIRST if newest_first else OLDEST_FIRST
        return select_events(self._store, standing("id", condition), values | bounds, page=page, order=order)

    def count_events(self, over: EventFacet | None = None, **asked: Unpack[EventFilters]) -> list[Facet]:
        """How many events fulfil all that is asked, as `count_statements` has it."""
        return event_facets(self._store, over, *where_events(self._store, asked))

    def quoted_by_outlet(self) -> dict[str, list[Facet]]:
        """Whom each outlet quotes how often, the most first; the empty name stands for outlets that are unknown."""
        return quoted_by_outlet(self._store)

    def told_alone(self) -> list[Facet]:
        """How many events each known outlet tells that no other does, the most first."""
        return told_alone(self._store)

    def relations(
        self,
        *,
        actor: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Relation]:
        """Who did what to whom how often, in events and in words said to somebody; the most frequent first.

        `actor`, an id or a name, has a part in it. Raises `RecordError` as `events` does.
        """
        one = actor_called(self._store, actor) if actor else None
        events = where_events(self._store, EventFilters(actor=one, outlet=outlet, since=since, until=until))
        said = where(self._store, StatementFilters(outlet=outlet, since=since, until=until))
        pairs = between_events(self._store, *events)
        pairs.update(
            {pair: number for pair, number in between_statements(self._store, *said).items() if one in (None, *pair)}
        )
        return relations(self._store, pairs)

    def event(self, identity: str) -> EventEntry:
        """One event. Raises `RecordError` where the record has none of that id."""
        return self._only(select_events(self._store, "id = ?", (identity,)), "event", identity)

    def commitments(
        self, *, limit: int | None = None, offset: int = 0, **asked: Unpack[CommitmentFilters]
    ) -> list[CommitmentEntry]:
        """The commitments that fulfil all that is asked: overdue ones, open ones by the day due, settled ones.

        Raises `RecordError` as `events` does.
        """
        condition, values = where_commitments(self._store, asked)
        page, bounds = _page(limit, offset)
        return select_commitments(self._store, standing("id", condition), values | bounds, page=page)

    def count_commitments(self, over: CommitmentFacet | None = None, **asked: Unpack[CommitmentFilters]) -> list[Facet]:
        """How many commitments fulfil all that is asked, as `count_statements` has it."""
        return commitment_facets(self._store, over, *where_commitments(self._store, asked))

    def commitment(self, identity: str) -> CommitmentEntry:
        """One commitment. Raises `RecordError` where the record has none of that id."""
        return self._only(select_commitments(self._store, "id = ?", (identity,)), "commitment", identity)

    def changes(self, *, first_run: int) -> list[StatusChange]:
        """The events, then the commitments, whose status is another than before the run `first_run`, in their order."""
        before = changed_since(self._store, first_run)
        condition, values = standing("id", "id IN (SELECT value FROM json_each(?))"), (as_list(sorted(before)),)
        events = select_events(self._store, condition, values)
        commitments = select_commitments(self._store, condition, values)
        return [
            *(StatusChange(before[each.id], event=each) for each in events if each.status != before[each.id]),
            *(StatusChange(before[each.id], commitment=each) for each in commitments if each.status != before[each.id]),
        ]

    def quantities(self, *, document: str | None = None) -> list[QuantityEntry]:
        """All numbers with units, or those of one document, by document and place."""
        if document is None:
            return select_quantities(self._store, "1")
        return select_quantities(self._store, "quantities.document = ?", (document,))

    def rulings(self, *, kind: RulingKind | None = None, undone: bool = False) -> list[RulingEntry]:
        """What users rule, the oldest first; with `undone`, what they took back as well."""
        condition = "? IN (kind, '')" if undone else "? IN (kind, '') AND undone = ''"
        return select_rulings(self._store, condition, (kind.value if kind else "",))

    def rulings_on(self, entry: str) -> list[RulingEntry]:
        """The rejection or the pin of the entry with that id, the merges and splits of the actor, if they stand."""
        return rulings_on(self._store, entry)

    def ruled_actors(self, ruling: str) -> list[ActorEntry]:
        """The actors that the merge or split with that id speaks of, as they are now; the part split off comes last."""
        return [self.actor(identity) for identity in ruled_actors(self._store, ruling)]

    def pinned(self) -> "list[AnyEntry]":
        """What users pinned, in the order in which they did; what a later build no longer found is left out."""
        return [self.find(identity) for identity in pinned(self._store) if has_entry(self._store, identity)]

    def find(self, identity: str) -> AnyEntry:
        """The entry with that id, whatever it is. Raises `RecordError` where there is none."""
        entries: list[AnyEntry] = [
            *select_statements(self._store, "statements.id = ?", (identity,)),
            *select_events(self._store, "id = ?", (identity,)),
            *select_commitments(self._store, "id = ?", (identity,)),
            *select_copies(self._store, "id = ?", (identity,)),
            *select_positions(self._store, "id = ?", (identity,)),
            *select_forecasts(self._store, "id = ?", (identity,)),
            *select_narratives(self._store, "id = ?", (identity,)),
            *select_disputes(self._store, "id = ?", (identity,)),
            *select_labels(self._store, "id = ?", (identity,)),
            *select_roles(self._store, "id = ?", (identity,)),
            *select_actors(self._store, "id = ?", (identity,)),
            *select_stories(self._store, "stories.id = ?", (identity,)),
            *select_documents(self._store, "id = ?", (identity,)),
        ]
        return self._only(entries, "entry", identity)

    def search(self, query: str, limit: int = 20) -> list[StatementEntry | Passage]:
        """Statements in which, or in whose speaker, all words of `query` occur; then other sentences in which they do.

        The best match comes first among each, `limit` entries at most in all. A "phrase" must occur as it is; any
        other sign counts as text, so that no query is wrong.
        """
        words = match_expression(query)
        if not words:
            return []
        found = matching_statements(self._store, words, limit)
        shown = {(statement.document, statement.sentence) for statement in found}
        # As many as could be hidden behind the statements, beside those that are asked for.
        passages = [
            passage
            for passage in matching_passages(self._store, words, limit + len(found))
            if not any(passage.document == document and around.covers(passage.span) for document, around in shown)
        ]
        entries: list[StatementEntry | Passage] = [*found, *passages]
        return entries[:limit]

    def passages(self, query: str, limit: int = 20) -> list[Passage]:
        """The sentences in which all words of `query` occur, read as `search` reads it; the best match first."""
        words = match_expression(query)
        return matching_passages(self._store, words, limit) if words else []

    def _document_row(self, columns: str, identity: str) -> Row:
        rows = self._store.rows(f"SELECT {columns} FROM documents WHERE id = ?", (identity,))
        return self._only(rows, "document", identity)


def _page(limit: int | None, offset: int) -> tuple[str, dict[str, Value]]:
    """The SQL of one page of a list, and its values."""
    return "LIMIT :limit OFFSET :offset", {"limit": -1 if limit is None else limit, "offset": offset}


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
