"""Who holds which office, and how it changed hands."""

import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.record.roles.entry import ChangeKind, RoleEntry
from onrecord.record.roles.offices import office_of

TEXTS = {
    "first": "SORREL, March 3, 2031 - Tarvonia's special envoy, Corwin Hale, left for Vasht on Monday. Foreign "
    "Minister Tamsin Orrock wished him luck. Hale, who turned sixty, brought maps of the strait.",
    "second": "SORREL, March 6, 2031 - President Aldous Brenn appointed Lucan Verrity as special envoy for the strait "
    "talks with Ilmeria on Thursday. Lucan Verrity replaces Corwin Hale, who had been Tarvonia's special envoy. "
    "Special envoy Lucan Verrity will fly to Vasht. Former envoy Corwin Hale could not be reached.",
    "whom": "VASHT, March 12, 2031 - Corwin Hale, whom Lucan Verrity replaced as special envoy last week, warned "
    "against taking Ilmeria at its word over the strait. Verrity will take over at once, envoy Verrity's office said.",
    "hales": "SORREL, March 13, 2031 - Senator Delia Hale, who is not related to Corwin Hale, asked about the strait. "
    "Corwin Hale did not answer. Senator Hale laughed, envoys said.",
    "third": "VASHT, March 9, 2031 - Tarvonia's special envoy Lucan Verrity met Premier Danil Sorvek over the strait. "
    "Retired admiral Corwin Hale stayed at home. Orrock could be replaced by Lucan Verrity, diplomats joke.",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], RoleEntry]:
    """The roles of the three texts, by holder and title."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    onrecord.build([folder], folder / "story.db").close()
    with onrecord.open(folder / "story.db") as record:
        roles = record.roles()
        assert record.roles(title="envoy", changed=True) == [each for each in roles if each.changes]
        assert {each.actor_name for each in record.roles(actor="Corwin Hale")} == {"Corwin Hale"}
        assert record.summary().roles == len(roles)
        with pytest.raises(RecordError, match="no role r-nothing"):
            record.role("r-nothing")
        for each in roles:
            assert record.find(each.id) == record.role(each.id) == each
            assert all(e.span.of(record.text(e.document)).strip() for e in each.evidence)
    return {(each.actor_name, each.title.lower()): each for each in roles}


def test_an_office_goes_from_one_to_the_other(found):
    old, new = found["Corwin Hale", "special envoy"], found["Lucan Verrity", "special envoy"]
    assert (old.successor_names, old.predecessor_names) == (("Lucan Verrity",), ())
    assert (new.predecessor_names, new.successor_names) == (("Corwin Hale",), ())
    assert {change.kind for change in new.changes} == {ChangeKind.APPOINTED, ChangeKind.REPLACED}
    assert {change.document for change in new.changes} > {old.changes[0].document}
    assert [change.kind for change in new.changes[:2]] == [ChangeKind.APPOINTED, ChangeKind.REPLACED]
    assert new.changes[1].text == "Lucan Verrity replaces Corwin Hale, who had been Tarvonia's special envoy."


def test_whose_office_it_is_and_when_articles_give_it_as_held(found):
    old, new = found["Corwin Hale", "special envoy"], found["Lucan Verrity", "special envoy"]
    assert (old.of_name, new.of_name) == ("Tarvonia", "Tarvonia")
    assert len(new.documents) == 3
    assert ("Tamsin Orrock", "foreign minister") in found


def test_a_title_beside_a_surname_of_two_is_given_to_neither(found):
    assert ("Delia Hale", "senator") in found
    assert ("Corwin Hale", "senator") not in found


def test_what_only_may_happen_changes_no_office(found):
    assert found["Tamsin Orrock", "foreign minister"].changes == ()


@pytest.mark.parametrize(
    ("title", "key", "shown", "is_past"),
    [
        ("special envoy", "envoy", "special envoy", False),
        ("Middle East envoy", "envoy", "Middle East envoy", False),
        ("former Tarvonian ambassador to Ilmeria", "ambassador", "Tarvonian ambassador to Ilmeria", True),
        ("ex-president", "president", "ex-president", True),
        ("hawkish deputy chairman of the Council", "deputy chair", "deputy chairman of the Council", False),
        ("Foreign Minister", "foreign minister", "Foreign Minister", False),
        ("Sen.", "senator", "Sen.", False),
        ("Chairman Rep.", "representative", "Rep.", False),
        ("vice presidential candidate Gov.", "governor", "Gov.", False),
        ("spokeswoman", "spokesperson", "spokeswoman", False),
    ],
)
def test_titles_that_are_offices(title, key, shown, is_past):
    office = office_of(title)
    assert office is not None
    assert (office.key, office.title, office.is_past) == (key, shown, is_past)


@pytest.mark.parametrize(
    "title", ["retired admiral", "shipping magnate", "vocal critic of the palace", "historian", ""]
)
def test_titles_that_are_none(title):
    assert office_of(title) is None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "President Aldous Brenn of Tarvonia spoke. The Tarvonian leader, Aldous Brenn, said that he would wait.",
            [("Aldous Brenn", "president")],
        ),
        (
            "Delia Hale, chair of the trade committee, said no. Delia Hale, head of the trade committee, left.",
            [("Delia Hale", "chair of the trade committee")],
        ),
    ],
)
def test_one_office_under_two_words_is_one(tmp_path, text, held):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with onrecord.build([tmp_path / "a.txt"], tmp_path / "story.db") as record:
        assert [(each.actor_name, each.title.lower()) for each in record.roles()] == held


def test_an_adjective_says_whose_office_it_is(tmp_path):
    text = "Tarvonia would not give in. Tarvonian special envoy Corwin Hale said so on Monday, and left."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with onrecord.build([tmp_path / "a.txt"], tmp_path / "story.db") as record:
        assert [(each.actor_name, each.of_name) for each in record.roles()] == [("Corwin Hale", "Tarvonia")]
