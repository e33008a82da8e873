"""Putting the documents that are new into stories."""

from collections.abc import Iterator

from onrecord.record.intake import body_of
from onrecord.record.merging.lexicon import packaged_lexicon
from onrecord.record.store import Store
from onrecord.record.stories.parting import Item, merge_alike, part
from onrecord.record.stories.profile import profile_of
from onrecord.record.stories.shelf import StoredShelf


def settle(store: Store) -> set[str]:
    """Gives every document that was read and has no story its story; the ids of stories that became part of others.

    A document stays in its story when its text is corrected. The documents of stories that became one count as
    unsettled. Call within a transaction.
    """
    run = store.number("SELECT coalesce(max(id), 0) FROM runs")
    shelf = StoredShelf(store, run)
    homes = part(_new(store), shelf)
    merged = merge_alike(set(homes.values()), shelf)
    store.execute_each(
        "UPDATE documents SET story = ? WHERE id = ?", [(story, document) for document, story in sorted(homes.items())]
    )
    store.execute_each(
        "UPDATE documents SET story = ?, settled = 0 WHERE story = ?",
        [(kept, gone) for gone, kept in sorted(merged.items())],
    )
    shelf.save()
    return set(merged)


def _new(store: Store) -> Iterator[Item]:
    """The documents that have no story, by the days that they state, undated ones last."""
    lexicon = packaged_lexicon()
    rows = store.rows(
        "SELECT id FROM documents WHERE story = '' AND unread = '' "
        "ORDER BY coalesce(stated_latest, stated_earliest, '9999'), id"
    )
    for each in rows:
        row = store.row("SELECT id, text, body FROM documents WHERE id = ?", (each["id"],))
        if row is not None:
            text = "\n".join(span.of(row["text"]) for span in body_of(row)) or row["text"]
            yield Item(row["id"], profile_of(text, lexicon))
