"""Sentences that speak of promises, threats and deadlines themselves: they may tell what became of one."""

from collections import defaultdict

from onrecord.record.fates import Passage
from onrecord.record.intake import published_of
from onrecord.record.stems import stems
from onrecord.record.store import Row, Store
from onrecord.spans import Span

# In the syntax of FTS5, whose stemmer finds "promised" as well.
ABOUT_COMMITMENTS = (
    "promise OR pledge OR vow OR threat OR ultimatum OR deadline OR undertook OR undertaken OR word OR limit OR "
    "tariff OR sanctions OR suspend OR withdraw OR postpone OR extend OR delay"
)


def passages(store: Store) -> list[Passage]:
    """All of the record, in order of documents and places."""
    by_document: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows(
        'SELECT s.document, s.start, s."end", b.start AS before_start, b."end" AS before_end FROM sentences AS s '
        "LEFT JOIN sentences AS b ON b.number = s.number - 1 AND b.document = s.document WHERE s.number IN "
        "(SELECT rowid FROM sentence_index WHERE sentence_index MATCH ?) ORDER BY s.document, s.start",
        (ABOUT_COMMITMENTS,),
    ):
        by_document[row["document"]].append(row)
    out = []
    for identity, rows in by_document.items():
        document = store.row("SELECT * FROM documents WHERE id = ?", (identity,))
        if document is not None:
            out += [_passage(document, row) for row in rows]
    return out


def _passage(document: Row, row: Row) -> Passage:
    span = Span(row["start"], row["end"])
    before = Span(row["before_start"], row["before_end"]).of(document["text"]) if row["before_end"] else ""
    text = span.of(document["text"])
    return Passage(
        document=document["id"],
        published=published_of(document),
        outlet=document["outlet"],
        span=span,
        text=text,
        before=before,
        stems=stems(text),
    )
