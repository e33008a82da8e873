"""Which article copies which, one line a pair."""

from onrecord.record.copies.entry import CopyEntry, CopyKind, CopySide, PassageKind
from onrecord.views import dates, wording
from onrecord.views.listing import Column
from onrecord.views.wording import counted

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
    if entry.original is None or entry.second is None or entry.kind is CopyKind.REWRITTEN:
        return ""
    added, left_out = len(entry.second.only), len(entry.first.only)
    known = (
        f"{counted(added, 'sentence')} added" if added else "",
        f"{counted(left_out, 'sentence')} left out" if left_out else "",
    )
    return ", ".join(each for each in known if each)


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
