import json

import msgspec
import pytest

from onrecord.reading.schema import SCHEMA, Reading


def test_a_build_says_what_was_read_and_what_was_not_and_why(run, coverage, tmp_path):
    built = run("build", coverage, "-o", tmp_path / "story.db")
    assert (built.returncode, built.stdout) == (0, "")
    first, second = built.stderr.splitlines()
    assert first.startswith(f"read 1 of 2 documents; not read: {coverage / 'empty.txt'} (")
    assert second.startswith(f"{tmp_path / 'story.db'}: 1 new or changed, 0 known; in all 1 document, ")


def test_the_same_coverage_again_adds_nothing(run, coverage, tmp_path):
    run("build", coverage, "-o", tmp_path / "story.db")
    again = run("build", coverage, "-o", tmp_path / "story.db")
    assert again.returncode == 0
    assert "0 new or changed, 1 known" in again.stderr


@pytest.mark.parametrize("command", ["build", "read"])
def test_nothing_readable_at_all_is_a_failure(run, tmp_path, command):
    (tmp_path / "empty.txt").touch()
    ran = run(command, tmp_path / "empty.txt", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert ran.returncode == 1
    lines = ran.stderr.splitlines()
    assert lines[0].startswith("read 0 of 2 documents; not read: ")
    assert lines[-1].startswith("Error: nothing could be read. ")


def test_nothing_readable_is_a_failure_also_where_the_record_holds_something(run, coverage, tmp_path):
    run("build", coverage, "-o", tmp_path / "story.db")
    again = run("build", coverage / "empty.txt", "-o", tmp_path / "story.db")
    assert again.returncode == 1
    assert "in all 1 document, " in again.stderr


def test_a_reading_is_a_line_of_json_whose_spans_lie_in_its_text(run, coverage):
    ran = run("read", coverage)
    assert ran.returncode == 0
    (line,) = ran.stdout.splitlines()
    reading = msgspec.json.decode(line, type=Reading)
    assert reading.schema == SCHEMA
    assert any("Nothing is signed" in span.of(reading.text) for said in reading.statements for span in said.content)


def test_a_file_gets_what_standard_output_would_get(run, coverage, tmp_path):
    run("read", coverage, "-o", tmp_path / "readings.jsonl")
    assert (tmp_path / "readings.jsonl").read_text(encoding="utf-8") == run("read", coverage, "-o", "-").stdout


def test_readings_never_replace_what_they_are_read_from(run, tmp_path):
    lines = json.dumps({"id": "a", "text": "Ora Lind said the port was open."}) + "\n"
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    ran = run("read", tmp_path / "a.jsonl", "-o", tmp_path / "a.jsonl")
    assert ran.returncode == 1
    assert ran.stderr == f"Error: {tmp_path / 'a.jsonl'}: is what would be read. Name another file.\n"
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == lines


def test_json_lines_keep_their_ids_and_broken_ones_do_not_stop_the_others(run, tmp_path):
    rows = ['{"id": "a", "text": "Ora Lind said the port was open."}', "{broken", '{"id": "b"}']
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    ran = run("read", tmp_path / "rows.jsonl")
    assert ran.returncode == 0
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == ["a"]
    assert ran.stderr.startswith("read 1 of 3 documents; not read: ")


def test_the_schema_describes_a_reading(invoke):
    schema = json.loads(invoke("read", "--schema").stdout)
    assert schema["title"] == SCHEMA
    assert set(schema["$defs"]["Reading"]["properties"]) == set(Reading.__struct_fields__)
