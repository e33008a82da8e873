"""Which actors of different documents are one and the same."""

from collections.abc import Iterable

from onrecord.record.clusters import Cluster, LocalActor, alone, in_order
from onrecord.record.others import merge_others
from onrecord.record.persons import merge_persons


def settle(actors: Iterable[LocalActor]) -> list[Cluster]:
    """`actors` as one actor each over all documents, each in exactly one cluster, in the order of their first places.

    What a document does not name is never merged: "a US official" here and "a US official" there may be two people.
    The order of `actors` decides nothing. Two people merged is a lie in the record, one person split is only untidy.
    """
    named: dict[bool, list[LocalActor]] = {True: [], False: []}
    clusters: list[Cluster] = []
    for actor in sorted(actors, key=lambda actor: actor.place):
        if actor.names:
            named[actor.family == "person"].append(actor)
        else:
            clusters.append(alone(actor, "not named"))
    return in_order([*clusters, *merge_persons(named[True]), *merge_others(named[False])])
