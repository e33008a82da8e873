"""How well the shipped model reads the development sets: `python -m bench.quality --shared FOLDER`.

Each set is read by the command `onrecord read`, as anyone would, then scored by the scorer that lies beside the sets.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.machine import versions
from bench.process import run
from bench.report import Value, facts, table, write
from onrecord.errors import OnRecordError
from onrecord.reading.modelfile import open_model_file


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the scorer: what is read for it and what that is scored against, both in the folder `data`."""

    name: str
    documents: str
    gold: str


MEASURES = (
    Measure("attribution", "polnear/dev.jsonl", "polnear/dev.jsonl"),
    Measure("sentences", "polnear/dev.jsonl", "polnear/dev_sentences.jsonl"),
    Measure("mentions", "gum/dev.jsonl", "gum/dev.jsonl"),
    Measure("coref", "gum/dev.jsonl", "gum/dev.jsonl"),
)


def main() -> None:
    """Read, score, write the table."""
    options = arguments()
    scorer = options.shared / "eval" / "score.py"
    if not scorer.exists():
        raise SystemExit(f"Error: {scorer}: no scorer there. Name the folder that holds data and eval with --shared.")
    wanted = [measure for measure in MEASURES if measure.name in (options.measure or {m.name for m in MEASURES})]
    try:
        scores = score_all(wanted, options.shared / "data", scorer)
    except OnRecordError as error:
        raise SystemExit(f"Error: {error}") from error
    card = open_model_file().card
    about = {"model": f"{card.name} {card.version}"} | versions("onrecord", "openvino", "onnxruntime")
    rows = [row for name, figures in scores.items() for row in flattened(name, figures)]
    write(options.output, {"versions": about, "scores": scores}, f"{facts(about)}.\n\n{table(rows)}")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/ and eval/score.py")
    parser.add_argument("--measure", action="append", choices=[m.name for m in MEASURES], help="only this; repeatable")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/bench/quality"), help="stem of the two results"
    )
    return parser.parse_args()


def score_all(measures: list[Measure], data: Path, scorer: Path) -> dict[str, dict[str, object]]:
    """The scorer's figures by measure; each set of documents is read once."""
    scores: dict[str, dict[str, object]] = {}
    read: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for measure in measures:
            if measure.documents not in read:
                read[measure.documents] = str(Path(scratch) / f"{len(read)}.jsonl")
                command = [sys.executable, "-m", "onrecord", "read", str(data / measure.documents)]
                run([*command, "-o", read[measure.documents]])
            gold = str(data / measure.gold)
            scored = run([sys.executable, str(scorer), measure.name, gold, read[measure.documents]])
            scores[measure.name] = json.loads(scored.stdout)
    return scores


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
