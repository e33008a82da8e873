"""Which tellings are of one event (interim)."""

from collections.abc import Iterable

from onrecord.record.stems import stems
from onrecord.record.tellings import Telling


def merged(told: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings of one event together."""
    groups: list[list[Telling]] = []
    for telling in sorted(told, key=lambda t: t.order):
        home = next((g for g in groups if any(_same(telling, other) for other in g)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return groups


def _same(one: Telling, other: Telling) -> bool:
    if one.event.type is not other.event.type or not one.participants & other.participants:
        return False
    a, b = stems(one.text), stems(other.text)
    return len(a & b) >= 3 and len(a & b) >= 0.4 * min(len(a), len(b))
