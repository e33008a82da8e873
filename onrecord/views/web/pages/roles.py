"""Who holds which office."""

from onrecord.record.record import Record
from onrecord.views.roles import ROLES
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


class AskedRoles(Asked, frozen=True, kw_only=True):
    """What can be asked of roles."""

    actor: str | None = None
    title: str | None = None
    new: int | None = None


def roles(record: Record, asked: AskedRoles) -> View:
    """One page of the roles that are asked for."""
    found = record.roles(actor=asked.actor, title=asked.title, first_seen=asked.new)
    return View(
        template="roles.html.j2",
        title="Roles",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, ROLES),
        total=len(found),
    )


PAGES = (Page("/roles", AskedRoles, roles),)
