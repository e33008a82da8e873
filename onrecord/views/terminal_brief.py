"""The brief on a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.record.entries import ActorEntry
from onrecord.views import dates, wording
from onrecord.views.brief import Brief, SpeakerLine
from onrecord.views.terminal import INDENT, NAMED_UNREAD, STRONG, plain_table, quoted, safe
from onrecord.views.terminal_disputes import disputes_on_screen
from onrecord.views.terminal_happenings import changes_on_screen, commitments_on_screen, timeline_on_screen
from onrecord.views.terminal_rulings import pin_line
from onrecord.views.wording import counted


def brief_on_screen(brief: Brief) -> RenderableType:
    """The brief: what was read, pins, main actors, who spoke, what is due, what happened last, newest statements."""
    parts: list[RenderableType] = [_what_was_read(brief)]
    if brief.pinned:
        parts += ["", Text("Pinned", STRONG), *(Padding(pin_line(pin), (0, 0, 0, INDENT)) for pin in brief.pinned)]
    if brief.changed:
        parts += ["", Text("What changed", STRONG), Padding(changes_on_screen(brief.changed), (0, 0, 0, INDENT))]
    if brief.actors:
        parts += ["", Text("Main actors", STRONG), Padding(_actors(brief.actors), (0, 0, 0, INDENT))]
    if brief.speakers:
        parts += ["", Text("Who spoke most, and on whose word", STRONG)]
        parts += [Padding(_speakers(brief.speakers), (0, 0, 0, INDENT))]
    if brief.pressing:
        parts += ["", Text("Due and overdue", STRONG)]
        parts += [Padding(commitments_on_screen(brief.pressing), (0, 0, 0, INDENT))]
    if brief.happenings:
        parts += ["", Text("What happened last", STRONG)]
        parts += [Padding(timeline_on_screen(brief.happenings), (0, 0, 0, INDENT))]
    if brief.disputes:
        parts += ["", Text("Disputed since" if brief.since else "Disputed", STRONG)]
        parts += [Padding(disputes_on_screen(brief.disputes), (0, 0, 0, INDENT))]
    if brief.newest:
        parts += ["", Text("Newest statements", STRONG), *(quoted(each) for each in brief.newest)]
    return Group(*parts)


def _what_was_read(brief: Brief) -> RenderableType:
    dated = f", {dates.written(brief.covered)}" if brief.covered.known else ""
    undated = f", {brief.undated} undated" if brief.undated else ""
    since = f"Since {brief.since}: " if brief.since else ""
    outlets = ", ".join(f"{line.outlet or wording.NO_OUTLET} ({line.documents})" for line in brief.outlets)
    lines = [
        Text(
            f"{since}{counted(brief.read, 'document')}{dated}{undated}; {counted(brief.statements, 'statement')}",
            STRONG,
        ),
        safe(f"Outlets: {outlets}" if outlets else "No outlets"),
    ]
    lines += [safe(f"Not read: {entry.origin}: {entry.reason}", "yellow") for entry in brief.unread[:NAMED_UNREAD]]
    if brief.cut_off:
        lines.append(Text("The last build was cut off: run it again, and it goes on from there", "yellow"))
    if len(brief.unread) > NAMED_UNREAD:
        lines.append(Text(f"Not read: {len(brief.unread) - NAMED_UNREAD:,} more", "yellow"))
    return Group(*lines)


def _actors(actors: Iterable[ActorEntry]) -> Table:
    drawn = plain_table()
    for heading in ("name", "kind", "titles"):
        drawn.add_column(heading, no_wrap=heading != "titles")
    for heading in ("documents", "statements"):
        drawn.add_column(heading, justify="right", no_wrap=True)
    for actor in actors:
        titles = safe(", ".join(actor.titles[:3]))
        row = (safe(actor.name), wording.KIND[actor.kind], titles, str(actor.documents), str(actor.statements))
        drawn.add_row(*row)
    return drawn


def _speakers(speakers: Sequence[SpeakerLine]) -> Table:
    """Speakers by sourcing; a class that nobody in the table has gets no column."""
    classes = [each for each in wording.SOURCING if any(each in line.sourcing for line in speakers)]
    drawn = plain_table()
    drawn.add_column("speaker", no_wrap=True)
    for heading in ("all", *(wording.SOURCING[each] for each in classes)):
        drawn.add_column(heading, justify="right", no_wrap=True)
    for line in speakers:
        numbers = (str(line.sourcing.get(each) or "") for each in classes)
        drawn.add_row(safe(line.name), str(line.statements), *numbers)
    return drawn
