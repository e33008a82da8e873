"""Applying what users rule of actors when the record is settled."""

from collections.abc import Mapping

from onrecord.record.clusters import Cluster
from onrecord.record.rulings.actors import apply
from onrecord.record.rulings.select import of_actors
from onrecord.record.store import Store


def with_rulings(store: Store, found: Mapping[str, Cluster]) -> dict[str, Cluster]:
    """`found`, actors by their ids, with what users rule of them; notes which rulings could not be applied.

    `found` must hold all actors that a ruling speaks of, or none of them (`select.touched`).
    """
    applied = apply(found, of_actors(store))
    for ruling, trouble in sorted(applied.troubles.items()):
        store.execute("UPDATE rulings SET trouble = ? WHERE id = ? AND trouble <> ?", (trouble, ruling, trouble))
    return applied.actors
