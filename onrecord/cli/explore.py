"""The commands that look into a record."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from onrecord.cli.options import Database, Happened, Limit, ListFormat, Offset, Since, Story, Until, ViewFormat, day
from onrecord.cli.output import Format, View, draw, emit, listing, say, writing
from onrecord.reading.schema import Act, CommitmentKind, EventType, Form, Kind, Sourcing
from onrecord.record.entries import CommitmentStatus
from onrecord.views.wording import counted

if TYPE_CHECKING:
    from onrecord.views.dossier import Dossier
    from onrecord.views.page import Drawing

FOUND = 20
# What the extra `charts` brings.
DRAWING = frozenset({"altair", "vl_convert"})


def add_to(app: typer.Typer) -> None:
    """Adds these commands to `app`."""
    app.command(epilog="Example: onrecord brief story.db --since 2031-03-06")(brief)
    app.command(epilog='Example: onrecord statements story.db --speaker "Ora Lind" --act deny')(statements)
    app.command(epilog='Example: onrecord timeline story.db --actor "Ora Lind" --since 2031-03-06')(timeline)
    app.command(epilog="Example: onrecord commitments story.db --status open")(commitments)
    app.command(epilog="Example: onrecord actors story.db --kind person --format csv")(actors)
    app.command(epilog="Example: onrecord search story.db 'deadline \"cargo inspections\"'")(search)
    app.command(epilog="Example: onrecord show story.db s-4kq2hd7xw5ta")(show)
    app.command(epilog="Example: onrecord dossier story.db -o story.html")(dossier)


def brief(
    record: Database,
    since: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DAY", help="Only what came into the record on this day (UTC) or later."),
    ] = None,
    story: Story = None,
    form: ViewFormat = View.TABLE,
) -> None:
    """The story on one screen: what was read, who matters, who spoke on whose word, what is newest.

    With --since, what is new since that day, and what was there before and has another status now.
    """
    import onrecord
    from onrecord.views.brief import brief
    from onrecord.views.terminal_brief import brief_on_screen

    with onrecord.open(record, story=story) as opened:
        told = brief(opened, since=since)
    if form is View.JSON:
        emit(_json(told))
    else:
        draw(brief_on_screen(told))


def statements(
    record: Database,
    speaker: Annotated[str | None, typer.Option(metavar="ACTOR", help="By this actor: an id or a name.")] = None,
    sourcing: Annotated[Sourcing | None, typer.Option(help="On this kind of word.")] = None,
    act: Annotated[Act | None, typer.Option(help="That do this.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Published by this outlet.")] = None,
    form: Annotated[Form | None, typer.Option(help="In the speaker's own words, or not.")] = None,
    since: Since = None,
    until: Until = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="In which all of these words occur.")] = None,
    limit: Limit = None,
    offset: Offset = 0,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who is said to have said what, oldest first; with several filters, what fulfils all of them."""
    import onrecord
    from onrecord.views.listing import STATEMENTS

    with onrecord.open(record, story=story) as opened:
        found = opened.statements(
            speaker=speaker,
            sourcing=sourcing,
            act=act,
            outlet=outlet,
            form=form,
            since=since,
            until=until,
            text=text,
            limit=limit,
            offset=offset,
        )
    listing(found, STATEMENTS, shape)


def timeline(
    record: Database,
    type_: Annotated[
        EventType | None, typer.Option("--type", help="Of this type of PLOVER.", case_sensitive=False)
    ] = None,
    status: Annotated[Happened | None, typer.Option(help="Of which this is so, as coverage has it.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="With this actor in it: an id or a name.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Told by this outlet.")] = None,
    since: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="On this day or later.")] = None,
    until: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="On this day or earlier.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Told with all of these words.")] = None,
    limit: Limit = None,
    offset: Offset = 0,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """What happened, is planned or was called off, and when; by the days it can have been on, undated last."""
    import onrecord
    from onrecord.views.terminal_happenings import timeline_on_screen
    from onrecord.views.timeline import EVENTS

    with onrecord.open(record, story=story) as opened:
        found = opened.events(
            type=type_,
            status=status.value if status else None,
            actor=actor,
            outlet=outlet,
            since=since,
            until=until,
            text=text,
            limit=limit,
            offset=offset,
        )
    listing(found, EVENTS, shape, on_screen=timeline_on_screen)


