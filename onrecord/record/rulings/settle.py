"""Applying what users rule of actors when the record is settled."""

from collections.abc import Collection, Iterable, Mapping

from onrecord.record.clusters import Cluster
from onrecord.record.rulings.actors import apply
from onrecord.record.rulings.select import of_actors, touched
from onrecord.record.store import Store


def with_rulings(store: Store, found: Mapping[str, Cluster], ids: Collection[str]) -> dict[str, Cluster]:
    """`found`, actors by their ids, with the rulings on actors of those `ids`; notes which could not be applied.

    `found` must hold all actors that these rulings speak of.
    """
    applied = apply(found, [ruling for ruling in of_actors(store) if ruling.id in ids])
    for ruling, trouble in sorted(applied.troubles.items()):
        store.execute("UPDATE rulings SET trouble = ? WHERE id = ? AND trouble <> ?", (trouble, ruling, trouble))
    return applied.actors


def unsettle(store: Store, rulings: Iterable[str]) -> None:
    """Notes that the documents that `rulings`, merges, splits and dates, speak of must be settled anew."""
    documents = sorted({document for ruling in rulings for document in touched(store, ruling)})
    store.execute_each("UPDATE documents SET settled = 0 WHERE id = ?", [(document,) for document in documents])
