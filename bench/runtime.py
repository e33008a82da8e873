"""Which run time, arithmetic and use of threads reads fastest at equal answers.

`python -m bench.runtime MODEL DOCUMENTS` runs every cell of its table in a process of its own, all cells once a round,
so that a machine that slows down slows all of them.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

import onrecord
from bench.machine import machine, versions
from bench.model_requests import arrays, pieces_in, requests_of
from bench.process import Cost, run
from bench.report import Repeated, Value, facts, table, write
from bench.runtime_worker import Cell, Inputs, Timed
from bench.variants import write_variants
from onrecord.coverage.document import Document
from onrecord.errors import OnRecordError

# oneDNN's names, from what the machine has down to what a laptop without AVX-512 has.
LIMITS = ("ALL", "AVX512_CORE_VNNI", "AVX2_VNNI", "AVX2")

REFERENCE = ("onnxruntime", "float", "32-bit")


@dataclass(frozen=True, slots=True)
class Contender:
    """A run time with one of the model's variants and its options; `arithmetic` is what people read."""

    runtime: str
    variant: str
    arithmetic: str
    options: tuple[tuple[str, str], ...] = ()

    @property
    def limits(self) -> tuple[str, ...]:
        """The instruction limits that mean something to it.

        onnxruntime has no such switch. OpenVINO asks the processor itself whether it has bfloat16, so that where a
        limit has none it is computed by reference code or not at all, as on no real processor.
        """
        return LIMITS if F32 in self.options else LIMITS[:1]

    @property
    def name(self) -> tuple[str, str, str]:
        """What tells it from the others."""
        return self.runtime, self.variant, self.arithmetic


F32, BF16 = (("INFERENCE_PRECISION_HINT", kind) for kind in ("f32", "bf16"))
# Activations turned into 8-bit integers as they come, in groups; 0 multiplies the weights out instead.
WHOLE, GROUPED = (("DYNAMIC_QUANTIZATION_GROUP_SIZE", size) for size in ("0", "32"))

