from pathlib import Path

import pytest

from onrecord.coverage import Document, Unread, load


@pytest.fixture
def load_one(tmp_path: Path):
    """Writes one file and loads it: the only thing that comes back."""

    def write_and_load(name: str, content: str | bytes) -> Document | Unread:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (loaded,) = load([path])
        return loaded

    return write_and_load


@pytest.fixture
def load_lines(tmp_path: Path):
    """Writes a JSONL file and loads it."""

    def write_and_load(*lines: str | bytes) -> list[Document | Unread]:
        path = tmp_path / "articles.jsonl"
        path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
        return list(load([path]))

    return write_and_load
