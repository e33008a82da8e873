"""Documents from everything that is given."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from onrecord.coverage.document import Document, Unread
from onrecord.coverage.files import LINES_KINDS, PAGE_KINDS, TEXT_KINDS, find_files
from onrecord.coverage.jsonl import jsonl_documents
from onrecord.coverage.page import page_document
from onrecord.coverage.plain import plain_document, read_text_file
from onrecord.coverage.repeated import repeated_lines
from onrecord.errors import CoverageError


def load_all(paths: Iterable[Path | str]) -> Iterator[Document | Unread]:
    """See `coverage.load`."""
    # Text files are read twice, so that the lines that they share are known before the first of them is marked.
    found = list(find_files(paths))
    repeated = repeated_lines(_texts(path for path in found if isinstance(path, Path)))
    for path in found:
        if isinstance(path, Unread):
            yield path
        else:
            yield from _documents(path, repeated)


def _documents(path: Path, repeated: AbstractSet[str]) -> Iterator[Document | Unread]:
    kind = path.suffix.lower()
    try:
        if kind in LINES_KINDS:
            yield from jsonl_documents(path)
        elif kind in PAGE_KINDS:
            yield page_document(path)
        else:
            yield plain_document(path, repeated=repeated)
    except CoverageError as error:
        yield Unread(str(path), str(error))


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.suffix.lower() in TEXT_KINDS:
            try:
                yield read_text_file(path)
            except CoverageError:
                # Reported when its turn comes.
                continue
