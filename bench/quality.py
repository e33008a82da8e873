"""How well a model reads the development sets: `python -m bench.quality --shared FOLDER [--model FILE]`.

Whole documents are read by the product's own stage, as `onrecord read` does, then scored by the scorer that lies beside
the sets; what it does not measure (syntax, inner voices) is measured by `bench/own_measures.py`.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

import onrecord
from bench.ecbplus import event_answers
from bench.machine import versions
from bench.own_measures import OWN_MEASURES, sentiment_answers
from bench.process import run
from bench.report import Value, facts, table, write
from onrecord.coverage.document import Document
from onrecord.errors import OnRecordError
from onrecord.reading.model import Model
from onrecord.reading.modelfile import PACKAGED
from onrecord.reading.reader import read

# Every fifth document of TimeBank's training part was kept out of training (training/sets/timebank.py).
HELD_OUT = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the scorer: what is read for it and what that is scored against, both in the folder `data`.

    `every`: of the documents only each so many-th. `answers` makes what is scored where that is not a reading.
    """

    name: str
    documents: str
    gold: str
    every: int = 1
    answers: Callable[[Path, Model], Iterator[object]] | None = None


MEASURES = (
    Measure("attribution", "polnear/dev.jsonl", "polnear/dev.jsonl"),
    Measure("sentences", "polnear/dev.jsonl", "polnear/dev_sentences.jsonl"),
    Measure("mentions", "gum/dev.jsonl", "gum/dev.jsonl"),
    Measure("coref", "gum/dev.jsonl", "gum/dev.jsonl"),
    Measure("times", "timebank/train.jsonl", "timebank/train.jsonl", every=HELD_OUT),
    Measure("events", "plover/dev.jsonl", "plover/dev.jsonl"),
    Measure("polarity", "newsmtsc/dev.jsonl", "newsmtsc/dev.jsonl", answers=sentiment_answers),
    Measure("clusters", "ecbplus/dev.jsonl", "ecbplus/dev.jsonl", answers=event_answers),
)


def main() -> None:
    """Read, score, write the table."""
    options = arguments()
    scorer = options.shared / "eval" / "score.py"
    if not scorer.exists():
        raise SystemExit(f"Error: {scorer}: no scorer there. Name the folder that holds data and eval with --shared.")
    try:
        model = Model(options.model)
        scores = score_all(model, options.measure, options.shared / "data", scorer)
    except OnRecordError as error:
        raise SystemExit(f"Error: {error}") from error
    about = {"model": model.identity} | versions("onrecord", "openvino", "onnxruntime")
    rows = [row for name, figures in scores.items() for row in flattened(name, figures)]
    write(options.output, {"versions": about, "scores": scores}, f"{facts(about)}.\n\n{table(rows)}")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/ and eval/score.py")
    parser.add_argument("--model", type=Path, default=PACKAGED, help="another model file than the shipped one")
    names = [*(m.name for m in MEASURES), *OWN_MEASURES]
    parser.add_argument("--measure", action="append", choices=names, help="only this; repeatable")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/bench/quality"), help="stem of the two results"
    )
    return parser.parse_args()


def score_all(model: Model, wanted: list[str] | None, data: Path, scorer: Path) -> dict[str, Mapping[str, object]]:
    """The figures by measure; each set of documents is read once."""
    scores: dict[str, Mapping[str, object]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        read_once: dict[str, Path] = {}
        for measure in (m for m in MEASURES if wanted is None or m.name in wanted):
            gold, answers = _prepared(measure, data, Path(scratch), model, read_once)
            scored = run([sys.executable, str(scorer), measure.name, str(gold), str(answers)])
            scores[measure.name] = json.loads(scored.stdout)
    for name, own in OWN_MEASURES.items():
        if wanted is None or name in wanted:
            scores[name] = own(data, model)
    return scores


def _prepared(
    measure: Measure, data: Path, scratch: Path, model: Model, read_once: dict[str, Path]
) -> tuple[Path, Path]:
    """The gold file and the file of answers."""
    gold, documents = data / measure.gold, data / measure.documents
    if measure.every > 1:
        lines = documents.read_text(encoding="utf-8").splitlines(keepends=True)
        gold = documents = scratch / f"{measure.name}.gold.jsonl"
        gold.write_text("".join(lines[:: measure.every]), encoding="utf-8")
    if measure.documents not in read_once or measure.answers:
        answers = scratch / f"{measure.name}.jsonl"
        made = measure.answers(documents, model) if measure.answers else readings(documents, model)
        answers.write_bytes(b"".join(msgspec.json.encode(answer) + b"\n" for answer in made))
        read_once[measure.documents] = answers
    return gold, read_once[measure.documents]


def readings(documents: Path, model: Model) -> Iterator[object]:
    """What `onrecord read` writes of a file."""
    return read((d for d in onrecord.load([documents]) if isinstance(d, Document)), model=model)


def flattened(measure: str, figures: Mapping[str, object], path: str = "") -> Iterator[dict[str, Value]]:
    """A row for each precision, recall and F1, and for each figure that stands alone."""
    if {"P", "R", "F1"} <= figures.keys():
        yield {"measure": measure, "of": path, **{name: _number(figures[name]) for name in ("P", "R", "F1")}}
        return
    for name, value in figures.items():
        here = f"{path} {name}".strip().replace("_", " ")
        if isinstance(value, dict):
            yield from flattened(measure, value, here)
        else:
            yield {"measure": measure, "of": here, "P": None, "R": None, "F1": _number(value)}


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else float("nan")


if __name__ == "__main__":
    main()
