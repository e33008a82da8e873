"""A small reader that finds time expressions by rule: real readings for tests of dating, without the model."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.coverage.document import Document
from onrecord.reading.schema import Reading, Relative, Time, TimeType
from onrecord.reading.timex.calendar import Toward
from onrecord.reading.timex.expression import meaning
from onrecord.reading.timex.resolution import resolved
from onrecord.spans import Span

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
TIMES = re.compile(
    rf"(?:(?:{DAY}), )?(?:{MONTH}) \d{{1,2}}\b(?:, \d{{4}})?|(?:{MONTH}) \d{{4}}|\b(?:19|20)\d\d\b|\b(?:{DAY})\b"
    r"|yesterday|today|(?:this|last|next) (?:month|year)|(?:a|two) years? ago"
)


def read(documents: Iterable[Document]) -> Iterator[Reading]:
    """One reading a document."""
    return map(reading_of, documents)


def reading_of(document: Document) -> Reading:
    """The times of `document`, each under the future where its line has "will" before it, else under the past."""
    times = []
    for found in TIMES.finditer(document.text):
        said = meaning(found[0].lower(), TimeType.DATE)
        line = document.text[: found.start()].rpartition("\n")[2]
        rule = said.rule and msgspec.structs.replace(said.rule, toward=Toward.PAST if said.bare else said.rule.toward)
        times.append(
            Time(
                span=Span(*found.span()),
                type=TimeType.DATE,
                value=said.value,
                relative=Relative(anchor="document", rule=rule) if rule else None,
                tense="FUTURE" if " will " in line else "PAST",
            )
        )
    return Reading(
        id=document.id,
        text=document.text,
        outlet=document.outlet,
        published=document.published,
        body=document.body,
        sentences=tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", document.text)),
        times=tuple(resolved(times, document.published)),
    )
