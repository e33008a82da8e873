"""Events over all documents: which tellings are of one event, and what they make up together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec

from onrecord.record.independence import Ties, Told
from onrecord.record.keys import short_hash
from onrecord.record.lifecycle import days_of, history_of, status_of
from onrecord.record.store import Value
from onrecord.record.tellings import Telling

WHAT_CHARS = 240


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with all that tell of it, in order of publication, and its id."""

    id: str
    tellings: tuple[Telling, ...]

    @property
    def best(self) -> Telling:
        """The account that tells most: most participants, then with a day, in an outlet's own voice, the earliest."""
        return min(
            self.tellings,
            key=lambda t: (
                -len(t.participants),
                t.when.basis != "expression",
                t.statement is not None,
                *t.order,
            ),
        )


def happenings(groups: Iterable[Sequence[Telling]]) -> Iterator[Happening]:
    """The events that `groups` of tellings are, with ids that more coverage does not change.

    An id is made of the first telling that the first run which saw the event knew it by.
    """
    for group in groups:
        founder = min(group, key=lambda t: (t.founded, t.document, t.position))
        yield Happening("e-" + short_hash(founder.id), tuple(sorted(group, key=lambda t: t.order)))


def event_row(happening: Happening, seen: int | None, ties: Ties) -> tuple[Value, ...]:
    """The row of `events`, in the order of its columns; `seen` is the run that first saw it, if any did before.

    `ties` say which articles are one account.
    """
    tellings, best = happening.tellings, happening.best
    when, conflict = days_of(tellings)
    runs = [telling.run for telling in tellings]
    initiators, recipients = _sides(tellings)
    return (
        happening.id,
        _most(t.event.type.value for t in tellings),
        _most(t.event.mode for t in tellings if t.event.mode),
        _json(tuple(dict.fromkeys(chain.from_iterable(t.event.contexts for t in tellings)))),
        status_of(tellings),
        _shortened(best),
        _json(initiators),
        _json(recipients),
        _json(tuple(dict.fromkeys(chain.from_iterable(t.excluded for t in tellings)))),
        _most(t.place for t in tellings if t.place) or None,
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
        when.basis,
        int(conflict),
        _most(t.duration for t in tellings if t.duration),
        int(all(telling.statement for telling in tellings)),
        _json(history_of(tellings)),
        ties.accounts([Told(t.document, t.sentence, t.text) for t in tellings]),
        min(runs) if seen is None else min(*runs, seen),
        max(runs),
        best.story,
    )


def evidence_rows(happening: Happening) -> Iterator[tuple[Value, ...]]:
    """The rows of `evidence`: triggers and the times that say when."""
    for telling in happening.tellings:
        spans = [(telling.event.trigger, "trigger"), *((span, "time") for span in telling.event.time.expressions)]
        if telling.event.duration:
            spans.append((telling.event.duration, "duration"))
        for span, part in spans:
            yield ("event", happening.id, telling.document, span.start, span.end, part)


def _sides(tellings: Sequence[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Initiators and recipients, those of most tellings first; on both sides, an actor is where most put them."""
    doing = Counter(chain.from_iterable(t.initiators for t in tellings))
    done_to = Counter(chain.from_iterable(t.recipients for t in tellings))
    order = {actor: n for n, actor in enumerate(chain.from_iterable((*t.initiators, *t.recipients) for t in tellings))}

    def ranked(side: Counter[str], other: Counter[str], *, ties: bool) -> tuple[str, ...]:
        own = [a for a in side if side[a] > other[a] or (ties and side[a] == other[a])]
        return tuple(sorted(own, key=lambda a: (-side[a], order[a])))

    return ranked(doing, done_to, ties=True), ranked(done_to, doing, ties=False)


def _most(values: Iterable[str | None]) -> str:
    """The most frequent value, of several the first in the alphabet; empty where there is none."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ""


def _shortened(telling: Telling) -> str:
    """The words around the trigger: the whole sentence, or where that is long, as much as fits, in whole words."""
    text = " ".join(telling.text.split())
    if len(text) <= WHAT_CHARS:
        return text
    at = len(" ".join(telling.text[: telling.event.trigger.start - telling.sentence.start].split()))
    start = max(0, min(at - WHAT_CHARS // 2, len(text) - WHAT_CHARS))
    cut = text[start : start + WHAT_CHARS]
    cut = cut if start == 0 else "… " + cut.split(" ", 1)[-1]
    return cut if start + WHAT_CHARS >= len(text) else cut.rsplit(" ", 1)[0] + " …"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
