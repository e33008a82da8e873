"""Reading in this process, one document after the other."""

from collections.abc import Callable, Iterable, Iterator

from onrecord.coverage.document import Document
from onrecord.reading.schema import Reading

Read = Callable[[Iterable[Document]], Iterator[Reading]]


def readings(read: Read, documents: Iterable[Document]) -> Iterator[Reading]:
    """One reading a document, as soon as it is there; `documents` are drawn as `read` asks for them."""
    return read(documents)
