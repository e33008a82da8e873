"""Stories, on the command line, and every listing of one of them alone."""

import json

import pytest

from record.story import built, document

STRAIT = "Ilmeria shut the Harrow Strait to Tarvonian potash barges on Sunday, and tolls stay.\n"
HARVEST = "Locusts ate half of the millet harvest on the Kelden plains of Osterby on Sunday.\n"
LISTINGS = (
    *("statements", "timeline", "commitments", "actors", "copies", "positions", "forecasts", "narratives", "labels"),
    *("disputes", "roles", "outlets"),
)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    path = tmp_path_factory.mktemp("stories") / "mixed.db"
    said = [
        document(f'{STRAIT}"The strait stays shut," envoy Ora Lind said.', id="s", outlet="Meridian Wire"),
        document(f'{STRAIT}"The strait opens in May," premier Ivo Sorvek denied.', id="s2", outlet="Vasht Tribune"),
        document(f'{HARVEST}"There is no millet," minister Teodor Brenn said.', id="h", outlet="Harbour24"),
    ]
    built(path, said)
    return path


def test_stories_are_listed_and_shown_with_their_articles(invoke, mixed):
    found = json.loads(invoke("stories", mixed, "--format", "json").stdout)
    assert [story["documents"] for story in found] == [2, 1]
    told = invoke("stories", mixed).stdout
    assert found[0]["name"] in told
    assert "Vasht Tribune" in told
    assert "Meridian Wire" in invoke("show", mixed, found[0]["id"]).stdout


def test_statements_of_one_story_alone(invoke, mixed):
    name = json.loads(invoke("stories", mixed, "--format", "json").stdout)[1]["name"]
    said = json.loads(invoke("statements", mixed, "--story", name, "--format", "json").stdout)
    assert [each["speaker_name"] for each in said] == ["Teodor Brenn"]
    assert "Ora Lind" not in invoke("brief", mixed, "--story", name).stdout


@pytest.mark.parametrize("listing", LISTINGS)
def test_every_listing_can_be_of_one_story(invoke, mixed, listing):
    story = json.loads(invoke("stories", mixed, "--format", "json").stdout)[0]["id"]
    for shape in ("json", "csv", "table"):
        found = invoke(listing, mixed, "--story", story, "--format", shape)
        assert found.exit_code == 0, found.output
        assert "Teodor Brenn" not in found.stdout


def test_a_story_that_is_none_is_told_in_one_line(invoke, mixed):
    found = invoke("statements", mixed, "--story", "the harbour")
    assert found.exit_code == 1
    assert "no story called 'the harbour'" in found.stderr
    assert "onrecord stories" in found.stderr