def commitments(
    record: Database,
    kind: Annotated[CommitmentKind | None, typer.Option(help="Only of this kind.")] = None,
    status: Annotated[CommitmentStatus | None, typer.Option(help="Of which this is what became of it.")] = None,
    by: Annotated[str | None, typer.Option(metavar="ACTOR", help="By this actor: an id or a name.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Told by this outlet.")] = None,
    limit: Limit = None,
    offset: Offset = 0,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """What was promised, threatened or set as a deadline: overdue first, then by the day it is due, then settled."""
    import onrecord
    from onrecord.views.commitments import COMMITMENTS
    from onrecord.views.terminal_happenings import commitments_on_screen

    with onrecord.open(record, story=story) as opened:
        found = opened.commitments(kind=kind, status=status, by=by, outlet=outlet, limit=limit, offset=offset)
    listing(found, COMMITMENTS, shape, on_screen=commitments_on_screen)


def actors(
    record: Database,
    kind: Annotated[Kind | None, typer.Option(help="Only of this kind.")] = None,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who and what the story is about: those in most documents first."""
    import onrecord
    from onrecord.views.listing import ACTORS

    with onrecord.open(record, story=story) as opened:
        found = opened.actors(kind=kind)
    listing(found, ACTORS, shape)


def search(
    record: Database,
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, or a "phrase"; all must occur.')],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most this many.")] = FOUND,
    story: Story = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Statements in which the words occur, then other passages; the best match first."""
    import onrecord
    from onrecord.views.finding import FINDINGS, findings
    from onrecord.views.terminal import findings_on_screen

    with onrecord.open(record, story=story) as opened:
        found = findings(opened.search(query, limit))
    listing(found, FINDINGS, shape, on_screen=findings_on_screen)


def show(
    record: Database,
    entry: Annotated[
        str,
        typer.Argument(metavar="ID", help="Of any entry, an actor, a story or a document, as the listings give it."),
    ],
    form: ViewFormat = View.TABLE,
) -> None:
    """One entry with all of its evidence in context."""
    import onrecord
    from onrecord.views.entry import shown
    from onrecord.views.terminal_entry import entry_on_screen

    with onrecord.open(record) as opened:
        found = shown(opened, entry)
    if form is View.JSON:
        emit(_json(found))
    else:
        draw(entry_on_screen(found))


def dossier(
    record: Database,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write; - for the screen.")
    ],
    name: Annotated[str | None, typer.Option(help="What the story is called; otherwise, what the record is.")] = None,
    story: Story = None,
    redact: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR", help="Black out this actor: a name or an id.")
    ] = None,
    *,
    short: Annotated[bool, typer.Option("--short", help="What weighs most, without the texts of articles.")] = False,
    redact_unnamed: Annotated[
        bool, typer.Option("--redact-unnamed", help="Black out what describes sources that no article names.")
    ] = False,
) -> None:
    """The whole record as one self-contained page: to read, to share, to print.

    What is blacked out is not in the page at all. Look through it before you share it: who a source is can follow from
    what they say.
    """
    import onrecord
    from onrecord.views.dossier import dossier, shortened, story_name
    from onrecord.views.page import page
    from onrecord.views.redaction import both, called, redacted, unnamed

    with onrecord.open(record, story=story) as opened:
        told = dossier(opened, name=name or story_name(record))
        documents = {each.id: each.document for each in opened.statements()} if short else {}
        hidden = called(opened, redact or ())
        if redact_unnamed:
            hidden = both(hidden, unnamed(opened))
    told = redacted(shortened(told) if short else told, hidden)
    drawing = _drawn(told)
    with writing(output, inputs=[record]) as write:
        write(page(told, drawing, documents=documents))
    places = sum(map(len, hidden.spans.values()))
    blacked = f"; blacked out in {counted(places, 'place')}" if redact or redact_unnamed else ""
    say(f"{output}: {counted(told.statements, 'statement')}, {counted(len(told.articles), 'article')}{blacked}")


def _drawn(told: "Dossier") -> "Drawing | None":
    """The timeline of `told` as a drawing; None, and a line that says so, without the libraries that draw."""
    try:
        from onrecord.views.chart import draw
    except ModuleNotFoundError as missing:
        if missing.name not in DRAWING:
            raise
        say("the timeline is listed, not drawn: that needs the extra `charts` (pip install 'onrecord[charts]')")
        return None
    return draw(told.events, newest=told.covered.latest)


def _json(view: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(view).decode(), indent=2) + "\n"
