"""The stories of a record."""

import random
from datetime import date, timedelta

import pytest

import onrecord
from onrecord.coverage.document import Document
from onrecord.errors import RecordError
from onrecord.record.merging.lexicon import packaged_lexicon
from onrecord.record.record import Record
from onrecord.record.stories.profile import SCALE, joined, profile_of
from record.settling import settle_anew
from record.story import built, document, facts, logical

# Three stories: a strait that is shut, a harvest that fails, a rail strike; nobody in one is in another.
STRAIT = (
    "Ilmeria shut the Harrow Strait to Tarvonian potash barges on Sunday, and premier Sorvek said tolls would stay.",
    "Tarvonia threatened a tariff on potash unless Ilmeria reopens the Harrow Strait to its barges.",
    "Barges waited off the Harrow Strait as Ilmeria and Tarvonia argued over potash tolls, and Sorvek kept silent.",
    "Envoys of Tarvonia met Sorvek in Vasht to talk of potash tolls in the Harrow Strait.",
)
HARVEST = (
    "Locusts ate half of the millet harvest on the Kelden plains, farmers of Osterby said, and granaries are empty.",
    "Osterby asked for seed after locusts destroyed millet on the Kelden plains and granaries ran empty.",
    "Granaries in Osterby hold millet for a month; locusts are still on the Kelden plains, farmers warn.",
)
STRIKE = (
    "Train drivers of the Norrland railway walked out over night shifts, and stations in Brimhaven stood still.",
    "The Norrland railway cancelled trains for a third day as drivers in Brimhaven refused night shifts.",
)


def articles() -> list[Document]:
    start = date(2031, 3, 1)
    texts = [*((f"s{i}", t) for i, t in enumerate(STRAIT)), *((f"h{i}", t) for i, t in enumerate(HARVEST))]
    texts += [(f"t{i}", t) for i, t in enumerate(STRIKE)]
    return [document(t, id=i, origin=f"{i}.txt", day=start + timedelta(days=int(i[1]))) for i, t in texts]


def parts(record: Record) -> set[frozenset[str]]:
    """Which documents are together."""
    return {frozenset(each.id for each in record.documents(story=story.id)) for story in record.stories()}


WANTED = {frozenset({"s0", "s1", "s2", "s3"}), frozenset({"h0", "h1", "h2"}), frozenset({"t0", "t1"})}


@pytest.mark.parametrize("seed", range(4))
def test_mixed_coverage_is_parted_in_whatever_order_it_comes(seed, tmp_path):
    items = articles()
    random.Random(seed).shuffle(items)  # noqa: S311
    built(tmp_path / "story.db", items)
    with Record.open(tmp_path / "story.db") as record:
        assert parts(record) == WANTED
        assert [story.documents for story in record.stories()] == [4, 3, 2]


@pytest.mark.parametrize("seed", range(4))
def test_new_coverage_joins_its_story_and_leaves_the_others_as_they_were(seed, tmp_path):
    path = tmp_path / "story.db"
    first = [each for each in articles() if each.id in {"s0", "s1", "h0"}]
    rest = [each for each in articles() if each not in first]
    random.Random(seed).shuffle(rest)  # noqa: S311
    built(path, first)
    with Record.open(path) as record:
        before = {story.id: story.name for story in record.stories()}
    for item in rest:
        built(path, [item])
    with Record.open(path) as record:
        assert parts(record) == WANTED
        assert before.keys() <= {story.id for story in record.stories()}
        [strait] = [story for story in record.stories() if story.documents == 4]
        assert (strait.first_seen, strait.id in before) == (1, True)
    before_again = facts(path)
    built(path, articles())
    assert facts(path) == before_again


def test_two_stories_that_turn_out_to_be_one_become_the_older_one(tmp_path):
    path = tmp_path / "story.db"
    shut = document("Ilmeria shut the Harrow Strait on Sunday, premier Sorvek announced in Vasht.", id="shut")
    potash = document("Potash barges wait; Tarvonian traders lose money every day on tolls and tariffs.", id="potash")
    both = [
        document(
            "Ilmeria shut the Harrow Strait, premier Sorvek announced in Vasht, and potash barges wait; Tarvonian "
            f"traders lose money on tolls and tariffs, {what}.",
            id=f"both-{i}",
        )
        for i, what in enumerate(("they said", "brokers said", "dealers said", "captains said"))
    ]
    built(path, [shut])
    built(path, [potash])
    with Record.open(path) as record:
        older = record.documents()[1].id
        ids = {record.documents(story=story.id)[0].id: story.id for story in record.stories()}
        assert len(ids) == 2
    built(path, both)
    with Record.open(path) as record:
        [story] = record.stories()
        assert (story.id, story.documents, story.first_seen, story.last_seen) == (ids["shut"], 6, 1, 3)
    assert older in ids
    before = logical(path)
    settle_anew(path)
    assert logical(path) == before


def test_a_document_that_is_not_read_is_of_no_story(tmp_path):
    built(tmp_path / "story.db", [*articles(), document("Le détroit.", id="fr", unread="language fr is not supported")])
    with Record.open(tmp_path / "story.db") as record:
        assert parts(record) == WANTED
        assert [each.id for each in record.documents() if each.unread] == ["fr"]


def test_a_story_has_a_name_of_its_strongest_words_its_days_and_outlets(tmp_path):
    built(tmp_path / "story.db", articles())
    with Record.open(tmp_path / "story.db") as record:
        strait, harvest, strike = record.stories()
        assert "Harrow" in strait.name or "Ilmeria" in strait.name
        assert (str(strait.published.earliest), str(strait.published.latest)) == ("2031-03-01", "2031-03-04")
        assert record.find(harvest.id) == record.story(harvest.id) == harvest
        assert record.summary().stories == 3
        assert strike.name != harvest.name != strait.name
        with pytest.raises(RecordError, match="no story y-nothing"):
            record.story("y-nothing")


def test_one_story_can_be_looked_at_alone(tmp_path):
    path = tmp_path / "story.db"
    said = [
        document(f'{STRAIT[0]}\n"The strait stays shut," envoy Ora Lind said.', id="s"),
        document(f'{HARVEST[0]}\n"There is no millet," minister Teodor Brenn said.', id="h"),
    ]
    built(path, said)
    with onrecord.open(path) as record:
        ids = {record.documents(story=story.id)[0].id: story.id for story in record.stories()}
    with onrecord.open(path, story=ids["s"]) as record:
        assert [each.id for each in record.documents()] == ["s"]
        assert [each.speaker_name for each in record.statements()] == ["Ora Lind"]
        assert [each.name for each in record.actors()] == ["Ora Lind"]
        assert [each.id for each in record.stories()] == [ids["s"]]
        assert (record.summary().documents, record.summary().statements) == (1, 1)
        assert [type(each).__name__ for each in record.search("millet")] == []
    for name, told in (("no such", "no story called 'no such'"), (",", "2 stories called ','")):
        with pytest.raises(RecordError, match=told):
            onrecord.open(path, story=name)


def test_the_average_over_all_pairs_is_that_of_the_sums():
    profiles = [profile_of(text, packaged_lexicon()) for text in (*STRAIT, *HARVEST)]
    strait, harvest = profiles[:4], profiles[4:]
    pairs = [one.similarity(other) for one in strait for other in harvest]
    assert joined(strait).similarity(joined(harvest)) == pytest.approx(sum(pairs) / len(pairs))
    assert profiles[0].similarity(profiles[0]) == pytest.approx(1, abs=20 / SCALE)
