"""One entry with all of its evidence in context."""

from onrecord.record.entries import ActorEntry, DocumentEntry, StatementEntry
from onrecord.record.record import Record
from onrecord.record.stories.entry import StoryEntry
from onrecord.views.entry import shown
from onrecord.views.quotes import quote
from onrecord.views.short import in_short
from onrecord.views.web.view import Asked, Moved, Page, View


class AskedEntry(Asked, frozen=True, kw_only=True):
    """Which entry."""

    id: str


def entry(record: Record, asked: AskedEntry) -> View | Moved:
    """An entry, or where its own page is."""
    found = record.find(asked.id)
    match found:
        case ActorEntry():
            return Moved(f"/actors/{found.id}")
        case DocumentEntry():
            return Moved("/article", {"id": found.id})
        case StoryEntry():
            return Moved("/", {"story": found.id})
        case _:
            pass
    view = shown(record, asked.id)
    kind, who, words = in_short(found)
    return View(
        template="entry.html.j2",
        title=f"{kind.capitalize()}: {who or words}",
        whole=found,
        context={
            "kind": kind,
            "shown": view,
            "own": quote(record, found) if isinstance(found, StatementEntry) else None,
            "quotes": [quote(record, each) for each in view.statements],
        },
    )


PAGES = (Page("/entries/{id:str}", AskedEntry, entry),)
