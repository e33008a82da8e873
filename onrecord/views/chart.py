"""The drawn timeline: declared with Altair, rendered by Vega offline."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import altair as alt
import vl_convert
from markupsafe import Markup

from onrecord.record.entries import EventEntry
from onrecord.views import dates, signs, svg
from onrecord.views.drawing import COLUMNS_PX, NARROW, TYPE_PX, WIDE, Layout, Mark, Size, layout
from onrecord.views.extent import Extent, extent
from onrecord.views.page import Drawing
from onrecord.views.signs import Family
from onrecord.views.wording import counted

# Colours are the page's own, so that the drawing is right on paper, by night and in print.
COLOUR = {
    Family.FACT: "var(--blue)",
    Family.AHEAD: "var(--blue-2)",
    Family.THREAT: "var(--rust)",
    Family.GONE: "var(--soft)",
}
# Stacked on blue, the grey of what is gone would look like it.
COLUMN = {Family.GONE: "var(--rule)"}
INK, SOFT, RULE, PAPER = "var(--ink)", "var(--soft)", "var(--rule)", "var(--paper)"
SIGN_AREA = 90.0  # square pixels
BAND_PX = 15.0
TICKS_PX = 22.0
SMALL_PX = 11.0
EDGE_PX = 20.0  # a date nearer to the edge would be cut

X = alt.X("x:Q", scale=None, axis=None)
Y = alt.Y("y:Q", scale=None, axis=None)
FILL = alt.Fill("fill:N", scale=None)
STROKE = alt.Stroke("stroke:N", scale=None)
# Of paper, so that words stay legible on lines; dossier.css paints it behind them.
HALO: dict[str, Any] = {"stroke": PAPER, "strokeWidth": 3}

Row = Mapping[str, object]


def draw(events: Iterable[EventEntry], *, newest: date | None = None) -> Drawing | None:
    """`events` drawn for a wide and for a narrow page; None where none of them has a date."""
    what = extent(list(events), newest=newest)
    if what is None:
        return None
    return Drawing(_svg(what, WIDE, "wide"), _svg(what, NARROW, "narrow"), what)


def _svg(what: Extent, size: Size, name: str) -> Markup:
    laid = layout(what, size)
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    drawn = vl_convert.vegalite_to_svg(declared(laid).to_dict(), vl_version=version)
    shown = dates.written(what.interval)
    lanes = "; ".join(f"{lane.group}: {lane.number:,}" for lane in laid.lanes)
    how = f"counted by the {laid.unit}" if laid.unit else "each with its own mark"
    return Markup(  # noqa: S704 - `inline` escapes all that comes from coverage
        svg.inline(
            drawn,
            name=f"chart-{name}",
            title=f"Timeline: {counted(len(what.drawn), 'happening')}, {shown}",
            description=f"In lanes by kind, {how}. {lanes}. The list below has them all.",
        )
    )


def declared(laid: Layout) -> alt.LayerChart:
    """`laid` as a chart. Everything has its place already, so that its coordinates are the pixels themselves."""
    layers = [*_grid(laid), *_columns(laid), *_reaches(laid.marks), *_titles(laid), *_signs(laid.marks)]
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(width=laid.width, height=laid.height + TICKS_PX, padding=1, autosize="none")
        .configure(background="transparent", view=alt.ViewConfig(stroke=None, fill=None))
    )
    return chart


def _grid(laid: Layout) -> Iterator[alt.Chart]:
    """Days and lanes, and where the coverage ends."""
    bottom = laid.height
    yield _rules([{"x": x, "y": 0, "y2": bottom + 4} for x, _ in laid.ticks], stroke=RULE)
    yield _rules([{"x": 0, "x2": laid.width, "y": lane.top} for lane in laid.lanes], stroke=SOFT)
    yield _rules([{"x": 0, "x2": laid.width, "y": bottom}], stroke=SOFT)
    days = [{"x": x, "y": bottom + 13, "text": words} for x, words in laid.ticks if EDGE_PX < x < laid.width - EDGE_PX]
    yield _texts(days, fontSize=SMALL_PX, fill=SOFT, align="center")
    if laid.newest is not None:
        yield _rules([{"x": laid.newest, "y": 0, "y2": bottom}], stroke=INK, strokeDash=[2, 3])


def _titles(laid: Layout) -> Iterator[alt.Chart]:
    rows = [{"x": 0, "y": lane.top + 11, "text": f"{lane.group.capitalize()}, {lane.number:,}"} for lane in laid.lanes]
    yield _texts(rows, fontWeight=600, fill=INK, align="left", **HALO)


def _columns(laid: Layout) -> Iterator[alt.Chart]:
    """The counts, each lane on its ground, and the one measure of all at the first."""
    grounds = [lane for lane in laid.lanes if lane.ground is not None]
    if not grounds:
        return
    yield _rules([{"x": 0, "x2": laid.width, "y": lane.ground} for lane in grounds], stroke=RULE)
    columns = [
        {
            "x": each.left,
            "x2": each.right,
            "y": each.top,
            "y2": each.bottom,
            "fill": COLUMN.get(each.family, COLOUR[each.family]),
            "stroke": COLOUR[each.family],
        }
        for each in laid.columns
    ]
    outlined = {"fill": FILL, "stroke": STROKE}
    yield _chart(columns).mark_rect(aria=False, strokeWidth=0.5).encode(x=X, x2="x2", y=Y, y2="y2", **outlined)
    level = float(grounds[0].ground or 0) - COLUMNS_PX
    yield _rules([{"x": 0, "x2": laid.width, "y": level}], stroke=SOFT, strokeDash=[1, 3])
    measure = [{"x": 0, "y": level + 8, "text": f"{laid.most:,} a {laid.unit}"}]
    yield _texts(measure, fontSize=SMALL_PX, fill=SOFT, align="left", **HALO)


def _reaches(marks: Iterable[Mark]) -> Iterator[alt.Chart]:
    """The days that an uncertain happening can have been on: a band, or a dashed line where an end is open."""
    reaching = [mark for mark in marks if mark.left < mark.right]
    bands = [
        {
            "x": mark.left,
            "x2": mark.right,
            "y": mark.y - BAND_PX / 2,
            "y2": mark.y + BAND_PX / 2,
            "fill": _colour(mark),
        }
        for mark in reaching
        if not (mark.open_start or mark.open_end)
    ]
    if bands:
        yield _chart(bands).mark_rect(aria=False, fillOpacity=0.18).encode(x=X, x2="x2", y=Y, y2="y2", fill=FILL)
    tails = [mark for mark in reaching if mark.open_start or mark.open_end]
    for family in Family:
        of_family = [mark for mark in tails if signs.EVENT[mark.status].family is family]
        rows = [{"x": mark.left, "x2": mark.right, "y": mark.y} for mark in of_family]
        yield _rules(rows, stroke=COLOUR[family], strokeDash=[3, 2], strokeWidth=1.5)


def _signs(marks: Iterable[Mark]) -> Iterator[alt.Chart]:
    """The sign of each happening that is marked, a line down to its columns, its words."""
    marked = list(marks)
    yield _rules([{"x": mark.x, "y": mark.y, "y2": mark.base} for mark in marked if mark.base > mark.y], stroke=SOFT)
    if marked:
        encoded = {
            "shape": alt.Shape("shape:N", scale=None),
            "fill": FILL,
            "stroke": STROKE,
        }
        yield (
            _chart([_sign(mark) for mark in marked])
            .mark_point(size=SIGN_AREA, opacity=1, strokeWidth=1.6)
            .encode(x=X, y=Y, href="href:N", description="tip:N", **encoded)
        )
    for leftwards, align in ((False, "left"), (True, "right")):
        words = [mark for mark in marked if mark.leftwards is leftwards]
        rows = [{"x": mark.words_x, "y": mark.y, "text": mark.words} for mark in words]
        yield _texts(rows, fill=INK, align=align, **HALO)


def _sign(mark: Mark) -> Row:
    sign = signs.EVENT[mark.status]
    colour = _colour(mark)
    look = {"shape": sign.outline, "stroke": colour, "fill": colour if sign.filled else PAPER}
    return {"x": mark.x, "y": mark.y, "href": f"#{mark.id}", "tip": mark.tip, **look}


def _colour(mark: Mark) -> str:
    return COLOUR[signs.EVENT[mark.status].family]


def _rules(rows: Sequence[Row], **look: Any) -> alt.Chart:  # noqa: ANN401 - the looks of Vega-Lite's marks
    ends = {end: end for end in ("x2", "y2") if any(end in row for row in rows)}
    drawn: alt.Chart = _chart(rows).mark_rule(aria=False, **look).encode(x=X, y=Y, **ends)
    return drawn


def _texts(rows: Sequence[Row], **look: Any) -> alt.Chart:  # noqa: ANN401 - the looks of Vega-Lite's marks
    styled: dict[str, Any] = {"fontSize": TYPE_PX, "baseline": "middle"} | look
    drawn: alt.Chart = _chart(rows).mark_text(aria=False, **styled).encode(x=X, y=Y, text="text:N")
    return drawn


def _chart(rows: Sequence[Row]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(rows)))
