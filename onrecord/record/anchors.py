"""Undated articles dated by what they tell of: the same event has known days in another article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from onrecord.reading.schema import EventStatus, Time, TimeRelation
from onrecord.reading.timex.calendar import Days, Rule
from onrecord.record.dating.anchors import Anchor
from onrecord.record.dating.bounds import Place
from onrecord.record.tellings import Telling
from onrecord.spans import Span

# An event of so many days at most says when it was; and whoever tells of the same one names two of those in it.
SHORT = timedelta(days=2)
COMMON_ACTORS = 2

Times = Mapping[str, Mapping[Span, Time]]


def anchors(groups: Iterable[Sequence[Telling]], times: Times) -> Iterator[Anchor]:
    """What ties undated documents to days: `groups` are tellings of one event each, `times` those of undated documents.

    Only events that both documents tell of as done count, by one relative time ("on Tuesday") in the undated one, and
    only if both name the same two actors in it.
    """
    for group in groups:
        done = [t for t in group if t.event.status is EventStatus.OCCURRED and t.event.time.expressions]
        dated = [(t, days) for t in done if (days := _days(t))]
        for told in (t for t in done if not t.published.known):
            rule = _rule(told, times)
            same = (each for each in dated if len(each[0].participants & told.participants) >= COMMON_ACTORS)
            known = next(same, None)
            if known and rule:
                yield _anchor(told, rule, *known)


def _days(telling: Telling) -> Days | None:
    """The few days that a dated document names for it."""
    first, last = telling.when.earliest, telling.when.latest
    if not telling.published.known or telling.when.basis != "expression" or not first or not last:
        return None
    return (first, last) if last - first <= SHORT else None


def _rule(telling: Telling, times: Times) -> Rule | None:
    """How the one time by which it says when is reckoned from the day of publication, if it is."""
    when = telling.event.time
    if len(when.expressions) != 1 or when.relation is not TimeRelation.AT:
        return None
    time = times[telling.document].get(when.expressions[0])
    return time.relative.rule if time and time.relative and time.relative.anchor == "document" else None


def _anchor(told: Telling, rule: Rule, known: Telling, days: Days) -> Anchor:
    return Anchor(
        told=Place(told.document, told.event.time.expressions[0]),
        rule=rule,
        days=days,
        known=Place(known.document, known.event.time.expressions[0]),
        because=f"what “{told.trigger}” tells",
    )
