"""How well the field's small tools read the same documents: `make peers SHARED=FOLDER`.

Each set is read by OnRecord and by its peers in one run, and scored by the scorer that lies beside the sets.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import msgspec

from bench.machine import machine, versions
from bench.process import run
from bench.quality import HELD_OUT, readings
from bench.report import Value, facts, table, write
from onrecord.reading.model import Model

SCRIPT = Path(__file__).parent / "peers_quality.py"


@dataclass(frozen=True, slots=True)
class Contest:
    """One measure on one set, ours beside the peers' (names of bench/peers_quality.py); `figures`: paths to show."""

    measure: str
    gold: str
    peers: tuple[str, ...]
    figures: tuple[str, ...]
    every: int = 1


CONTESTS = (
    Contest(
        "attribution",
        "polnear/dev.jsonl",
        ("textacy-quotations", "dependency-quotations"),
        ("token.source", "token.cue", "token.content", "attribution_lenient", "attribution_strict"),
    ),
    Contest("mentions", "gum/dev.jsonl", ("spacy-names",), ("found", "exact")),
    Contest(
        "times",
        "timebank/train.jsonl",
        ("spacy-times", "timexy-times", "dateparser-times"),
        ("relaxed", "strict", "type", "value"),
        every=HELD_OUT,
    ),
)


def main() -> None:
    """Read, score, write one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/ and eval/score.py")
    parser.add_argument("--peer-python", type=Path, required=True, help="a Python that has the peers")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/peers"), help="stem of the two results")
    options = parser.parse_args()
    model = Model()
    rows: list[dict[str, Value]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for contest in CONTESTS:
            rows += contested(contest, options, model, Path(scratch))
    about = machine() | {"model": model.identity} | versions("onrecord", "openvino")
    write(options.output, {"machine": about, "rows": rows}, f"{facts(about)}.\n\n{table(rows)}")


def contested(contest: Contest, options: argparse.Namespace, model: Model, scratch: Path) -> list[dict[str, Value]]:
    """A row for each reader: its figures and the seconds it took, loading included."""
    lines = (options.shared / "data" / contest.gold).read_text(encoding="utf-8").splitlines(keepends=True)
    gold, answers = scratch / "gold.jsonl", scratch / "answers.jsonl"
    gold.write_text("".join(lines[:: contest.every]), encoding="utf-8")
    rows = []
    for reader in ("OnRecord", *contest.peers):
        started = time.perf_counter()
        if reader == "OnRecord":
            answers.write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in readings(gold, model)))
        else:
            run([str(options.peer_python), str(SCRIPT), reader, str(gold), "-o", str(answers)])
        seconds = time.perf_counter() - started
        scorer = str(options.shared / "eval" / "score.py")
        scored = json.loads(run([sys.executable, scorer, contest.measure, str(gold), str(answers)]).stdout)
        rows += [
            {
                "measure": contest.measure,
                "reader": reader,
                "of": path,
                **_prf(scored, path),
                "seconds": round(seconds, 1),
            }
            for path in contest.figures
        ]
    return rows


def _prf(scored: dict[str, Any], path: str) -> dict[str, Value]:
    found = reduce(lambda figures, name: figures[name], path.split("."), scored)
    return {name: float(found[name]) for name in ("P", "R", "F1")}


if __name__ == "__main__":
    main()
