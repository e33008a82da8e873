import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.record.record import Record
from record.story import built, logical, story

# 60 articles and a file that is none, of which 54 are read.
DOCUMENTS = 60
ROOT = Path(__file__).parent.parent.parent


def killed_build(path, stage, step, delay_s=0.0):
    """The exit code of a build that is killed `delay_s` after that step of that stage."""
    script = Path(__file__).with_name("killed.py")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    command = [sys.executable, str(script), str(path), str(DOCUMENTS), stage, str(step), str(delay_s)]
    return subprocess.run(command, env=environment, check=False, capture_output=True).returncode


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    path = tmp_path_factory.mktemp("undisturbed") / "story.db"
    built(path, story(DOCUMENTS))
    return logical(path)


@pytest.mark.parametrize("seed", range(5))
def test_a_build_killed_again_and_again_ends_as_one_that_was_not(seed, tmp_path, undisturbed):
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    path = tmp_path / "story.db"
    # What is left gets less by the batches that were committed, so each of these is reached.
    stages = [("taking in", 61), ("taking in", 61), ("reading", 22), ("reading", 22), ("reading", 6)]
    codes = [killed_build(path, stage, chance.randint(1, steps)) for stage, steps in stages]
    assert set(codes) == {-signal.SIGKILL}
    for _ in range(2):
        killed_build(path, "reconciling", 1, chance.uniform(0, 0.006))
    with Record.open(path) as record:
        ended = any(run.finished for run in record.runs())  # a kill may also come after the last commit
    built(path, story(DOCUMENTS))
    resumed = logical(path)
    if not ended:
        assert resumed["runs"] == undisturbed["runs"]
    assert resumed | {"runs": undisturbed["runs"]} == undisturbed


def test_what_a_killed_build_had_committed_can_be_read_at_once(tmp_path):
    path = tmp_path / "story.db"
    assert killed_build(path, "reading", 50) == -signal.SIGKILL
    with Record.open(path) as record:
        summary = record.summary()
        assert summary.cut_off
        assert summary.documents == DOCUMENTS
        assert summary.read >= 32
        assert len(record.statements()) == summary.statements > 0


def test_a_build_killed_before_its_first_transaction_leaves_a_file_to_go_on_with(tmp_path):
    path = tmp_path / "story.db"
    path.touch()
    built(path, story(3))
    with Record.open(path) as record:
        assert record.summary().documents == 3


def test_a_continued_build_goes_on_under_its_number(tmp_path):
    path = tmp_path / "story.db"
    killed_build(path, "taking in", 40)
    run = built(path, story(DOCUMENTS))
    assert (run.id, run.added, run.known) == (1, DOCUMENTS, 0)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM runs").fetchone() == (1,)
    connection.close()
