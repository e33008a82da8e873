"""Political events: what was done, by whom, to whom, and whether it happened."""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.reading.labels import COLUMNS, STATUSES
from onrecord.reading.links import Floats, Links
from onrecord.reading.model import Scores
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Event, EventStatus, EventType, Mention, Statement
from onrecord.spans import Span

_KINDS = COLUMNS["event"]


def events(
    pieces: Pieces, scores: Scores, links: Links, sentence: Ints, *, roster: Roster, said: Sequence[Statement]
) -> list[Event]:
    """The events of PLOVER's types that one document tells, in the order of their triggers.

    `sentence` (w,) numbers each word's. An event whose trigger stands in the content of a statement is known from it.
    """
    best = scores.of("event").argmax(1)
    status = scores.of("status").argmax(1)
    triggers = np.flatnonzero(best)
    told = sorted(((span, n) for n, s in enumerate(said) for span in s.content), key=lambda x: x[0].start)
    out = []
    for words, here in _by_sentence(triggers, sentence):
        who, whom = (
            [_actors(pieces, row, words.start, roster) for row in links.arguments(link, here, words)]
            for link in ("initiates", "receives")
        )
        for trigger, initiators, recipients in zip(here.tolist(), who, whom, strict=True):
            span = pieces.span(trigger, trigger)
            out.append(
                Event(
                    trigger=span,
                    type=EventType(_KINDS[best[trigger]]),
                    status=EventStatus(STATUSES[status[trigger]]),
                    initiators=initiators,
                    recipients=tuple(actor for actor in recipients if actor not in initiators),
                    statement=_teller(told, span),
                )
            )
    return out


def _by_sentence(triggers: Ints, sentence: Ints) -> Iterator[tuple[slice, Ints]]:
    """The words of each sentence that has triggers, and its triggers."""
    numbers = sentence[triggers]
    for number in np.unique(numbers):
        a, b = np.searchsorted(sentence, (number, number + 1))
        yield slice(int(a), int(b)), triggers[numbers == number]


def _actors(pieces: Pieces, row: Floats, start: int, roster: Roster) -> tuple[str, ...]:
    """The actors that the phrases of positive words name, in text order."""
    inside = np.flatnonzero(row > 0)
    if not len(inside):
        return ()
    parts = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
    found = (_widest(roster, pieces.span(start + int(p[0]), start + int(p[-1]))) for p in parts)
    return tuple(dict.fromkeys(mention.actor for mention in found if mention))


def _widest(roster: Roster, phrase: Span) -> Mention | None:
    """The widest mention headed in a phrase: of "the president of Ostmark" the president."""
    return max(roster.headed_in(phrase), key=lambda m: (m.span.end - m.span.start, -m.head.start), default=None)


def _teller(told: Sequence[tuple[Span, int]], trigger: Span) -> int | None:
    """The index of the statement whose content holds the trigger, of several the innermost's."""
    holding = [(s.end - s.start, n) for s, n in told if s.start <= trigger.start and trigger.end <= s.end]
    return min(holding)[1] if holding else None
