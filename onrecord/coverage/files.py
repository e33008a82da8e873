"""The files that paths lead to."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.coverage.document import Unread
from onrecord.errors import CoverageError

TEXT_KINDS = frozenset({".txt", ".text", ".md", ".markdown"})
PAGE_KINDS = frozenset({".html", ".htm", ".xhtml"})
LINES_KINDS = frozenset({".jsonl", ".ndjson"})
READ_KINDS = TEXT_KINDS | PAGE_KINDS | LINES_KINDS

# One article is kilobytes; a file this large is an archive under a wrong name. JSONL is read by line and has no limit.
MAX_FILE_BYTES = 20_000_000


def find_files(paths: Iterable[Path | str]) -> Iterator[Path | Unread]:
    """The files that can be read, those of a folder sorted by path, each once; `Unread` for the rest with its reason.

    Names that begin with a dot are passed over, links to folders are not followed.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        for found in _below(path):
            if isinstance(found, Path):
                real = Path(os.path.realpath(found))
                if real in seen:
                    continue
                seen.add(real)
            yield found


def read_bytes(path: Path) -> bytes:
    """The content of an article's file. Raises `CoverageError` where it is too large or cannot be read."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise CoverageError(
                f"is larger than {MAX_FILE_BYTES // 1_000_000} MB, too large for one article",
                hint="Split it, or use JSONL",
            )
        return path.read_bytes()
    except OSError as error:
        raise CoverageError(f"cannot be read: {reason_of(error)}") from error


def reason_of(error: OSError) -> str:
    """The system's own words, lower case, without number and path."""
    return (error.strerror or str(error)).lower()


def _below(path: Path) -> Iterator[Path | Unread]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Unread(str(path), "there is no such file or folder")
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        yield Unread(str(path), f"cannot be read: {reason_of(error) if isinstance(error, OSError) else error}")
    else:
        if stat.S_ISDIR(mode):
            yield from _in_folder(path)
        elif stat.S_ISREG(mode):
            yield _of_known_kind(path)
        else:
            yield Unread(str(path), "is neither a file nor a folder")


def _in_folder(folder: Path) -> Iterator[Path | Unread]:
    refused: list[OSError] = []
    empty = True
    for root, folders, names in os.walk(folder, onerror=refused.append):
        # In place: os.walk goes down what is left in it, in its order.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                empty = False
                yield from _below(Path(root, name))
    for error in refused:
        empty = False
        yield Unread(str(error.filename), f"cannot be read: {reason_of(error)}")
    if empty:
        yield Unread(str(folder), "the folder is empty")


def _of_known_kind(path: Path) -> Path | Unread:
    kind = path.suffix.lower()
    if kind in READ_KINDS:
        return path
    named = f"{kind} files are" if kind else "files without an ending are"
    return Unread(str(path), f"{named} not read (read: {', '.join(sorted(READ_KINDS))})")
