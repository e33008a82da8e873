"""Who foresees what, one line a forecast."""

from onrecord.record.forecasts.entry import ForecastEntry, Foretold, Hedge, Outcome
from onrecord.views import dates, wording
from onrecord.views.listing import Column

HEDGE = {
    Hedge.CERTAIN: "certain",
    Hedge.LIKELY: "likely",
    Hedge.POSSIBLE: "possible",
    Hedge.UNLIKELY: "unlikely",
}
OUTCOME = {Outcome.OPEN: "open", Outcome.CAME_TRUE: "came true", Outcome.DID_NOT: "did not come true"}
OWN_VOICE = "in its own voice"


def who(entry: ForecastEntry) -> str:
    """The forecaster; an outlet as such."""
    return entry.forecaster_name if entry.forecaster else f"{entry.forecaster_name}, {OWN_VOICE}"


def due(entry: ForecastEntry) -> str:
    """By when it is to be, or empty."""
    return dates.days(entry.horizon) if entry.horizon.known else entry.horizon_value


def where(foretold: Foretold) -> str:
    """Where it stands, and on whose word it is known."""
    known = f"{foretold.outlet or wording.NO_OUTLET}, {dates.written(foretold.on)}"
    return f"{known}; says {foretold.according_to}" if foretold.according_to else known


def came(entry: ForecastEntry) -> str:
    """What settled it, or empty: "came true: the crew landed (11 March 2031) e-…"."""
    if entry.came is None:
        return ""
    return f"{OUTCOME[entry.outcome]}: {entry.came.what} ({dates.written(entry.came.on)}) {entry.came.event}"


FORECASTS: tuple[Column[ForecastEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("by", lambda each: each.forecaster_name),
    Column("by_id", lambda each: each.forecaster or ""),
    Column("hedge", lambda each: each.hedge.value),
    Column("negated", lambda each: int(each.negated)),
    Column("what", lambda each: each.what),
    Column("words", lambda each: each.foretold[0].words),
    Column("condition", lambda each: each.condition),
    Column("horizon", lambda each: each.horizon.label() if each.horizon.known else ""),
    Column("horizon_value", lambda each: each.horizon_value),
    Column("date", lambda each: each.foretold[0].on.label()),
    Column("outcome", lambda each: each.outcome.value),
    Column("came", came),
    Column("articles", lambda each: each.articles),
    Column("accounts", lambda each: each.accounts),
)
