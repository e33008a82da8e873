"""Stories, one line each."""

from onrecord.record.stories.entry import StoryEntry
from onrecord.views.listing import Column
from onrecord.views.wording import counted

# Of the outlets that covered it.
SHOWN_OUTLETS = 3


def outlets(story: StoryEntry) -> str:
    """Who covered it most: "Meridian Wire, Vasht Tribune, Harbour24 and 2 more"."""
    more = len(story.outlets) - SHOWN_OUTLETS
    return ", ".join(story.outlets[:SHOWN_OUTLETS]) + (f" and {more} more" if more > 0 else "")


def holds(story: StoryEntry) -> str:
    """What the record has of it: "11 articles, 40 statements, 12 events, 3 commitments"."""
    counts = (
        (story.documents, "article"),
        (story.statements, "statement"),
        (story.events, "event"),
        (story.commitments, "commitment"),
    )
    return ", ".join(counted(count, of) for count, of in counts)


STORIES: tuple[Column[StoryEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("name", lambda each: each.name),
    Column("headline", lambda each: each.headline, shown=False),
    Column("dates", lambda each: each.published.label()),
    Column("earliest", lambda each: str(each.published.earliest or ""), shown=False),
    Column("latest", lambda each: str(each.published.latest or ""), shown=False),
    Column("documents", lambda each: each.documents),
    Column("outlets", outlets),
    Column("statements", lambda each: each.statements),
    Column("events", lambda each: each.events),
    Column("commitments", lambda each: each.commitments),
)
