"""Political events: what was done, by whom, to whom, and whether it happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from onrecord.interval import Interval
from onrecord.reading.circumstances import Named, Words, named_times
from onrecord.reading.deeds import Around, likely
from onrecord.reading.excluded import also_excluded, excluded, meetings_kept_from
from onrecord.reading.labels import COLUMNS, STATUSES
from onrecord.reading.links import Floats, Links
from onrecord.reading.model import Scores
from onrecord.reading.modes import contexts_of, mode_of
from onrecord.reading.pieces import Ints, Pieces
from onrecord.reading.places import place_of
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Event, EventStatus, EventType, Mention, Statement, Time, When
from onrecord.reading.when import AHEAD, dated
from onrecord.spans import Span

_KINDS = COLUMNS["event"]
# Log odds from which a word counts as part of the phrase that names who does it, and to whom (chosen on dev).
LEAST_ODDS = -1.0
CANCELLED = frozenset({EventStatus.CALLED_OFF, EventStatus.DENIED})


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a document when its events are read: its sentences, statements, times and when it came out."""

    text: str
    sentences: Sequence[Span]
    said: Sequence[Statement]
    times: Sequence[Time]
    published: Interval


def events(pieces: Pieces, scores: Scores, links: Links, sentence: Ints, *, roster: Roster, told: Told) -> list[Event]:
    """The events of PLOVER's types that one document tells, in the order of their triggers.

    `sentence` (w,) numbers each word's. An event whose trigger stands in the content of a statement is known from it.
    """
    best = scores.of("event").argmax(1)
    words = Words(pieces, told.text)
    around_words = Around(pieces, sentence, words, roster)
    parties, added = around_words.parties(), likely(scores.of("event"), around_words)
    for at, deed in added.items():
        best[at] = deed.kind
    for noun in meetings_kept_from(told.text, told.sentences):
        at = words.first(noun)
        best[at] = best[at] or _KINDS.index(EventType.CONSULT.value)
    triggers = np.flatnonzero(best)
    if not len(triggers):
        return []
    doings = np.union1d(np.flatnonzero(scores.of("timeml").argmax(1)), triggers)
    named = named_times(words, sentence, told.times, doings, triggers)
    status = scores.of("status").argmax(1)
    times = {time.span: time for time in told.times}
    contents = sorted(((span, n) for n, s in enumerate(told.said) for span in s.content), key=lambda x: x[0].start)
    out: list[Event] = []
    for number, place, here in _by_sentence(triggers, sentence):
        around = told.sentences[number - 1]
        who, whom = (
            [_actors(pieces, row, place.start, roster) for row in links.arguments(link, here, place)]
            for link in ("initiates", "receives")
        )
        for trigger, initiators, recipients in zip(here.tolist(), who, whom, strict=True):
            kind, span = EventType(_KINDS[best[trigger]]), pieces.span(trigger, trigger)
            state = EventStatus(STATUSES[status[trigger]])
            if trigger in added and state not in CANCELLED:
                state = added[trigger].status or state
            doers = initiators
            if kind is EventType.CONSULT:  # those who meet all do so
                doers = tuple(dict.fromkeys([*doers, *(a for a in parties.of(trigger) if a not in recipients)]))
            when = named.get(trigger, Named())
            time = When(expressions=when.expressions, relation=when.relation)
            event = Event(
                trigger=span,
                type=kind,
                status=state,
                mode=mode_of(words, kind, trigger, place.start, place.stop),
                contexts=contexts_of(words, trigger, place.start, place.stop),
                initiators=doers,
                recipients=tuple(actor for actor in recipients if actor not in doers),
                time=dated(time, ahead=state in AHEAD, times=times, published=told.published),
                duration=when.duration,
                place=place_of(words, roster, around, trigger=trigger, kind=kind, others=here.tolist()),
                statement=_teller(contents, span),
            )
            kept_out = excluded(told.text, roster, around, event) or also_excluded(told.text, out[-1:], event)
            event = msgspec.structs.replace(event, excluded=kept_out)
            if trigger not in added or _has_circumstances(event):
                out.append(event)
    return out


def _has_circumstances(event: Event) -> bool:
    """Whether anything but the word tells that something happened: somebody's part, a time, a place."""
    someone = event.initiators or event.recipients or event.excluded
    met_there = event.place if event.type is EventType.CONSULT else None
    return bool(someone or event.time.expressions or event.duration or met_there)


def _by_sentence(triggers: Ints, sentence: Ints) -> Iterator[tuple[int, slice, Ints]]:
    """The number of each sentence that has triggers, its words, and its triggers."""
    numbers = sentence[triggers]
    for number in np.unique(numbers):
        a, b = np.searchsorted(sentence, (number, number + 1))
        yield int(number), slice(int(a), int(b)), triggers[numbers == number]


def _actors(pieces: Pieces, row: Floats, start: int, roster: Roster) -> tuple[str, ...]:
    """The actors that the phrases of likely words name, in text order."""
    inside = np.flatnonzero(row > LEAST_ODDS)
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
