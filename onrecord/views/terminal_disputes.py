"""Disputes on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.record.disputes.entry import DisputeEntry, DisputeStatus, Side
from onrecord.views import disputes
from onrecord.views.terminal import FAINT, INDENT, STRONG, plain_table, safe

KIND_WIDTH = 17


def disputes_on_screen(entries: Iterable[DisputeEntry]) -> RenderableType:
    """One row a dispute: its kind, and each version with who says it."""
    drawn = plain_table()
    drawn.add_column("kind", min_width=KIND_WIDTH, no_wrap=True)
    drawn.add_column("what", ratio=1)
    for entry in entries:
        drawn.add_row(Text(disputes.KIND[entry.kind]), Group(*_lines(entry)))
    return drawn


def dispute_on_screen(entry: DisputeEntry) -> Iterator[RenderableType]:
    """What it is of, what shows it, and the versions side by side."""
    yield Text.assemble((disputes.KIND[entry.kind], STRONG), f", {disputes.STATUS[entry.status]}: ", safe(entry.about))
    yield safe("; ".join(entry.because), FAINT)
    drawn = plain_table()
    for side in entry.sides:
        drawn.add_column(safe(f"“{side.says}” · {disputes.support(side)}", STRONG), ratio=1)
    drawn.add_row(*(Group(*_claims(side)) for side in entry.sides))
    yield ""
    yield drawn


def _claims(side: Side) -> Iterator[RenderableType]:
    for shown in disputes.together(side):
        yield safe(disputes.said_by(shown.claim), STRONG)
        yield safe(shown.claim.text)
        for claim in shown.claims:
            yield safe(f"{disputes.where(claim)}  {claim.span.start}:{claim.span.end}", FAINT)
        yield ""


def _lines(entry: DisputeEntry) -> Iterator[RenderableType]:
    for side in entry.sides:
        yield Text.assemble(safe(side.says, STRONG), (f"  {disputes.speakers(side)}", FAINT))
    known = (
        entry.about if all(entry.about != side.says for side in entry.sides) else "",
        disputes.STATUS[entry.status] if entry.status is not DisputeStatus.OPEN else "",
        "; ".join(entry.because),
        entry.id,
    )
    yield Padding(safe(" · ".join(each for each in known if each), FAINT), (0, 0, 0, INDENT))
