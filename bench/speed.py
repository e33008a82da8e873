"""How fast OnRecord reads, beside spaCy's small pipeline with textacy's quotations, on the same documents in one run.

`python -m bench.speed DOCUMENTS.jsonl --peer-python PYTHON` measures in rounds: the command `onrecord read` from start
to end, the stages of reading in a warm process, the peer in a warm process; a machine that slows down slows them all.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.machine import machine, versions
from bench.process import Cost, run
from bench.report import Repeated, Value, facts, table, write
from bench.speed_worker import Stages

PEER = Path(__file__).parent / "peers_spacy.py"

# The tokens of the scorer, so that tokens mean the same wherever we count them.
TOKEN = re.compile(r"\w+|[^\w\s]")


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """What `peers_spacy.py` prints."""

    documents: int
    load_s: float
    read_s: float
    quotations: int
    documents_refused: int
    versions: dict[str, str]


@dataclass(frozen=True, slots=True)
class Round:
    """One measurement of everything; the peer is None where no Python for it was given."""

    command: Cost
    stages: Stages
    warm: Cost
    peer: Peer | None
    peer_cost: Cost | None


def main() -> None:
    """Measure all rounds, write the tables."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        rounds = [one_round(options, Path(scratch)) for _ in range(options.rounds)]
    tokens = count_tokens(options.documents)
    about = machine() | versions("onrecord", "openvino", "onnxruntime", "tokenizers")
    about |= rounds[0].peer.versions if rounds[0].peer else {}
    speeds, shares = speed_rows(rounds, tokens), stage_rows(rounds)
    stages = rounds[0].stages
    head = (
        f"{options.documents.name}: {stages.documents} documents, {tokens:,} tokens, {stages.pieces:,} word pieces in "
        f"windows; {len(rounds)} rounds, median (lowest to highest)."
    )
    ratio = Repeated(tuple(whole_s(r.stages) / r.stages.encoder_s for r in rounds))
    text = [
        facts(about) + ".",
        head,
        table(speeds),
        table(shares),
        f"Whole reading over bare encoder: {ratio.label(2)}.",
    ]
    figures = {
        "machine": about,
        "documents": stages.documents,
        "tokens": tokens,
        "pieces": stages.pieces,
        "speed": speeds,
        "stages": shares,
        "whole_over_encoder": ratio.figures(),
        "rounds": [msgspec.to_builtins(r.stages) | {"command_s": r.command.seconds} for r in rounds],
        "peer_rounds": [msgspec.to_builtins(r.peer) for r in rounds],
    }
    write(options.output, figures, "\n\n".join(text))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, help='JSONL, at least "id" and "text" a line')
    parser.add_argument("--peer-python", type=Path, help="a Python with the packages of bench/peers.lock")
    parser.add_argument("--processes", type=int, default=2, help="of the peer")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/speed"), help="stem of the two results")
    return parser.parse_args()


def one_round(options: argparse.Namespace, scratch: Path) -> Round:
    """The three measurements, one after the other."""
    output = str(scratch / "readings.jsonl")
    command = run([sys.executable, "-m", "onrecord", "read", str(options.documents), "-o", output])
    warm = run([sys.executable, "-m", "bench.speed_worker", str(options.documents)])
    peer = None
    if options.peer_python:
        processes = ["--processes", str(options.processes)]
        peer = run([str(options.peer_python), "-P", str(PEER), str(options.documents), *processes])
    return Round(
        command=command,
        stages=msgspec.json.decode(warm.stdout, type=Stages),
        warm=warm,
        peer=msgspec.json.decode(peer.stdout, type=Peer) if peer else None,
        peer_cost=peer,
    )


def count_tokens(path: Path) -> int:
    """Words and punctuation marks in all texts."""
    with path.open(encoding="utf-8") as lines:
        return sum(len(TOKEN.findall(json.loads(line)["text"])) for line in lines)


def whole_s(stages: Stages) -> float:
    """Seconds from the file to the JSON of all readings, without loading the model."""
    return stages.documents_s + stages.read_s + stages.write_s


def speed_rows(rounds: Sequence[Round], tokens: int) -> list[dict[str, Value]]:
    """Who reads how fast, and in how much memory."""
    documents = rounds[0].stages.documents
    rows = [
        _row("`onrecord read`, start to end", [(r.command.seconds, r.command) for r in rounds], documents, tokens),
        _row("OnRecord, warm", [(whole_s(r.stages), r.warm) for r in rounds], documents, tokens),
        _row("OnRecord's encoder alone", [(r.stages.encoder_s, None) for r in rounds], documents, tokens),
    ]
    peers = [(r.peer, r.peer_cost) for r in rounds if r.peer and r.peer_cost]
    if peers:
        rows += [
            _row("spaCy small + textacy, start to end", [(cost.seconds, cost) for _, cost in peers], documents, tokens),
            _row("spaCy small + textacy, warm", [(peer.read_s, cost) for peer, cost in peers], documents, tokens),
        ]
    return rows


def _row(who: str, runs: Sequence[tuple[float, Cost | None]], documents: int, tokens: int) -> dict[str, Value]:
    peaks = [cost.peak_mib for _, cost in runs if cost]
    return {
        "": who,
        "documents/s": Repeated(tuple(documents / seconds for seconds, _ in runs)).label(),
        "tokens/s": Repeated(tuple(tokens / seconds for seconds, _ in runs)).label(0),
        "seconds": Repeated(tuple(seconds for seconds, _ in runs)).label(2),
        "peak memory, MiB": round(max(peaks)) if peaks else None,
    }


STAGES: Mapping[str, Callable[[Stages], float]] = {
    "file to documents": lambda stages: stages.documents_s,
    "encoder": lambda stages: stages.encoder_s,
    "rest of reading": lambda stages: stages.read_s - stages.encoder_s,
    "readings to JSON": lambda stages: stages.write_s,
}


def stage_rows(rounds: Sequence[Round]) -> list[dict[str, Value]]:
    """Where the time of a warm process goes."""
    rows: list[dict[str, Value]] = []
    for name, seconds in STAGES.items():
        values = Repeated(tuple(seconds(r.stages) for r in rounds))
        share = Repeated(tuple(100 * seconds(r.stages) / whole_s(r.stages) for r in rounds))
        rows.append({"stage": name, "seconds": values.label(2), "share, %": share.label()})
    return rows


if __name__ == "__main__":
    main()
