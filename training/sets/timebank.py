"""TimeBank: time expressions, and TimeML's events with class, tense, aspect, polarity, modality."""

from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.reading.labels import ASPECTS, COLUMNS, TENSES, TIME_TYPES
from training.example import Example, encode, rows, words_in

# Every fifth document is left out of training: the set has no development part, and figures need one.
HELD_OUT = 5
NO_MODALITY = {None, "none", "NONE", "delete", "until", "to", "close"}


def timebank(path: Path, tokenizer: Tokenizer, *, held_out: bool = False) -> Iterator[Example]:
    """One example a document of the training part, or of the one held out."""
    for number, row in enumerate(rows(path)):
        if (number % HELD_OUT == 0) != held_out:
            continue
        example = Example(encode(row["text"], tokenizer), times=[])
        for time in row["timexes"]:
            if found := words_in(example.pieces, *time["span"]):
                example.times.append((*found, TIME_TYPES.index(time["type"])))  # type: ignore[union-attr]
        timeml = example.labels["timeml"] = example.blank(0)
        tense, aspect, negation, modality = (
            example.labels.setdefault(name, example.blank()) for name in ("tense", "aspect", "negation", "modality")
        )
        for event in row["events"]:
            found = words_in(example.pieces, *event["span"])
            if found is None:
                continue
            word = found[0]
            timeml[word] = COLUMNS["timeml"].index(event["class"])
            if event["tense"] is not None:
                tense[word], aspect[word] = TENSES.index(event["tense"]), ASPECTS.index(event["aspect"])
                negation[word] = int(event["polarity"] == "NEG")
                modality[word] = int(event["modality"] not in NO_MODALITY)
        yield example
