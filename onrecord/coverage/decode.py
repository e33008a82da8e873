"""Bytes of a file as text."""

import codecs
import re

from onrecord.errors import CoverageError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16: its little-endian mark begins this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3",
    b"\x7fELF",
    b"BZh",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.01
_FEW_CONTROLS = 3
_SAMPLE_BYTES = 65_536
_UTF16_ZEROS = 0.3
_MAX_HIGH_SHARE = 0.1
_CP1252_UNUSED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of `data`, without a byte order mark; every character has a UTF-8 form and none is NUL.

    In this order: byte order mark, UTF-8, UTF-16 by its zeros, the `declared` character set, Windows-1252 where the
    bytes look like Western text, the best guess of charset-normalizer. Raises `CoverageError` for what is no text.
    """
    if data.startswith(_MAGIC):
        raise CoverageError("is a binary file, not text")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    zeros = _utf16_by_zeros(data)
    if zeros:
        return _checked(data.decode(zeros, "replace"))
    for encoding in ("utf-8", declared or "utf-8"):
        text = _decoded(data, encoding)
        if text is not None:
            return _checked(text)
    return _checked(_guessed(data))


def storable(text: str) -> str:
    """`text` with each NUL and lone surrogate, which cannot be stored everywhere, replaced by U+FFFD."""
    return _LONE_SURROGATE.sub(_REPLACEMENT, text).replace("\0", _REPLACEMENT)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _utf16_by_zeros(data: bytes) -> str | None:
    sample = data[:_SAMPLE_BYTES]
    for encoding, zeros, other in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if zeros and zeros.count(0) > _UTF16_ZEROS * len(zeros) and not other.count(0):
            return encoding
    return None


def _guessed(data: bytes) -> str:
    high = sum(byte > 0x7F for byte in data[:_SAMPLE_BYTES])
    western = high <= _MAX_HIGH_SHARE * min(len(data), _SAMPLE_BYTES) and not _CP1252_UNUSED.search(data)
    if western:
        return data.decode("cp1252")
    # Here, because it is slow to import and hardly ever needed.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None:
        raise CoverageError("is not text in any known encoding", hint="Save it as UTF-8")
    return data.decode(best.encoding, "replace")


def _checked(text: str) -> str:
    control = sum(1 for _ in _CONTROL.finditer(text))
    if control > max(_FEW_CONTROLS, _MAX_CONTROL_SHARE * len(text)):
        raise CoverageError("is a binary file, not text")
    return storable(text)
