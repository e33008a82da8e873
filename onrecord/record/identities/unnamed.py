"""Those whom their document never names: most of all, and each nobody but themselves."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from onrecord.reading.schema import Kind, Title
from onrecord.record.actors import NOT_NAMED
from onrecord.record.clusters import FAMILIES, UNNAMED
from onrecord.record.identities.titles import titles_of
from onrecord.record.keys import short_hash
from onrecord.record.names import alias_key
from onrecord.record.store import Row, Value

Place = tuple[str, str]


class Loner(NamedTuple):
    """A row of `members`, and the id of the actor that it is."""

    id: str
    row: Row

    @property
    def place(self) -> Place:
        """The document, and its id there."""
        return (self.row["document"], self.row["local"])

    def actor_row(self, run: int, seen: int) -> tuple[Value, ...]:
        """The row of `actors`; `run` brought its document, `seen` is the run that first saw it."""
        row = self.row
        titles = "[]" if row["titles"] == "[]" else titles_of([msgspec.json.decode(row["titles"], type=list[Title])])
        return (self.id, row["name"], row["kind"], titles, 1, row["mentions"], min(run, seen), run)

    def alias_row(self) -> tuple[Value, ...]:
        """The row of `aliases`: what it is called stands for a name."""
        return (self.id, self.row["name"], alias_key(self.row["name"]), self.row["mentions"])


def loners(rows: Iterable[Row]) -> list[Loner]:
    """The actors that `rows` of `members` are, who have no names and of whom no ruling speaks.

    What `actors.settle` and `keys.actor_ids` make of them, in a tenth of the time: `rows` must be all such of their
    documents.
    """
    sharing: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        family = FAMILIES[Kind(row["kind"])]
        sharing[UNNAMED, family, alias_key(row["name"]), row["document"]].append(row)
    found: list[Loner] = []
    for key, same in sharing.items():
        for nth, row in enumerate(sorted(same, key=lambda row: int(row["position"]))):
            parts = key if len(same) == 1 else (*key, row["document"], str(nth))
            found.append(Loner("a-" + short_hash(*parts), row))
    return found


def homes(found: Iterable[Loner]) -> dict[Place, tuple[str, str]]:
    """The id of each, and why it is that."""
    return {loner.place: (loner.id, NOT_NAMED) for loner in found}
