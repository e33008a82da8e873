"""Files, pages and folders in; `Document`s out: the text as it was found, with residue marked, never deleted.

`files` finds them, `plain`, `page` and `jsonl` read one each, `residue` marks what is not the article, `assemble` adds
identity and language, `loading` runs it all.
"""

from onrecord.coverage.document import Document, Residue, ResidueKind, Unread
from onrecord.coverage.loading import load

__all__ = ["Document", "Residue", "ResidueKind", "Unread", "load"]
