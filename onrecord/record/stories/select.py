"""Reading stories out of the store."""

from datetime import date

from onrecord.interval import Interval
from onrecord.record.rulings.select import names
from onrecord.record.store import Row, Store, Values
from onrecord.record.stories.entry import StoryEntry

_STORIES = """
    SELECT stories.*, min(published_earliest) AS earliest, max(published_latest) AS latest,
        (SELECT title FROM documents WHERE story = stories.id AND title <> ''
         ORDER BY coalesce(published_latest, published_earliest, '9999'), id LIMIT 1) AS headline,
        (SELECT count(*) FROM statements JOIN documents AS own ON own.id = document WHERE own.story = stories.id)
            AS statements,
        (SELECT count(*) FROM events WHERE story = stories.id) AS events,
        (SELECT count(*) FROM commitments WHERE story = stories.id) AS commitments
    FROM stories JOIN documents ON story = stories.id
"""
_LARGEST_FIRST = "stories.documents DESC, max(published_latest) DESC, stories.id"


def select_stories(store: Store, condition: str = "1", values: Values = (), *, page: str = "") -> list[StoryEntry]:
    """The stories that fulfil `condition`, those of most documents first."""
    ruled = names(store)
    rows = store.rows(f"{_STORIES} WHERE {condition} GROUP BY stories.id ORDER BY {_LARGEST_FIRST} {page}", values)
    return [_entry(store, row, ruled.get(row["id"], row["name"])) for row in rows]


def story_ids(store: Store, named: str) -> list[str]:
    """The ids of the stories that go by that id or name, or have it in their name."""
    ruled = names(store)
    rows = store.rows("SELECT id, name FROM stories ORDER BY documents DESC, id")
    called = {row["id"]: ruled.get(row["id"], row["name"]).casefold() for row in rows}
    wanted = named.strip().casefold()
    exact = [story for story, name in called.items() if wanted in (story, name)]
    return exact or [story for story, name in called.items() if wanted in name]


def _entry(store: Store, row: Row, name: str) -> StoryEntry:
    outlets = store.rows(
        "SELECT outlet FROM documents WHERE story = ? AND outlet IS NOT NULL GROUP BY outlet "
        "ORDER BY count(*) DESC, outlet",
        (row["id"],),
    )
    return StoryEntry(
        id=row["id"],
        name=name,
        headline=row["headline"] or "",
        documents=row["documents"],
        outlets=tuple(each["outlet"] for each in outlets),
        published=Interval(_day(row["earliest"]), _day(row["latest"]), "story"),
        statements=row["statements"],
        events=row["events"],
        commitments=row["commitments"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
