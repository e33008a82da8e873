"""What was promised, threatened or set as a deadline, one line a commitment."""

from collections.abc import Iterable

from onrecord.interval import Interval
from onrecord.record.entries import Change, CommitmentEntry, CommitmentStatus
from onrecord.views import dates, signs
from onrecord.views.listing import Column
from onrecord.views.timeline import parties

NO_DATE = "no date set"


def due(commitment: CommitmentEntry) -> str:
    """By which days, as people write it."""
    return dates.days(commitment.due) if commitment.due.known else NO_DATE


def who(commitment: CommitmentEntry) -> str:
    """`Tarvonia → Ilmeria`; what is not known of it is left out."""
    return parties(_known(commitment.by_name), _known(commitment.toward_name))


def since(commitment: CommitmentEntry) -> Change | None:
    """The first change in the history that led to the status it has; None where the history is silent on it."""
    begun: Change | None = None
    for change in commitment.history:
        if change.status != commitment.status:
            begun = None
        elif begun is None:
            begun = change
    return begun


def last(commitment: CommitmentEntry) -> Change | None:
    """The newest evidence of what became of it."""
    return commitment.history[-1] if commitment.history else None


def pressing(commitments: Iterable[CommitmentEntry]) -> list[CommitmentEntry]:
    """Those that are overdue, or open with a day on which they are due; in the order given."""
    return [each for each in commitments if each.overdue or (each.status is CommitmentStatus.OPEN and each.due.known)]


def _known(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def _on(change: Change | None) -> Interval:
    return change.on if change else Interval()


COMMITMENTS: tuple[Column[CommitmentEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("due", due),
    Column("due_earliest", lambda each: str(each.due.earliest or "")),
    Column("due_latest", lambda each: str(each.due.latest or "")),
    Column("kind", lambda each: each.kind.value),
    Column("by", lambda each: each.by_name),
    Column("by_id", lambda each: each.by or ""),
    Column("toward", lambda each: each.toward_name),
    Column("toward_id", lambda each: each.toward or ""),
    Column("what", lambda each: each.what),
    Column("condition", lambda each: each.condition),
    Column("figures", lambda each: "; ".join(each.figures)),
    Column("status", lambda each: each.status.value),
    Column("overdue", lambda each: "yes" if each.overdue else ""),
    Column("status_since", lambda each: str(_on(since(each)).latest or "")),
    Column("last_evidence", lambda each: str(_on(last(each)).latest or "")),
    Column("last_outlet", lambda each: (change.outlet or "") if (change := last(each)) else ""),
    Column("last_words", lambda each: change.text if (change := last(each)) else ""),
    Column("accounts", lambda each: each.accounts),
    Column("documents", lambda each: "; ".join(each.documents)),
    Column("changes", lambda each: len(each.history)),
)


def headline(commitment: CommitmentEntry) -> str:
    """One line for a margin: what kind it is, whose, what became of it."""
    sign = signs.of_commitment(commitment)
    return f"{sign.glyph} {commitment.by_name}, {commitment.kind.value}, {sign.word}".replace(" ,", "")
