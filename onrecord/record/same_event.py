"""Which tellings are of one event."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import EventType
from onrecord.reading.when import AHEAD
from onrecord.record.merging import EventMention, cluster
from onrecord.record.merging.rules import excludes
from onrecord.record.tellings import UNDATED, Telling

# What equals do together: whoever is named first.
MUTUAL = frozenset({EventType.CONSULT.value, EventType.COOPERATE.value})
SURE_ACTORS = 2
# A document whose days of publication are further apart may be of before or after another meeting of the same two.
VAGUE = timedelta(days=62)
# Two outlets do not come upon so long a sentence by themselves.
COPIED_CHARS = 60


def merged(told: Sequence[Telling], texts: Mapping[str, str]) -> list[list[Telling]]:
    """`told` in groups, one an event; `texts` are those of their documents."""
    # Documents that are near each other in time are compared first where there are very many.
    names = {telling.document: f"{_day(telling)} {telling.document}" for telling in told}
    mentions = [_mention(telling, names) for telling in told]
    words = {(m.document, m.start): _words(t) for m, t in zip(mentions, told, strict=True)}

    def apart(a: EventMention, b: EventMention) -> bool:
        said = words[a.document, a.start]
        copied = said is not None and said == words[b.document, b.start] and a.document != b.document
        return _apart(a, b) if not copied or a.type != b.type else excludes(a, b)

    if all(apart(one, other) for one, other in combinations(mentions, 2)):
        return [[telling] for telling in told]
    read = {names[document]: text for document, text in texts.items() if document in names}
    groups = cluster(mentions, read, apart=apart)
    return [[told[i] for i in group] for group in groups]


def _day(telling: Telling) -> str:
    """The day of a document as the tellings are ordered by; one that may be of any of many days counts as undated."""
    first, last = telling.published.earliest, telling.published.latest
    return telling.order[0] if first and last and last - first <= VAGUE else UNDATED


def _words(telling: Telling) -> tuple[str, int] | None:
    """The words of the sentence that tells it, and where in it: the same in a copy. None where they are few."""
    if len(telling.text) < COPIED_CHARS:
        return None
    return telling.text, telling.event.trigger.start - telling.sentence.start


def _apart(a: EventMention, b: EventMention) -> bool:
    """Whether two cannot be one event: in one story the same words are said of many, so actors must agree.

    Of what equals do together two actors must be the same, or one on the same known days; the same two may meet again,
    so what undated documents tell of is not taken for what others do. Whoever asks, refuses or strikes must be the
    same, and if both say whom, that too.
    """
    if a.type != b.type or excludes(a, b):
        return True
    if a.type in MUTUAL and a.document != b.document and (_is_undated(a) or _is_undated(b)) and not _same_days(a, b):
        return True
    common = {*a.initiators, *a.recipients} & {*b.initiators, *b.recipients}
    if len(common) >= SURE_ACTORS or (common and _same_days(a, b)):
        return False
    if a.type in MUTUAL or not {*a.initiators} & {*b.initiators}:
        return True
    return bool(a.recipients and b.recipients) and not {*a.recipients} & {*b.recipients}


def _is_undated(mention: EventMention) -> bool:
    return mention.document.startswith(UNDATED)


def _same_days(a: EventMention, b: EventMention) -> bool:
    known = (a.days.earliest, a.days.latest, b.days.earliest, b.days.latest)
    return None not in known and not a.days.excludes(b.days)


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
