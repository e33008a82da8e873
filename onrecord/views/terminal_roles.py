"""Roles on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.record.roles.entry import RoleEntry
from onrecord.views import roles
from onrecord.views.terminal import FAINT, INDENT, STRONG, plain_table, safe
from onrecord.views.wording import counted


def roles_on_screen(entries: Iterable[RoleEntry]) -> RenderableType:
    """One row a role: who, which office, when, before and after whom."""
    drawn = plain_table()
    drawn.add_column("who", max_width=24)
    drawn.add_column("what", ratio=1)
    for entry in entries:
        drawn.add_row(safe(entry.actor_name, STRONG), Group(*_lines(entry)))
    return drawn


def role_on_screen(entry: RoleEntry) -> Iterator[RenderableType]:
    """The role in a few lines, then each change in its words."""
    yield safe(entry.actor_name, STRONG)
    yield from _lines(entry)
    if len(entry.titles) > 1:
        yield safe(f"also {', '.join(entry.titles[1:])}", FAINT)
    for told in entry.changes:
        yield Text.assemble("\n", (roles.change(told), STRONG), (f"  {roles.where(told)}", FAINT))
        yield Padding(safe(told.text), (0, 0, 0, INDENT))


def _lines(entry: RoleEntry) -> Iterator[RenderableType]:
    yield safe(roles.office(entry))
    exchanged = [
        f"{word} {', '.join(names)}"
        for word, names in (("after", entry.predecessor_names), ("before", entry.successor_names))
        if names
    ]
    others = [roles.CHANGE[told.kind] for told in entry.changes if not told.other]
    changes = list(dict.fromkeys([*exchanged, *others]))
    known = (roles.held(entry), "; ".join(changes), counted(len(entry.documents), "article"), entry.id)
    yield Padding(safe(" · ".join(each for each in known if each), FAINT), (0, 0, 0, INDENT))
