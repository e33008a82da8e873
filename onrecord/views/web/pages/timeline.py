"""What happened, what is planned or threatened, and what was called off."""

from datetime import date

from onrecord.reading.schema import EventType
from onrecord.record.filters import EventFilters
from onrecord.record.record import Record
from onrecord.views import signs, wording
from onrecord.views.drawing import NARROW, Size, layout
from onrecord.views.extent import caption, extent
from onrecord.views.timeline import EVENTS
from onrecord.views.web.view import ON_A_PAGE, Asked, Listed, Page, View, chooser, total_of
from onrecord.views.web.zoom import zoom

MOST_DRAWN = 300  # more have to be zoomed into first
ROOMY = Size(width=1180, marked=160, rows=64, words=64, notable=20, notable_rows=3, columns=180, ticks=14)


class AskedEvents(Asked, frozen=True, kw_only=True):
    """What can be asked of the timeline."""

    type: EventType | None = None
    status: str | None = None
    actor: str | None = None
    other: str | None = None
    alone: bool | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    new: int | None = None

    @property
    def filters(self) -> EventFilters:
        """As the record takes it."""
        return EventFilters(
            type=self.type, status=self.status, actor=self.actor, other=self.other, outlet=self.outlet,
            alone=self.alone, since=self.since, until=self.until, text=self.text, first_seen=self.new,
        )  # fmt: skip


def timeline(record: Record, asked: AskedEvents) -> View:
    """One page of the happenings that are asked for."""
    filters = asked.filters
    statuses = {status: sign.word for status, sign in signs.EVENT.items()}
    total = total_of(record.count_events(**filters))
    what = extent(record.events(**filters)) if total <= MOST_DRAWN else None
    days = record.count_events("day", **filters | {"since": None, "until": None})
    return View(
        template="timeline.html.j2",
        title="Timeline",
        context={
            "events": record.events(**filters, limit=ON_A_PAGE, offset=asked.offset),
            "asked": asked,
            "zoom": zoom(days, since=asked.since, until=asked.until),
            "laid": [("wide", layout(what, ROOMY)), ("narrow", layout(what, NARROW))] if what else [],
            "caption": caption(what) if what else "",
        },
        listed=Listed(lambda: record.events(**filters), EVENTS),
        total=total,
        choosers=(
            chooser(
                "status", "Status", asked.status, record.count_events("status", **filters | {"status": None}), statuses
            ),
            chooser("type", "Kind", asked.type, record.count_events("type", **filters | {"type": None}), wording.EVENT),
            chooser("actor", "Actor", asked.actor, record.count_events("actor", **filters | {"actor": None})),
            chooser("outlet", "Outlet", asked.outlet, record.count_events("outlet", **filters | {"outlet": None})),
        ),
    )


PAGES = (Page("/timeline", AskedEvents, timeline),)
