"""Settling what crosses documents, as a function of the readings alone, and writing only what that changes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from onrecord.reading.schema import Kind, Title
from onrecord.record.actors import settle
from onrecord.record.agree import EVIDENCE_KEY, OF_STORIES, Table, agree, agree_evidence
from onrecord.record.anchors import anchors
from onrecord.record.clusters import Cluster, LocalActor
from onrecord.record.commitments import commitment_row, commitments
from onrecord.record.commitments import evidence_rows as pledge_evidence
from onrecord.record.copies.pairs import find_pairs
from onrecord.record.copies.settle import settle as settle_copies
from onrecord.record.happenings import event_row, evidence_rows, happenings
from onrecord.record.independence import Ties, ties
from onrecord.record.keys import actor_ids
from onrecord.record.names import alias_key
from onrecord.record.passages import passages
from onrecord.record.pledges import pledges
from onrecord.record.published import hold_dates
from onrecord.record.rulings.settle import with_rulings
from onrecord.record.same_event import merged
from onrecord.record.scope import set_scope
from onrecord.record.statuses.settle import settle as settle_statuses
from onrecord.record.store import Store, Value
from onrecord.record.tellings import Telling, tellings, texts_of, times_of_all

FEATURES: tuple[Callable[[Store], None], ...] = (settle_copies, settle_statuses)


def reconcile(store: Store) -> None:
    """Makes actors, statements, dates, events, commitments agree with the readings; call within a transaction."""
    store.execute("PRAGMA defer_foreign_keys = ON")
    clusters = with_rulings(store, actor_ids(settle(_local_actors(store))))
    agree(store, "actors", ("id",), _actor_rows(store, clusters))
    agree(store, "aliases", ("actor", "alias"), _alias_rows(clusters))
    _write_members(store, clusters)
    agree(store, "evidence", EVIDENCE_KEY, _title_rows(clusters), where="fact_kind = 'actor'")
    _write_speakers(store)
    set_scope(store, [row["id"] for row in store.rows("SELECT id FROM documents")])
    find_pairs(store)
    accounts = ties(store)
    told = _write_dates_and_events(store, accounts)
    _write_commitments(store, told, accounts)
    for settle_feature in FEATURES:
        settle_feature(store)


def _local_actors(store: Store) -> list[LocalActor]:
    runs = {
        row["id"]: (row["first_seen"], row["run"])
        for row in store.rows(
            "SELECT id, documents.first_seen, min(origins.first_seen) AS run FROM documents "
            "JOIN origins ON document = id AND origins.version = documents.version GROUP BY id"
        )
    }
    return [
        LocalActor(
            document=row["document"],
            local=row["local"],
            position=row["position"],
            name=row["name"],
            kind=Kind(row["kind"]),
            titles=msgspec.json.decode(row["titles"], type=tuple[Title, ...]),
            names=msgspec.json.decode(row["names"], type=dict[str, int]),
            mentions=row["mentions"],
            founded=runs[row["document"]][0],
            run=runs[row["document"]][1],
        )
        for row in store.rows("SELECT * FROM members")
    ]


def _actor_rows(store: Store, clusters: dict[str, Cluster]) -> Table:
    seen = {row["id"]: row["first_seen"] for row in store.rows("SELECT id, first_seen FROM actors")}
    rows: Table = set()
    for identity, cluster in clusters.items():
        runs = [member.actor.run for member in cluster.members]
        first_seen = min([*runs, seen.get(identity, runs[0])])
        documents = len({member.actor.document for member in cluster.members})
        mentions = sum(member.actor.mentions for member in cluster.members)
        titles = msgspec.json.encode(_titles(cluster)).decode()
        rows.add((identity, cluster.name, cluster.kind.value, titles, documents, mentions, first_seen, max(runs)))
    return rows


def _titles(cluster: Cluster) -> list[str]:
    """The titles that documents give the actor, those of most documents first, each as it is most often spelled."""
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for member in cluster.members:
        for title in {title.title for title in member.actor.titles}:
            spelled[alias_key(title)][title] += 1
    ranked = sorted(spelled, key=lambda key: (-spelled[key].total(), key))
    return [min(spelled[key], key=lambda title: (-spelled[key][title], title)) for key in ranked]


def _alias_rows(clusters: dict[str, Cluster]) -> Table:
    return {
        (identity, alias, alias_key(alias), count)
        for identity, cluster in clusters.items()
        for alias, count in cluster.aliases.items()
    }


def _write_members(store: Store, clusters: dict[str, Cluster]) -> None:
    known = {
        (row["document"], row["local"]): (row["actor"], row["because"])
        for row in store.rows("SELECT document, local, actor, because FROM members")
    }
    store.execute_each(
        "UPDATE members SET actor = ?, because = ? WHERE document = ? AND local = ?",
        [
            (identity, member.because, member.actor.document, member.actor.local)
            for identity, cluster in clusters.items()
            for member in cluster.members
            if known[member.actor.document, member.actor.local] != (identity, member.because)
        ],
    )


def _title_rows(clusters: dict[str, Cluster]) -> Table:
    return {
        ("actor", identity, member.actor.document, title.span.start, title.span.end, "title")
        for identity, cluster in clusters.items()
        for member in cluster.members
        for title in member.actor.titles
    }


def _write_speakers(store: Store) -> None:
    """Statements name the actors of the record in the place of those of their document."""
    actors = {
        (row["document"], row["local"]): (row["actor"], row["name"])
        for row in store.rows("SELECT document, local, actor, actors.name FROM members JOIN actors ON id = actor")
    }
    changed: list[tuple[Value, ...]] = []
    for row in store.rows("SELECT * FROM statements"):
        document = row["document"]
        speaker, name = actors.get((document, row["speaker_local"]), (None, None))
        addressee, _ = actors.get((document, row["addressee_local"]), (None, None))
        relays = [actors[document, local][0] for local in msgspec.json.decode(row["via_local"], type=list[str])]
        via = msgspec.json.encode(relays).decode()
        if (speaker, name, addressee, via) != (row["speaker"], row["speaker_name"], row["addressee"], row["via"]):
            changed.append((speaker, name, addressee, via, row["number"]))
    store.execute_each(
        "UPDATE statements SET speaker = ?, speaker_name = ?, addressee = ?, via = ? WHERE number = ?", changed
    )


def _write_dates_and_events(store: Store, accounts: Ties) -> list[Telling]:
    """Dates, and events by them; then the dates that follow from the events, and all that follows from those."""
    evidence = hold_dates(store)
    told = tellings(store)
    groups = merged(told, texts_of(store))
    tied = list(anchors(groups, times_of_all(store)))
    if tied:
        evidence = hold_dates(store, tied)
        told = tellings(store)
        groups = merged(told, texts_of(store))
    agree_evidence(store, "date", evidence)
    _write_events(store, groups, accounts)
    return told


def _write_events(store: Store, groups: Sequence[Sequence[Telling]], accounts: Ties) -> None:
    """Tellings of one event become one event."""
    found = list(happenings(groups))
    seen = {row["id"]: row["first_seen"] for row in store.rows("SELECT id, first_seen FROM events")}
    agree(store, "events", ("id",), {event_row(each, seen.get(each.id), accounts) for each in found}, where=OF_STORIES)
    evidence = {row for each in found for row in evidence_rows(each)}
    agree_evidence(store, "event", evidence)
    _link(store, "tellings", "happening", {t.id: each.id for each in found for t in each.tellings})


def _write_commitments(store: Store, told: Sequence[Telling], accounts: Ties) -> None:
    """Tellings of one commitment become one commitment, with what later coverage says became of it."""
    made = pledges(store)
    found = commitments(made, events=told, passages=passages(store), newest=_newest(store)) if made else []
    seen = {row["id"]: row["first_seen"] for row in store.rows("SELECT id, first_seen FROM commitments")}
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


def _link(store: Store, table: str, column: str, wanted: dict[str, str]) -> None:
    """Writes into `column` of `table` which entry each row belongs to, where that changed."""
    known = {row["id"]: row["entry"] for row in store.rows(f"SELECT id, {column} AS entry FROM {table}")}
    changed = [(entry, key) for key, entry in sorted(wanted.items()) if known[key] != entry]
    store.execute_each(f"UPDATE {table} SET {column} = ? WHERE id = ?", list[tuple[Value, ...]](changed))


def _newest(store: Store) -> date | None:
    """The day to which coverage certainly reaches: the latest one before which no day of some document lies."""
    row = store.row("SELECT max(published_earliest) AS day FROM documents")
    return date.fromisoformat(row["day"]) if row and row["day"] else None
