"""Where everything of a drawn timeline stands, before it is drawn.

A lane for each of PLOVER's groups. With few happenings each is a mark with its words; with many, columns count them and
the most reported are marked above. Heights and widths are in pixels, downwards and to the right.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.record.entries import EventEntry
from onrecord.views import signs, timeline, wording
from onrecord.views.extent import Extent
from onrecord.views.labels import BESIDE_PX, Rows, Spot
from onrecord.views.period import anchor, bins, start_of, ticks
from onrecord.views.safe import drawn
from onrecord.views.signs import Family

TYPE_PX = 12.0
ROW_PX = 18.0
TITLE_PX = 20.0
COLUMNS_PX = 52.0
LANE_GAP_PX = 12.0
TAIL_PX = 26.0  # how an end that nothing is known of is drawn


class Size(msgspec.Struct, frozen=True):
    """How much goes into a drawing of one width.

    `marked`, `rows`: the most happenings and rows of them before they are counted; `words`: letters of a label;
    `notable`, `notable_rows`: how many are marked above columns, in how many rows a lane; `columns`, `ticks`: at most.
    """

    width: float
    marked: int
    rows: int
    words: int
    notable: int
    notable_rows: int
    columns: int
    ticks: int


WIDE = Size(width=888, marked=90, rows=44, words=46, notable=10, notable_rows=2, columns=148, ticks=12)
NARROW = Size(width=350, marked=45, rows=38, words=30, notable=5, notable_rows=1, columns=70, ticks=5)


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One happening: the days that it can have been on as `left`..`right`, its sign at `x`, its words."""

    id: str
    status: str
    tip: str
    x: float
    y: float
    left: float
    right: float
    open_start: bool
    open_end: bool
    words: str
    words_x: float
    leftwards: bool
    base: float  # where its columns stand, that a line leads down to; its own height where there are none


class Column(msgspec.Struct, frozen=True):
    """How many happenings of one family of statuses a day, a week, a month or a year has in one lane."""

    left: float
    right: float
    top: float
    bottom: float
    family: Family


class Lane(msgspec.Struct, frozen=True):
    """One group: its name, how many happenings it has, where it begins, where its columns stand if it has any."""

    group: str
    number: int
    top: float
    ground: float | None = None


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """All of a drawing.

    `unit` is what a column counts, empty where every happening has its mark; `most`: how many the highest counts.
    """

    width: float
    height: float
    unit: str
    most: int
    ticks: tuple[tuple[float, str], ...]
    newest: float | None
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]


def layout(what: Extent, size: Size) -> Layout:
    """The drawing of `what` at one size: every happening with its words where there is room for that, else counts."""
    plan = _Plan(what, size)
    if len(what.drawn) > size.marked or not plan.mark_all():
        plan = _Plan(what, size)
        plan.count_all()
    days, form = ticks(what.shown, size.ticks)
    return Layout(
        width=size.width,
        height=plan.at - LANE_GAP_PX * (1 if plan.unit else 0.5),
        unit=plan.unit,
        most=plan.most,
        ticks=tuple((round(plan.x(day.toordinal()), 1), written(day, form)) for day in days),
        newest=round(plan.x(what.newest.toordinal() + 1), 1) if what.newest else None,
        lanes=tuple(plan.lanes),
        marks=tuple(plan.marks),
        columns=tuple(plan.columns),
    )


def written(day: date, form: str) -> str:
    """`day` in one of the forms of `ticks`; "%-d" is not known everywhere."""
    return day.strftime(form.replace("%-d", str(day.day)))