CONTENDERS = (
    Contender("onnxruntime", "float", "32-bit"),
    Contender("onnxruntime", "shipped", "32-bit"),
    Contender("onnxruntime", "dynamic 8-bit", "8-bit"),
    Contender("openvino", "float", "32-bit", (F32,)),
    Contender("openvino", "float", "bfloat16", (BF16,)),
    Contender("openvino", "shipped", "32-bit", (F32, WHOLE)),
    Contender("openvino", "shipped", "bfloat16", (BF16, WHOLE)),
    Contender("openvino", "shipped", "8-bit", (F32, GROUPED)),
    Contender("openvino", "shipped", "its own choice"),
    Contender("openvino", "static 8-bit", "8-bit", (F32,)),
    Contender("openvino", "static 8-bit", "8-bit and bfloat16", (BF16,)),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A contender under an instruction limit, with its threads in so many streams."""

    contender: Contender
    limit: str
    streams: int

    def label(self) -> str:
        """For people."""
        return f"{', '.join(self.contender.name)}, up to {self.limit}, {self.streams} streams"


def main() -> None:
    """Prepare the batches and the variants, run all rounds, write the table."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        documents = [item for item in onrecord.load([options.documents]) if isinstance(item, Document)]
        asked = requests_of(documents, options.model)
        requests = [arrays(request) for request in asked]
        save_requests(folder / "requests.npz", requests)
        files = write_variants(options.model, folder, requests)
        runs = [
            Run(contender, limit, streams)
            for contender in CONTENDERS
            for limit in contender.limits
            for streams in sorted({1, options.threads})
        ]
        measured, failed = measure(runs, files, folder, options)
        figures = summary(measured, folder, pieces_in(asked))
    about = machine() | versions("onnxruntime", "openvino", "nncf")
    head = (
        f"{options.documents.name}, {len(documents)} documents in {len(requests)} requests, {options.threads} threads, "
        f"{options.rounds} rounds; median (lowest to highest)."
    )
    text = [f"{facts(about)}.", head, table(figures), *(f"Does not run: {line}" for line in failed)]
    write(options.output, {"machine": about, "runs": figures, "failed": failed}, "\n\n".join(text))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the shipped ONNX file")
    parser.add_argument("documents", type=Path, help="what to read: any input of `onrecord read`")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/bench/runtime"), help="stem of the two results"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def save_requests(path: Path, requests: Sequence[Inputs]) -> None:
    """One file for all workers."""
    named = {f"{number}:{name}": array for number, inputs in enumerate(requests) for name, array in inputs.items()}
    np.savez(path, allow_pickle=False, **named)


def measure(
    runs: Sequence[Run], files: dict[str, Path], folder: Path, options: argparse.Namespace
) -> tuple[dict[Run, list[tuple[Timed, Cost]]], list[str]]:
    """Every run once a round, with what does not run in one line each; answers stay in `folder`."""
    measured: dict[Run, list[tuple[Timed, Cost]]] = {run: [] for run in runs}
    failed: list[str] = []
    for number in range(options.rounds):
        for at, candidate in enumerate(list(measured)):
            cell = Cell(
                runtime=candidate.contender.runtime,
                model=str(files[candidate.contender.variant]),
                requests=str(folder / "requests.npz"),
                answers=str(answers_of(folder, candidate)),
                options=dict(candidate.contender.options),
                streams=candidate.streams,
                threads=options.threads,
            )
            command = [sys.executable, "-m", "bench.runtime_worker", msgspec.json.encode(cell).decode()]
            try:
                cost = run(command, environment={"ONEDNN_MAX_CPU_ISA": candidate.limit})
            except OnRecordError as error:
                failed.append(f"{candidate.label()}: {error.what}")
                del measured[candidate]
                continue
            measured[candidate].append((msgspec.json.decode(cost.stdout, type=Timed), cost))
            print(f"round {number + 1}, {at + 1} of {len(runs)}", end="\r", file=sys.stderr)
    return measured, failed


def answers_of(folder: Path, candidate: Run) -> Path:
    """Where a run leaves its tags."""
    return folder / f"{candidate.label().replace(', ', '-').replace(' ', '_')}.npz"


def summary(measured: dict[Run, list[tuple[Timed, Cost]]], folder: Path, pieces: int) -> list[dict[str, Value]]:
    """A row a run, the fastest first."""
    reference = answers_of(folder, next(run for run in measured if run.contender.name == REFERENCE))
    rows: list[tuple[float, dict[str, Value]]] = []
    for candidate, results in measured.items():
        speed = Repeated(tuple(pieces / timed.run_s for timed, _ in results))
        row: dict[str, Value] = {
            "run time": candidate.contender.runtime,
            "file": candidate.contender.variant,
            "arithmetic": candidate.contender.arithmetic,
            "instructions up to": candidate.limit,
            "streams": candidate.streams,
            "word pieces/s": speed.label(0),
            "same tags, %": round(agreement(answers_of(folder, candidate), reference, folder / "requests.npz"), 2),
            "load, s": round(Repeated(tuple(timed.load_s for timed, _ in results)).median, 2),
            "peak memory, MiB": round(max(cost.peak_mib for _, cost in results)),
        }
        rows.append((speed.median, row))
    return [row for _, row in sorted(rows, key=lambda pair: -pair[0])]


def agreement(answers: Path, reference: Path, requests: Path) -> float:
    """Percent of the word pieces that get the same best tag, padding left out."""
    inputs, mine, theirs = (np.load(path) for path in (requests, answers, reference))
    same = total = 0
    for number in range(len(mine.files)):
        read = inputs[f"{number}:mask"] == 1
        same += int((mine[f"arr_{number}"] == theirs[f"arr_{number}"])[read].sum())
        total += int(read.sum())
    return 100 * same / max(1, total)


if __name__ == "__main__":
    main()
