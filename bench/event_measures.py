"""How well political events are read in running news and in coded sentences, which the scorer has no measure for."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.coverage.document import Document
from onrecord.coverage.identity import text_hash
from onrecord.reading.model import Model
from onrecord.reading.reader import read
from onrecord.reading.schema import Event, EventType, Reading
from onrecord.spans import Span

Row = dict[str, Any]
Figures = Mapping[str, object]
Key = tuple[str, str]  # set and id

ANNOTATIONS = Path(__file__).parents[1] / "training" / "annotations"
FILES = {"polnear": "train", "te3silver": "docs", "timebank": "train"}
# The four classes of CAMEO's conflict and cooperation, of PLOVER's types and of the first two digits of CAMEO codes.
CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
TYPES = {
    "verbal cooperation": "AGREE CONSULT SUPPORT",
    "material cooperation": "COOPERATE AID CONCEDE RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN SANCTION",
    "material conflict": "PROTEST MOBILIZE COERCE ASSAULT",
}
CLASS_OF = {EventType(kind): name for name, kinds in TYPES.items() for kind in kinds.split()}
CODES = {
    **dict.fromkeys(("03", "04", "05"), "verbal cooperation"),
    **dict.fromkeys(("06", "07", "08"), "material cooperation"),
    **dict.fromkeys(("09", "10", "11", "12", "13", "16"), "verbal conflict"),
    **dict.fromkeys(("14", "15", "17", "18", "19", "20"), "material conflict"),
}


def news_figures(data: Path, model: Model) -> Figures:
    """Events in running news that was annotated and kept out of training: triggers, types, status, who and whom.

    Whole documents are read, the events within the annotated passage compared. Type and status count where the trigger
    is right, too; an actor is right where one of its mentions in the passage shares a character with the phrase.
    """
    gold = {(row["set"], row["id"]): row for row in _rows(ANNOTATIONS / "news_dev.jsonl")}
    counts: Counter[str] = Counter()
    for key, reading in _read_sets(data, gold, model):
        row = gold[key]
        place = Span(*row["span"])
        _count(counts, row["events"], [e for e in reading.events if place.covers(e.trigger)], reading)
    return {
        name: _prf(counts, name, mine, theirs)
        for name, mine, theirs in (
            ("trigger", "read", "gold"),
            ("type", "read", "gold"),
            ("type and status", "read", "gold"),
            ("who", "mine who", "gold who"),
            ("whom", "mine whom", "gold whom"),
        )
    } | {"passages": len(gold)}


def petrarch_figures(data: Path, model: Model) -> Figures:
    """PETRARCH's sentences: how many coded ones have an event of the right class, how many empty ones have any.

    CAMEO codes count by their first two digits, as classes of cooperation and conflict; codes that are the tests' own
    (and 01, 02, which tell no event of PLOVER's) are left out.
    """
    coded = [row for row in _rows(data / "petrarch" / "validation.jsonl") if row["coding"] in ("events", "noevents")]
    counts: Counter[str] = Counter()
    for row, reading in zip(coded, _read_texts(coded, model), strict=True):
        found = {CLASS_OF[event.type] for event in reading.events}
        wanted = {CODES[e["code"][:2]] for e in row["events"] or () if e["code"][:2] in CODES}
        if row["coding"] == "noevents":
            counts["empty"] += 1
            counts["empty, yet something read"] += bool(found)
        elif wanted:
            counts["coded"] += 1
            counts["any event"] += bool(found)
            counts["an event of the class"] += bool(found & wanted)
    return {**counts, "share of the class": round(100 * counts["an event of the class"] / max(1, counts["coded"]), 1)}


def cameo_figures(data: Path, model: Model) -> Figures:
    """Of CAMEO sentences that were kept out of training: how many source and target phrases an event's actor covers."""
    known = {row["id"] for row in _rows(ANNOTATIONS / "cameo.jsonl")}
    marked = [row for row in _rows(data / "cameo" / "ner_train.jsonl") if row["id"] not in known]
    counts: Counter[str] = Counter()
    for row, reading in zip(marked, _read_texts(marked, model), strict=True):
        gold = [entity["span"] for entity in row["entities"]]
        mine = [_mentions(reading, actor) for e in reading.events for actor in (*e.initiators, *e.recipients)]
        counts["sentences"] += 1
        counts["phrases"] += len(gold)
        counts["found"] += sum(any(_overlap(span, own) for own in mine) for span in gold)
    return {**counts, "share found": round(100 * counts["found"] / max(1, counts["phrases"]), 1)}


def _count(counts: Counter[str], gold: Sequence[Row], mine: Sequence[Event], reading: Reading) -> None:
    by_trigger = {event.trigger: event for event in mine}
    counts["gold"] += len(gold)
    counts["read"] += len(mine)
    for row in gold:
        event = by_trigger.get(Span(*row["trigger"]))
        counts["trigger"] += event is not None
        counts["type"] += event is not None and event.type == row["type"]
        same = event is not None and (event.type, event.status) == (row["type"], row["status"])
        counts["type and status"] += same
        if event is None:
            continue
        for name, phrases, actors in (
            ("who", row["initiators"], event.initiators),
            ("whom", row["recipients"], event.recipients),
        ):
            own = [_mentions(reading, actor) for actor in actors]
            counts[f"gold {name}"] += len(phrases)
            counts[f"mine {name}"] += len(own)
            counts[name] += sum(any(_overlap(phrase, spans) for spans in own) for phrase in phrases)


def _mentions(reading: Reading, actor: str) -> list[Span]:
    return [mention.span for mention in reading.mentions if mention.actor == actor]


def _overlap(phrase: Sequence[int], spans: Sequence[Span]) -> bool:
    return any(Span(*phrase).overlaps(span) for span in spans)


def _prf(counts: Counter[str], right: str, mine: str, gold: str) -> dict[str, float]:
    p, r = 100 * counts[right] / max(1, counts[mine]), 100 * counts[right] / max(1, counts[gold])
    return {"P": round(p, 1), "R": round(r, 1), "F1": round(2 * p * r / max(1e-9, p + r), 1), "n": counts[gold]}


def _read_sets(
    data: Path, wanted: Mapping[tuple[str, str], Row], model: Model
) -> Iterator[tuple[tuple[str, str], Reading]]:
    for name, file in FILES.items():
        texts = [row for row in _rows(data / name / f"{file}.jsonl") if (name, row["id"]) in wanted]
        for row, reading in zip(texts, _read_texts(texts, model), strict=True):
            yield (name, row["id"]), reading


def _read_texts(texts: Sequence[Row], model: Model) -> Iterator[Reading]:
    documents = (
        Document(
            id=row["id"],
            text=row["text"],
            sha256=text_hash(row["text"]),
            origin="",
            language="en",
            body=(Span(0, len(row["text"])),),
        )
        for row in texts
    )
    return read(documents, model=model)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
