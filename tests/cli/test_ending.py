"""How the program ends: exit codes, one line for a failure, pipes, signals, outputs that cannot be written."""

import os
import signal
import subprocess
import time

import pytest


def only_line(ran):
    """The one line in which a failure is explained."""
    assert ran.returncode == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    (line,) = ran.stderr.splitlines()
    return line


@pytest.mark.parametrize("command", ["brief", "statements", "actors", "dossier"])
def test_a_record_that_is_not_there_is_one_line(run, tmp_path, command):
    more = ["-o", tmp_path / "x.html"] if command == "dossier" else []
    line = only_line(run(command, tmp_path / "none.db", *more))
    assert line.startswith(f"Error: {tmp_path / 'none.db'}: ")


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be looked at as one" * 40])
def test_a_file_that_is_no_record_is_one_line(run, tmp_path, content):
    (tmp_path / "story.db").write_bytes(content)
    assert "story.db" in only_line(run("brief", tmp_path / "story.db"))


def test_an_unknown_id_and_an_unknown_speaker_are_one_line(run, record):
    assert "s-nobody" in only_line(run("show", record, "s-nobody"))
    assert "Nobody Atall" in only_line(run("statements", record, "--speaker", "Nobody Atall"))


def test_a_reader_that_has_enough_ends_the_program_quietly(record, command):
    program, environment = command
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {program} statements '{record}' -f csv | head -n 1"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("id,")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110
def test_an_output_that_takes_no_more_is_one_line(record, command):
    program, environment = command
    ran = subprocess.run(
        ["bash", "-c", f"{program} statements '{record}' -f json > /dev/full"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert only_line(ran) == "Error: standard output: No space left on device"


def test_ctrl_c_in_a_build_is_one_line_and_the_next_build_goes_on(run, tmp_path, command):
    program, environment = command
    articles = tmp_path / "coverage"
    articles.mkdir()
    for number in range(60):
        (articles / f"{number}.txt").write_text(
            f"Ora Lind said that ship number {number} had sailed from Ardmoor.\n" * 20
        )
    story = tmp_path / "story.db"
    building = [*program.split(), "build", str(articles), "-o", str(story)]
    with subprocess.Popen(building, stderr=subprocess.PIPE, text=True, env=environment) as build:
        while not story.exists() and build.poll() is None:
            time.sleep(0.01)
        build.send_signal(signal.SIGINT)
        words = build.stderr.read()
    assert build.returncode == 128 + signal.SIGINT
    assert words.splitlines() == [
        "Interrupted. What was written to a record is kept; the same command goes on from there."
    ]
    again = run("build", articles, "-o", story)
    assert (again.returncode, again.stderr.splitlines()[0]) == (0, "read 60 documents")


def test_a_page_that_cannot_be_written_leaves_what_was_there(run, record, tmp_path):
    folder = tmp_path / "story.html"
    folder.mkdir()
    assert "story.html" in only_line(run("dossier", record, "-o", folder))
    assert "no/story.html" in only_line(run("dossier", record, "-o", tmp_path / "no" / "story.html"))
    before = record.read_bytes()
    assert "is what would be read" in only_line(run("dossier", record, "-o", record))
    assert record.read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_names_of_files_can_colour_nothing(run, tmp_path):
    assert "\x1b" not in only_line(run("brief", tmp_path / "\x1b[31mred.db"))


def test_text_beyond_ascii_survives_a_narrow_locale(run, record):
    ran = run("dossier", record, "-o", "-", "--name", "Żółć 港", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0
    assert "Żółć 港" in ran.stdout
