"""Builds a story in a process that kills itself, DELAY_S after that step of that stage."""

import os
import signal
import sys
import threading
from pathlib import Path

from onrecord.record.build import Progress, build
from record.quoting import read
from record.story import story


def main(path: str, documents: str, stage: str, step: str, delay_s: str) -> None:
    """Does not return where the stage has that many steps, and the delay is not too long."""
    left = int(step)

    def on_progress(progress: Progress) -> None:
        nonlocal left
        left -= progress.stage == stage
        if progress.stage == stage and left == 0:
            threading.Timer(float(delay_s), os.kill, (os.getpid(), signal.SIGKILL)).start()

    build(story(int(documents)), Path(path), read=read, model="rules 1", version="0.1.0", on_progress=on_progress)


main(*sys.argv[1:])
