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


def test_dates_that_a_file_rules_are_kept_and_shown(run, coverage, tmp_path):
    record, dates = tmp_path / "story.db", tmp_path / "dates.csv"
    dates.write_text("document,date\nport.txt,2031-03-06\nnone.txt,2031-03-06\nport.txt,6.3.31\n", encoding="utf-8")
    built = run("build", coverage, "-o", record, "--dates", dates)
    assert built.returncode == 0
    assert built.stderr.splitlines()[:2] == [
        f"{dates}:4: '6.3.31' is not a day; write it like 2031-03-06, or leave it empty to take a date back",
        f"{dates}:3: no document 'none.txt' in the record; give its id or its file",
    ]
    (row,) = {(each["document"], each["published"]["basis"]) for each in statements(run, record)}
    assert row[1] == "user"
    assert "6 March 2031 (as a user says)" in run("show", record, row[0]).stdout


def test_dates_need_no_new_coverage_and_can_be_taken_back(run, coverage, tmp_path):
    record, dates = tmp_path / "story.db", tmp_path / "dates.csv"
    run("build", coverage, "-o", record)
    for day, basis in (("2031-03-06", "user"), ("", "unknown")):
        dates.write_text(f"document,date\nport.txt,{day}\n", encoding="utf-8")
        assert run("build", "-o", record, "--dates", dates).returncode == 0
        assert {each["published"]["basis"] for each in statements(run, record)} == {basis}


def test_a_build_without_coverage_needs_a_record(run, tmp_path):
    built = run("build", "-o", tmp_path / "story.db")
    assert built.returncode == 2
    assert "name at least one file or folder" in built.stderr


def test_a_file_of_dates_that_is_none_is_told_in_a_line(run, coverage, tmp_path):
    built = run("build", coverage, "-o", tmp_path / "story.db", "--dates", tmp_path / "dates.csv")
    assert built.returncode == 1
    assert built.stderr.splitlines()[-1].startswith(f"Error: {tmp_path / 'dates.csv'}: cannot be read: ")
    assert not (tmp_path / "story.db").exists()


def statements(run, record):
    return json.loads(run("statements", record, "--format", "json").stdout)
