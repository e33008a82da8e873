"""Settling actors: which of the documents' own are one, for all whom something new may concern."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.reading.schema import Kind, Title
from onrecord.record.actors import settle as settle_actors
from onrecord.record.agree import EVIDENCE_KEY, Table, agree
from onrecord.record.clusters import Cluster, LocalActor
from onrecord.record.identities.reach import reach
from onrecord.record.keys import actor_ids
from onrecord.record.names import alias_key
from onrecord.record.rulings.settle import with_rulings
from onrecord.record.store import Store, Value

_OF_TOUCHED = "IN (SELECT id FROM touched_actors)"
Place = tuple[str, str]


def settle(store: Store) -> None:
    """Makes actors, and who of the documents' own they are, agree with the readings and the rulings.

    What comes out is that of settling all actors of the record; what is looked at are those with names like the ones in
    documents that are not settled. Documents whose actors are others now, or are called otherwise, count as unsettled.
    Call within a transaction.
    """
    rulings = reach(store)
    members = _touched_members(store)
    clusters = with_rulings(store, actor_ids(settle_actors(members)), rulings)
    _note_touched(store, clusters)
    before = {
        row["id"]: (row["name"], row["kind"])
        for row in store.rows(f"SELECT id, name, kind FROM actors WHERE id {_OF_TOUCHED}")
    }
    agree(store, "actors", ("id",), _actor_rows(store, clusters), where=f"id {_OF_TOUCHED}")
    agree(store, "aliases", ("actor", "alias"), _alias_rows(clusters), where=f"actor {_OF_TOUCHED}")
    _write_members(store, clusters)
    renamed = [each for each, shown in before.items() if each in clusters and shown != _shown(clusters[each])]
    store.execute_each(
        "UPDATE documents SET settled = 0 WHERE id IN (SELECT document FROM members WHERE actor = ?)",
        [(actor,) for actor in renamed],
    )
    _write_titles(store)
    _write_speakers(store)


def _shown(cluster: Cluster) -> tuple[str, str]:
    return (cluster.name, cluster.kind.value)


def _touched_members(store: Store) -> list[LocalActor]:
    runs = {
        row["id"]: (row["first_seen"], row["run"])
        for row in store.rows(
            "SELECT id, documents.first_seen, (SELECT min(origins.first_seen) FROM origins WHERE document = id "
            "AND origins.version = documents.version) AS run FROM documents "
            "WHERE id IN (SELECT document FROM touched_members)"
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
        for row in store.rows("SELECT members.* FROM touched_members JOIN members USING (document, local)")
    ]


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


def _actor_rows(store: Store, clusters: Mapping[str, Cluster]) -> Table:
    seen = {
        row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM actors WHERE id {_OF_TOUCHED}")
    }
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


def _alias_rows(clusters: Mapping[str, Cluster]) -> Table:
    return {
        (identity, alias, alias_key(alias), count)
        for identity, cluster in clusters.items()
        for alias, count in cluster.aliases.items()
    }


def _write_members(store: Store, clusters: Mapping[str, Cluster]) -> None:
    """Writes who each document's own actor is, and why; where it was somebody else, its document is unsettled."""
    known: dict[Place, tuple[str | None, str]] = {
        (row["document"], row["local"]): (row["actor"], row["because"])
        for row in store.rows(
            "SELECT document, local, actor, because FROM touched_members JOIN members USING (document, local)"
        )
    }
    changed: list[tuple[Value, ...]] = []
    moved: list[tuple[Value, ...]] = []
    for identity, cluster in clusters.items():
        for member in cluster.members:
            place = (member.actor.document, member.actor.local)
            if known[place] != (identity, member.because):
                changed.append((identity, member.because, *place))
            if known[place][0] != identity:
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
    actors = {
        (row["document"], row["local"]): (row["actor"], row["name"])
        for row in store.rows(
            "SELECT document, local, actor, actors.name FROM documents JOIN members ON document = documents.id "
            "JOIN actors ON actors.id = actor WHERE settled = 0"
        )
    }
    changed: list[tuple[Value, ...]] = []
    for row in store.rows(
        "SELECT statements.* FROM documents JOIN statements ON document = documents.id WHERE settled = 0"
    ):
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
