"""Sentences that speak of promises, threats and deadlines themselves: they may tell what became of one."""

from collections import defaultdict

from onrecord.record.fates import Passage
from onrecord.record.intake import published_of
from onrecord.record.stems import stems
from onrecord.record.store import Row, Store
from onrecord.spans import Span

# In the syntax of FTS5, whose stemmer finds "promised" as well.
ABOUT_COMMITMENTS = (
    "promise OR pledge OR vow OR threat OR ultimatum OR deadline OR undertook OR undertaking OR word OR limit OR "
    "tariff OR sanctions OR suspend OR withdraw OR postpone OR extend OR delay"
)


def passages(store: Store) -> list[Passage]:
    """All of the record, in order of documents and places."""
    by_document: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows(
        'SELECT document, start, "end" FROM sentences WHERE number IN '
        "(SELECT rowid FROM sentence_index WHERE sentence_index MATCH ?) ORDER BY document, start",
        (ABOUT_COMMITMENTS,),
    ):
        by_document[row["document"]].append(row)
    out = []
    for identity, rows in by_document.items():
        document = store.row("SELECT * FROM documents WHERE id = ?", (identity,))
        if document is not None:
            out += [_passage(document, Span(row["start"], row["end"])) for row in rows]
    return out


def _passage(document: Row, span: Span) -> Passage:
    text = span.of(document["text"])
    return Passage(
        document=document["id"],
        published=published_of(document),
        outlet=document["outlet"],
        span=span,
        text=text,
        stems=stems(text),
    )
