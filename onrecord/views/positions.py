"""Who stands where on which issue, one line a position."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from onrecord.record.positions.entry import PositionEntry, Shift, Stance, Taken
from onrecord.views import dates, wording
from onrecord.views.listing import Column

STANCE = {
    Stance.FOR: "for",
    Stance.AGAINST: "against",
    Stance.CONDITIONAL: "on a condition",
    Stance.UNDECIDED: "undecided",
    Stance.DENIES: "denies it",
}


def by_issue(entries: Iterable[PositionEntry]) -> Iterator[tuple[str, list[PositionEntry]]]:
    """The entries under the name of their issue, in their order."""
    for _, group in groupby(entries, key=lambda each: (each.issue, each.issue_name)):
        own = list(group)
        yield own[0].issue_name, own


def words(taken: Taken) -> str:
    """What takes the side, what that is about and on which condition: "flatly rejects the plan"."""
    # "threatened" is about "to close the strait"; of both the text has the words in between.
    return " ".join(each for each in (taken.words, taken.about, taken.condition) if each)


def where(taken: Taken) -> str:
    """Where it stands, and on whose word it is known: "Meridian Wire, 10 March 2031; says Ora Lind"."""
    known = f"{taken.outlet or wording.NO_OUTLET}, {dates.written(taken.on)}"
    return f"{known}; says {taken.according_to}" if taken.according_to else known


def shift_line(shift: Shift, entry: PositionEntry) -> str:
    """The other side of a shift from or to `entry`: "before: “…” (2 March); the days exclude each other"."""
    to_entry = shift.later == entry.id
    other, label, identity = (
        (shift.before, "before", shift.earlier) if to_entry else (shift.after, "later", shift.later)
    )
    return f"{label}: “{words(other)}” ({where(other)}; {shift.because}) {identity}"


POSITIONS: tuple[Column[PositionEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("issue", lambda each: each.issue_name),
    Column("actor", lambda each: each.actor_name),
    Column("actor_id", lambda each: each.actor),
    Column("stance", lambda each: each.stance.value),
    Column("date", lambda each: each.when.label()),
    Column("basis", lambda each: each.when.basis),
    Column("words", lambda each: words(each.taken[-1])),
    Column("according_to", lambda each: each.taken[-1].according_to),
    Column("shifts", lambda each: "; ".join(shift_line(shift, each) for shift in each.shifts)),
    Column("articles", lambda each: each.articles),
    Column("accounts", lambda each: each.accounts),
)
