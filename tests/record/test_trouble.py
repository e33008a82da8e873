import os
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.record import Record
from record.story import built, facts, logical, story

NOBODY = 65534


@pytest.fixture
def story_db(tmp_path):
    path = tmp_path / "story.db"
    built(path, story(20))
    return path


def opened(path):
    with Record.open(path) as record:
        return (record.summary(), record.statements(), record.actors(), record.search("strait"))


@contextmanager
def as_ordinary_user():
    """Rights count for this user; the superuser passes over them."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only():
    """A record that may be read by everybody and written by nobody, in such a folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        built(path, story(20))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        yield path
        path.parent.chmod(0o755)


def test_no_such_record_says_how_to_make_one(tmp_path):
    with pytest.raises(RecordError, match=r"none\.db: no such record\. Make one with: onrecord build"):
        Record.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Ora Lind said nothing.\n" * 99, id="text"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 5000, id="image"),
    ],
)
def test_a_file_that_is_no_database_is_told_and_left_alone(content, tmp_path):
    path = tmp_path / "story.db"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"story\.db: is not a database"):
        opened(path)
    with pytest.raises(RecordError, match=r"story\.db: is not a database"):
        built(path, story(2))
    assert path.read_bytes() == content


def test_another_programs_database_is_told_and_left_alone(tmp_path):
    path = tmp_path / "story.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contacts (name TEXT)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(RecordError, match="is a database, but not a record of OnRecord"):
        opened(path)
    with pytest.raises(RecordError, match="is a database, but not a record of OnRecord"):
        built(path, story(2))
    assert path.read_bytes() == content


def test_an_empty_file_is_no_record_to_read(tmp_path):
    path = tmp_path / "story.db"
    path.touch()
    with pytest.raises(RecordError, match="not a record"):
        opened(path)


def test_a_folder_is_no_record(tmp_path):
    with pytest.raises(RecordError, match="is a folder"):
        Record.open(tmp_path)
    with pytest.raises(RecordError, match="is a folder"):
        built(tmp_path, story(2))


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(RecordError, match="missing: no such folder"):
        built(tmp_path / "missing" / "story.db", story(2))


def test_a_record_of_a_later_version_is_told(story_db):
    with sqlite3.connect(story_db) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for use in (opened, lambda path: built(path, story(2))):
        with pytest.raises(RecordError, match=r"written by schema 99, this version reads up to \d+\. Upgrade OnRecord"):
            use(story_db)


def test_a_damaged_record_is_told_whatever_is_asked(story_db):
    content = bytearray(story_db.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 4000] = b"\xff" * 4000
    story_db.write_bytes(bytes(content))
    for use in (opened, lambda path: built(path, story(2))):
        with pytest.raises(RecordError, match=r"story\.db: is damaged"):
            use(story_db)


def test_a_truncated_record_is_told(story_db):
    content = story_db.read_bytes()
    story_db.write_bytes(content[: len(content) // 2])
    with pytest.raises(RecordError, match=r"story\.db: is damaged"):
        opened(story_db)


def test_a_second_build_waits_and_then_says_that_another_is_writing(story_db):
    before = logical(story_db)
    with sqlite3.connect(story_db, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match=r"story\.db: another build is writing to it"):
            built(story_db, story(30))
        # Readers are not in the way of a build, nor it in theirs.
        assert opened(story_db)[0].documents == 20
        other.execute("ROLLBACK")
    other.close()
    assert logical(story_db) == before


def test_a_read_only_record_can_be_read_and_not_added_to(read_only):
    with as_ordinary_user():
        assert opened(read_only)[0].documents == 20
        with pytest.raises(RecordError, match=r"story\.db: (is read-only|cannot be opened)"):
            built(read_only, story(30))
        with pytest.raises(RecordError, match=r"new\.db: cannot be opened"):
            built(read_only.with_name("new.db"), story(30))


def test_reading_leaves_nothing_beside_the_record(story_db):
    opened(story_db)
    assert [path.name for path in story_db.parent.iterdir()] == ["story.db"]


@pytest.mark.parametrize("pages", [20, 45, 60, 75])
def test_a_full_disk_is_told_and_the_next_build_goes_on(pages, tmp_path, monkeypatch):
    built(tmp_path / "undisturbed.db", story(60))
    path = tmp_path / "story.db"
    connect = sqlite3.connect

    def connect_to_small_disk(*args, **options):
        connection = connect(*args, **options)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as small:
        small.setattr(sqlite3, "connect", connect_to_small_disk)
        with pytest.raises(RecordError, match=r"story\.db: the disk is full\. Free some space"):
            built(path, story(60))
    built(path, story(60))
    assert facts(path) == facts(tmp_path / "undisturbed.db")
