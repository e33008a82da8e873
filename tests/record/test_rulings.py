import itertools
import sqlite3
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import RulingError
from onrecord.interval import Interval
from onrecord.reading.schema import Kind
from onrecord.record.clusters import Cluster, LocalActor, Member
from onrecord.record.migrations import MIGRATIONS
from onrecord.record.record import Record
from onrecord.record.rulings.actors import Merge, Split, apply
from onrecord.record.rulings.entry import Anchor, Part, Ruling, RulingKind
from onrecord.record.rulings.file import parse_rulings, written
from onrecord.record.rulings.select import touched
from onrecord.record.store import APPLICATION_ID, Store
from record.story import built, document, facts, story, unruled

LIND = '"The strait stays shut," envoy Ora Lind said.'
BRENN = '"We will pay by May," president Teodor Brenn promised.'
HALE = '"No ship passes," senator Corwin Hale warned.\n"I will thank them," Hale said.'
OTHER_HALE = '"No tariff helps," senator Hale said.'
NOON = datetime(2031, 3, 6, 12, tzinfo=UTC)


def ruling(kind, *targets, value="", **more):
    return Ruling(kind=RulingKind(kind), targets=targets, value=value, **more)


def rule(path, *rulings):
    return onrecord.rule(path, rulings, who="lind")


def kept(path, *rulings):
    """The ids of `rulings`, all of which must be possible."""
    made = rule(path, *rulings)
    assert made.troubles == ()
    return [each.id for each in made.rulings]


def people(path):
    with Record.open(path) as record:
        return {actor.name: actor.documents for actor in record.actors()}


def speakers(path):
    with Record.open(path) as record:
        return [statement.speaker_name for statement in record.statements()]


@pytest.fixture
def hales(tmp_path):
    """Two documents, of which the second means another Hale; one with somebody else."""
    path = tmp_path / "hales.db"
    built(path, [document(HALE, id="d1"), document(OTHER_HALE, id="d2", origin="b.txt"), document(LIND, id="d3")])
    return path


def test_what_a_document_says_of_another_is_split_off_and_both_survive_every_build(hales):
    assert people(hales) == {"Corwin Hale": 2, "Ora Lind": 1}
    kept(hales, ruling("split", "Corwin Hale", value="in b.txt"))
    assert people(hales) == {"Corwin Hale": 1, "Hale": 1, "Ora Lind": 1}
    with Record.open(hales) as record:
        ids = {actor.name: actor.id for actor in record.actors()}
    built(hales, [])
    built(hales, [document(HALE + "\n" + BRENN, id="d4")])
    built(hales, [], model="rules 2")
    assert people(hales) == {"Corwin Hale": 2, "Hale": 1, "Ora Lind": 1, "Teodor Brenn": 1}
    with Record.open(hales) as record:
        assert {actor.name: actor.id for actor in record.actors()}.items() >= ids.items()


def test_a_name_is_split_off_in_later_coverage_as_well(hales):
    kept(hales, ruling("split", "Corwin Hale", value="called Hale"))
    built(hales, [document(OTHER_HALE + "\n" + BRENN, id="d4")])
    assert people(hales) == {"Corwin Hale": 1, "Hale": 3, "Ora Lind": 1, "Teodor Brenn": 1}


def test_merged_actors_go_by_the_first_and_their_statements_with_them(hales):
    with Record.open(hales) as record:
        [lind] = record.actors_called("Ora Lind")
    kept(hales, ruling("merge", "Ora Lind", "Corwin Hale", why="a pseudonym"))
    assert people(hales) == {"Ora Lind": 3}
    assert set(speakers(hales)) == {"Ora Lind"}
    with Record.open(hales) as record:
        [one] = record.actors()
        assert (one.id, set(one.aliases)) == (lind.id, {"Corwin Hale", "Hale"})
        assert [each.why for each in record.rulings_on(one.id)] == ["a pseudonym"]


def test_a_part_that_was_split_off_can_be_merged_with_somebody_else(hales):
    kept(hales, ruling("split", "Corwin Hale", value="in d2"))
    kept(hales, ruling("merge", "Ora Lind", "Hale @ d2"))
    assert people(hales) == {"Ora Lind": 2, "Corwin Hale": 1}


