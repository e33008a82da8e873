"""Invented happenings and commitments, one by one or by the thousand."""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import CommitmentKind, EventStatus, EventType
from onrecord.record.entries import Change, CommitmentEntry, CommitmentStatus, EventEntry, Evidence
from onrecord.spans import Span

FIRST = date(2031, 3, 3)
OUTLETS = ("Tarn Gazette", "Hollin Post", "Ardmoor Courier")
STATES = ("Tarvonia", "Ilmeria", "Vasht", "the Kesh Republic")
DEEDS = {
    EventType.AGREE: "agreed to let inspectors into the port of Ardmoor",
    EventType.CONSULT: "met for three hours behind closed doors",
    EventType.SUPPORT: "praised the envoy's patience",
    EventType.CONCEDE: "dropped the demand for an apology",
    EventType.COOPERATE: "held a joint search for the missing crew",
    EventType.AID: "sent two shiploads of grain",
    EventType.RETREAT: "freed fourteen sailors",
    EventType.REQUEST: "called on the council to meet",
    EventType.ACCUSE: "accused the harbour master of spying",
    EventType.REJECT: "turned the offer of mediation down",
    EventType.THREATEN: "threatened a tariff of 60% on potash",
    EventType.PROTEST: "blocked the road to the harbour",
    EventType.SANCTION: "froze the company's accounts",
    EventType.MOBILIZE: "sent a second frigate into the strait",
    EventType.COERCE: "seized the bulk carrier Aster Dawn",
    EventType.ASSAULT: "fired on a patrol boat",
}


def on(day: date) -> Interval:
    return Interval.on(day, "expression")


def change(status: str, day: date, text: str, **more: object) -> Change:
    defaults = {"document": "port", "outlet": OUTLETS[0], "span": Span(0, max(1, len(text)))}
    return Change(status=status, on=on(day), text=text, **defaults | more)


def event(number: int = 0, **more: object) -> EventEntry:
    """One happening: Tarvonia and Ilmeria met on 3 March 2031, unless told otherwise."""
    defaults = {
        "id": f"e-{number:012}",
        "type": EventType.CONSULT,
        "mode": "",
        "contexts": (),
        "status": EventStatus.OCCURRED,
        "what": DEEDS[more.get("type", EventType.CONSULT)],
        "initiators": ("a-tarvonia",),
        "initiator_names": ("Tarvonia",),
        "recipients": ("a-ilmeria",),
        "recipient_names": ("Ilmeria",),
        "excluded": (),
        "excluded_names": (),
        "place": None,
        "place_name": None,
        "when": on(FIRST),
        "conflict": False,
        "duration": "",
        "only_said": False,
        "said_by": (),
        "statements": (),
        "history": (),
        "evidence": (Evidence(document="port", span=Span(0, 5), part="trigger"),),
        "documents": ("port",),
        "accounts": 1,
        "first_seen": 1,
        "last_seen": 1,
    }
    return EventEntry(**defaults | more)


def commitment(number: int = 0, **more: object) -> CommitmentEntry:
    """One commitment: Tarvonia's ultimatum to Ilmeria, open and due on 12 March 2031, unless told otherwise."""
    defaults = {
        "id": f"c-{number:012}",
        "kind": CommitmentKind.ULTIMATUM,
        "by": "a-tarvonia",
        "by_name": "Tarvonia",
        "toward": "a-ilmeria",
        "toward_name": "Ilmeria",
        "what": "impose a 60% tariff on potash",
        "condition": "unless the crew is freed",
        "due": on(date(2031, 3, 12)),
        "status": CommitmentStatus.OPEN,
        "overdue": False,
        "figures": ("60%",),
        "statements": (),
        "history": (change("open", FIRST, "would otherwise impose a 60% tariff"),),
        "evidence": (Evidence(document="port", span=Span(0, 5), part="what"),),
        "documents": ("port",),
        "accounts": 1,
        "first_seen": 1,
        "last_seen": 1,
    }
    return CommitmentEntry(**defaults | more)


def events(number: int, *, days: int = 30) -> list[EventEntry]:
    """`number` happenings of all types and statuses over `days`, always the same: some uncertain, one in 20 undated."""
    return list(_events(number, days))


def _events(number: int, days: int) -> Iterator[EventEntry]:
    types, statuses = list(DEEDS), [*EventStatus, "postponed"]
    for n in range(number):
        # More towards the end, as coverage has it; the multipliers only scatter.
        day = FIRST + timedelta(days=round(days * ((n * 7919 % 997) / 997) ** 0.6))
        when = {0: UNKNOWN, 1: Interval(None, day, "document"), 2: Interval(day, day + timedelta(days=4), "expression")}
        kind = types[n * 5 % len(types)]
        yield event(
            n,
            type=kind,
            status=statuses[n * 7 % len(statuses)] if n % 3 else EventStatus.OCCURRED,
            initiator_names=(STATES[n % 4],),
            recipient_names=(STATES[(n + 1 + n % 2) % 4],) if n % 5 else (),
            when=when.get(n * 13 % 20, on(day)),
            accounts=1 + (n * 37 % 101 == 0) * (n % 7) + (n % 11 == 0),
        )
