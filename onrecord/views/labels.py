"""Short texts set side by side in rows without touching."""

import unicodedata

import msgspec

# Of the size of the type: what the letters of a sans serif take up on average, on the safe side, and full-width signs.
LETTER = 0.56
FULL = 1.05
GAP_PX = 16.0
BESIDE_PX = 10.0  # from the middle of a sign to its words


class Placed(msgspec.Struct, frozen=True):
    """Where a label stands: its row, whether it ends or begins at `x`, and as much of its text as fits."""

    row: int
    leftwards: bool
    x: float
    text: str


class Spot(msgspec.Struct, frozen=True):
    """A sign at `at` that stands for `left`..`right`, and how far from it words may come nearest on either side."""

    at: float
    left: float
    right: float
    before: float = BESIDE_PX
    after: float = BESIDE_PX


class Rows:
    """Rows of one width, filled from the top; what is placed stays."""

    def __init__(self, width: float, size: float, *, most: int | None = None) -> None:
        self._width = width
        self._size = size
        self._most = most
        self._taken: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def place(self, text: str, spot: Spot) -> Placed | None:
        """`text` beside the sign at `spot`; None where no row has room.

        Text goes to the right of the sign, over what lies behind it; where that would run over the edge, to the left;
        where neither side has room, it is cut.
        """
        room = self._width - spot.at - spot.after
        leftwards = width(text, self._size) > room and spot.at > self._width / 2
        words = cut(text, self._size, spot.at - spot.before if leftwards else room)
        x = spot.at - spot.before if leftwards else spot.at + spot.after
        far = x - width(words, self._size) if leftwards else x + width(words, self._size)
        row = self._row(min(spot.left, spot.at, far) - GAP_PX / 2, max(spot.right, spot.at, far) + GAP_PX / 2)
        return None if row is None else Placed(row, leftwards, x, words)

    def _row(self, start: float, end: float) -> int | None:
        for number, taken in enumerate(self._taken):
            if all(end <= left or right <= start for left, right in taken):
                taken.append((start, end))
                return number
        if self._most is not None and len(self._taken) >= self._most:
            return None
        self._taken.append([(start, end)])
        return len(self._taken) - 1


def width(text: str, size: float) -> float:
    """About how wide `text` is in type of `size`."""
    return size * sum(FULL if unicodedata.east_asian_width(sign) in "WF" else LETTER for sign in text)


def cut(text: str, size: float, room: float) -> str:
    """As much of `text` as fits into `room`, with "…" where something is left out."""
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:→") + "…" if kept else ""