def test_a_split_is_not_undone_while_a_merge_speaks_of_its_part(hales):
    [split] = kept(hales, ruling("split", "Corwin Hale", value="in d2"))
    [merge] = kept(hales, ruling("merge", "Ora Lind", "Hale @ d2"))
    with pytest.raises(RulingError, match=f"{merge} speaks of what it split off. Undo that first."):
        onrecord.undo(hales, split)
    onrecord.undo(hales, merge)
    onrecord.undo(hales, split)
    assert people(hales) == {"Corwin Hale": 2, "Ora Lind": 1}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ruling("split", "Corwin Hale", value="in d2"), ruling("merge", "Corwin Hale", "Hale @ d2")),
        (ruling("merge", "Corwin Hale", "Ora Lind"), ruling("split", "Corwin Hale", value="in d3")),
    ],
    ids=["joins what was split", "parts what was merged"],
)
def test_a_ruling_that_contradicts_another_is_refused_in_one_line(hales, first, second):
    [standing] = kept(hales, first)
    before = facts(hales)
    made = rule(hales, second)
    assert made.rulings == ()
    assert made.troubles == (f"{second.kind.value} {made.troubles[0].split(' ', 1)[1]}",)
    assert made.troubles[0].endswith(f": {standing} says otherwise; undo that first")
    assert facts(hales) == before


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (ruling("merge", "Corwin Hale", "Corwin Hale"), "a merge takes two or more actors"),
        (ruling("merge", "Corwin Hale", "Hale @ d2"), "merge Corwin Hale (person): they are one already"),
        (ruling("merge", "Corwin Hale", "Nobody"), "nobody is called 'Nobody' in it. `onrecord actors` lists who is."),
        (ruling("merge", "Corwin Hale", "Lind @ d9"), "nobody is called 'Lind' in document 'd9'"),
        (ruling("split", "Corwin Hale", value="in d3"), "split Corwin Hale (person): no document has that part by"),
        (ruling("split", "Corwin Hale", value="in d1; in d2"), "nothing would be left of Corwin Hale (person). Name"),
        (ruling("split", "Corwin Hale", value="in d9"), "no document 'd9' in the record; give its id or its file"),
        (ruling("split", "Corwin Hale", value="d2"), "'d2' is no part of an actor. Write it like"),
        (ruling("reject", "e-none"), "no entry 'e-none' is in the record. The listings"),
        (ruling("reject", "d1"), "d1 is a document, and no finding. What is"),
        (ruling("reject"), "reject takes one entry, not 0"),
        (ruling("date", "d1", value="soon"), "'soon' is no day; write it like 2031-03-06"),
        (ruling("date", "d1", value="2031-03-06..2031-03-01"), "interval 2031-03-06..2031-03-01 ends before it begins"),
        (ruling("rename", "y-none", value="Talks"), "'y-none' names no story of the record"),
    ],
)  # fmt: skip
def test_what_cannot_be_ruled_is_told_in_one_line_and_changes_nothing(hales, wrong, complaint):
    before = facts(hales)
    [line] = rule(hales, wrong).troubles
    assert line.startswith(complaint)
    assert facts(hales) == before


def test_a_rejected_entry_leaves_every_list_and_count_but_can_be_found(hales):
    with Record.open(hales) as record:
        statement = record.statements(speaker="Ora Lind")[0]
        whole = record.summary()
    [identity] = kept(hales, ruling("reject", statement.id, why="a joke"))
    with Record.open(hales) as record:
        assert statement.id not in [each.id for each in record.statements()]
        assert record.search("strait") != []
        assert all(getattr(each, "id", None) != statement.id for each in record.search("strait"))
        assert record.actor(statement.speaker).statements == 0
        assert record.document("d3").statements == 0
        summary = record.summary()
        assert (summary.statements, summary.rejected) == (whole.statements - 1, 1)
        assert record.find(statement.id).id == statement.id
        [ruled] = record.rulings_on(statement.id)
        assert (ruled.id, ruled.who, ruled.why, ruled.about) == (
            identity,
            "lind",
            "a joke",
            "Ora Lind: The strait stays shut,",
        )
    built(hales, [])
    with Record.open(hales) as record:
        assert record.summary() == msgspec.structs.replace(summary, runs=2)


def test_of_a_rejection_and_a_pin_the_later_holds_until_it_is_undone(hales):
    with Record.open(hales) as record:
        [entry] = record.statements(speaker="Ora Lind")
    [pin] = kept(hales, ruling("pin", entry.id))
    [rejection] = kept(hales, ruling("reject", entry.id))
    with Record.open(hales) as record:
        assert record.pinned() == []
        assert [(each.id, each.trouble) for each in record.rulings()] == [
            (pin, f"{rejection} says otherwise, and is later"),
            (rejection, ""),
        ]
    onrecord.undo(hales, rejection, who="brenn")
    with Record.open(hales) as record:
        assert [each.id for each in record.pinned()] == [entry.id]
        [taken_back] = [each for each in record.rulings(undone=True) if each.undone]
        assert (taken_back.id, taken_back.undone_by) == (rejection, "brenn")


