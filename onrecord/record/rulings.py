"""What users say of the dates of documents, kept in the record."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from onrecord.interval import Interval
from onrecord.record.store import Store, Value


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """A user's word on when a document was published; with neither day, an earlier word is taken back.

    `document` is its id, its address, or a file it came from: the path, or the end of one. `where` is the line of the
    file that says so ("dates.csv:3").
    """

    document: str
    earliest: date | None
    latest: date | None
    where: str

    @property
    def published(self) -> Interval:
        """The days it allows."""
        return Interval(self.earliest, self.latest, "user")


def rule(store: Store, rulings: Iterable[Ruling], *, run: int, now: datetime) -> list[str]:
    """Keeps `rulings`, the later before the earlier of one document; a line for each that could not be.

    Call within a transaction, once all coverage is taken in. What was said before in the same words stays as it is.
    """
    troubles = []
    for ruling in rulings:
        documents = _documents(store, ruling.document)
        if len(documents) == 1:
            _write(store, documents[0], ruling, run, now)
        elif not documents:
            troubles.append(f"{ruling.where}: no document {ruling.document!r} in the record; give its id or its file")
        else:
            some = ", ".join(documents[:3]) + (", …" if len(documents) > 3 else "")
            troubles.append(
                f"{ruling.where}: {ruling.document!r} stands for {len(documents)} documents; give the id of one: {some}"
            )
    return troubles


def _documents(store: Store, named: str) -> list[str]:
    """The ids of the documents that `named` can mean: the one of that id, else those of that address or file."""
    if store.row("SELECT 1 FROM documents WHERE id = ?", (named,)):
        return [named]
    rows = store.rows(
        "SELECT id FROM documents WHERE url = :named UNION SELECT document FROM origins "
        "WHERE origin = :named OR substr(origin, -length(:named) - 1) IN ('/' || :named, '\\' || :named) "
        # A line of a file, "rows.jsonl:3", is of the file.
        "OR (substr(origin, 1, length(:named) + 1) = :named || ':') OR instr(origin, '/' || :named || ':') "
        "ORDER BY 1",
        {"named": named},
    )
    return [row["id"] for row in rows]


def _write(store: Store, document: str, ruling: Ruling, run: int, now: datetime) -> None:
    if not ruling.published.known:
        store.execute("DELETE FROM dates WHERE document = ?", (document,))
        return
    said: tuple[Value, ...] = tuple(day.isoformat() if day else None for day in (ruling.earliest, ruling.latest))
    store.execute(
        "INSERT INTO dates (document, earliest, latest, run, ruled) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (document) DO UPDATE SET "
        "earliest = excluded.earliest, latest = excluded.latest, run = excluded.run, ruled = excluded.ruled "
        "WHERE (earliest, latest) IS NOT (excluded.earliest, excluded.latest)",
        (document, *said, run, now.isoformat()),
    )


def ruled(store: Store) -> dict[str, Interval]:
    """What users say of when documents were published, by their ids."""
    return {
        row["document"]: msgspec.convert(
            {"earliest": row["earliest"], "latest": row["latest"], "basis": "user"}, Interval, strict=False
        )
        for row in store.rows("SELECT document, earliest, latest FROM dates")
    }
