"""The commands that look into a record."""

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from onrecord.cli.options import Database, Limit, ListFormat, Offset, Since, Until, ViewFormat, day
from onrecord.cli.output import Format, View, draw, emit, listing, say, writing
from onrecord.reading.schema import Act, Form, Kind, Sourcing
from onrecord.views.wording import counted

FOUND = 20


def add_to(app: typer.Typer) -> None:
    """Adds these commands to `app`."""
    app.command(epilog="Example: onrecord brief story.db --since 2031-03-06")(brief)
    app.command(epilog='Example: onrecord statements story.db --speaker "Ora Lind" --act deny')(statements)
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
    form: ViewFormat = View.TABLE,
) -> None:
    """The story on one screen: what was read, who matters, who spoke on whose word, what is newest."""
    import onrecord
    from onrecord.views.brief import brief
    from onrecord.views.terminal import brief_on_screen

    with onrecord.open(record) as opened:
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
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who is said to have said what, oldest first; with several filters, what fulfils all of them."""
    import onrecord
    from onrecord.views.listing import STATEMENTS

    with onrecord.open(record) as opened:
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


def actors(
    record: Database,
    kind: Annotated[Kind | None, typer.Option(help="Only of this kind.")] = None,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Who and what the story is about: those in most documents first."""
    import onrecord
    from onrecord.views.listing import ACTORS

    with onrecord.open(record) as opened:
        found = opened.actors(kind=kind)
    listing(found, ACTORS, shape)


def search(
    record: Database,
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, or a "phrase"; all must occur.')],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most this many.")] = FOUND,
    shape: ListFormat = Format.TABLE,
) -> None:
    """Statements in which the words occur, then other passages; the best match first."""
    import onrecord
    from onrecord.views.finding import FINDINGS, findings
    from onrecord.views.terminal import findings_on_screen

    with onrecord.open(record) as opened:
        found = findings(opened.search(query, limit))
    listing(found, FINDINGS, shape, on_screen=findings_on_screen)


def show(
    record: Database,
    entry: Annotated[str, typer.Argument(metavar="ID", help="Of a statement, an actor or a document.")],
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
) -> None:
    """The whole record as one self-contained page: to read, to share, to print."""
    import onrecord
    from onrecord.views.dossier import dossier
    from onrecord.views.page import page

    with onrecord.open(record) as opened:
        told = dossier(opened, name=name or _story_name(record))
    with writing(output, inputs=[record]) as write:
        write(page(told))
    say(f"{output}: {counted(told.statements, 'statement')}, {counted(len(told.articles), 'article')}")


def _json(view: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(view).decode(), indent=2) + "\n"


def _story_name(record: Path) -> str:
    """`harrow-strait.db` is called "Harrow strait"."""
    words = record.stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
