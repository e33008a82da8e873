"""Sentences that speak of promises, threats and deadlines themselves: they may tell what became of one."""

import re
from collections.abc import Iterable

from onrecord.record.fates import Passage
from onrecord.record.intake import published_of
from onrecord.record.stems import stems
from onrecord.record.store import Row, Store
from onrecord.spans import Span

_ABOUT_COMMITMENTS = re.compile(
    r"\b(?:promis|pledg|vow|threat|ultimatum|deadline|undertook|undertak|word|limit|tariff|sanction|suspen[ds]|"
    r"withdr[ae]w|postpon|exten[ds]|delay)",
    re.IGNORECASE,
)


def passages(store: Store, documents: Iterable[str]) -> list[Passage]:
    """Those of `documents`, in order of documents and places."""
    out = []
    for identity in sorted(documents):
        document = store.row("SELECT * FROM documents WHERE id = ?", (identity,))
        rows = store.rows('SELECT start, "end" FROM sentences WHERE document = ? ORDER BY start', (identity,))
        if document is not None:
            spans = [Span(row["start"], row["end"]) for row in rows]
            for before, span in zip([None, *spans], spans, strict=False):
                if _ABOUT_COMMITMENTS.search(document["text"], span.start, span.end):
                    out.append(_passage(document, before, span))
    return out


def _passage(document: Row, before: Span | None, span: Span) -> Passage:
    text = span.of(document["text"])
    return Passage(
        document=document["id"],
        published=published_of(document),
        outlet=document["outlet"],
        span=span,
        text=text,
        before=before.of(document["text"]) if before else "",
        stems=stems(text),
    )
