"""Who foresees what, and what came of it."""

from onrecord.record.record import Record
from onrecord.views.forecasts import FORECASTS
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


class AskedForecasts(Asked, frozen=True, kw_only=True):
    """What can be asked of forecasts."""

    by: str | None = None
    new: int | None = None


def forecasts(record: Record, asked: AskedForecasts) -> View:
    """One page of the forecasts that are asked for."""
    found = record.forecasts(by=asked.by, first_seen=asked.new)
    return View(
        template="forecasts.html.j2",
        title="Forecasts",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, FORECASTS),
        total=len(found),
    )


PAGES = (Page("/forecasts", AskedForecasts, forecasts),)
