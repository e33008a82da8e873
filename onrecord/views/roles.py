"""Roles, one line each."""

from onrecord.record.roles.entry import ChangeKind, RoleChange, RoleEntry
from onrecord.views import dates, wording
from onrecord.views.listing import Column

CHANGE = {
    ChangeKind.APPOINTED: "appointed",
    ChangeKind.REPLACED: "replaced",
    ChangeKind.DISMISSED: "dismissed",
    ChangeKind.RESIGNED: "resigned, or offered to",
    ChangeKind.BARRED: "kept out",
}


def office(entry: RoleEntry) -> str:
    """The title, and whose office it is: "special envoy (Tarvonia)"."""
    return f"{entry.title} ({entry.of_name})" if entry.of_name else entry.title


def held(entry: RoleEntry) -> str:
    """When articles give it as held: "3 to 11 March 2031", or that they call it a former one."""
    told = [dates.written(entry.current)] if entry.current.known else []
    if entry.past_by:
        told.append(f"former by {entry.past_by}")
    return ", ".join(told) or "undated"


def change(told: RoleChange) -> str:
    """What changed, and against whom: "replaced: Corwin Hale"."""
    return f"{CHANGE[told.kind]}: {told.other_name}" if told.other_name else CHANGE[told.kind]


def where(told: RoleChange) -> str:
    """The outlet and the day."""
    return f"{told.outlet or wording.NO_OUTLET}, {dates.written(told.on)}"


ROLES: tuple[Column[RoleEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("actor", lambda each: each.actor_name),
    Column("actor_id", lambda each: each.actor, shown=False),
    Column("title", lambda each: each.title),
    Column("titles", lambda each: "; ".join(each.titles), shown=False),
    Column("of", lambda each: each.of_name or ""),
    Column("earliest", lambda each: str(each.current.earliest or "")),
    Column("latest", lambda each: str(each.current.latest or "")),
    Column("past_by", lambda each: str(each.past_by or "")),
    Column("before", lambda each: "; ".join(each.predecessor_names)),
    Column("after", lambda each: "; ".join(each.successor_names)),
    Column("changes", lambda each: "; ".join(dict.fromkeys(change(told) for told in each.changes))),
    Column("documents", lambda each: len(each.documents)),
)
