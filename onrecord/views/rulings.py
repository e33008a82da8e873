"""What users rule, in one line each, and what they pinned."""

import msgspec

from onrecord.record.entries import ActorEntry
from onrecord.record.record import AnyEntry, Record
from onrecord.record.rulings.entry import RulingEntry, RulingKind
from onrecord.views.listing import Column
from onrecord.views.short import in_short
from onrecord.views.wording import counted

# What a ruling made of the entry it is about.
DONE = {RulingKind.REJECT: "rejected", RulingKind.PIN: "pinned", RulingKind.MERGE: "merged", RulingKind.SPLIT: "split"}


class Pin(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that a user pinned: its kind and its words, and the ruling with who, when and why."""

    id: str
    kind: str
    who: str
    text: str
    ruling: RulingEntry


def pins(record: Record) -> tuple[Pin, ...]:
    """What users pinned, in the order in which they did."""
    entries = {entry.id: entry for entry in record.pinned()}
    rulings = {ruling.targets[0]: ruling for ruling in record.rulings(kind=RulingKind.PIN)}
    return tuple(_pin(entry, rulings[identity]) for identity, entry in entries.items())


def ruled(record: Record, ruling: RulingEntry) -> str:
    """What `ruling` changed, in one line."""
    if ruling.undone:
        return f"{ruling.id} taken back: {ruling.kind.value} {ruling.about}"
    return f"{ruling.id}: {_changed(record, ruling)}" + (f" ({ruling.trouble})" if ruling.trouble else "")


def meaning(ruling: RulingEntry) -> str:
    """What is ruled, in words: `Senator Hale (person), in d7, is another`."""
    match ruling.kind:
        case RulingKind.MERGE:
            return f"{ruling.about} are one"
        case RulingKind.SPLIT:
            return f"{ruling.about}: what is {ruling.value} is another"
        case RulingKind.DATE:
            return f"{ruling.about}: published {ruling.value}"
        case RulingKind.RENAME:
            return f"{ruling.about}: called {ruling.value}"
        case _:
            return ruling.about


def by_whom(ruling: RulingEntry) -> str:
    """`rejected by lind on 2031-03-06: a duplicate (u-4kq2hd7xw5ta)`."""
    who = f" by {ruling.who}" if ruling.who else ""
    why = f": {ruling.why}" if ruling.why else ""
    return f"{DONE.get(ruling.kind, ruling.kind.value)}{who} on {ruling.ruled:%Y-%m-%d}{why} ({ruling.id})"


def _changed(record: Record, ruling: RulingEntry) -> str:
    match ruling.kind:
        case RulingKind.MERGE:
            return f"{ruling.about} are one: {'; '.join(map(_actor, record.ruled_actors(ruling.id)))}"
        case RulingKind.SPLIT:
            rest, *parts = record.ruled_actors(ruling.id)
            return f"{'; '.join(map(_actor, parts))}, apart from {_actor(rest)}"
        case RulingKind.DATE:
            return f"{ruling.about}: {record.document(ruling.targets[0]).published.label()}"
        case RulingKind.RENAME:
            return f"{ruling.about} is called {ruling.value}"
        case _:
            return f"{DONE[ruling.kind]}: {ruling.about}"


def _actor(actor: ActorEntry) -> str:
    return f"{actor.id} {actor.name} in {counted(actor.documents, 'document')}"


def _pin(entry: AnyEntry, ruling: RulingEntry) -> Pin:
    kind, who, text = in_short(entry)
    return Pin(id=entry.id, kind=kind, who=who, text=text or ruling.about, ruling=ruling)


RULINGS: tuple[Column[RulingEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("kind", lambda each: each.kind.value),
    Column("what", meaning),
    Column("by", lambda each: each.who),
    Column("date", lambda each: f"{each.ruled:%Y-%m-%d}"),
    Column("why", lambda each: each.why),
    Column(
        "note", lambda each: f"taken back {each.undone:%Y-%m-%d} by {each.undone_by}" if each.undone else each.trouble
    ),
)
