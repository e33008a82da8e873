"""Writing a reading into the record: what was read in a document, with the characters that carry it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.reading.names import name_in
from onrecord.reading.schema import MentionForm, Reading, Statement
from onrecord.record.keys import statement_id
from onrecord.record.rulings.parting import with_parts
from onrecord.record.store import Store, Value
from onrecord.record.times import write_times
from onrecord.record.told import write_told
from onrecord.spans import Span

ELLIPSIS = " … "

OF_A_DOCUMENT = (
    *("readings", "sentences", "mentions", "members", "statements", "times", "evidence"),
    *("tellings", "pledges", "quantities"),
    *("takes", "takes_read", "outlooks", "outlooks_read", "claims", "claims_read", "namings", "namings_read"),
)


def write_reading(store: Store, reading: Reading, *, key: str, model: str, run: int) -> None:
    """Puts `reading` in the place of whatever was read in its document; call within a transaction.

    A statement that was there before, in the same words, keeps its id and the run that first saw it.
    """
    forget_reading(store, reading.id)
    bare = msgspec.json.encode(msgspec.structs.replace(reading, text="")).decode()
    store.execute(
        "INSERT INTO readings (document, key, model, reading) VALUES (?, ?, ?, ?)", (reading.id, key, model, bare)
    )
    # What is kept is the reading; what follows from it is the reading as users rule that it is.
    reading = with_parts(store, reading)
    _write_sentences(store, reading)
    _write_actors(store, reading)
    write_told(store, reading, _write_statements(store, reading, run), run)
    write_times(store, reading.id, reading.times)
    store.execute("UPDATE documents SET settled = 0 WHERE id = ?", (reading.id,))


def write_again(store: Store, document: str) -> None:
    """Writes anew what follows from the reading of `document`, as users rule that it is now; that makes no news."""
    row = store.row(
        "SELECT key, model, reading, text FROM readings JOIN documents ON id = document WHERE id = ?", (document,)
    )
    if row is None:
        return
    reading = msgspec.structs.replace(msgspec.json.decode(row["reading"], type=Reading), text=row["text"])
    run = store.number(
        "SELECT coalesce((SELECT max(last_seen) FROM statements WHERE document = id), last_seen) FROM documents "
        "WHERE id = ?",
        (document,),
    )
    write_reading(store, reading, key=row["key"], model=row["model"], run=run)


def forget_reading(store: Store, document: str) -> None:
    """Removes all that was read in `document`; call within a transaction, and before its text is changed."""
    row = store.row("SELECT text FROM documents WHERE id = ?", (document,))
    if row is None or not store.row("SELECT 1 FROM readings WHERE document = ?", (document,)):
        return
    # The index keeps no texts of its own: it forgets a row only when told again what it was given.
    store.execute_each(
        "INSERT INTO sentence_index (sentence_index, rowid, text) VALUES ('delete', ?, ?)",
        [
            (sentence["number"], row["text"][sentence["start"] : sentence["end"]])
            for sentence in store.rows('SELECT number, start, "end" FROM sentences WHERE document = ?', (document,))
        ],
    )
    store.execute(
        "INSERT OR REPLACE INTO retired (fact_kind, fact_id, first_seen) "
        "SELECT 'statement', id, first_seen FROM statements WHERE document = ?",
        (document,),
    )
    for table in ("tellings", "pledges"):
        store.execute(
            "INSERT OR REPLACE INTO retired (fact_kind, fact_id, first_seen) "
            f"SELECT 'told', id, first_seen FROM {table} WHERE document = ?",
            (document,),
        )
    for table in OF_A_DOCUMENT:
        store.execute(f"DELETE FROM {table} WHERE document = ?", (document,))


def joined(spans: Sequence[Span], text: str) -> str:
    """What `spans` slice to, fragments joined by an ellipsis."""
    return ELLIPSIS.join(span.of(text) for span in spans)


def _write_sentences(store: Store, reading: Reading) -> None:
    for span in reading.sentences:
        number = store.execute(
            'INSERT INTO sentences (document, start, "end") VALUES (?, ?, ?)', (reading.id, span.start, span.end)
        )
        store.execute("INSERT INTO sentence_index (rowid, text) VALUES (?, ?)", (number, span.of(reading.text)))


def _write_actors(store: Store, reading: Reading) -> None:
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in reading.mentions:
        if mention.form is MentionForm.NAME:
            name = name_in(reading.text, mention.span, mention.head, mention.kind).of(reading.text)
            names[mention.actor][" ".join(name.split())] += 1
    # "We" and "you" alone tell nobody: what is only ever a pronoun is no actor of the record.
    known = {mention.actor for mention in reading.mentions if mention.form is not MentionForm.PRONOUN}
    mentions = Counter(mention.actor for mention in reading.mentions)
    store.execute_each(
        "INSERT INTO members (document, local, position, name, kind, titles, names, mentions) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                reading.id,
                actor.id,
                position,
                actor.name,
                actor.kind.value,
                _json(actor.titles),
                _json(dict(sorted(names[actor.id].items()))),
                mentions[actor.id],
            )
            for position, actor in enumerate(reading.actors)
            if actor.id in known
        ],
    )
    store.execute_each(
        'INSERT OR IGNORE INTO mentions (document, start, "end", head_start, head_end, kind, form, local) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                reading.id,
                *(mention.span.start, mention.span.end, mention.head.start, mention.head.end),
                *(mention.kind.value, mention.form.value, mention.actor),
            )
            for mention in reading.mentions
            if mention.actor in known
        ],
    )


def _write_statements(store: Store, reading: Reading, run: int) -> list[str]:
    """The ids of the statements, in order."""
    identities = _identities(reading)
    seen = {
        row["fact_id"]: row["first_seen"]
        for row in store.rows(
            "SELECT fact_id, first_seen FROM retired "
            "WHERE fact_kind = 'statement' AND fact_id IN (SELECT value FROM json_each(?))",
            (_json(identities),),
        )
    }
    names = {actor.id: actor.name for actor in reading.actors}
    for position, (identity, statement) in enumerate(zip(identities, reading.all_statements, strict=True)):
        columns = {
            "id": identity,
            "document": reading.id,
            "position": position,
            "speaker_name": names.get(statement.speaker or ""),
            **_columns(reading, statement),
            "first_seen": seen.get(identity, run),
            "last_seen": run,
        }
        marks = ", ".join(f":{name}" for name in columns)
        store.execute(f"INSERT INTO statements ({', '.join(columns)}) VALUES ({marks})", columns)
        _write_evidence(store, reading.id, identity, statement)
    store.execute_each(
        "DELETE FROM retired WHERE fact_kind = 'statement' AND fact_id = ?", [(identity,) for identity in seen]
    )
    return identities


def _identities(reading: Reading) -> list[str]:
    """The ids of the statements of `reading`, in order."""
    times: Counter[tuple[str, ...]] = Counter()
    identities: list[str] = []
    for statement in reading.all_statements:
        words = tuple(joined(spans, reading.text) for spans in (statement.source, statement.cue, statement.content))
        identities.append(statement_id(reading.id, words, times[words]))
        times[words] += 1
    return identities


def _columns(reading: Reading, statement: Statement) -> dict[str, Value]:
    return {
        "speaker_local": statement.speaker,
        "addressee_local": statement.addressee,
        "via": "[]",
        "via_local": _json(statement.via),
        "form": statement.form.value,
        "sourcing": statement.sourcing.value,
        "act": statement.act.value,
        "source_text": joined(statement.source, reading.text),
        "cue_text": joined(statement.cue, reading.text),
        "content_text": joined(statement.content, reading.text),
        "hedges": _json([span.of(reading.text) for span in statement.hedges]),
        **_sentence(reading, statement),
    }


def _write_evidence(store: Store, document: str, identity: str, statement: Statement) -> None:
    parts = {
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "hedge": statement.hedges,
    }
    store.execute_each(
        'INSERT OR IGNORE INTO evidence (fact_kind, fact_id, document, start, "end", part) '
        "VALUES ('statement', ?, ?, ?, ?, ?)",
        [(identity, document, span.start, span.end, part) for part, spans in parts.items() for span in spans],
    )


def _sentence(reading: Reading, statement: Statement) -> dict[str, Value]:
    """From the start of the first sentence that carries evidence to the end of the last."""
    spans = (*statement.source, *statement.cue, *statement.content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    around = [sentence for sentence in reading.sentences if sentence.start < end and start < sentence.end]
    return {
        "sentence_start": min([start, *(sentence.start for sentence in around)]),
        "sentence_end": max([end, *(sentence.end for sentence in around)]),
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
