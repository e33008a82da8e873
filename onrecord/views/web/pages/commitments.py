"""What was promised, threatened or set as a deadline, and what became of it."""

from onrecord.reading.schema import CommitmentKind
from onrecord.record.entries import CommitmentStatus
from onrecord.record.filters import CommitmentFilters
from onrecord.record.record import Record
from onrecord.views import signs, wording
from onrecord.views.commitments import COMMITMENTS
from onrecord.views.web.view import ON_A_PAGE, Asked, Listed, Page, View, chooser, total_of


class AskedCommitments(Asked, frozen=True, kw_only=True):
    """What can be asked of commitments."""

    kind: CommitmentKind | None = None
    status: CommitmentStatus | None = None
    by: str | None = None
    outlet: str | None = None
    new: int | None = None

    @property
    def filters(self) -> CommitmentFilters:
        """As the record takes it."""
        return CommitmentFilters(
            kind=self.kind, status=self.status, by=self.by, outlet=self.outlet, first_seen=self.new
        )


def commitments(record: Record, asked: AskedCommitments) -> View:
    """One page of the commitments that are asked for."""
    filters = asked.filters
    statuses = {status: sign.word for status, sign in signs.COMMITMENT.items()}
    return View(
        template="commitments.html.j2",
        title="Commitments",
        context={"entries": record.commitments(**filters, limit=ON_A_PAGE, offset=asked.offset)},
        listed=Listed(lambda: record.commitments(**filters), COMMITMENTS),
        total=total_of(record.count_commitments(**filters)),
        choosers=(
            chooser(
                "status",
                "Status",
                asked.status,
                record.count_commitments("status", **filters | {"status": None}),
                statuses,
            ),
            chooser(
                "kind",
                "Kind",
                asked.kind,
                record.count_commitments("kind", **filters | {"kind": None}),
                wording.COMMITMENT,
            ),
            chooser("by", "By", asked.by, record.count_commitments("by", **filters | {"by": None})),
            chooser("outlet", "Outlet", asked.outlet, record.count_commitments("outlet", **filters | {"outlet": None})),
        ),
    )


PAGES = (Page("/commitments", AskedCommitments, commitments),)
