"""What hangs together over pairs."""

from collections.abc import Iterable


def connected(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The least of all that each is connected with over `pairs`."""
    least: dict[str, str] = {}

    def root(one: str) -> str:
        while least.setdefault(one, one) != one:
            least[one] = least[least[one]]
            one = least[one]
        return one

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        least[high] = low
    return {one: root(one) for one in sorted(least)}