def test_a_ruling_whose_entry_is_gone_says_so_and_what_it_was(hales):
    with Record.open(hales) as record:
        [entry] = record.statements(speaker="Ora Lind")
    kept(hales, ruling("pin", entry.id))
    built(hales, [document(BRENN, id="d3")])
    with Record.open(hales) as record:
        assert record.pinned() == []
        [left] = record.rulings()
        assert (left.about, left.trouble) == ("Ora Lind: The strait stays shut,", "points at nothing now")


def test_an_actor_is_found_again_by_another_document_when_the_first_no_longer_names_it(tmp_path):
    path = tmp_path / "story.db"
    built(path, [document(LIND, id="d1"), document(LIND + "\n", id="d2"), document(BRENN, id="d3")])
    kept(path, ruling("merge", "Ora Lind", "Teodor Brenn"))
    built(path, [document("Nothing was said.", id="d1")])
    assert people(path) == {"Ora Lind": 2}


def test_the_later_date_of_a_document_holds_and_undoing_it_brings_the_earlier_back(hales):
    def published():
        with Record.open(hales) as record:
            return record.document("d1").published

    kept(hales, ruling("date", "d1", value="2031-03-04"))
    [second] = kept(hales, ruling("date", "d1", value="2031-03-01..2031-03-06"))
    assert published() == Interval(date(2031, 3, 1), date(2031, 3, 6), "user")
    onrecord.undo(hales, second)
    assert published() == Interval.on(date(2031, 3, 4), "user")
    kept(hales, ruling("date", "d1", value=""))
    assert not published().known


def test_undoing_what_does_not_stand_is_refused(hales):
    with pytest.raises(RulingError, match="no ruling 'u-none' is in the record"):
        onrecord.undo(hales, "u-none")
    [identity] = kept(hales, ruling("date", "d1", value="2031-03-04"))
    onrecord.undo(hales, identity, who="brenn")
    with pytest.raises(RulingError, match=f"{identity} was taken back already, on .* by brenn"):
        onrecord.undo(hales, identity)


def test_dates_that_older_records_keep_become_rulings(tmp_path):
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as connection:
        for migrate in MIGRATIONS[:3]:
            migrate(connection)
        connection.execute("INSERT INTO runs (id, started, version, model) VALUES (1, '2031-03-01', '0', 'rules 1')")
        connection.execute(
            "INSERT INTO documents (id, text, characters, sha256, version, published_basis, language, unread, body, "
            "residue, first_seen, last_seen) VALUES ('d1', '', 0, '', '', 'unknown', 'en', '', '[]', '[]', 1, 1)"
        )
        days = ("2031-03-04", "2031-03-06", "2031-03-07T08:00:00+00:00")
        connection.execute("INSERT INTO dates (document, earliest, latest, run, ruled) VALUES ('d1', ?, ?, 1, ?)", days)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    built(path, [])
    with Record.open(path) as record:
        [ruled] = record.rulings()
        assert (ruled.kind, ruled.targets, ruled.value) == (RulingKind.DATE, ("d1",), "2031-03-04..2031-03-06")
        assert record.document("d1").published == Interval(date(2031, 3, 4), date(2031, 3, 6), "user")
    assert kept(path, ruling("date", "d1", value="2031-03-04..2031-03-06")) == [ruled.id]


def test_touched_are_the_documents_that_a_ruling_names(hales):
    [split] = kept(hales, ruling("split", "Corwin Hale", value="in d2"))
    [merge] = kept(hales, ruling("merge", "Ora Lind", "Hale @ d2"))
    with Store.reading(hales) as store:
        assert touched(store, split) == ["d1", "d2"]
        assert touched(store, merge) == ["d2", "d3"]


# Rulings on the generated story, by what they name; which of them are possible depends on what stands.
NAMES = ("Ora Lind", "Teodor Brenn", "Mira Brenn", "Ivo Sorvek", "Brenn @ doc-5", "an official @ doc-2")
RULINGS = st.one_of(
    st.builds(lambda pair: ruling("merge", *pair), st.permutations(NAMES).map(lambda names: tuple(names[:2]))),
    st.builds(
        lambda name, number: ruling("split", name, value=f"in doc-{number}"), st.sampled_from(NAMES), st.integers(0, 9)
    ),
    st.builds(lambda number: ruling("date", f"doc-{number}", value="2031-03-05"), st.integers(0, 9)),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rulings=st.lists(RULINGS, min_size=1, max_size=4))
