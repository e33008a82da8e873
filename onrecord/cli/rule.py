"""The commands by which users correct a record."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Database, ListFormat, OutputFile
from onrecord.cli.output import STANDARD_OUTPUT, Format, listing, say, writing
from onrecord.errors import RulingError
from onrecord.record.rulings.entry import RulingKind
from onrecord.views.wording import counted

Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; kept with the ruling.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who rules; otherwise, the login name.")]
Entry = Annotated[str, typer.Argument(metavar="ID", help="Of a statement, a happening, a commitment, an actor …")]
ACTOR_HELP = 'An id, a name, or "NAME @ DOCUMENT".'


def add_to(app: typer.Typer) -> None:
    """Adds these commands to `app`: a group of those that rule, and one that lists what was ruled."""
    group = typer.Typer(help=_group.__doc__, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    group.command(epilog="Example: onrecord rule merge story.db Ilmeria a-nj2umgi74clo --why 'one state'")(merge)
    group.command(epilog="Example: onrecord rule split story.db 'Corwin Hale' --document d-7 --why 'the senator'")(
        split
    )
    group.command(epilog="Example: onrecord rule reject story.db e-4kq2hd7xw5ta --why 'a simile'")(reject)
    group.command(epilog="Example: onrecord rule pin story.db c-4kq2hd7xw5ta --why 'ask the ministry'")(pin)
    group.command(epilog="Example: onrecord rule date story.db notes.txt 2031-03-06")(date)
    group.command(epilog="Example: onrecord rule rename story.db y-4kq2hd7xw5ta 'The strait talks'")(rename)
    group.command(epilog="Example: onrecord rule undo story.db u-4kq2hd7xw5ta")(undo)
    group.command("import", epilog="Example: onrecord rule import story.db rulings.csv")(import_)
    app.add_typer(group, name="rule", epilog="Example: onrecord rule reject story.db e-4kq2hd7xw5ta --why 'a simile'")
    app.command(epilog="Example: onrecord rulings story.db -o rulings.csv")(rulings)


def merge(
    record: Database,
    actors: Annotated[list[str], typer.Argument(metavar="ACTOR...", help=f"Two or more. {ACTOR_HELP}")],
    why: Why = "",
    who: Who = None,
) -> None:
    """These actors are one, and go by the name of the first."""
    if len(set(actors)) == 1:
        raise typer.BadParameter("name two or more", param_hint="ACTOR...")
    _rule(record, RulingKind.MERGE, actors, why=why, who=who)


def split(
    record: Database,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help=ACTOR_HELP)],
    document: Annotated[
        list[str] | None, typer.Option(metavar="DOCUMENT", help="What this document says of it: id, address or file.")
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="What is called by this name and no fuller.")
    ] = None,
    why: Why = "",
    who: Who = None,
) -> None:
    """What some documents say of this actor, or say under a name, is of another one.

    Where the reading of an article took two people for one, give both the document and the name.
    """
    from onrecord.record.rulings.entry import Part

    if not document and not alias:
        raise typer.BadParameter("say which part: --document, --alias or both")
    part = Part(tuple(document or ()), tuple(alias or ()))
    _rule(record, RulingKind.SPLIT, [actor], value=part.value, why=why, who=who)


def reject(record: Database, entry: Entry, why: Why = "", who: Who = None) -> None:
    """This entry is wrong: it is left out of lists, counts, brief and dossier; `onrecord show` still has it."""
    _rule(record, RulingKind.REJECT, [entry], why=why, who=who)


def pin(record: Database, entry: Entry, why: Why = "", who: Who = None) -> None:
    """This entry matters: it comes first in the brief and the dossier."""
    _rule(record, RulingKind.PIN, [entry], why=why, who=who)


def date(
    record: Database,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, address or file.")],
    day: Annotated[str, typer.Argument(metavar="DAY", help="2031-03-06, or 2031-03-01..2031-03-06.")],
    why: Why = "",
    who: Who = None,
) -> None:
    """This document was published then; all that is reckoned from its date moves with it."""
    _rule(record, RulingKind.DATE, [document], value=day, why=why, who=who)


def rename(
    record: Database,
    story: Annotated[str, typer.Argument(metavar="STORY", help="Its id or its name.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    why: Why = "",
    who: Who = None,
) -> None:
    """This story is called so."""
    _rule(record, RulingKind.RENAME, [story], value=name, why=why, who=who)


def undo(
    record: Database,
    ruling: Annotated[str, typer.Argument(metavar="RULING", help="Its id, as `onrecord rulings` lists it.")],
    who: Who = None,
) -> None:
    """Take a ruling back; the record is as if it had never been made, and remembers that it was."""
    import onrecord
    from onrecord.views.rulings import ruled

    _expect(record)
    undone = onrecord.undo(record, ruling, who=who)
    with onrecord.open(record) as opened:
        say(ruled(opened, undone))


def import_(
    record: Database,
    file: Annotated[Path, typer.Argument(metavar="CSV", help="As `onrecord rulings -o` writes it, or of dates.")],
    who: Who = None,
) -> None:
    """Take over rulings from a file; a line that names nothing is told, and the rest goes on."""
    import onrecord
    from onrecord.record.rulings.file import read_rulings
    from onrecord.views.rulings import ruled

    _expect(record)
    read = read_rulings(file)
    made = onrecord.rule(record, read.rulings, who=who)
    with onrecord.open(record) as opened:
        for ruling in made.rulings:
            say(ruled(opened, ruling))
    troubles = (*read.troubles, *made.troubles)
    for trouble in troubles:
        say(trouble)
    if troubles and not made.rulings:
        raise RulingError("nothing in it could be ruled", where=str(file))


def rulings(
    record: Database,
    kind: Annotated[RulingKind | None, typer.Option(help="Only of this kind.")] = None,
    output: OutputFile = STANDARD_OUTPUT,
    shape: ListFormat = Format.TABLE,
    *,
    undone: Annotated[bool, typer.Option("--undone", help="With those that were taken back.")] = False,
) -> None:
    """What users ruled, the oldest first; with -o, or as CSV, a file that `onrecord rule import` takes."""
    import onrecord
    from onrecord.record.rulings.file import written
    from onrecord.views.rulings import RULINGS

    filed = shape is Format.CSV or output != STANDARD_OUTPUT
    with onrecord.open(record) as opened:
        found = opened.rulings(kind=kind, undone=undone and not filed)
    if not filed:
        listing(found, RULINGS, shape)
        return
    with writing(output, inputs=[record]) as write:
        for line in written(found):
            write(line)
    if output != STANDARD_OUTPUT:
        say(f"{output}: {counted(len(found), 'ruling')}")


def _rule(
    record: Path, kind: RulingKind, targets: Sequence[str], *, value: str = "", why: str, who: str | None
) -> None:
    """Makes one ruling, and says what changed. Raises `RulingError` where it cannot be made."""
    import onrecord
    from onrecord.record.rulings.entry import Ruling
    from onrecord.views.rulings import ruled

    _expect(record)
    made = onrecord.rule(record, [Ruling(kind=kind, targets=tuple(targets), value=value, why=why)], who=who)
    for trouble in made.troubles:
        raise RulingError(trouble, where=str(record))
    with onrecord.open(record) as opened:
        for ruling in made.rulings:
            say(ruled(opened, ruling))


def _expect(record: Path) -> None:
    """Raises `RecordError` where there is no record: a ruling makes none."""
    import onrecord

    if not record.is_file():
        onrecord.open(record).close()


def _group() -> None:
    """Correct a record: what you rule stays in it, with who, when and why, survives every build, can be undone."""
