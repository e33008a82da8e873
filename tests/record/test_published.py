import sqlite3
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.interval import Interval
from onrecord.record.build import build
from onrecord.record.migrations import first_tables
from onrecord.record.record import Record
from onrecord.record.rulings.entry import Ruling, RulingKind, days_written
from record.story import document, facts, logical, unruled
from record.timing import read

MARCH_4, MARCH_6 = date(2031, 3, 4), date(2031, 3, 6)
TALKS = "Envoys met on Tuesday.\nA year before, in 2030, talks failed. Lind left in January 2031."


def built(path, items, *rulings):
    troubles = []
    build(items, path, read=read, model="rules 1", version="0.1.0", rulings=rulings, on_trouble=troubles.append)
    return troubles


def ruling(named, earliest=MARCH_6, latest=None):
    said = days_written(Interval(earliest, latest or earliest))
    return Ruling(kind=RulingKind.DATE, targets=(named,), value=said, where="dates.csv:2")


def held(path, identity="d1"):
    with Record.open(path) as record:
        return record.document(identity)


def tuesday(path, identity="d1"):
    with Record.open(path) as record:
        [time] = [each for each in record.times(identity) if each.span.of(record.text(identity)) == "Tuesday"]
        return time


def test_what_the_page_states_is_held_and_nothing_is_inferred(tmp_path):
    built(tmp_path / "story.db", [document(TALKS, day=MARCH_6)])
    entry = held(tmp_path / "story.db")
    assert entry.published == entry.stated == Interval.on(MARCH_6, "metadata")
    assert (entry.because, entry.evidence) == ("", ())
    assert tuesday(tmp_path / "story.db").value == "2031-03-04"


def test_an_undated_article_is_dated_by_its_text_with_the_evidence(tmp_path):
    built(tmp_path / "story.db", [document(TALKS)])
    entry = held(tmp_path / "story.db")
    assert entry.published == Interval(date(2031, 1, 1), None, "text")
    assert not entry.stated.known
    assert entry.because == 'tells of "January 2031" as past'
    assert [(each.part, each.span.of(TALKS)) for each in entry.evidence] == [("earliest", "January 2031")]
    # From then on: the Tuesday before the first day that is left, or a later one.
    assert (tuesday(tmp_path / "story.db").earliest, tuesday(tmp_path / "story.db").latest) == (
        date(2030, 12, 31),
        None,
    )


def test_a_users_word_goes_before_all_others_and_survives_builds_without_it(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(TALKS), document("Envoys met on Tuesday.", id="d2", day=date(2031, 5, 1))])
    assert built(path, [], ruling("d1"), ruling("d2", MARCH_4)) == []
    built(path, [document("More.", id="d3")])
    assert held(path).published == Interval.on(MARCH_6, "user")
    assert held(path, "d2").published == Interval.on(MARCH_4, "user")
    assert held(path, "d2").stated == Interval.on(date(2031, 5, 1), "metadata")
    assert held(path, "d2").because == "the page states 2031-05-01"
    assert tuesday(path).value == "2031-03-04"
    assert tuesday(path, "d2").value == "2031-03-04"


def test_a_word_taken_back_leaves_what_was_there_without_it(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(TALKS)])
    before = unruled(path)
    built(path, [], ruling("d1"))
    assert unruled(path) != before
    built(path, [], ruling("d1", None))
    assert unruled(path) == before


def test_the_same_word_again_changes_nothing(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(TALKS)], ruling("d1"))
    before = facts(path)
    built(path, [document(TALKS)], ruling("d1"))
    assert facts(path) == before


def test_a_word_outlives_another_text_of_the_document(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(TALKS)], ruling("d1"))
    built(path, [document("Envoys met on Tuesday, again.")])
    assert held(path).published == Interval.on(MARCH_6, "user")
    assert tuesday(path).value == "2031-03-04"


@pytest.mark.parametrize("named", ["d1", "a.txt", "news/a.txt", "all/news/a.txt"])
def test_a_document_is_named_by_id_or_file(named, tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(TALKS, origin="all/news/a.txt"), document("x", id="d2", origin="all/news/ba.txt")])
    assert built(path, [], ruling(named)) == []
    assert held(path).published.basis == "user"
    assert held(path, "d2").published.basis == "unknown"


