"""Which of two articles was first, from what they say and from their dates."""

from collections.abc import Sequence

from onrecord.interval import Interval
from onrecord.record.copies.entry import COPIES, CopyKind
from onrecord.record.copies.signs import Sign

UNKNOWN = "nothing shows which was first"
CONTRADICTED = "the signs contradict each other"
# Quotes may be taken down by many on one day and printed on different ones: their dates show nothing.
_BY_DATE = COPIES | {CopyKind.SHARED_PASSAGES}


def direction(
    kind: CopyKind,
    documents: tuple[str, str],
    published: tuple[Interval, Interval],
    names: tuple[str, str],
    signs: Sequence[Sign],
) -> tuple[str | None, tuple[str, ...]]:
    """The document that was first, None where that does not show; and why, in a few words each.

    `names` are what the documents are called in them.
    """
    told = [(sign.original, sign.because) for sign in signs]
    if kind in _BY_DATE:
        for place, other in ((0, 1), (1, 0)):
            last, first = published[place].latest, published[other].earliest
            if last and first and last < first:
                dates = (f"{names[place]} has {published[place].label()}", f"{names[other]} {published[other].label()}")
                told.append((documents[place], ", ".join(dates)))
    originals = {original for original, _ in told}
    because = tuple(dict.fromkeys(reason for _, reason in told))
    if len(originals) == 1:
        return originals.pop(), because
    return None, (CONTRADICTED, *because) if originals else (UNKNOWN,)
