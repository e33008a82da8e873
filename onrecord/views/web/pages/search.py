"""One box over entries and passages."""

from onrecord.record.entries import Passage, StatementEntry
from onrecord.record.record import Record
from onrecord.views.quotes import quote
from onrecord.views.web.view import Asked, Page, View

MOST = 100


class AskedSearch(Asked, frozen=True, kw_only=True):
    """What is searched for."""

    q: str = ""


def search(record: Record, asked: AskedSearch) -> View:
    """What is found, the best first."""
    found = record.search(asked.q, MOST) if asked.q else []
    return View(
        template="search.html.j2",
        title="Search",
        context={
            "quotes": [quote(record, each) for each in found if isinstance(each, StatementEntry)],
            "passages": [each for each in found if isinstance(each, Passage)],
            "asked": asked,
        },
    )


PAGES = (Page("/search", AskedSearch, search),)
