"""Stories on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.record.entries import DocumentEntry
from onrecord.record.stories.entry import StoryEntry
from onrecord.views import dates, wording
from onrecord.views.stories import holds, outlets
from onrecord.views.terminal import FAINT, INDENT, STRONG, plain_table, safe


def stories_on_screen(entries: Iterable[StoryEntry]) -> RenderableType:
    """One row a story: its name, when it was told, by whom, what the record has of it."""
    drawn = plain_table()
    drawn.add_column("when", no_wrap=True)
    drawn.add_column("what", ratio=1)
    for entry in entries:
        drawn.add_row(Text(dates.written(entry.published)), Group(*story_on_screen(entry)))
    return drawn


def story_on_screen(entry: StoryEntry) -> Iterator[RenderableType]:
    """The story in a few lines."""
    yield Text.assemble(safe(entry.name, STRONG), (f"  {entry.id}", FAINT))
    if entry.headline:
        yield safe(f"“{entry.headline}”")
    yield safe(" · ".join(each for each in (holds(entry), outlets(entry)) if each), FAINT)


def articles_on_screen(documents: Iterable[DocumentEntry]) -> Iterator[RenderableType]:
    """The articles of a story, one line each, by date."""
    yield Text("\nArticles", STRONG)
    for each in documents:
        known = (dates.written(each.published), each.outlet or wording.NO_OUTLET)
        line = Text.assemble((", ".join(known) + ": ", FAINT), safe(each.title or each.id), (f"  {each.id}", FAINT))
        yield Padding(line, (0, 0, 0, INDENT))
