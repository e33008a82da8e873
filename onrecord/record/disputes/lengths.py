"""How long talks were: accounts of one event that give lengths which exclude each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.reading.schema import Event, Quantity
from onrecord.record.disputes.draft import Draft, Told, draft, told
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.figures import BECAUSE
from onrecord.record.disputes.measures import Measure, measure
from onrecord.record.disputes.page import Page
from onrecord.record.store import Store
from onrecord.spans import Span


def lengths(store: Store, story: str, pages: Mapping[str, Page]) -> Iterator[Draft]:
    """The disputes about how long events of `story`, which is in the scope, were; `pages` by their documents."""
    given: defaultdict[str, list[tuple[Page, Measure, Span]]] = defaultdict(list)
    for row in store.rows(
        "SELECT happening, document, event FROM documents JOIN tellings ON document = documents.id "
        "WHERE story = ? AND happening IS NOT NULL AND event LIKE '%\"duration\":[%' "
        "ORDER BY happening, document, position",
        (story,),
    ):
        event = msgspec.json.decode(row["event"], type=Event)
        page = pages[row["document"]]
        figure = _at(page, event.duration) if event.duration else None
        if figure is not None:
            given[row["happening"]].append((page, measure(figure), event.trigger))
    for happening, told_lengths in given.items():
        yield from _excluding(happening, told_lengths)


def _excluding(happening: str, given: list[tuple[Page, Measure, Span]]) -> Iterator[Draft]:
    first = given[0]
    others = [each for each in given[1:] if each[1].excludes(first[1])]
    if others:
        same = [each for each in given if not each[1].excludes(first[1])]
        sides = [[_told(*each) for each in side] for side in (same, others)]
        yield draft(first[0], DisputeKind.NUMBER, ("length", happening), sides[0][0].label, sides, BECAUSE)


def _told(page: Page, length: Measure, trigger: Span) -> Told:
    span = Span(min(trigger.start, length.span.start), max(trigger.end, length.span.end))
    return told(page, span, version=length.label(), said=page.saying(length.span), label=length.span.of(page.text))


def _at(page: Page, span: Span) -> Quantity | None:
    return next((figure for figure in page.figures if figure.span.overlaps(span)), None)
