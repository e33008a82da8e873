"""Settling actors: which of the documents' own are one, for all whom something new may concern."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from onrecord.reading.schema import Kind, Title
from onrecord.record.actors import settle as settle_actors
from onrecord.record.agree import EVIDENCE_KEY, Table, agree
from onrecord.record.clusters import Cluster, LocalActor
from onrecord.record.identities.reach import reach
from onrecord.record.identities.titles import titles_of
from onrecord.record.identities.unnamed import Place, homes, loners
from onrecord.record.keys import actor_ids
from onrecord.record.names import alias_key
from onrecord.record.rulings.select import places_of_actors
from onrecord.record.rulings.settle import with_rulings
from onrecord.record.store import Row, Store, Value

_OF_TOUCHED = "IN (SELECT id FROM touched_actors)"

# Who speaks in unsettled documents and to whom, as it is written and as it is now.
_SPEAKERS = """
    SELECT number, statements.speaker, speaker_name, addressee, via,
        speaking.actor AS speaker_now, actors.name AS name_now, addressed.actor AS addressee_now
    FROM documents JOIN statements ON statements.document = documents.id
    LEFT JOIN members AS speaking ON speaking.document = documents.id AND speaking.local = speaker_local
    LEFT JOIN actors ON actors.id = speaking.actor
    LEFT JOIN members AS addressed ON addressed.document = documents.id AND addressed.local = addressee_local
    WHERE settled = 0
"""


def settle(store: Store) -> None:
    """Makes actors, and who of the documents' own they are, agree with the readings and the rulings.

    What comes out is that of settling all actors of the record; what is looked at are those with names like the ones in
    documents that are not settled. Documents whose actors are others now, or are called otherwise, count as unsettled.
    Call within a transaction.
    """
    rulings = reach(store)
    rows = store.rows("SELECT members.* FROM touched_members JOIN members USING (document, local)")
    runs = _runs(store)
    by_themselves = loners(row for row in rows if _is_loner(row, _ruled_documents(store, rulings)))
    apart = {loner.place for loner in by_themselves}
    members = [_local(row, runs[row["document"]]) for row in rows if (row["document"], row["local"]) not in apart]
    clusters = with_rulings(store, actor_ids(settle_actors(members)), rulings)
    _note_touched(store, [*clusters, *(loner.id for loner in by_themselves)])
    before = {row["id"]: row for row in store.rows(f"SELECT * FROM actors WHERE id {_OF_TOUCHED}")}
    seen = {identity: int(row["first_seen"]) for identity, row in before.items()}
    actors = _actor_rows(clusters, seen)
    aliases = _alias_rows(clusters)
    for loner in by_themselves:
        run = runs[loner.row["document"]][1]
        actors.add(loner.actor_row(run, seen.get(loner.id, run)))
        aliases.add(loner.alias_row())
    agree(store, "actors", ("id",), actors, where=f"id {_OF_TOUCHED}")
    agree(store, "aliases", ("actor", "alias"), aliases, where=f"actor {_OF_TOUCHED}")
    _write_members(store, rows, _homes(clusters) | homes(by_themselves))
    renamed = [each for each, cluster in clusters.items() if each in before and _is_renamed(before[each], cluster)]
    store.execute_each(
        "UPDATE documents SET settled = 0 WHERE id IN (SELECT document FROM members WHERE actor = ?)",
        [(actor,) for actor in renamed],
    )
    _write_titles(store)
    _write_speakers(store)


def _is_renamed(before: Row, cluster: Cluster) -> bool:
    return bool((before["name"], before["kind"]) != (cluster.name, cluster.kind.value))


def _runs(store: Store) -> dict[str, tuple[int, int]]:
    """The run that brought each document, and the one that brought the text that it now has."""
    rows = store.rows(
        "SELECT id, documents.first_seen, (SELECT min(origins.first_seen) FROM origins WHERE document = id "
        "AND origins.version = documents.version) AS run FROM documents "
        "WHERE id IN (SELECT document FROM touched_members)"
    )
    return {row["id"]: (row["first_seen"], row["run"]) for row in rows}


def _ruled_documents(store: Store, rulings: Collection[str]) -> frozenset[str]:
    """The documents that `rulings` on actors name."""
    found = places_of_actors(store) if rulings else {}
    return frozenset().union(*(places.documents for ruling, places in found.items() if ruling in rulings))


def _is_loner(row: Row, ruled: Collection[str]) -> bool:
    return row["names"] == "{}" and row["document"] not in ruled


def _local(row: Row, runs: tuple[int, int]) -> LocalActor:
    return LocalActor(
        document=row["document"],
        local=row["local"],
        position=row["position"],
        name=row["name"],
        kind=Kind(row["kind"]),
        titles=msgspec.json.decode(row["titles"], type=tuple[Title, ...]),
        names=msgspec.json.decode(row["names"], type=dict[str, int]),
        mentions=row["mentions"],
        founded=runs[0],
        run=runs[1],
    )


def _homes(clusters: Mapping[str, Cluster]) -> dict[Place, tuple[str, str]]:
    """Who each of documents' own actors is, and why."""
    return {
        (member.actor.document, member.actor.local): (identity, member.because)
        for identity, cluster in clusters.items()
        for member in cluster.members
    }


