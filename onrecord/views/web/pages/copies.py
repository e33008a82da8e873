"""Which article repeats, republishes or rewrites which."""

from onrecord.record.copies.entry import CopyKind
from onrecord.record.record import Record
from onrecord.views.copies import COPIES, KIND, shown_copy
from onrecord.views.web.view import Asked, Listed, Page, View, chooser, counted, part_of


class AskedCopies(Asked, frozen=True, kw_only=True):
    """What can be asked of copies."""

    kind: CopyKind | None = None


def copies(record: Record, asked: AskedCopies) -> View:
    """One page of the copies that are asked for."""
    every = record.copies()
    found = [each for each in every if asked.kind in (None, each.kind)]
    return View(
        template="copies.html.j2",
        title="Copies",
        context={"entries": [shown_copy(record, each) for each in part_of(found, asked)]},
        listed=Listed(lambda: found, COPIES),
        total=len(found),
        choosers=(chooser("kind", "Kind", asked.kind, counted(each.kind for each in every), KIND),),
    )


PAGES = (Page("/copies", AskedCopies, copies),)
