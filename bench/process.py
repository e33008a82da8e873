"""Running a command while watching what it costs."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import psutil

from onrecord.errors import OnRecordError

# Between looks at the memory. A page of work takes longer; halving it changed no peak by more than 1 %.
INTERVAL_S = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What a finished command printed and took; `peak_mib` sums resident memory over it and all of its children."""

    stdout: str
    seconds: float
    peak_mib: float


@dataclass(slots=True)
class _Watch:
    """Samples the resident memory of a process tree until told to stop."""

    pid: int
    peak: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.stopped.wait(INTERVAL_S):
            self.peak = max(self.peak, _tree_bytes(self.pid))


def run(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Cost:
    """Run `command` to its end. Raises `OnRecordError` with its last words where it fails."""
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(environment or {})},
    ) as process:
        watch = _Watch(process.pid)
        thread = threading.Thread(target=watch.run, daemon=True)
        thread.start()
        stdout, stderr = process.communicate()
        seconds = time.perf_counter() - started
        watch.stopped.set()
        thread.join()
    if process.returncode:
        last = stderr.strip().splitlines()[-1:] or [f"exit code {process.returncode}"]
        raise OnRecordError(last[0], where=" ".join(command[:4]))
    return Cost(stdout, seconds, watch.peak / 2**20)


def _tree_bytes(pid: int) -> int:
    """Shared pages count once a process: an upper bound where children were forked."""
    try:
        root = psutil.Process(pid)
        processes = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    total = 0
    for process in processes:
        try:
            total += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total
