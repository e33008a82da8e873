"""Which article copies which, one line a pair."""

import msgspec

from onrecord.record.copies.entry import CopyEntry, CopyKind, CopySide, PassageKind
from onrecord.record.record import Record
from onrecord.spans import Span
from onrecord.views import dates, wording
from onrecord.views.listing import Column
from onrecord.views.wording import counted

VERB = {
    CopyKind.IDENTICAL: "repeats",
    CopyKind.REPUBLISHED: "republishes",
    CopyKind.REWRITTEN: "rewrites",
    CopyKind.SHARED_PASSAGES: "takes passages from",
    CopyKind.SHARED_QUOTES: "quotes from",
}
# Of a passage; the articles have all of it.
SHOWN_CHARS = 320

KIND = {
    CopyKind.IDENTICAL: "identical",
    CopyKind.REPUBLISHED: "republished",
    CopyKind.REWRITTEN: "rewritten",
    CopyKind.SHARED_PASSAGES: "shared passages",
    CopyKind.SHARED_QUOTES: "shared quotes",
    CopyKind.CREDITED: "from elsewhere",
}
MEANS = {
    CopyKind.IDENTICAL: "the same words",
    CopyKind.REPUBLISHED: "most of one article stands in the other, with additions or trimmed",
    CopyKind.REWRITTEN: "the same facts in the same order in other words",
    CopyKind.SHARED_PASSAGES: "some passages are the same, word for word",
    CopyKind.SHARED_QUOTES: "the same words of the same speakers, and nothing else",
    CopyKind.CREDITED: "the article says that it is another outlet’s; that one is not in the record",
}
ALIKE = {
    PassageKind.WORDS: "the same words",
    PassageKind.QUOTE: "the same quote",
    PassageKind.TOLD: "the same in other words",
}


def article(side: CopySide) -> str:
    """Who published it and when: "Meridian Wire, 10 March 2031"."""
    return f"{side.outlet or wording.NO_OUTLET}, {dates.written(side.published)}"


def percent(share: float) -> str:
    """`0.894` as "89 %"."""
    return f"{share:.0%}".replace("%", " %")


def shares(entry: CopyEntry) -> str:
    """How much of each article is in the other, in the order of `documents`; empty where there is one alone."""
    if entry.second is None:
        return ""
    verb = "is told in" if entry.kind is CopyKind.REWRITTEN else "stands in"
    return f"{percent(entry.first.share)} of the first {verb} the second, {percent(entry.second.share)} the other way"


def changes(entry: CopyEntry) -> str:
    """What was added and left out, counted in sentences; empty where nothing was, or it does not show."""
    if entry.original is None or entry.kind is not CopyKind.REPUBLISHED or not entry.second:
        return ""
    added, left_out = len(entry.second.only), len(entry.first.only)
    known = (
        f"{counted(added, 'sentence')} added" if added else "",
        f"{counted(left_out, 'sentence')} left out" if left_out else "",
    )
    return ", ".join(each for each in known if each)


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the one article, and what in the other."""

    first: str
    second: str
    kind: PassageKind


class ShownCopy(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with its words: what is in both, what only in the original (or first), what only in the other."""

    entry: CopyEntry
    beside: tuple[Beside, ...]
    left_out: tuple[str, ...]
    added: tuple[str, ...]


def shown_copy(record: Record, entry: CopyEntry) -> ShownCopy:
    """The texts of `entry`. Raises `RecordError` where the record cannot be read."""
    if entry.second is None:
        return ShownCopy(entry=entry, beside=(), left_out=(), added=())
    first, second = record.text(entry.first.document), record.text(entry.second.document)
    # Of others what is in one alone is nearly all of it, or told in words that were not found.
    exact = entry.kind in {CopyKind.IDENTICAL, CopyKind.REPUBLISHED}
    return ShownCopy(
        entry=entry,
        beside=tuple(
            Beside(first=_line(each.first, first), second=_line(each.second, second), kind=each.kind)
            for each in entry.passages
        ),
        left_out=tuple(_line(span, first) for span in entry.first.only) if exact else (),
        added=tuple(_line(span, second) for span in entry.second.only) if exact else (),
    )


def _line(span: Span, text: str) -> str:
    """The words at `span`; of a long passage how it begins and how it ends."""
    line = " ".join(span.of(text).split())
    if len(line) <= SHOWN_CHARS:
        return line
    return f"{line[: SHOWN_CHARS // 2].rsplit(' ', 1)[0]} […] {line[-SHOWN_CHARS // 2 :].split(' ', 1)[-1]}"


COPIES: tuple[Column[CopyEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("kind", lambda each: each.kind.value),
    Column("direction", lambda each: "known" if each.original else ""),
    Column("first", lambda each: each.first.document),
    Column("first_outlet", lambda each: each.first.outlet or ""),
    Column("first_date", lambda each: each.first.published.label()),
    Column("first_share", lambda each: f"{each.first.share:.2f}"),
    Column("second", lambda each: each.second.document if each.second else ""),
    Column("second_outlet", lambda each: (each.second.outlet or "") if each.second else ""),
    Column("second_date", lambda each: each.second.published.label() if each.second else ""),
    Column("second_share", lambda each: f"{each.second.share:.2f}" if each.second else ""),
    Column("passages", lambda each: len(each.passages)),
    Column("credited", lambda each: each.credited),
    Column("because", lambda each: "; ".join(each.because)),
)
