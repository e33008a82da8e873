"""What happened and when, one line a happening."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from onrecord.reading.schema import EventType
from onrecord.record.entries import EventEntry
from onrecord.views import dates, signs
from onrecord.views.listing import Column
from onrecord.views.wording import EVENT, listed

# PLOVER's four groups, in the order of its scale from what joins to what divides.
GROUPS = {
    "verbal cooperation": (EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE),
    "material cooperation": (EventType.COOPERATE, EventType.AID, EventType.RETREAT),
    "verbal conflict": (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    "material conflict": (
        *(EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT),
    ),
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}

DAYS_DIFFER = "accounts differ on the day"


def who(event: EventEntry) -> str:
    """`Tarvonia → Ilmeria and Vasht`; what is not known of it is left out."""
    return parties(event.initiator_names, event.recipient_names)


def parties(initiators: Sequence[str], recipients: Sequence[str]) -> str:
    """Who does something, and to whom."""
    if not recipients:
        return listed(initiators)
    return f"{listed(initiators)} → {listed(recipients)}".strip()


def told(event: EventEntry) -> str:
    """The article's words for what happened; the name of its kind where there are none."""
    return event.what or EVENT[event.type]


def circumstances(event: EventEntry) -> list[str]:
    """Where, how long, without whom; what `event.what` says already is left out."""
    known = event.what.casefold()
    found: list[str] = []
    if event.place_name and event.place_name.casefold() not in known:
        found.append(f"in {event.place_name}")
    if event.duration and event.duration.casefold() not in known:
        found.append(event.duration)
    if event.excluded_names:
        found.append(f"without {listed(event.excluded_names)}")
    return found


def on_whose_word(event: EventEntry) -> str:
    """`said by Ora Lind` where no outlet reports it in its own voice, else nothing."""
    if not event.only_said:
        return ""
    return f"said by {listed(event.said_by)}" if event.said_by else "known from a statement alone"


def _joined(names: Sequence[str]) -> str:
    return "; ".join(names)


EVENTS: tuple[Column[EventEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("when", lambda each: dates.days(each.when)),
    Column("earliest", lambda each: str(each.when.earliest or "")),
    Column("latest", lambda each: str(each.when.latest or "")),
    Column("basis", lambda each: each.when.basis),
    Column("days_conflict", lambda each: "yes" if each.conflict else ""),
    Column("type", lambda each: each.type.value),
    Column("group", lambda each: GROUP_OF[each.type]),
    Column("mode", lambda each: each.mode),
    Column("contexts", lambda each: _joined(each.contexts)),
    Column("status", lambda each: each.status),
    Column("initiators", lambda each: _joined(each.initiator_names)),
    Column("initiator_ids", lambda each: _joined(each.initiators)),
    Column("recipients", lambda each: _joined(each.recipient_names)),
    Column("recipient_ids", lambda each: _joined(each.recipients)),
    Column("excluded", lambda each: _joined(each.excluded_names)),
    Column("what", lambda each: each.what),
    Column("place", lambda each: each.place_name or ""),
    Column("duration", lambda each: each.duration),
    Column("only_said", lambda each: "yes" if each.only_said else ""),
    Column("said_by", lambda each: _joined(each.said_by)),
    Column("accounts", lambda each: each.accounts),
    Column("documents", lambda each: _joined(each.documents)),
    Column("changes", lambda each: len(each.history)),
)


def headline(event: EventEntry) -> str:
    """One line for a mark in a drawing: when, who, what, how sure."""
    parts = (dates.days(event.when), f"{who(event)}: {told(event)}" if who(event) else told(event))
    return " · ".join((*parts, signs.EVENT[event.status].word))


def months(events: Iterable[EventEntry]) -> list[tuple[str, list[EventEntry]]]:
    """The events, in their order, under the month in which each can first have been."""
    return [(month, list(group)) for month, group in groupby(events, key=_month)]


def _month(event: EventEntry) -> str:
    day = event.when.earliest or event.when.latest
    return f"{day:%B} {day.year}" if day else dates.days(event.when)
