"""Figures that somebody else puts otherwise: "Tarvonia says seven sailors died; Ilmeria puts the toll at four"."""

from collections.abc import Iterator
from typing import TypedDict

from onrecord.reading.schema import Kind, Quantity, Sourcing
from onrecord.record.disputes.draft import Draft, draft, told
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.measures import Measure, bare, factor_of, measure
from onrecord.record.disputes.page import Line, Page, Said
from onrecord.record.disputes.words import ANOTHER_TIME, BOTH_PUT, FIGURE_HINTS, GAVE, PUTS
from onrecord.record.stems import stems
from onrecord.spans import Span


class _Who(TypedDict):
    """Who says it, as `told` takes it."""

    source: str
    speaker: str | None
    sourcing: Sourcing


# Two figures of one thing further apart than this measure two things, or one is misread.
FURTHEST = 20.0
BECAUSE = "the figures exclude each other"
# What "it", "the toll", "the figure" may take up; any other noun must be the one that was counted.
_TAKES_UP = frozenset(stems("it the toll the figure the number the total the count the quantity the estimate death"))


def figures(page: Page) -> Iterator[Draft]:
    """The disputes about numbers that `page` tells in one sentence or two."""
    if not page.has(FIGURE_HINTS):
        return
    for line in page.lines:
        if not any(hint in line.text.lower() for hint in FIGURE_HINTS):
            continue
        found = _both(page, line)
        if found:
            yield found
            continue
        for pattern in (PUTS, GAVE):
            for hit in pattern.finditer(page.text, line.span.start, line.span.end):
                other = _answered(page, line, Span(line.span.start, hit.start()), hit["what"], hit.end("figure"))
                if other:
                    yield other


def _both(page: Page, line: Line) -> Draft | None:
    """What one source puts at a figure and another at another, in one sentence."""
    hit = BOTH_PUT.search(page.text, line.span.start, line.span.end)
    if hit is None:
        return None
    one = _at(page, hit.start("one"), line.span.end, "")
    if one is None:
        return None
    other = _at(page, hit.end("other"), line.span.end, one.unit)
    if other is None or not one.excludes(other) or _far(one, other):
        return None
    first, second = (
        _whole(page, hit.start("first"), hit.end("first")),
        _whole(page, hit.start("second"), hit.end("second")),
    )
    if first is None or second is None:
        return None
    sides = [
        [
            told(
                page,
                Span(name.start, figure.span.end),
                version=figure.label(),
                said=None,
                label=figure.span.of(page.text),
                **_who(page, name),
            )
        ]
        for name, figure in ((first, one), (second, other))
    ]
    return draft(
        page,
        DisputeKind.NUMBER,
        _key(one, other),
        line.text,
        sides,
        BECAUSE,
        marker=Span(hit.start("first"), other.span.end),
    )


def _answered(page: Page, line: Line, before: Span | None, what: str, at: int) -> Draft | None:
    """What a source named in `before` puts at the figure that begins at `at`, against the figure before it."""
    source = _source(page, before)
    if source is None or ANOTHER_TIME.search(line.text):
        return None
    earlier = _earlier(page, line, source, what)
    for quantity in earlier:
        one = measure(quantity)
        other = _at(page, at, line.span.end, quantity.unit)
        if other is None or not one.excludes(other) or _far(one, other):
            continue
        said = page.saying(quantity.span)
        if said is not None and _same_source(said, page, source):
            continue
        first_line = page.line_of(quantity.span)
        if first_line is None or ANOTHER_TIME.search(first_line.text):
            continue
        first = told(
            page,
            said.span if said else first_line.span,
            version=one.label(),
            said=said,
            label=quantity.span.of(page.text),
        )
        whose = page.saying(other.span)
        span = Span(source.start, other.span.end)
        label = other.span.of(page.text)
        if whose:
            second = told(page, span, version=other.label(), said=whose, label=label)
        else:
            second = told(page, span, version=other.label(), said=None, label=label, **_who(page, source))
        about = first_line.text if first_line.number != line.number else line.text
        return draft(page, DisputeKind.NUMBER, _key(one, other), about, [[first], [second]], BECAUSE, marker=None)
    return None


