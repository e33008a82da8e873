"""Who has to do with whom: pairs of actors, counted over what happened and what they say to each other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product

import msgspec

from onrecord.reading.schema import Act, EventStatus, EventType, Kind
from onrecord.record.selections import as_list, standing
from onrecord.record.store import Store, Values

# What several do together, so that nobody does it to anybody.
MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_NOT_SO = (EventStatus.DENIED.value, EventStatus.CALLED_OFF.value)
# What is said to somebody and is no happening of the timeline.
_SAID = (Act.PRAISE.value, Act.CRITICIZE.value, Act.DEMAND.value, Act.THREATEN.value, Act.PROMISE.value)


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How often `source` did one kind of thing to `target`, or with them where it is not `directed`.

    `kind` is an `EventType`, or the `Act` of what `source` says to `target`.
    """

    source: str
    source_name: str
    source_kind: Kind
    target: str
    target_name: str
    target_kind: Kind
    kind: str
    directed: bool
    number: int


_Pair = tuple[str, str, str]  # source, target, kind


def between_events(store: Store, condition: str, values: Values) -> Counter[_Pair]:
    """Pairs over the events that fulfil `condition`, but those that are denied or called off."""
    rows = store.rows(
        f"SELECT type, initiators, recipients FROM events WHERE {standing('id', condition)} "
        f"AND status NOT IN {_NOT_SO}",
        values,
    )
    pairs: Counter[_Pair] = Counter()
    for row in rows:
        doing, done_to = (msgspec.json.decode(row[side], type=list[str]) for side in ("initiators", "recipients"))
        pairs.update((*pair, str(row["type"])) for pair in _pairs(EventType(row["type"]), doing, done_to))
    return pairs


def between_statements(store: Store, condition: str, values: Values) -> Counter[_Pair]:
    """Pairs over the statements that fulfil `condition` and are said to somebody in praise, blame or demand."""
    rows = store.rows(
        "SELECT speaker, addressee, act, count(*) AS number FROM statements JOIN documents ON documents.id = document "
        f"WHERE {standing('statements.id', condition)} AND act IN {_SAID} AND speaker <> addressee GROUP BY 1, 2, 3",
        values,
    )
    return Counter({(row["speaker"], row["addressee"], row["act"]): row["number"] for row in rows})


def relations(store: Store, pairs: Counter[_Pair]) -> list[Relation]:
    """`pairs` with names, the most frequent first."""
    ids = sorted({actor for source, target, _ in pairs for actor in (source, target)})
    rows = store.rows(
        f"SELECT id, name, kind FROM actors WHERE {standing('id', 'id IN (SELECT value FROM json_each(?))')}",
        (as_list(ids),),
    )
    known = {row["id"]: (str(row["name"]), Kind(row["kind"])) for row in rows}
    found = (
        Relation(
            source=source,
            source_name=known[source][0],
            source_kind=known[source][1],
            target=target,
            target_name=known[target][0],
            target_kind=known[target][1],
            kind=kind,
            directed=kind not in MUTUAL,
            number=number,
        )
        for (source, target, kind), number in pairs.items()
        if source in known and target in known
    )
    return sorted(found, key=lambda each: (-each.number, each.source_name, each.target_name, each.kind, each.source))


def _pairs(kind: EventType, doing: Sequence[str], done_to: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Who does it to whom; what is mutual is between all who have a part in it, in the order of their ids."""
    if kind in MUTUAL:
        yield from combinations(sorted({*doing, *done_to}), 2)
    else:
        yield from ((one, other) for one, other in product(doing, done_to) if one != other)
