"""Happenings and commitments on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.record.entries import Change, CommitmentEntry, CommitmentStatus, EventEntry, StatusChange
from onrecord.views import commitments, dates, signs, timeline, wording
from onrecord.views.safe import one_line
from onrecord.views.signs import Family, Sign
from onrecord.views.terminal import FAINT, INDENT, STRONG, plain_table, safe
from onrecord.views.wording import counted

COLOUR = {Family.FACT: "green", Family.AHEAD: "cyan", Family.THREAT: "yellow", Family.GONE: "dim"}
UNCERTAIN = "italic"
# "10 September 2031" on one line, "between 28 February and 3 March 2031" on two.
DAYS_WIDTH = 20
# What a line of a list has room for; `onrecord show` has all of it.
TOLD_CHARS = 150


def timeline_on_screen(events: Iterable[EventEntry]) -> RenderableType:
    """One row a happening: when, its status, who did what to whom, on whose word, how often told."""
    drawn = _three("when")
    for event in events:
        drawn.add_row(_when(event), _status(signs.EVENT[event.status]), event_line(event))
    return drawn


def commitments_on_screen(entries: Iterable[CommitmentEntry]) -> RenderableType:
    """One row a commitment: when it is due, what became of it, who bound themselves to what, on which condition."""
    drawn = _three("due")
    for entry in entries:
        drawn.add_row(Text(commitments.due(entry)), _status(signs.of_commitment(entry)), commitment_line(entry))
    return drawn


def changes_on_screen(changes: Iterable[StatusChange]) -> RenderableType:
    """One row an entry: the status that it had, the one that it has, what it is."""
    drawn = plain_table()
    for heading in ("was", "is now"):
        drawn.add_column(heading, no_wrap=True)
    drawn.add_column("what")
    for change in changes:
        if change.event:
            drawn.add_row(
                _status(signs.EVENT[change.before]), _status(signs.EVENT[change.event.status]), event_line(change.event)
            )
        if change.commitment:
            drawn.add_row(
                _status(signs.COMMITMENT[CommitmentStatus(change.before)]),
                _status(signs.of_commitment(change.commitment)),
                commitment_line(change.commitment),
            )
    return drawn


def event_line(event: EventEntry) -> Text:
    """Who, which kind, the words of it, and in faint what hangs on it."""
    line = _headed(timeline.who(event), wording.EVENT[event.type], event.what)
    for each in timeline.circumstances(event):
        line.append_text(Text.assemble("; ", safe(each)))
    if word := timeline.on_whose_word(event):
        line.append_text(Text.assemble(" ", safe(f"({word})", UNCERTAIN)))
    return line.append(f" · {counted(event.accounts, 'account')} · {one_line(event.id)}", FAINT)


def commitment_line(entry: CommitmentEntry) -> Text:
    """Who, which kind, what, on which condition; below, since when it stands so and the newest evidence."""
    line = _headed(commitments.who(entry), wording.COMMITMENT[entry.kind], entry.what)
    if entry.condition:
        line.append_text(Text.assemble("; condition: ", safe(_short(entry.condition))))
    since, last = commitments.since(entry), commitments.last(entry)
    known = (_dated("since", since), _dated("last told", last) if last != since else "")
    tail = (*filter(None, known), counted(entry.accounts, "account"), entry.id)
    return line.append(f" · {one_line(' · '.join(tail))}", FAINT)


def history_on_screen(history: Iterable[Change]) -> Iterator[RenderableType]:
    """Each change of status: as of when, by which outlet, in which words."""
    for position, change in enumerate(history):
        if not position:
            yield Text("\nHistory", STRONG)
        told = f"{dates.written(change.on)}, {change.outlet or wording.NO_OUTLET}"
        stands = Text.assemble(_status(signs.of_change(change.status)), "  ", safe(told, FAINT))
        said = Text.assemble("“", safe(change.text), "”")
        if change.statement:
            said.append(f"  {one_line(change.statement)}", FAINT)
        yield Padding(Group(stands, Padding(said, (0, 0, 0, INDENT))), (0, 0, 0, INDENT))


def event_on_screen(event: EventEntry) -> Iterator[RenderableType]:
    """All that is known of a happening, but for its history and evidence."""
    yield Text.assemble(_title(timeline.who(event), wording.EVENT[event.type]), (f"  {one_line(event.id)}", FAINT))
    yield Text.assemble(_status(signs.EVENT[event.status]), "  ", _when(event, " · "))
    yield safe(event.what)
    about = (*timeline.circumstances(event), timeline.on_whose_word(event))
    kind = " · ".join(each for each in (event.mode, *event.contexts) if each)
    yield from (safe(each) for each in about if each)
    yield safe(" · ".join(filter(None, (timeline.GROUP_OF[event.type], kind, _told(event)))), FAINT)


def commitment_on_screen(entry: CommitmentEntry) -> Iterator[RenderableType]:
    """All that is known of a commitment, but for its history and evidence."""
    title = _title(commitments.who(entry), wording.COMMITMENT[entry.kind])
    yield Text.assemble(title, (f"  {one_line(entry.id)}", FAINT))
    yield Text.assemble(_status(signs.of_commitment(entry)), "  ", f"due: {commitments.due(entry)}")
    yield safe(entry.what)
    if entry.condition:
        yield safe(f"condition: {entry.condition}")
    if entry.figures:
        yield safe(f"figures: {'; '.join(entry.figures)}")
    yield safe(_told(entry), FAINT)


def _told(entry: EventEntry | CommitmentEntry) -> str:
    return f"{counted(entry.accounts, 'account')} in {counted(len(entry.documents), 'document')}"


def _title(who: str, kind: str) -> Text:
    return Text.assemble(safe(who, STRONG), f", {kind}") if who else Text(kind, STRONG)


def _headed(who: str, kind: str, words: str) -> Text:
    line = _title(who, kind)
    return line.append_text(Text.assemble(": ", safe(_short(words)))) if words else line


def _short(text: str) -> str:
    """`text` on one line, whole words of it, "…" where some are left out."""
    text = one_line(text)
    return text if len(text) <= TOLD_CHARS else f"{text[:TOLD_CHARS].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def _when(event: EventEntry, join: str = "\n") -> Text:
    certain = event.when.earliest is not None and event.when.earliest == event.when.latest
    days = Text(dates.days(event.when), "" if certain else UNCERTAIN)
    return days.append(f"{join}≠ {timeline.DAYS_DIFFER}", "yellow") if event.conflict else days


def _status(sign: Sign) -> Text:
    return Text.assemble((f"{sign.glyph} {sign.word}", COLOUR[sign.family]))


def _dated(word: str, change: Change | None) -> str:
    return (
        f"{word} {dates.written(change.on)}, {change.outlet or wording.NO_OUTLET}" if change and change.on.known else ""
    )


def _three(first: str) -> Table:
    drawn = plain_table()
    drawn.add_column(first, max_width=DAYS_WIDTH)
    drawn.add_column("status", no_wrap=True)
    drawn.add_column("what")
    return drawn
