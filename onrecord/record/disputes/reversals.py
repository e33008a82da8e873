"""People against their own words: who never named a figure that they are on record for, or is told to have said so."""

from collections.abc import Iterator, Sequence

from onrecord.reading.schema import Act, Quantity
from onrecord.record.disputes.draft import Draft, draft, told
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.page import Line, Page, Said
from onrecord.record.disputes.words import AND_THEN_NEVER, AS_BEFORE, NEVER_HINTS, NEVER_SAID, OWN_EARLIER, UNITS_OF
from onrecord.record.stems import stems
from onrecord.spans import Span

ON_RECORD = "the speaker is on record for a figure"
ARTICLE_SAYS = "the article sets it against the speaker’s own earlier words"
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
# By which somebody binds themselves to a figure, and not another.
_OWN = frozenset({Act.THREATEN, Act.PROMISE, Act.DEMAND, Act.PROPOSE, Act.ASSERT})
# Around the denial, it is told of what the figure was.
AROUND = 2


def reversals(pages: Sequence[Page]) -> Iterator[Draft]:
    """The disputes of one story that somebody has with themselves; `pages` are all its documents."""
    for page in pages:
        yield from _marked(page)
        for line in page.lines if page.has(NEVER_HINTS) else ():
            if not any(hint in line.text.lower() for hint in NEVER_HINTS):
                continue
            yield from _named_and_never(page, line)
            for hit in NEVER_SAID.finditer(page.text, line.span.start, line.span.end):
                yield from _never_said(pages, page, line, Span(*hit.span()), hit["noun"].lower())


def _never_said(pages: Sequence[Page], page: Page, line: Line, span: Span, noun: str) -> Iterator[Draft]:
    said = page.saying(span) or next((each for each in page.said_in(line) if each.around.covers(span)), None)
    if said is None or said.speaker is None:
        return
    topic = stems(" ".join(each.text for each in page.near(line, AROUND, AROUND))) - stems(noun)
    claims = [
        told(other, each.span, version="figure", said=each, label=figure.span.of(other.text))
        for other in pages
        for each in other.said
        if each.speaker == said.speaker and each.act in _OWN and not _is_later(other, page)
        for figure in _figures(other, each, noun)
        if topic & (stems(each.content_text) - stems(figure.span.of(other.text)))
    ]
    if claims:
        denied = told(page, span, version="never", said=said)
        about = f"{said.name or said.source}: {span.of(page.text)}"
        key = (said.speaker, UNITS_OF.get(noun, "figure"))
        yield draft(page, DisputeKind.SELF, key, about, [claims, [denied]], ON_RECORD)


def _figures(page: Page, said: Said, noun: str) -> Iterator[Quantity]:
    """The figures in what is said that can be what `noun` means."""
    unit = UNITS_OF.get(noun)
    for part in said.content:
        for figure in page.figures_in(part):
            if figure.unit == unit if unit else figure.unit not in _TIMES:
                yield figure


def _is_later(one: Page, other: Page) -> bool:
    first, last = one.published.earliest, other.published.latest
    return bool(first and last and first > last)


def _marked(page: Page) -> Iterator[Draft]:
    """Where the article itself sets what somebody denies against what they said."""
    denied = [page.line_of(said.span) for said in page.said if said.act is Act.DENY] if page.denies else []
    for line in sorted({line for line in denied if line}, key=lambda line: line.number):
        yield from _set_against(page, line)


def _set_against(page: Page, line: Line) -> Iterator[Draft]:
    for pattern in (AS_BEFORE, OWN_EARLIER):
        hit = pattern.search(page.text, line.span.start, line.span.end)
        said = _said_before(page, line, hit.start()) if hit else None
        if hit and said and said.act is Act.DENY:
            then = Span(*hit.span("then"))
            start = min(part.start for part in (*said.cues, *said.content))
            until = Span(start, min(said.span.end, hit.start()))
            earlier = told(page, then, version="then", said=None)
            now = told(page, until, version="now", said=said)
            yield draft(
                page, DisputeKind.SELF, (said.speaker or said.source,), until.of(page.text), [[earlier], [now]],
                ARTICLE_SAYS, marker=then,
            )  # fmt: skip


def _named_and_never(page: Page, line: Line) -> Iterator[Draft]:
    """Where the article says that somebody named a figure and then said never to have named it."""
    hit = AND_THEN_NEVER.search(page.text, line.span.start, line.span.end)
    if hit and stems(hit["verb"]) == stems(hit["same"]):
        first, second = Span(*hit.span("first")), Span(*hit.span("second"))
        sides = [[told(page, first, version="then", said=None)], [told(page, second, version="now", said=None)]]
        yield draft(page, DisputeKind.SELF, (line.text,), line.text, sides, ARTICLE_SAYS, marker=Span(*hit.span()))


def _said_before(page: Page, line: Line, at: int) -> Said | None:
    """The last statement of the sentence that begins before `at`."""
    having = [each for each in page.said if line.span.start <= each.span.start < min(at, line.span.end)]
    return max(having, key=lambda each: each.span.start, default=None)
