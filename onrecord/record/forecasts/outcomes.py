"""What later events say of forecasts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.interval import Interval
from onrecord.reading.schema import EventStatus
from onrecord.record.forecasts.entry import Outcome
from onrecord.record.forecasts.told import Told

# Content words that a forecast and an event must share, the event's trigger among them, besides an actor.
FEWEST_SHARED = 3
_SETTLED = frozenset({EventStatus.OCCURRED.value, EventStatus.CALLED_OFF.value})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the record as outcomes need it: `triggers`, `stems`: stems of what tells it; `spans`: evidence."""

    id: str
    story: str
    status: str
    what: str
    when: Interval
    actors: frozenset[str]
    triggers: frozenset[str]
    stems: frozenset[str]
    documents: frozenset[str]
    spans: tuple[tuple[str, int, int], ...]


Index = Mapping[tuple[str, str], Sequence[Happening]]


def index(happenings: Iterable[Happening]) -> Index:
    """The events that happened or were called off, under their story and each of their actors."""
    out: defaultdict[tuple[str, str], list[Happening]] = defaultdict(list)
    for each in happenings:
        if each.status in _SETTLED and each.when.earliest:
            for actor in each.actors:
                out[each.story, actor].append(each)
    return out


def outcome(group: Sequence[Told], events: Index) -> tuple[Outcome, Happening | None]:
    """What became of the forecast that `group` tells of, and the event that settles it, the earliest of several.

    It must come after the forecast was published, be told by another article, and share with the forecast an actor,
    the word for what happens, and other words. What hangs on a condition stays open.
    """
    dates = [each.published.latest for each in group]
    made = min((day for day in dates if day), default=None)
    if made is None or None in dates or any(each.condition for each in group):
        return Outcome.OPEN, None
    documents = {each.document for each in group}
    told = group[0]
    near = {event.id: event for actor in sorted(told.actors) for event in events.get((told.story, actor), ())}
    found = [
        event
        for event in near.values()
        if event.when.earliest
        and event.when.earliest > made
        and event.triggers & told.stems
        and len(event.stems & told.stems) >= FEWEST_SHARED
        and event.documents - documents
    ]
    if not found:
        return Outcome.OPEN, None
    event = min(found, key=lambda each: (str(each.when.earliest), each.id))
    happened = event.status == EventStatus.OCCURRED.value
    return Outcome.CAME_TRUE if happened != told.outlook.negated else Outcome.DID_NOT, event
