"""What the model file says of itself: its card, its tables and its tokenizer, read without loading the graph."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import ModelError
from onrecord.reading.labels import COLUMNS, LINKS
from onrecord.reading.pieces import FEATURES

SCHEMA = "onrecord/model/2"
PACKAGED = Path(__file__).parent / "reader.onnx"

# Field number of `metadata_props` in ModelProto, and of key and value in it (onnx.proto3).
_METADATA, _KEY, _VALUE = 14, 1, 2
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

_REINSTALL = "Reinstall OnRecord or give another model file"


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """The essence of the model card; the whole of it is docs/model.md."""

    name: str
    version: str
    licence: str
    summary: str
    data: tuple[str, ...]
    figures: dict[str, float]
    weaknesses: tuple[str, ...]


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """What decoding needs beside the graph: transition scores of chains of tags, biases of pairs of words.

    columns, links, features: what the graph's outputs and inputs stand for, to be compared with reading/labels.py. A
    table of one dimension is written as one row.
    """

    columns: dict[str, tuple[str, ...]]
    links: dict[str, int]
    distances: int
    features: dict[str, int]
    transitions: dict[str, list[list[float]]]
    pairs: dict[str, list[list[float]]]


class ModelFile(msgspec.Struct, frozen=True, kw_only=True):
    """A model file's description; `graph` is where the file lies."""

    graph: Path
    card: Card
    tables: Tables
    tokenizer: str


def open_model_file(path: Path = PACKAGED) -> ModelFile:
    """The description in the model file at `path`.

    Raises `ModelError` where the file is missing, corrupt or of another schema.
    """
    metadata = _metadata(path)
    schema = metadata.get("onrecord.schema", "none")
    if schema != SCHEMA:
        raise ModelError(f"model schema {schema}, this version reads {SCHEMA}", where=str(path), hint=_REINSTALL)
    try:
        card = msgspec.json.decode(metadata["onrecord.card"], type=Card)
        tables = msgspec.json.decode(metadata["onrecord.tables"], type=Tables)
        tokenizer = metadata["onrecord.tokenizer"]
    except (KeyError, msgspec.DecodeError) as error:
        raise ModelError(f"the model's description is broken ({error})", where=str(path), hint=_REINSTALL) from error
    if (tables.columns, tables.links, tables.features) != (COLUMNS, LINKS, FEATURES):
        raise ModelError("the model was trained with other labels", where=str(path), hint=_REINSTALL)
    return ModelFile(graph=path, card=card, tables=tables, tokenizer=tokenizer)


def _metadata(path: Path) -> dict[str, str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"cannot read the model ({error.strerror})", where=str(path), hint=_REINSTALL) from error
    try:
        entries = [dict(_fields(value)) for number, value in _fields(memoryview(data)) if number == _METADATA]
        return {bytes(entry[_KEY]).decode(): bytes(entry[_VALUE]).decode() for entry in entries}
    except (ValueError, KeyError, IndexError) as error:
        raise ModelError("not a model file, or cut short", where=str(path), hint=_REINSTALL) from error


def _fields(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Number and content of the length-delimited fields of a protocol buffer message; others are passed over."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        if wire == _BYTES:
            size, at = _varint(data, at)
            if at + size > len(data):
                raise ValueError("cut short")
            yield number, data[at : at + size]
            at += size
        elif wire == _VARINT:
            _, at = _varint(data, at)
        elif wire in (_FIXED32, _FIXED64):
            at += 4 if wire == _FIXED32 else 8
        else:
            raise ValueError(f"wire type {wire}")


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
        if shift > 63:
            raise ValueError("number too long")