def _note_touched(store: Store, clusters: Iterable[str]) -> None:
    """Fills `touched_actors` with what the touched members were settled to be, and are now."""
    store.execute("CREATE TEMP TABLE IF NOT EXISTS touched_actors (id TEXT PRIMARY KEY)")
    store.execute("DELETE FROM touched_actors")
    store.execute(
        "INSERT OR IGNORE INTO touched_actors "
        "SELECT actor FROM name_keys JOIN touched_members USING (document, local) WHERE actor <> '' "
        "UNION SELECT id FROM former_actors"
    )
    store.execute_each("INSERT OR IGNORE INTO touched_actors VALUES (?)", [(identity,) for identity in clusters])


def _actor_rows(clusters: Mapping[str, Cluster], seen: Mapping[str, int]) -> Table:
    rows: Table = set()
    for identity, cluster in clusters.items():
        runs = [member.actor.run for member in cluster.members]
        first_seen = min([*runs, seen.get(identity, runs[0])])
        documents = len({member.actor.document for member in cluster.members})
        mentions = sum(member.actor.mentions for member in cluster.members)
        titles = titles_of(member.actor.titles for member in cluster.members)
        rows.add((identity, cluster.name, cluster.kind.value, titles, documents, mentions, first_seen, max(runs)))
    return rows


def _alias_rows(clusters: Mapping[str, Cluster]) -> Table:
    return {
        (identity, alias, alias_key(alias), count)
        for identity, cluster in clusters.items()
        for alias, count in cluster.aliases.items()
    }


def _write_members(store: Store, rows: Iterable[Row], settled: Mapping[Place, tuple[str, str]]) -> None:
    """Writes who each of `rows` of `members` is, and why; where it was somebody else, its document is unsettled."""
    changed: list[tuple[Value, ...]] = []
    moved: list[tuple[Value, ...]] = []
    for row in rows:
        place = (row["document"], row["local"])
        identity, because = settled[place]
        if (row["actor"], row["because"]) != (identity, because):
            changed.append((identity, because, *place))
        if row["actor"] != identity:
            moved.append((identity, *place))
    store.execute_each("UPDATE members SET actor = ?, because = ? WHERE document = ? AND local = ?", changed)
    store.execute_each("UPDATE name_keys SET actor = ? WHERE document = ? AND local = ?", moved)
    documents = sorted({str(document) for _, document, _ in moved})
    store.execute_each("UPDATE documents SET settled = 0 WHERE id = ?", [(document,) for document in documents])


def _write_titles(store: Store) -> None:
    """The titles in unsettled documents are evidence of whom their own actors are now."""
    rows: Table = {
        ("actor", row["actor"], row["document"], title.span.start, title.span.end, "title")
        for row in store.rows(
            "SELECT actor, document, titles FROM documents JOIN members ON document = documents.id "
            "WHERE settled = 0 AND titles <> '[]'"
        )
        for title in msgspec.json.decode(row["titles"], type=tuple[Title, ...])
    }
    where = "fact_kind = 'actor' AND document IN (SELECT id FROM documents WHERE settled = 0)"
    agree(store, "evidence", EVIDENCE_KEY, rows, where=where)


def _write_speakers(store: Store) -> None:
    """Statements of unsettled documents name the actors of the record in the place of those of their document."""
    relays = _relays(store)
    changed: list[tuple[Value, ...]] = []
    renamed: list[tuple[Value, ...]] = []
    for row in store.rows(_SPEAKERS):
        number = row["number"]
        via = msgspec.json.encode(relays.get(number, [])).decode()
        now = (row["speaker_now"], row["addressee_now"], via)
        if now != (row["speaker"], row["addressee"], row["via"]):
            changed.append((*now, number))
        if row["name_now"] != row["speaker_name"]:
            renamed.append((row["name_now"], number))
    store.execute_each("UPDATE statements SET speaker = ?, addressee = ?, via = ? WHERE number = ?", changed)
    # Apart, as search looks through the names: to set one costs more than all the rest.
    store.execute_each("UPDATE statements SET speaker_name = ? WHERE number = ?", renamed)


def _relays(store: Store) -> dict[int, list[str]]:
    """Through whom the outlets of unsettled documents have statements, by the numbers of these."""
    relays: defaultdict[int, list[str]] = defaultdict(list)
    for row in store.rows(
        "SELECT number, members.actor FROM documents JOIN statements ON statements.document = documents.id "
        "JOIN json_each(via_local) AS relay "
        "JOIN members ON members.document = documents.id AND members.local = relay.value "
        "WHERE settled = 0 AND via_local <> '[]' ORDER BY number, relay.key"
    ):
        relays[row["number"]].append(row["actor"])
    return relays
