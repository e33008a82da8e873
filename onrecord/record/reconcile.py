"""Settling what crosses documents, as a function of the readings alone, and writing only what that changes."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from onrecord.record.agree import OF_STORIES, agree, agree_evidence
from onrecord.record.anchors import anchors
from onrecord.record.commitments import Made, commitment_row, commitments
from onrecord.record.commitments import evidence_rows as pledge_evidence
from onrecord.record.copies.pairs import find_pairs
from onrecord.record.copies.settle import settle as settle_copies
from onrecord.record.disputes.settle import settle as settle_disputes
from onrecord.record.forecasts.settle import settle as settle_forecasts
from onrecord.record.forecasts.told import OUTLOOKS
from onrecord.record.gleaning import glean
from onrecord.record.happenings import event_row, evidence_rows, happenings
from onrecord.record.identities.settle import settle as settle_identities
from onrecord.record.independence import Ties, ties
from onrecord.record.labels.settle import settle as settle_labels
from onrecord.record.labels.told import NAMINGS
from onrecord.record.narratives.settle import settle as settle_narratives
from onrecord.record.narratives.told import CLAIMS
from onrecord.record.passages import passages
from onrecord.record.pledges import Pledge, pledges
from onrecord.record.positions.settle import settle as settle_positions
from onrecord.record.positions.told import TAKES
from onrecord.record.published import hold_dates
from onrecord.record.roles.settle import settle as settle_roles
from onrecord.record.same_event import merged
from onrecord.record.scope import set_scope, unsettled_parts
from onrecord.record.statuses.settle import settle as settle_statuses
from onrecord.record.store import Store, Value
from onrecord.record.stories.settle import settle as settle_stories
from onrecord.record.tellings import Telling, tellings, texts_of, times_of_undated

T = TypeVar("T", Telling, Pledge)

FEATURES: tuple[Callable[[Store], None], ...] = (
    settle_copies,
    settle_positions,
    settle_forecasts,
    settle_labels,
    settle_narratives,
    settle_disputes,
    settle_roles,
    settle_statuses,
)

# What features keep of each reading, before they are settled over all.
GLEANED = (TAKES, OUTLOOKS, NAMINGS, CLAIMS)


def reconcile(store: Store) -> None:
    """Makes all that crosses documents agree with the readings; call within a transaction.

    What comes out is what settling the whole record would bring; what is looked at are the names that documents with
    `settled` = 0 have, and the stories that these are in.
    """
    store.execute("PRAGMA defer_foreign_keys = ON")
    settle_identities(store)
    find_pairs(store)
    gone = settle_stories(store)
    for stories in list(unsettled_parts(store, gone)):
        set_scope(store, stories)
        _settle_scope(store)
    store.execute("UPDATE documents SET settled = 1 WHERE settled = 0")


def _settle_scope(store: Store) -> None:
    accounts = ties(store)
    told = _write_dates_and_events(store, accounts)
    _write_commitments(store, told, accounts)
    glean(store, GLEANED)
    for settle_feature in FEATURES:
        settle_feature(store)


def _write_dates_and_events(store: Store, accounts: Ties) -> list[Telling]:
    """Dates, and events by them; then the dates that follow from the events, and all that follows from those."""
    hold_dates(store)
    told = tellings(store)
    groups = _events(store, told)
    tied = list(anchors(groups, times_of_undated(store)))
    if tied:
        hold_dates(store, tied)
        told = tellings(store)
        groups = _events(store, told)
    _write_events(store, groups, accounts)
    return told


def _events(store: Store, told: Sequence[Telling]) -> list[list[Telling]]:
    """`told` in groups, one an event, story by story."""
    texts = texts_of(store)
    return [group for own in _by_story(told).values() for group in merged(own, texts)]


def _write_events(store: Store, groups: Sequence[Sequence[Telling]], accounts: Ties) -> None:
    """Tellings of one event become one event."""
    found = list(happenings(groups))
    seen = _first_seen(store, "events", "tellings", "happening")
    agree(store, "events", ("id",), {event_row(each, seen.get(each.id), accounts) for each in found}, where=OF_STORIES)
    evidence = {row for each in found for row in evidence_rows(each)}
    agree_evidence(store, "event", evidence)
    _link(store, "tellings", "happening", {t.id: each.id for each in found for t in each.tellings})


def _write_commitments(store: Store, told: Sequence[Telling], accounts: Ties) -> None:
    """Tellings of one commitment become one commitment, with what later coverage says became of it."""
    found = _commitments(store, pledges(store), told)
    seen = _first_seen(store, "commitments", "pledges", "entry")
    agree(
        store,
        "commitments",
        ("id",),
        {commitment_row(each, seen.get(each.id), accounts) for each in found},
        where=OF_STORIES,
    )
    evidence = {row for each in found for row in pledge_evidence(each)}
    agree_evidence(store, "commitment", evidence)
    _link(store, "pledges", "entry", {p.id: each.id for each in found for p in each.pledges})


def _commitments(store: Store, made: Sequence[Pledge], told: Sequence[Telling]) -> list[Made]:
    """The commitments that are `made`, story by story."""
    events, newest, found = _by_story(told), _newest(store), list[Made]()
    for story, own in _by_story(made).items():
        documents = [row["document"] for row in store.rows("SELECT document FROM scope WHERE story = ?", (story,))]
        about = passages(store, documents)
        found += commitments(own, events=events.get(story, []), passages=about, newest=newest[story])
    return found


def _by_story(told: Sequence[T]) -> dict[str, list[T]]:
    stories: defaultdict[str, list[T]] = defaultdict(list)
    for each in told:
        stories[each.story].append(each)
    return dict(sorted(stories.items()))


def _first_seen(store: Store, table: str, of: str, column: str) -> dict[str, int]:
    """The runs that first saw the entries of `table` that are known, of the stories in the scope and those gone."""
    rows = store.rows(
        f"SELECT id, first_seen FROM {table} WHERE {OF_STORIES} UNION SELECT {table}.id, {table}.first_seen FROM scope "
        f"JOIN {of} ON {of}.document = scope.document JOIN {table} ON {table}.id = {column}"
    )
    return {row["id"]: row["first_seen"] for row in rows}


def _link(store: Store, table: str, column: str, wanted: dict[str, str]) -> None:
    """Writes into `column` of `table` which entry each row belongs to, where that changed."""
    known = {
        row["id"]: row["entry"]
        for row in store.rows(f"SELECT id, {column} AS entry FROM scope JOIN {table} USING (document)")
    }
    changed = [(entry, key) for key, entry in sorted(wanted.items()) if known[key] != entry]
    store.execute_each(f"UPDATE {table} SET {column} = ? WHERE id = ?", list[tuple[Value, ...]](changed))


def _newest(store: Store) -> dict[str, date | None]:
    """The day to which the coverage of each story in the scope certainly reaches."""
    rows = store.rows(
        "SELECT scope.story, max(published_earliest) AS day FROM scope JOIN documents ON id = document "
        "GROUP BY scope.story"
    )
    return {row["story"]: date.fromisoformat(row["day"]) if row["day"] else None for row in rows}
