"""Short texts set side by side in rows without touching."""

import unicodedata

import msgspec

# Of the size of the type: what the letters of a sans serif take up on average, on the safe side, and full-width signs.
LETTER = 0.56
FULL = 1.05
GAP_PX = 16.0
BESIDE_PX = 10.0  # from the middle of a sign to its words


class Placed(msgspec.Struct, frozen=True):
    """Where a label stands: its row, whether it reads leftwards from its mark, and as much of its text as fits."""

    row: int
    leftwards: bool
    text: str


class Rows:
    """Rows of one width, filled from the top; what is placed stays."""

    def __init__(self, width: float, size: float, *, most: int | None = None) -> None:
        self._width = width
        self._size = size
        self._most = most
        self._taken: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def place(self, text: str, at: float, left: float, right: float) -> Placed | None:
        """`text` beside a sign at `at` that stands for `left`..`right`; None where no row has room.

        Text goes to the right of the sign, over what lies behind it; where that would run over the edge, to the left;
        where neither side has room, it is cut.
        """
        rightwards = self._width - at - BESIDE_PX
        leftwards = width(text, self._size) > rightwards and at > self._width / 2
        words = cut(text, self._size, at - BESIDE_PX if leftwards else rightwards)
        far = BESIDE_PX + width(words, self._size)
        start, end = (at - far, at) if leftwards else (at, at + far)
        row = self._row(min(start, left) - GAP_PX / 2, max(end, right) + GAP_PX / 2)
        return None if row is None else Placed(row, leftwards, words)

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
