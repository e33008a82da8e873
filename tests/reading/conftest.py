"""What tests of reading share."""

from collections.abc import Callable

import pytest

from onrecord.coverage.document import Document
from onrecord.reading.reader import read
from onrecord.reading.schema import Reading
from onrecord.spans import Span


@pytest.fixture(scope="session")
def read_text() -> Callable[[str], Reading]:
    """Reads a text with the model that ships."""

    def one(text: str) -> Reading:
        body = (Span(0, len(text)),) if text else ()
        return next(read([Document(id="d", text=text, sha256="", origin="test", body=body)]))

    return one
