"""What makes a document that document."""

from hashlib import sha256

_ID_CHARS = 16


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 bytes of `text`, lower-case hexadecimal."""
    return sha256(text.encode()).hexdigest()


def document_id(text: str, *, url: str | None = None, outlet: str | None = None) -> str:
    """Sixteen hexadecimal digits: the same for the same text at the same address or, without one, from the same outlet.

    Where neither is known the text decides alone. An outlet's name counts without case and white space.
    """
    publisher = canonical_url(url) if url else " ".join((outlet or "").casefold().split())
    return sha256(f"{publisher}\0{text}".encode()).hexdigest()[:_ID_CHARS]


def canonical_url(url: str) -> str:
    """`url` without tracking parameters, fragment, default port and trailing slash; as it is where it is no address."""
    # Here, because it is slow to import and texts without an address do not need it.
    from courlan import normalize_url  # noqa: PLC0415

    try:
        return normalize_url(url.partition("#")[0], strict=False).rstrip("/")
    except ValueError:
        return url
