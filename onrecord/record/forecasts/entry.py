"""What the record says of forecasts."""

import enum

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.spans import Span


class Hedge(enum.StrEnum):
    """How sure the forecast is, from its own words."""

    CERTAIN = "certain"  # will, is bound to, inevitably
    LIKELY = "likely"  # expects, predicts, probably
    POSSIBLE = "possible"  # may, might, could
    UNLIKELY = "unlikely"  # doubts, is unlikely to


class Outcome(enum.StrEnum):
    """What later coverage says of it."""

    OPEN = "open"  # nothing, or nothing that is surely about it
    CAME_TRUE = "came_true"
    DID_NOT = "did_not"


class Foretold(msgspec.Struct, frozen=True, kw_only=True):
    """One place where an article has the forecast; `on`: the days on which it can have been published.

    `words` are those that look ahead, `what` is foreseen. `according_to` names whoever the article has it from, if
    not from the forecaster; `statement` is the statement's id, None: the outlet's own voice.
    """

    document: str
    outlet: str | None
    on: Interval
    words: str
    what: str
    according_to: str
    statement: str | None
    span: Span


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """What settles a forecast: the event's id, its words, its days."""

    event: str
    what: str
    on: Interval
    because: str


class ForecastEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody foresees, with every place that has it, in order of time, undated ones last.

    `forecaster` is an actor's id, None where the outlet (or its author) foresees it in its own voice; `negated`: that
    it will not be. `horizon`: the days by or on which it is to be, `horizon_value` the TIMEX3 value of the words.
    `articles`: in how many it stands, `accounts`: how many of them are independent. Parts of the evidence are `words`,
    `what`, `horizon`, `condition`, and `outcome`, what tells of it later.
    """

    id: str
    forecaster: str | None
    forecaster_name: str
    what: str
    hedge: Hedge
    negated: bool
    horizon: Interval
    horizon_value: str
    condition: str
    foretold: tuple[Foretold, ...]
    outcome: Outcome
    came: Came | None
    articles: int
    accounts: int
    evidence: tuple[Evidence, ...]
    first_seen: int
    last_seen: int

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that its evidence is in, those that have it first."""
        return tuple(dict.fromkeys([*(each.document for each in self.foretold), *(e.document for e in self.evidence)]))

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements that have it, in order of time."""
        return tuple(dict.fromkeys(each.statement for each in self.foretold if each.statement))
