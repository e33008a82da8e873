"""Writing what coverage gave us into the record: documents, where they were found, what made no document."""

import msgspec

from onrecord.coverage.document import Document, Residue, Unread
from onrecord.interval import Interval
from onrecord.record.facts import forget_reading
from onrecord.record.keys import document_version
from onrecord.record.store import Row, Store, Value
from onrecord.spans import Span


def take_in(store: Store, item: Document | Unread, run: int) -> str | None:
    """Writes `item`; the id of the document, None where it is none. Not read yet; call within a transaction.

    The same document again is one more origin at most. Another text or other metadata under a known id replaces what
    we have if it was found in a later run; within one run the later published wins, then the greater hash, so that
    the order of the input decides nothing.
    """
    if isinstance(item, Unread):
        _write_unread(store, item, run)
        return None
    if not _storable(item):
        _write_unread(store, Unread(item.origin, "has characters that are not Unicode (lone surrogates)"), run)
        return None
    origin, version = _printable(item.origin), document_version(item)
    store.execute("DELETE FROM unread WHERE origin = ?", (origin,))
    known = store.row("SELECT version, stated_latest FROM documents WHERE id = ?", (item.id,))
    if known is None:
        _insert(store, item, version, run)
    is_new = _write_origin(store, item, origin, version, run)
    if known and known["version"] != version and is_new and _supersedes(store, item, version, known, run):
        _replace(store, item, version)
    if is_new:
        store.execute("UPDATE documents SET last_seen = ? WHERE id = ?", (run, item.id))
    return item.id


def document_of(row: Row) -> Document:
    """The document that a row of `documents` holds, as it came in; its origin is left empty, it may have several."""
    return Document(
        id=row["id"],
        text=row["text"],
        sha256=row["sha256"],
        origin="",
        title=row["title"],
        outlet=row["outlet"],
        byline=row["byline"],
        url=row["url"],
        published=stated_of(row),
        language=row["language"],
        body=body_of(row),
        residue=residue_of(row),
        unread=row["unread"],
    )


def body_of(row: Row) -> tuple[Span, ...]:
    """What of the text of the document of `row` is the article."""
    return msgspec.json.decode(row["body"], type=tuple[Span, ...])


def residue_of(row: Row) -> tuple[Residue, ...]:
    """What of the text of the document of `row` is not the article."""
    return msgspec.json.decode(row["residue"], type=tuple[Residue, ...])


def published_of(row: Row) -> Interval:
    """When the document of `row` was published, as far as the record knows."""
    return _interval(row, "published")


def stated_of(row: Row) -> Interval:
    """When the document of `row` was published, as its page states."""
    return _interval(row, "stated")


def interval_columns(interval: Interval, of: str) -> dict[str, Value]:
    """What stands in the columns `of`_earliest, `of`_latest, `of`_basis."""
    return {
        f"{of}_earliest": interval.earliest.isoformat() if interval.earliest else None,
        f"{of}_latest": interval.latest.isoformat() if interval.latest else None,
        f"{of}_basis": interval.basis,
    }


def _interval(row: Row, of: str) -> Interval:
    columns = {name: row[f"{of}_{name}"] for name in ("earliest", "latest", "basis")}
    return msgspec.convert(columns, Interval, strict=False)


def _write_unread(store: Store, item: Unread, run: int) -> None:
    store.execute(
        "INSERT INTO unread (origin, reason, first_seen) VALUES (?, ?, ?) "
        "ON CONFLICT (origin) DO UPDATE SET reason = excluded.reason",
        (_printable(item.origin), _printable(item.reason), run),
    )


def _write_origin(store: Store, document: Document, origin: str, version: str, run: int) -> bool:
    """Whether this version had not been found there before, or is found again in the run that brought it."""
    known = store.row(
        "SELECT version, first_seen FROM origins WHERE document = ? AND origin = ?", (document.id, origin)
    )
    if known and known["version"] == version:
        return bool(known["first_seen"] == run)
    store.execute(
        "INSERT OR REPLACE INTO origins (document, origin, sha256, version, first_seen) VALUES (?, ?, ?, ?, ?)",
        (document.id, origin, document.sha256, version, run),
    )
    return True


def _supersedes(store: Store, document: Document, version: str, known: Row, run: int) -> bool:
    newest = store.number(
        "SELECT coalesce(max(first_seen), 0) FROM origins WHERE document = ? AND version = ?",
        (document.id, known["version"]),
    )
    ours = (run, str(document.published.latest or ""), version)
    return ours > (newest, known["stated_latest"] or "", known["version"])


def _columns(document: Document, version: str) -> dict[str, Value]:
    return {
        "text": document.text,
        "characters": len(document.text),
        "sha256": document.sha256,
        "version": version,
        "title": document.title,
        "outlet": document.outlet,
        "byline": document.byline,
        "url": document.url,
        **interval_columns(document.published, "stated"),
        # Until the build ends, and says what is held.
        **interval_columns(document.published, "published"),
        "published_because": "",
        "settled": 0,
        "language": document.language,
        "unread": document.unread,
        "body": msgspec.json.encode(document.body).decode(),
        "residue": msgspec.json.encode(document.residue).decode(),
    }


def _insert(store: Store, document: Document, version: str, run: int) -> None:
    columns = {"id": document.id, **_columns(document, version), "first_seen": run, "last_seen": run}
    names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    store.execute(f"INSERT INTO documents ({names}) VALUES ({marks})", columns)


def _replace(store: Store, document: Document, version: str) -> None:
    forget_reading(store, document.id)
    columns = _columns(document, version)
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    store.execute(f"UPDATE documents SET {assignments} WHERE id = :id", {"id": document.id, **columns})


def _storable(document: Document) -> bool:
    try:
        for value in (document.id, document.text, document.title, document.outlet, document.byline, document.url):
            (value or "").encode()
    except UnicodeEncodeError:
        return False
    return True


def _printable(name: str) -> str:
    """`name` as text: file names may hold bytes that are none."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