def test_names_of_no_document_or_several_are_told_in_a_line_each(tmp_path):
    path = tmp_path / "story.db"
    rows = [document("x", id="d1", origin="rows.jsonl:1"), document("y", id="d2", origin="rows.jsonl:2")]
    assert built(path, rows, ruling("b.txt"), ruling("rows.jsonl"), ruling("rows.jsonl:2")) == [
        "dates.csv:2: no document 'b.txt' in the record; give its id or its file",
        "dates.csv:2: 'rows.jsonl' stands for 2 documents; give the id of one: d1, d2",
    ]
    assert held(path, "d2").published.basis == "user"


STORY = " ".join(f"The {word} of Ardmoor told the Meridian Wire that the {word} would hold." for word in "abcdefghij")


def test_a_copy_is_dated_by_its_original_also_where_that_was_dated_by_a_user(tmp_path):
    path = tmp_path / "story.db"
    original = document(STORY, id="wire", outlet="Meridian Wire")
    built(path, [original, document(STORY + " Yes.", id="copy", origin="b.txt", outlet="Harbour24")])
    assert held(path, "copy").published.basis == "unknown"
    built(path, [], ruling("wire"))
    entry = held(path, "copy")
    assert (entry.published.earliest, entry.published.basis) == (MARCH_6, "story")
    assert {each.document for each in entry.evidence} == {"wire", "copy"}


def items():
    return [
        document(TALKS, id="d1"),
        document(STORY, id="d2", origin="b.txt", outlet="Meridian Wire", day=MARCH_6),
        document(STORY + " Lind left in 2030.", id="d3", origin="c.txt", outlet="Harbour24"),
        document("Ilmeria will vote in 2032. Envoys met on Tuesday.", id="d4", origin="d.txt"),
    ]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(items()), cut=st.integers(0, 4))
def test_order_and_number_of_builds_do_not_change_the_dates(order, cut, tmp_path_factory):
    folder = tmp_path_factory.mktemp("order")
    built(folder / "parts.db", order[:cut])
    built(folder / "parts.db", order[cut:])
    built(folder / "whole.db", items())
    with Record.open(folder / "parts.db") as parts, Record.open(folder / "whole.db") as whole:
        for one, other in zip(parts.documents(), whole.documents(), strict=True):
            assert (one.published, one.because, one.evidence) == (other.published, other.because, other.evidence)
            assert parts.times(one.id) == whole.times(one.id)


def test_what_is_dated_to_no_month_stands_with_the_undated(tmp_path):
    built(tmp_path / "story.db", [*items(), document("On March 1.", id="d0", origin="e.txt", day=MARCH_4)])
    with Record.open(tmp_path / "story.db") as record:
        assert [each.id for each in record.documents()][:2] == ["d0", "d2"]
        assert record.summary().published == Interval(MARCH_4, date(2031, 4, 5), "story")


def as_of_the_first_schema(path):
    """Takes from the record at `path` all that later schemas brought."""
    with sqlite3.connect(path) as connection, sqlite3.connect(":memory:") as first:
        first_tables(first)
        kinds = ("trigger", "view", "index", "table")
        named = f"SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND type IN {kinds}"  # noqa: S608
        then = set(first.execute(named))
        later = [each for each in connection.execute(named).fetchall() if each not in then]
        for kind, name in sorted(later, key=lambda each: kinds.index(each[0])):
            connection.execute(f"DROP {kind} {name}")
        for (table,) in first.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
        ):
            columns = [{row[1] for row in each.execute(f"PRAGMA table_info({table})")} for each in (connection, first)]
            for column in columns[0] - columns[1]:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        facts = ("statement", "actor")
        connection.execute(f"DELETE FROM evidence WHERE fact_kind NOT IN {facts}")  # noqa: S608 - our own words
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    first.close()


def test_a_record_of_the_first_schema_is_migrated_with_its_times(tmp_path):
    path = tmp_path / "story.db"
    built(path, items())
    before = logical(path)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE documents SET published_earliest = stated_earliest, published_latest = stated_latest, "
            "published_basis = stated_basis"
        )
    connection.close()
    as_of_the_first_schema(path)
    built(path, items())
    after = logical(path)
    assert after | {"runs": before["runs"]} == before
