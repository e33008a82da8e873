"""Narratives on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from onrecord.record.narratives.entry import NarrativeEntry, Telling, Voice
from onrecord.views import narratives
from onrecord.views.terminal import FAINT, INDENT, STRONG, safe
from onrecord.views.wording import counted

STYLE: dict[Voice, str | Style] = {Voice.PROMOTES: "", Voice.REBUTS: "yellow", Voice.REPORTS: FAINT}


def narratives_on_screen(entries: Iterable[NarrativeEntry]) -> RenderableType:
    """Under each claim a line for everybody who makes or answers it, in order of time."""
    blocks: list[RenderableType] = []
    for entry in entries:
        blocks += [*narrative_on_screen(entry), ""]
    return Group(*blocks[:-1])


def narrative_on_screen(entry: NarrativeEntry) -> Iterator[RenderableType]:
    """The claim, why it is one that recurs, who does what with it."""
    yield Text.assemble("“", safe(entry.claim, STRONG), "”")
    known = (
        narratives.BASIS[entry.basis],
        counted(entry.articles, "article"),
        counted(entry.accounts, "account"),
        entry.id,
    )
    yield Text(" · ".join(known), FAINT)
    for telling in entry.told:
        yield Padding(_telling(telling, entry), (0, 0, 0, INDENT))


def _telling(telling: Telling, entry: NarrativeEntry) -> Text:
    line = Text.assemble(safe(narratives.who(telling)), " ", (narratives.VOICE[telling.voice], STYLE[telling.voice]))
    if words := narratives.words(telling, entry):
        line.append_text(Text.assemble("  “", safe(words), "”"))
    return line.append_text(Text.assemble("  ", safe(narratives.where(telling), FAINT)))
