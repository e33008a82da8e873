"""Commitments over all documents: which tellings are of one, and what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import CommitmentKind
from onrecord.record.entries import Change, CommitmentStatus
from onrecord.record.fates import Passage, endings, opened
from onrecord.record.independence import Ties, Told
from onrecord.record.keys import short_hash
from onrecord.record.pledges import Pledge
from onrecord.record.store import Value
from onrecord.record.tellings import Telling

# Shares of the content words of the shorter of two tellings that make them one commitment: of the same actor with the
# same day due, of the same actor, of different ones (a premier and his state) with the same day due.
SAME_DUE, SAME_ACTOR, SAME_WORDS = 0.25, 0.5, 0.5
FEWEST_WORDS = 2
_AGAINST = frozenset({CommitmentKind.THREAT, CommitmentKind.ULTIMATUM, CommitmentKind.DEADLINE})
_SETTLED = frozenset({CommitmentStatus.KEPT, CommitmentStatus.CARRIED_OUT, CommitmentStatus.LAPSED})


@dataclass(frozen=True, slots=True)
class Made:
    """One commitment: its tellings in order of publication, its history, and what it stands at."""

    id: str
    pledges: tuple[Pledge, ...]
    history: tuple[Change, ...]
    status: CommitmentStatus
    overdue: bool

    @property
    def due(self) -> Interval:
        """When it is due, as most precisely told."""
        days = [p.due for p in self.pledges if p.due.latest and p.due.basis == "expression"]
        best = min(days, key=lambda d: (d.latest or date.max) - (d.earliest or date.min), default=None)
        return Interval(best.earliest, best.latest, "expression") if best else Interval()

    @property
    def best(self) -> Pledge:
        """The telling that says most: with a day, a condition and an actor; the earliest of those."""
        return min(
            self.pledges,
            key=lambda p: (p.commitment.kind is CommitmentKind.DEADLINE, not p.by, not p.due.expressions,
                           not p.condition, *p.order),
        )  # fmt: skip


def commitments(
    pledges: Sequence[Pledge], *, events: Sequence[Telling], passages: Sequence[Passage], newest: date | None
) -> list[Made]:
    """The commitments that `pledges` tell of, each with what `events` and `passages` say became of it.

    `newest`: the latest day of the coverage; what was due before it and is not told of any more is overdue.
    """
    out = []
    for group in _groups(sorted(pledges, key=lambda p: p.order)):
        founder = min(group, key=lambda p: (p.founded, p.document, p.position))
        history = _history(group, endings(group, events, passages))
        made = Made("c-" + short_hash(founder.id), tuple(group), history, CommitmentStatus.OPEN, overdue=False)
        status = CommitmentStatus(history[-1].status)
        overdue = bool(status is CommitmentStatus.OPEN and newest and made.due.latest and made.due.latest < newest)
        out.append(
            Made(made.id, made.pledges, history, CommitmentStatus.UNKNOWN if overdue else status, overdue=overdue)
        )
    return out


def commitment_row(made: Made, seen: int | None, ties: Ties) -> tuple[Value, ...]:
    """The row of `commitments`, in the order of its columns; `seen` is the run that first saw it, if any did before.

    `ties` say which articles are one account.
    """
    best, due = made.best, made.due
    runs = [pledge.run for pledge in made.pledges]
    kinds = Counter(p.commitment.kind for p in made.pledges)
    kind = CommitmentKind.ULTIMATUM if kinds[CommitmentKind.ULTIMATUM] else best.commitment.kind
    return (
        made.id,
        kind.value,
        best.by,
        best.toward or next((p.toward for p in made.pledges if p.toward), None),
        " ".join(best.what.split()),
        " ".join((best.condition or next((p.condition for p in made.pledges if p.condition), "")).split()),
        due.earliest.isoformat() if due.earliest else None,
        due.latest.isoformat() if due.latest else None,
        due.basis,
        made.status.value,
        int(made.overdue),
        _json(tuple(dict.fromkeys(figure for p in made.pledges for figure in p.figures))),
        _json(made.history),
        ties.accounts([Told(p.document, p.sentence, p.text) for p in made.pledges]),
        min(runs) if seen is None else min(*runs, seen),
        max(runs),
        made.pledges[0].story,
    )


def evidence_rows(made: Made) -> Iterator[tuple[Value, ...]]:
    """The rows of `evidence`: the words that make it, what is to be done, the condition, when it is due."""
    for pledge in made.pledges:
        said = pledge.commitment
        spans = [
            (said.cue, "cue"),
            *((span, "what") for span in said.what),
            *((s, "due") for s in said.due.expressions),
        ]
        if said.condition:
            spans.append((said.condition, "condition"))
        for span, part in spans:
            yield ("commitment", made.id, pledge.document, span.start, span.end, part)
    for change in made.history[1:]:
        yield ("commitment", made.id, change.document, change.span.start, change.span.end, "change")


def _groups(pledges: Sequence[Pledge]) -> list[list[Pledge]]:
    """Tellings of one commitment together; each joins the first group that one of its members is the same as."""
    groups: list[list[Pledge]] = []
    for pledge in pledges:
        home = next((group for group in groups if any(_same(pledge, other) for other in group)), None)
        if home is None:
            groups.append([pledge])
        else:
            home.append(pledge)
    return groups


def _same(one: Pledge, other: Pledge) -> bool:
    if (one.commitment.kind in _AGAINST) != (other.commitment.kind in _AGAINST):
        # A tariff that some call a promise and others a threat is one, if the same words say so.
        return one.by == other.by and one.by is not None and _share(one, other) >= SAME_WORDS
    due = _same_due(one, other)
    if due is False:
        return False
    if CommitmentKind.DEADLINE in (one.commitment.kind, other.commitment.kind):
        return bool(due) and (one.by is None or other.by is None or one.by == other.by)
    if one.by == other.by and one.by is not None:
        return _share(one, other) >= (SAME_DUE if due else SAME_ACTOR)
    return bool(due) and _share(one, other) >= SAME_WORDS


def _same_due(one: Pledge, other: Pledge) -> bool | None:
    """Whether both are due on the same day; None where a day is not known of both."""
    if not (one.due.latest and other.due.latest):
        return None
    first, second = (Interval(p.due.latest, p.due.latest) for p in (one, other))
    return not first.excludes(second)


def _share(one: Pledge, other: Pledge) -> float:
    common = len(one.stems & other.stems)
    return common / min(len(one.stems), len(other.stems)) if common >= FEWEST_WORDS else 0.0


def _history(pledges: Sequence[Pledge], later: Iterable[Change]) -> tuple[Change, ...]:
    """As it was made, then each change of status, in order of publication."""
    told = (*(opened(pledge) for pledge in pledges), *later)
    out: list[Change] = []
    for change in sorted(told, key=lambda c: (str(c.on.latest or "9999"), c.document, c.span)):
        # Told again after it was denied or put off, it is not open again.
        news = not out or change.status not in (out[-1].status, CommitmentStatus.OPEN.value)
        if news and not (out and CommitmentStatus(out[-1].status) in _SETTLED):
            out.append(change)
    return tuple(out)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
