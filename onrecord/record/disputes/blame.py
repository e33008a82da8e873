"""Who did it: speakers who name different ones as having started or caused the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.reading.schema import Act
from onrecord.record.disputes.draft import Draft, Told, draft, told
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.page import Page
from onrecord.record.disputes.words import BLAME_HINTS, DID_IT, NEGATED
from onrecord.record.stems import stems
from onrecord.spans import Span

BLAMES = "they name different ones as having done it"


def blame(pages: Sequence[Page]) -> Iterator[Draft]:
    """The disputes of one story about who did something; `pages` are all its documents."""
    things: defaultdict[frozenset[str], defaultdict[str, list[tuple[Page, Told]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for page in pages:
        for thing, blamed, claim in _claims(page):
            things[thing][blamed].append((page, claim))
    for thing, sides in sorted(things.items(), key=lambda each: sorted(each[0])):
        speakers = [{claim.speaker or claim.source for _, claim in side} for side in sides.values()]
        if len(sides) == 2 and not speakers[0] & speakers[1]:
            page, _ = min((each for side in sides.values() for each in side), key=lambda each: each[1].order)
            claims = [[claim for _, claim in side] for side in sides.values()]
            yield draft(page, DisputeKind.BLAME, tuple(sorted(thing)), claims[0][0].label, claims, BLAMES)


def _claims(page: Page) -> Iterator[tuple[frozenset[str], str, Told]]:
    """What is said to have been done, by whom, where and on whose word."""
    for name in page.names if page.has(BLAME_HINTS) else ():
        hit = DID_IT.match(page.text[name.span.end : name.span.end + 120])
        said = page.saying(name.span) if hit else None
        if hit is None or said is None or said.act in (Act.ASK, Act.DENY) or said.speaker == name.actor:
            continue
        span = Span(name.span.start, name.span.end + hit.end())
        if not said.span.covers(span) or NEGATED.search(said.content_text):
            continue
        thing = stems(hit["what"])
        if thing:
            yield thing, name.actor, told(page, span, version=name.actor, said=said)
