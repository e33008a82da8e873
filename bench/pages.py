"""How long the pages of the web app take to answer: `python -m bench.pages --shared FOLDER`.

Newswire (te3silver) is read into a record, `onrecord serve` is started on it, and every page asked for over HTTP: the
first time after the start, and then several times more, of which the median is told.
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import msgspec

import onrecord
from bench.machine import machine, versions
from bench.report import Value, facts, table, write

TIMES = 7
PATHS = (
    *("/", "/timeline", "/actors", "/network", "/statements", "/statements?page=100", "/commitments", "/disputes"),
    *("/positions", "/forecasts", "/roles", "/narratives", "/labels", "/copies", "/outlets", "/articles", "/stories"),
    *("/search?q=government", "/statements?sourcing=unnamed&text=talks"),
)


def main() -> None:
    """Builds the record or takes the one that is named, asks, reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--articles", type=int, default=1200, help="to read")
    parser.add_argument("--record", type=Path, help="ask this record instead")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/pages"), help="stem of the results")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        story = options.record or _built(options.shared, options.articles, Path(folder))
        with onrecord.open(story) as record:
            summary, actor, entry = record.summary(), record.actors(limit=1)[0].id, record.events(limit=1)[0].id
            article = record.documents()[0].id
        paths = (*PATHS, f"/actors/{actor}", f"/entries/{entry}", f"/article?id={article}")
        with _served(story) as address:
            rows = [_row(address, path) for path in paths]
    held = f"{summary.documents:,} articles, {summary.statements:,} statements, {summary.events:,} events"
    write(
        options.output,
        {"machine": machine(), "versions": versions("onrecord"), "record": msgspec.to_builtins(summary), "rows": rows},
        f"{facts(machine())}; {held}, {summary.actors:,} actors\n\n{table(rows)}",
    )


def _built(shared: Path, articles: int, folder: Path) -> Path:
    lines = (shared / "data" / "te3silver" / "docs.jsonl").read_text(encoding="utf-8").splitlines()[:articles]
    coverage = folder / "docs.jsonl"
    coverage.write_text("\n".join(lines), encoding="utf-8")
    story = folder / "story.db"
    onrecord.build([coverage], story).close()
    return story


@contextmanager
def _served(story: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "onrecord", "serve", str(story), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            told = process.stderr.readline() if process.stderr else ""
            found = re.search(r"http://\S+", told)
            if not found:
                raise SystemExit(f"Error: {told}")
            yield found[0].rstrip("/")
        finally:
            process.terminate()


def _row(address: str, path: str) -> dict[str, Value]:
    times, size = [], 0
    for _ in range(TIMES):
        began = time.perf_counter()
        with urlopen(address + path) as answer:  # noqa: S310 - a server of our own
            size = len(answer.read())
        times.append((time.perf_counter() - began) * 1000)
    return {
        "page": re.sub(r"(?<=[/=])(?:[ae]-\w{8,}|[^/=&?]*_[^/=&?]*)", "…", path),
        "first, ms": f"{times[0]:.0f}",
        "then, ms": f"{statistics.median(times[1:]):.0f}",
        "KB": f"{size / 1000:.0f}",
    }


if __name__ == "__main__":
    main()
