"""Writing what one reading tells of events, commitments and quantities."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.reading.schema import Commitment, Event, Quantity, Reading
from onrecord.record.keys import short_hash
from onrecord.record.store import Store, Value
from onrecord.spans import Span

ELLIPSIS = " … "


def write_told(store: Store, reading: Reading, statements: Sequence[str], run: int) -> None:
    """Puts the events, commitments and quantities of `reading` beside its statements, whose ids are `statements`.

    One that was there before, in the same words, keeps its id and the run that first saw it.
    """
    tellings = _identities("t-", reading, [(e.trigger, *_of_sentence(reading, e.trigger)) for e in reading.events])
    pledges = _identities("p-", reading, [(c.cue, *c.what) for c in reading.commitments])
    seen = _first_seen(store, [*tellings, *pledges])
    for position, (identity, event) in enumerate(zip(tellings, reading.events, strict=True)):
        known = seen.get(identity, run)
        _insert(store, "tellings", _telling(reading, identity, position, event, statements) | {"first_seen": known})
    for position, (identity, commitment) in enumerate(zip(pledges, reading.commitments, strict=True)):
        known = seen.get(identity, run)
        _insert(store, "pledges", _pledge(reading, identity, position, commitment, statements) | {"first_seen": known})
    for row in _quantities(reading, statements, tellings, pledges):
        _insert(store, "quantities", row)
    store.execute_each("DELETE FROM retired WHERE fact_id = ? AND fact_kind = 'told'", [(key,) for key in seen])


def _insert(store: Store, table: str, columns: dict[str, Value]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    store.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in columns)})", columns)


def _identities(prefix: str, reading: Reading, words: Iterable[Sequence[Span]]) -> list[str]:
    times: Counter[tuple[str, ...]] = Counter()
    out = []
    for spans in words:
        texts = tuple(span.of(reading.text) for span in spans)
        out.append(prefix + short_hash(reading.id, *texts, str(times[texts])))
        times[texts] += 1
    return out


def _first_seen(store: Store, identities: Sequence[str]) -> dict[str, int]:
    rows = store.rows(
        "SELECT fact_id, first_seen FROM retired "
        "WHERE fact_kind = 'told' AND fact_id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(identities).decode(),),
    )
    return {row["fact_id"]: row["first_seen"] for row in rows}


def _of_sentence(reading: Reading, span: Span) -> list[Span]:
    return [sentence for sentence in reading.sentences if sentence.covers(span)][:1]


def _around(reading: Reading, spans: Sequence[Span]) -> dict[str, Value]:
    """From the start of the first sentence that holds one of `spans` to the end of the last."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    around = [sentence for sentence in reading.sentences if sentence.start < end and start < sentence.end]
    return {
        "sentence_start": min([start, *(sentence.start for sentence in around)]),
        "sentence_end": max([end, *(sentence.end for sentence in around)]),
    }


def _telling(
    reading: Reading, identity: str, position: int, event: Event, statements: Sequence[str]
) -> dict[str, Value]:
    return {
        "id": identity,
        "document": reading.id,
        "position": position,
        "event": msgspec.json.encode(event).decode(),
        "trigger": event.trigger.of(reading.text),
        "statement": statements[event.statement] if event.statement is not None else None,
        **_around(reading, [event.trigger]),
    }


def _pledge(
    reading: Reading, identity: str, position: int, commitment: Commitment, statements: Sequence[str]
) -> dict[str, Value]:
    return {
        "id": identity,
        "document": reading.id,
        "position": position,
        "commitment": msgspec.json.encode(commitment).decode(),
        "what": ELLIPSIS.join(span.of(reading.text) for span in commitment.what),
        "statement": statements[commitment.statement] if commitment.statement is not None else None,
        **_around(reading, [commitment.cue, *commitment.what]),
    }


def _quantities(
    reading: Reading, statements: Sequence[str], tellings: Sequence[str], pledges: Sequence[str]
) -> Iterator[dict[str, Value]]:
    said = [(s.content, identity) for s, identity in zip(reading.all_statements, statements, strict=True)]
    bound = [
        ((*c.what, *([c.condition] if c.condition else [])), identity)
        for c, identity in zip(reading.commitments, pledges, strict=True)
    ]
    told = [
        (_of_sentence(reading, e.trigger), e.trigger, identity)
        for e, identity in zip(reading.events, tellings, strict=True)
    ]
    for quantity in reading.quantities:
        near = [
            (abs(trigger.start - quantity.span.start), identity)
            for around, trigger, identity in told
            if any(sentence.covers(quantity.span) for sentence in around)
        ]
        yield {
            **_quantity(reading.id, quantity),
            "statement": next((i for spans, i in reversed(said) if _covered(spans, quantity.span)), None),
            "telling": min(near)[1] if near else None,
            "pledge": next((i for spans, i in bound if _covered(spans, quantity.span)), None),
        }


def _quantity(document: str, quantity: Quantity) -> dict[str, Value]:
    return {
        "document": document,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "value": quantity.value,
        "unit": quantity.unit,
        "mod": quantity.mod,
        "of_start": quantity.of.start if quantity.of else None,
        "of_end": quantity.of.end if quantity.of else None,
    }


def _covered(spans: Sequence[Span], quantity: Span) -> bool:
    return any(span.covers(quantity) for span in spans)
