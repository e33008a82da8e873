"""Which tellings are of one event."""

from collections.abc import Mapping, Sequence

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.when import AHEAD
from onrecord.record.merging import EventMention, cluster
from onrecord.record.tellings import Telling


def merged(told: Sequence[Telling], texts: Mapping[str, str]) -> list[list[Telling]]:
    """`told` in groups, one an event; `texts` are those of their documents."""
    # Documents that are near each other in time are compared first where there are very many.
    names = {telling.document: f"{telling.order[0]} {telling.document}" for telling in told}
    mentions = [_mention(telling, names) for telling in told]
    groups = cluster(mentions, {names[document]: text for document, text in texts.items() if document in names})
    return [[told[i] for i in group] for group in groups]


def _mention(telling: Telling, names: Mapping[str, str]) -> EventMention:
    trigger = telling.event.trigger
    return EventMention(
        document=names[telling.document],
        start=trigger.start,
        end=trigger.end,
        sentence=(telling.sentence.start, telling.sentence.end),
        number=telling.position,
        type=telling.event.type.value,
        status=telling.event.status.value,
        initiators=telling.initiators,
        recipients=telling.recipients,
        days=_days(telling),
        place=telling.place or "",
    )


def _days(telling: Telling) -> Interval:
    """The days that keep it apart from others: those for which something is only planned do not, it may be put off."""
    if telling.when.basis != "expression" or telling.event.status in AHEAD:
        return UNKNOWN
    return Interval(telling.when.earliest, telling.when.latest, "expression")