class _Plan:
    """A drawing that is being laid out, lane after lane."""

    def __init__(self, what: Extent, size: Size) -> None:
        self._what = what
        self._size = size
        self.at = 0.0
        self.unit = ""
        self.most = 0
        self.lanes: list[Lane] = []
        self.marks: list[Mark] = []
        self.columns: list[Column] = []

    def x(self, ordinal: float) -> float:
        """Where the day with that number begins."""
        shown = self._what.shown
        return (ordinal - shown.first.toordinal()) / shown.days * self._size.width

    def mark_all(self) -> bool:
        """Whether all happenings found room, each with its words."""
        used = 0
        for group, events in self._groups():
            top, rows = self.at, Rows(self._size.width, TYPE_PX)
            for event in events:
                self._mark(event, rows, top + TITLE_PX)
            self.lanes.append(Lane(group, len(events), top))
            used += len(rows)
            self.at = top + TITLE_PX + ROW_PX * len(rows) + LANE_GAP_PX
        return used <= self._size.rows

    def count_all(self) -> None:
        """Counts the happenings of each lane, and marks the most reported above."""
        self.unit, starts = bins(self._what.shown, self._size.columns)
        counts = {group: self._counts(events) for group, events in self._groups()}
        self.most = max(sum(families.values()) for columns in counts.values() for families in columns.values())
        notable = self._notable()
        for group, events in self._groups():
            top, rows = self.at, Rows(self._size.width, TYPE_PX, most=self._size.notable_rows)
            chosen = [event for event in notable if timeline.GROUP_OF[event.type] == group]
            first = len(self.marks)
            for event in chosen:
                self._mark(event, rows, top + TITLE_PX)
            ground = top + TITLE_PX + ROW_PX * len(rows) + COLUMNS_PX
            self.marks[first:] = [msgspec.structs.replace(mark, base=ground) for mark in self.marks[first:]]
            self._stack(counts[group], starts, ground)
            self.lanes.append(Lane(group, len(events), top, ground))
            self.at = ground + LANE_GAP_PX

    def _groups(self) -> list[tuple[str, list[EventEntry]]]:
        by_group: dict[str, list[EventEntry]] = {group: [] for group in timeline.GROUPS}
        for event in self._what.drawn:
            by_group[timeline.GROUP_OF[event.type]].append(event)
        return [(group, events) for group, events in by_group.items() if events]

    def _counts(self, events: Sequence[EventEntry]) -> dict[date, Counter[Family]]:
        counts: dict[date, Counter[Family]] = {}
        for event in events:
            start = start_of(self.unit, anchor(event))
            counts.setdefault(start, Counter())[signs.EVENT[event.status].family] += 1
        return counts

    def _notable(self) -> list[EventEntry]:
        """Those that the most accounts tell, more than one each, the most reported first."""
        reported = sorted(self._what.drawn, key=lambda event: (-event.accounts, anchor(event), event.id))
        return [event for event in reported[: self._size.notable] if event.accounts > 1]

    def _stack(self, counts: dict[date, Counter[Family]], starts: Sequence[date], ground: float) -> None:
        for number, start in enumerate(starts):
            after = starts[number + 1] if number + 1 < len(starts) else self._what.shown.last
            left = max(0.0, self.x(start.toordinal()))
            right = min(self._size.width, self.x(after.toordinal() + (after is self._what.shown.last)))
            bottom = ground
            for family in Family:
                height = counts.get(start, Counter())[family] / self.most * COLUMNS_PX
                if height:
                    gap = min(1.0, (right - left) / 4)
                    self.columns.append(Column(left, right - gap, bottom - height, bottom, family))
                    bottom -= height

    def _mark(self, event: EventEntry, rows: Rows, top: float) -> None:
        x = self.x(anchor(event).toordinal() + 0.5)
        left, right = self._reach(event, x)
        # Words over a band can be read; a dashed line they would hide.
        before, after = (TAIL_PX if end is None else 0.0 for end in (event.when.earliest, event.when.latest))
        placed = rows.place(self._words(event), Spot(x, left, right, BESIDE_PX + before, BESIDE_PX + after))
        if placed is None:
            return
        y = top + ROW_PX * (placed.row + 0.5)
        self.marks.append(
            Mark(
                id=event.id,
                status=event.status,
                tip=drawn(timeline.headline(event)),
                x=round(x, 1),
                y=y,
                left=round(left, 1),
                right=round(right, 1),
                open_start=event.when.earliest is None,
                open_end=event.when.latest is None,
                words=placed.text,
                words_x=round(placed.x, 1),
                leftwards=placed.leftwards,
                base=y,
            )
        )

    def _reach(self, event: EventEntry, x: float) -> tuple[float, float]:
        """From where to where the days lie that `event` can have been on; nothing where that is one day."""
        first, last = event.when.earliest, event.when.latest
        if first is None or last is None:
            left, right = (x - TAIL_PX if first is None else x), (x + TAIL_PX if last is None else x)
        elif first == last:
            left = right = x
        else:
            left, right = self.x(first.toordinal()), self.x(last.toordinal() + 1)
        return max(0.0, left), min(self._size.width, right)

    def _words(self, event: EventEntry) -> str:
        """Who, and which kind; the article's words only where it is not known who: they are a whole sentence."""
        who, kind = drawn(timeline.who(event)), wording.EVENT[event.type]
        words = f"{who}: {kind}" if who else ": ".join(filter(None, (kind, drawn(event.what))))
        if len(words) > self._size.words and who:
            room = max(self._size.words - len(kind) - 3, 8)
            words = f"{who[:room].rstrip(' ,→')}…: {kind}"
        return words if len(words) <= self._size.words else f"{words[: self._size.words - 1].rstrip(' ,;:→')}…"
