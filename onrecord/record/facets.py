"""How many entries there are of each kind, among those that a user asks for."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

import msgspec

from onrecord.record.selections import standing
from onrecord.record.store import Store, Values

StatementFacet = Literal["speaker", "sourcing", "act", "form", "outlet"]
EventFacet = Literal["actor", "type", "status", "outlet", "day"]
CommitmentFacet = Literal["by", "kind", "status", "outlet"]
ActorFacet = Literal["kind"]


class Facet(msgspec.Struct, frozen=True):
    """A value that entries have, empty where they have none; how it is called, where that is another; how many do."""

    value: str
    name: str
    number: int


_NAMES = "coalesce((SELECT name FROM actors AS called WHERE called.id = {0}), '')"
# For each facet: its value, its name, and what has to be joined for it.
_OF_STATEMENTS: Mapping[str, tuple[str, str, str]] = {
    "speaker": ("speaker", _NAMES.format("speaker"), ""),
    "sourcing": ("sourcing", "''", ""),
    "act": ("act", "''", ""),
    "form": ("form", "''", ""),
    "outlet": ("outlet", "''", ""),
}
_OF_EVENTS: Mapping[str, tuple[str, str, str]] = {
    "actor": (
        "part.value",
        _NAMES.format("part.value"),
        (
            "JOIN (SELECT events.id AS of, x.value FROM events, json_each(initiators) AS x UNION "
            "SELECT events.id, x.value FROM events, json_each(recipients) AS x UNION "
            "SELECT events.id, x.value FROM events, json_each(excluded) AS x) AS part ON part.of = events.id"
        ),
    ),
    "type": ("type", "''", ""),
    "status": ("status", "''", ""),
    "outlet": (
        "telling.outlet",
        "''",
        (
            "JOIN (SELECT DISTINCT happening, outlet FROM tellings JOIN documents ON documents.id = document) "
            "AS telling ON happening = events.id"
        ),
    ),
    "day": ("coalesce(earliest, latest)", "''", ""),
}
_OF_COMMITMENTS: Mapping[str, tuple[str, str, str]] = {
    "by": ("by", _NAMES.format("by"), ""),
    "kind": ("kind", "''", ""),
    "status": ("status", "''", ""),
    "outlet": (
        "telling.outlet",
        "''",
        (
            "JOIN (SELECT DISTINCT entry, outlet FROM pledges JOIN documents ON documents.id = document) AS telling "
            "ON entry = commitments.id"
        ),
    ),
}
_OF_ACTORS: Mapping[str, tuple[str, str, str]] = {"kind": ("kind", "''", "")}


def statement_facets(store: Store, by: StatementFacet | None, condition: str, values: Values) -> list[Facet]:
    """How many of the statements that fulfil `condition` have each value of the facet `by`, the most frequent first."""
    source = "statements JOIN documents ON documents.id = document"
    return _counted(store, source, "statements.id", _OF_STATEMENTS.get(by or ""), (condition, values))


def event_facets(store: Store, by: EventFacet | None, condition: str, values: Values) -> list[Facet]:
    """The same of events; one that several actors have a part in, or several outlets tell, counts for each."""
    return _counted(store, "events", "events.id", _OF_EVENTS.get(by or ""), (condition, values))


def commitment_facets(store: Store, by: CommitmentFacet | None, condition: str, values: Values) -> list[Facet]:
    """The same of commitments."""
    return _counted(store, "commitments", "commitments.id", _OF_COMMITMENTS.get(by or ""), (condition, values))


def actor_facets(store: Store, by: ActorFacet | None, condition: str, values: Values) -> list[Facet]:
    """The same of actors."""
    return _counted(store, "actors", "actors.id", _OF_ACTORS.get(by or ""), (condition, values))


def quoted_by_outlet(store: Store) -> dict[str, list[Facet]]:
    """Whom each outlet quotes how often, the most first; the empty name stands for those that are unknown."""
    rows = store.rows(
        "SELECT coalesce(outlet, '') AS outlet, speaker, coalesce(max(speaker_name), '') AS name, count(*) AS number "
        f"FROM statements JOIN documents ON documents.id = document WHERE {standing('statements.id')} "
        "AND speaker IS NOT NULL GROUP BY 1, 2 ORDER BY outlet, number DESC, name, speaker"
    )
    quoted: defaultdict[str, list[Facet]] = defaultdict(list)
    for row in rows:
        quoted[row["outlet"]].append(Facet(row["speaker"], row["name"], row["number"]))
    return quoted


def told_alone(store: Store) -> list[Facet]:
    """How many events each outlet alone tells; of an outlet that nobody knows it cannot be said."""
    rows = store.rows(
        "SELECT outlet AS value, count(*) AS number FROM (SELECT happening, max(coalesce(outlet, '')) AS outlet "
        "FROM tellings JOIN documents ON documents.id = document WHERE happening IS NOT NULL "
        f"AND {standing('happening')} GROUP BY happening HAVING count(DISTINCT coalesce(outlet, '')) = 1) "
        "WHERE value <> '' GROUP BY value ORDER BY number DESC, value"
    )
    return [Facet(row["value"], "", row["number"]) for row in rows]


def _counted(
    store: Store, source: str, identity: str, facet: tuple[str, str, str] | None, asked: tuple[str, Values]
) -> list[Facet]:
    condition, values = asked
    value, name, joined = facet or ("''", "''", "")
    rows = store.rows(
        f"SELECT coalesce({value}, '') AS value, {name} AS name, count(*) AS number FROM {source} {joined} "
        f"WHERE {standing(identity, condition)} GROUP BY 1 ORDER BY number DESC, value",
        values,
    )
    return [Facet(row["value"], row["name"], row["number"]) for row in rows]
