"""Political events: in our own sentences, in CAMEO sentences, in passages of running news that we annotated."""

from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.reading.labels import COLUMNS, STATUSES
from onrecord.reading.pieces import Pieces
from training.example import Argument, Example, Row, encode, rows, words_in

LINKS = {"initiates": "initiators", "receives": "recipients"}


def events(annotations: Path, tokenizer: Tokenizer, texts: dict[str, str] | None = None) -> Iterator[Example]:
    """One example a sentence; where an annotation has no text of its own, `texts` has it by id."""
    for row in rows(annotations):
        text = row["text"] if texts is None else texts[row["id"]]
        yield _example(text, row, tokenizer)


def news_events(annotations: Path, data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """One example a passage of running news, whose events are marked as offsets into the set's document."""
    texts = news_texts(data)
    for row in rows(annotations):
        start, end = row["span"]
        yield _example(texts[row["set"], row["id"]][start:end], _moved(row, start), tokenizer)


def news_texts(data: Path) -> dict[tuple[str, str], str]:
    """The documents that annotated passages are taken from, by set and id."""
    files = {"polnear": "train", "te3silver": "docs", "timebank": "train"}
    return {
        (name, row["id"]): row["text"] for name, file in files.items() for row in rows(data / name / f"{file}.jsonl")
    }


def _moved(row: Row, start: int) -> Row:
    """The events of a passage with offsets into the passage."""

    def moved(span: list[int]) -> list[int]:
        return [place - start for place in span]

    return {
        "events": [
            event
            | {"trigger": moved(event["trigger"])}
            | {field: [moved(span) for span in event[field]] for field in LINKS.values()}
            for event in row["events"]
        ]
    }


def cameo_texts(folder: Path) -> dict[str, str]:
    """The CAMEO sentences by id."""
    return {row["id"]: row["text"] for name in ("class_train", "ner_train") for row in rows(folder / f"{name}.jsonl")}


def _example(text: str, row: Row, tokenizer: Tokenizer) -> Example:
    example = Example(encode(text, tokenizer))
    kinds, statuses = example.blank(0), example.blank()
    for event in row["events"]:
        found = words_in(example.pieces, *event["trigger"])
        if found is None:
            continue
        trigger = found[0]
        kinds[trigger] = COLUMNS["event"].index(event["type"])
        statuses[trigger] = STATUSES.index(event["status"])
        example.triggers.append(trigger)
        example.arguments += _arguments(example.pieces, trigger, event)
    example.labels |= {"event": kinds, "status": statuses}
    return example


def _arguments(pieces: Pieces, trigger: int, event: Row) -> Iterator[Argument]:
    for link, field in LINKS.items():
        for span in event[field]:
            if found := words_in(pieces, *span):
                yield Argument(trigger, link, *found)
