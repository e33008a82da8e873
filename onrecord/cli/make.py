"""The commands that read coverage."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from onrecord.cli.options import Coverage, OutputFile
from onrecord.cli.output import STANDARD_OUTPUT, emit, say, writing
from onrecord.cli.progress import progress
from onrecord.errors import CoverageError
from onrecord.views.wording import counted

if TYPE_CHECKING:
    from onrecord.coverage.document import Document, Unread
    from onrecord.record.entries import UnreadEntry

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def add_to(app: typer.Typer) -> None:
    """Adds these commands to `app`."""
    app.command(epilog="Example: onrecord build coverage/ more/article.html -o story.db")(build)
    app.command(epilog="Example: onrecord read coverage/ -o readings.jsonl")(read)


def build(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DB", help="The record: made, or added to.")],
    coverage: Annotated[list[Path] | None, Coverage] = None,
    dates: Annotated[
        Path | None,
        typer.Option("--dates", metavar="CSV", help="When documents were published, for those that do not say it."),
    ] = None,
) -> None:
    """Read coverage and add it to a record.

    The same coverage again changes nothing; a build that was cut off goes on where it stopped. Without COVERAGE, a
    record that is there is brought up to date.

    The file of --dates has a header line and the columns document (id, file or address) and date, or earliest and
    latest. The record keeps what it says; an empty date takes it back.
    """
    import onrecord
    from onrecord.views.terminal import unread_line

    if not coverage and not output.exists():
        raise typer.BadParameter("name at least one file or folder", param_hint="COVERAGE")
    troubles: list[str] = []
    with progress() as advance:
        record = onrecord.build(
            coverage or (),
            output,
            dates=dates,
            on_progress=lambda step: advance(step.stage, step.done, step.total),
            on_trouble=troubles.append,
        )
    with record:
        summary, unread, run = record.summary(), record.unread(), record.runs()[-1]
    for trouble in troubles:
        say(trouble)
    say(unread_line(summary.read, unread))
    held = ", ".join(
        counted(number, one)
        for number, one in (
            (summary.documents, "document"),
            (summary.actors, "actor"),
            (summary.statements, "statement"),
            (summary.events, "event"),
            (summary.commitments, "commitment"),
        )
    )
    say(f"{output}: {run.added:,} new or changed, {run.known:,} known; in all {held}")
    # What an earlier build brought does not make up for coverage of which nothing could be used.
    if coverage and (not summary.read or not run.added + run.known):
        raise _nothing_read()


def read(
    coverage: Annotated[list[Path] | None, Coverage] = None,
    output: OutputFile = STANDARD_OUTPUT,
    *,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a reading instead.")] = False,
) -> None:
    """Read coverage and write what is read in each document as one line of JSON."""
    import onrecord
    from onrecord.views.terminal import unread_line

    if schema:
        emit(json_schema())
        return
    if not coverage:
        raise typer.BadParameter("name at least one file or folder", param_hint="COVERAGE")
    unread: list[UnreadEntry] = []
    done = 0
    with progress() as advance, writing(output, inputs=coverage) as write:
        for reading in onrecord.read(_documents(onrecord.load(coverage), unread)):
            write(msgspec.json.encode(reading).decode() + "\n")
            done += not reading.unread
            advance("reading", done, None)
    say(unread_line(done, unread))
    if not done:
        raise _nothing_read()


def json_schema() -> str:
    """The JSON Schema of a reading."""
    from onrecord.reading.schema import SCHEMA, Reading

    schema = {"$schema": JSON_SCHEMA, "title": SCHEMA, **msgspec.json.schema(Reading)}
    return msgspec.json.format(msgspec.json.encode(schema).decode(), indent=2) + "\n"


def _documents(items: "Iterable[Document | Unread]", unread: "list[UnreadEntry]") -> "Iterator[Document]":
    """The documents among `items`; what is none, or is not to be read, is added to `unread` as it comes by."""
    from onrecord.coverage.document import Unread
    from onrecord.record.entries import UnreadEntry

    for item in items:
        if isinstance(item, Unread):
            unread.append(UnreadEntry(origin=item.origin, document=None, reason=item.reason))
            continue
        if item.unread:
            unread.append(UnreadEntry(origin=item.origin, document=item.id, reason=item.unread))
        yield item


def _nothing_read() -> CoverageError:
    return CoverageError("nothing could be read", hint="Give .txt, .md, .html or .jsonl files, or folders of them.")