def test_what_is_ruled_and_undone_leaves_the_record_as_it_was(rulings, tmp_path_factory):
    path = tmp_path_factory.mktemp("undo") / "story.db"
    built(path, story(10))
    before = unruled(path)
    made = [each for one in rulings for each in rule(path, one).rulings]
    assume(made)
    after = facts(path)
    built(path, story(10))
    assert facts(path) == after
    for identity in reversed(list(dict.fromkeys(each.id for each in made))):
        onrecord.undo(path, identity)
    assert unruled(path) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rulings=st.lists(RULINGS, min_size=1, max_size=4))
def test_exported_rulings_make_the_same_record_of_the_same_coverage(rulings, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    for name in ("one.db", "other.db"):
        built(folder / name, story(10))
    for one in rulings:
        rule(folder / "one.db", one)
    with Record.open(folder / "one.db") as record:
        text = "".join(written(record.rulings()))
    file = parse_rulings(text, name="rulings.csv")
    assert file.troubles == ()
    assert onrecord.rule(folder / "other.db", file.rulings, who="x").troubles == ()
    assert unruled(folder / "other.db") == unruled(folder / "one.db")
    with Record.open(folder / "other.db") as record:
        again = parse_rulings("".join(written(record.rulings())), name="rulings.csv")
    assert again.rulings == file.rulings


def local(name, number, position=0):
    return LocalActor(f"d{number}", f"a{position}", position, name, Kind.PERSON, names={name: 1}, mentions=1)


def cluster(*actors):
    return Cluster(tuple(Member(actor, actor.name, "same name") for actor in actors))


FOUND = {
    f"a-{n}": cluster(*(local(name, d, n) for d in range(1, 4)))
    for n, name in enumerate(("Ash", "Birk", "Cole", "Dorn"))
}


def anchors(name, number=1):
    return (Anchor(name, f"d{number}"),)


def parts(applied):
    return {frozenset((m.actor.document, m.actor.name) for m in each.members) for each in applied.actors.values()}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_rulings_that_do_not_conflict_can_come_in_any_order(order):
    rulings = [
        Merge("u-1", (anchors("Ash"), anchors("Birk"))),
        Merge("u-2", (anchors("Birk"), anchors("Cole"))),
        Split("u-3", anchors("Dorn"), Part(documents=("d2",))),
    ]
    applied = apply(FOUND, [rulings[n] for n in order])
    assert parts(applied) == {
        frozenset((f"d{d}", name) for d in range(1, 4) for name in ("Ash", "Birk", "Cole")),
        frozenset({("d1", "Dorn"), ("d3", "Dorn")}),
        frozenset({("d2", "Dorn")}),
    }
    assert set(applied.troubles.values()) == {""}


def test_what_no_ruling_speaks_of_stays_the_very_object():
    applied = apply(FOUND, [Merge("u-1", (anchors("Ash"), anchors("Birk")))])
    assert applied.actors["a-2"] is FOUND["a-2"]
    assert apply(FOUND, []).actors == FOUND


def test_a_ruling_whose_actors_are_not_there_changes_nothing_and_has_no_trouble():
    applied = apply(
        FOUND, [Merge("u-1", (anchors("Ash"), anchors("Nobody"))), Split("u-2", anchors("X"), Part(("d1",)))]
    )
    assert applied.actors == FOUND
    assert applied.troubles == {}


@given(
    st.lists(
        st.one_of(
            st.tuples(
                st.just("merge"), st.sampled_from("Ash Birk Cole Dorn".split()), st.integers(1, 3), st.integers(1, 3)
            ),
            st.tuples(
                st.just("split"), st.sampled_from("Ash Birk Cole Dorn".split()), st.integers(1, 3), st.integers(1, 3)
            ),
        ),
        max_size=6,
    )
)
def test_every_member_is_in_exactly_one_actor_whatever_is_ruled(asked):
    rulings = []
    for n, (kind, name, first, second) in enumerate(asked):
        other = anchors("Ash" if name != "Ash" else "Cole", second)
        one = Merge(f"u-{n}", (anchors(name, first), other))
        rulings.append(one if kind == "merge" else Split(f"u-{n}", anchors(name, first), Part((f"d{second}",))))
    applied = apply(FOUND, rulings)
    members = [member.actor.place for each in applied.actors.values() for member in each.members]
    assert sorted(members) == sorted(member.actor.place for each in FOUND.values() for member in each.members)
    assert all(each.members for each in applied.actors.values())
    again = apply(FOUND, rulings)
    assert (again.actors, again.troubles) == (applied.actors, applied.troubles)


def test_older_files_of_rulings_do_not_overrule_what_was_said_since(hales):
    kept(hales, ruling("date", "d1", value="2031-03-04"))
    yesterday = datetime.now(UTC) - timedelta(days=1)
    rule(hales, ruling("date", "d1", value="2031-02-01", when=yesterday))
    with Record.open(hales) as record:
        assert record.document("d1").published.earliest == date(2031, 3, 4)
