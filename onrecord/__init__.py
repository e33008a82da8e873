"""OnRecord reads the coverage of an unfolding story and keeps the record of it.

The steps of the command line for Python. Each imports what it needs when it is called: `import onrecord` is quick.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.coverage.document import Document, Unread
    from onrecord.reading.schema import Reading
    from onrecord.record.build import Progress
    from onrecord.record.record import Record
    from onrecord.record.rulings.entry import Ruling, RulingEntry
    from onrecord.record.rulings.rule import Ruled

__version__ = "0.1.0"
__all__ = ["build", "load", "open", "read", "rule", "undo"]


def load(paths: Iterable[Path | str]) -> "Iterator[Document | Unread]":
    """A `Document` for each article in the files and folders `paths`, `Unread` with the reason for what is none."""
    from onrecord import coverage

    return coverage.load(paths)


def read(documents: "Iterable[Document]") -> "Iterator[Reading]":
    """One `Reading` a document, in their order, each as soon as it is there. Raises `ModelError` for a broken model."""
    from onrecord.reading import reader

    return reader.read(documents)


def build(
    paths: Iterable[Path | str],
    output: Path | str,
    *,
    dates: Path | str | None = None,
    on_progress: "Callable[[Progress], None]" = lambda _: None,
    on_trouble: Callable[[str], None] = lambda _: None,
) -> "Record":
    """The record at `output` with the coverage at `paths` added: made where there is none, open for reading.

    The same coverage again changes nothing, and a build that was killed goes on where it stopped. `dates` is a CSV file
    (`document`, `date` or `earliest`, `latest`) of when documents were published; `on_trouble` gets a line for each of
    its lines that cannot be used. Raises `RecordError` where the record cannot be written, `CoverageError` where
    `dates` cannot be read; what was committed before that stays.
    """
    from onrecord.reading.reader import packaged_model
    from onrecord.record import build as builder
    from onrecord.record.dates_file import DatesFile, read_dates

    ruled = read_dates(Path(dates)) if dates is not None else DatesFile()
    for trouble in ruled.troubles:
        on_trouble(trouble)
    builder.build(
        load(paths),
        Path(output),
        read=read,
        model=packaged_model().identity,
        version=__version__,
        rulings=ruled.rulings,
        who=login(),
        on_progress=on_progress,
        on_trouble=on_trouble,
    )
    return open(output)


def rule(path: Path | str, rulings: "Iterable[Ruling]", *, who: str | None = None) -> "Ruled":
    """Keeps `rulings` in the record at `path` and settles it by them at once; nothing is read anew.

    `who` rules, where a ruling does not say: the login name, if it is left out. What names nothing, changes nothing or
    contradicts what stands is left out, with a line for each in `troubles`. Raises `RecordError` where the record
    cannot be written.
    """
    from onrecord.record.rulings import rule as ruler

    return ruler.rule(Path(path), rulings, who=login() if who is None else who)


def undo(path: Path | str, ruling: str, *, who: str | None = None) -> "RulingEntry":
    """Takes back the ruling with that id. Raises `RulingError` where none such stands."""
    from onrecord.record.rulings import rule as ruler

    return ruler.undo(Path(path), ruling, who=login() if who is None else who)


def login() -> str:
    """The name of whoever runs this; empty where the machine has none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A container may know no user of its number.
        return ""


def open(  # noqa: A001 - as in gzip.open: the module's own way of opening its files
    path: Path | str, *, story: str | None = None
) -> "Record":
    """The record at `path`, for reading, or of it the story of that id or name alone.

    Raises `RecordError` where there is none, none of a schema that we know, or no one story of that name.
    """
    from onrecord.record.record import Record

    return Record.open(path, story=story)
