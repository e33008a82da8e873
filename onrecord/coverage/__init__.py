"""Files, pages and folders in; `Document`s out: the text as it was found, with residue marked, never deleted.

`files` finds them, `plain`, `page` and `jsonl` read one each, `residue` marks what is not the article, `assemble` adds
identity and language, `loading` runs it all.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.coverage.document import Document, Residue, ResidueKind, Unread

__all__ = ["Document", "Residue", "ResidueKind", "Unread", "load"]


def load(paths: Iterable[Path | str]) -> Iterator[Document | Unread]:
    """A `Document` for each article in the files and folders, `Unread` with the reason for what is none.

    In the order of `paths`, a folder's files sorted by path, each file once, one at a time. Bad content and missing
    paths raise nothing. Which documents come does not depend on the order of `paths`; their ids and texts do not even
    depend on the batch, their residue may, since lines that several text files share are residue.
    """
    # Here, because all later packages import the types of this one and hardly any needs the readers.
    from onrecord.coverage.loading import load_all  # noqa: PLC0415

    return load_all(paths)