def _earlier(page: Page, line: Line, source: Span, what: str) -> list[Quantity]:
    """The quantities that `what` can take up, the nearest first."""
    own = [each for each in page.figures_in(Span(line.span.start, line.span.end)) if each.span.end <= source.start]
    nouns = stems(what) - _TAKES_UP
    found = own
    if not found:
        previous = page.near(line, 1, 0)[:-1]
        found = [each for before in previous for each in page.figures_in(before.span)]
        if len(found) > 1 and what.lower() == "it":
            return []
    if nouns:
        found = [
            each
            for each in found
            if nouns & (stems(each.unit) | (stems(each.of.of(page.text)) if each.of else frozenset()))
        ]
    return sorted(found, key=lambda each: -each.span.start)


def _at(page: Page, start: int, end: int, unit: str) -> Measure | None:
    """The figure that begins at `start`: with its own unit, or a bare number of `unit`."""
    while start < end and page.text[start] in ' \n"“':
        start += 1
    if start >= end:
        return None
    for quantity in page.figures:
        if quantity.span.start == start and (not unit or quantity.unit in {unit, "people"}):
            return measure(quantity)
    if not unit or any(quantity.span.start == start for quantity in page.figures):
        return None
    found = bare(page.text, Span(start, end), unit, factor_of(unit))
    return Measure(found.value, measure_unit(unit), found.mod, found.span) if found else None


def measure_unit(unit: str) -> str:
    """The unit that a `Measure` has for a number of `unit`."""
    return "minute" if factor_of(unit) != 1.0 or unit == "minute" else unit


def _source(page: Page, before: Span | None) -> Span | None:
    """The subject of the verb that `before` ends at: its last name or named group."""
    if before is None:
        return None
    names = [
        name
        for name in page.names_in(before)
        if not page.text[name.span.end : before.end].strip(" ,\n") or _apposed(page, name.span.end, before.end)
    ]
    if not names:
        return None
    last = names[-1]
    around = [name for name in names if name.span.end >= last.span.end or name.span.covers(last.span)]
    return min((name.span for name in around), key=lambda span: (span.start, -span.end))


def _apposed(page: Page, start: int, end: int) -> bool:
    between = page.text[start:end].strip()
    return (
        between in {"has", "have", "had", "later", "also", "itself", "now"}
        or (between.startswith(",") and between.endswith(",") and len(between) < 80)
        or (between.startswith(("'s ", "’s ")) and len(between.split()) <= 4)
    )


def _whole(page: Page, start: int, end: int) -> Span | None:
    """The last name that lies within."""
    names = page.names_in(Span(start, end)) if start < end else ()
    return names[-1].span if names and names[-1].span.end >= end - 1 else None


def _who(page: Page, source: Span) -> _Who:
    names = page.names_in(source)
    whole = next((name for name in names if name.span == source), names[-1] if names else None)
    person = whole is not None and whole.kind is Kind.PERSON
    return {
        "source": source.of(page.text),
        "speaker": whole.actor if whole else None,
        "sourcing": Sourcing.NAMED if person else Sourcing.ORGANIZATION,
    }


def _same_source(said: Said, page: Page, source: Span) -> bool:
    actors = {name.actor for name in page.names_in(source)}
    return said.speaker in actors or bool(stems(said.source) and stems(said.source) <= stems(source.of(page.text)))


def _far(one: Measure, other: Measure) -> bool:
    low, high = sorted((one.value, other.value))
    return low <= 0 or high / low > FURTHEST


def _key(one: Measure, other: Measure) -> tuple[str, ...]:
    return (one.unit, *sorted((one.label(), other.label())))
