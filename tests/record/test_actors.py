import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.schema import Kind, Title
from onrecord.record.actors import settle
from onrecord.record.clusters import LocalActor
from onrecord.record.keys import actor_ids
from onrecord.spans import Span


def someone(document, name, *titles, aliases=(), kind=Kind.PERSON, named=True, position=0, founded=1):
    names = dict.fromkeys((name, *aliases), 1) if named else {}
    return LocalActor(
        document=document,
        local=f"a{position}",
        position=position,
        name=name,
        kind=kind,
        titles=tuple(Title(title, Span(0, 1)) for title in titles),
        names=names,
        mentions=max(1, len(names)),
        founded=founded,
    )


def merged(*actors):
    """Who is one: the documents of each cluster."""
    return [[member.actor.document for member in cluster.members] for cluster in settle(actors)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ora Lind", "Ora Lind", id="same"),
        pytest.param("ORA LIND", "Ora Lind", id="case"),
        pytest.param("Óra Lind", "Ora Lind’s", id="diacritics and possessive"),
        pytest.param("President Ora Lind", "Ora Lind", id="form of address"),
        pytest.param("Former Russian Prime Minister Ora Lind", "Ora Lind", id="nationality and office"),
        pytest.param("Ora Lind", "Lind", id="surname"),
        pytest.param("Ora Maren Lind", "Ora Lind", id="second given name"),
        pytest.param("Ora M. Lind", "Ora Maren Lind", id="initial"),
        pytest.param("O. Lind", "Ora Lind", id="only initial"),
        pytest.param("Ursel van der Meent", "van der Meent", id="particles"),
        pytest.param("Vadim Orlensky", "Vadim Orlenskyy", id="Ukrainian ending"),
        pytest.param("Vadim Orlenskiy", "Vadim Orlenski", id="Russian ending"),
        pytest.param("Khalid al-Rassan", "Khalid Rassan", id="Arabic article"),
        pytest.param("Lind", "Lind", id="surname in both, nobody else"),
    ],
)
def test_one_person(one, other):
    assert merged(someone("d1", one), someone("d2", other)) == [["d1", "d2"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ora Lind", "Ina Lind", id="other given name"),
        pytest.param("Ora Lind", "Ora Lund", id="one vowel"),
        pytest.param("John Carson", "John Larson", id="one consonant"),
        pytest.param("John Harmon", "John Harman", id="alike, no title"),
        pytest.param("Teodor Brenn", "Teodor Brenn Jr.", id="father and son"),
        pytest.param("Dan Smith", "Danielle Smith", id="shortened, no title"),
        pytest.param("Ora Lind", "Ora", id="given name alone"),
        pytest.param("French Lind", "Ora Lind", id="given name that is a nationality"),
    ],
)
def test_two_people(one, other):
    assert merged(someone("d1", one), someone("d2", other)) == [["d1"], ["d2"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Muhammad Rassan", "Mohamed Rassan", id="vowels"),
        pytest.param("Steven Verrity", "Steve Verrity", id="shortened"),
        pytest.param("Aleksandr Orlov", "Alexandr Orlov", id="ks"),
    ],
)
def test_a_title_in_common_makes_nearly_equal_names_one(one, other):
    actors = (someone("d1", one, "special envoy"), someone("d2", other, "envoy"))
    assert merged(*actors) == [["d1", "d2"]]


def test_the_title_of_another_office_is_not_in_common():
    actors = (someone("d1", "Steven Verrity", "vice president"), someone("d2", "Steve Verrity", "president"))
    assert merged(*actors) == [["d1"], ["d2"]]


def test_a_surname_that_two_bear_is_nobodys():
    actors = [someone("d1", "Ora Lind"), someone("d2", "Ina Lind"), someone("d3", "Lind"), someone("d4", "Lind")]
    assert merged(*actors) == [["d1"], ["d2"], ["d3"], ["d4"]]
    assert settle(actors)[2].members[0].because == "could be Ina Lind or Ora Lind"


def test_a_title_tells_who_a_shared_surname_is():
    president, lady = someone("d1", "Teodor Brenn", "president"), someone("d2", "Mira Brenn", "first lady")
    clusters = settle([president, lady, someone("d3", "Brenn", "President"), someone("d4", "Brenn", "Vice President")])
    assert [[m.actor.document for m in c.members] for c in clusters] == [["d1", "d3"], ["d2"], ["d4"]]
    assert clusters[0].members[1].because == "short for Teodor Brenn, told from others by title"


def test_a_title_within_a_name_tells_who_a_shared_surname_is():
    actors = (someone("d1", "Ora Lind", "senator"), someone("d2", "Admiral Ina Lind"), someone("d3", "Senator Lind"))
    assert merged(*actors) == [["d1", "d3"], ["d2"]]


def test_a_middling_name_that_two_bear_in_full_is_nobodys():
    actors = [
        someone("d1", "Jon W. Brenn"),
        someone("d2", "Jon H. Brenn"),
        someone("d3", "Jon Brenn"),
        someone("d4", "Brenn"),
    ]
    assert merged(*actors) == [["d1"], ["d2"], ["d3"], ["d4"]]


def test_a_short_form_that_one_document_uses_is_known_in_others():
    actors = (someone("d1", "Shen Daoming", aliases=["Shen"]), someone("d2", "Shen"))
    assert merged(*actors) == [["d1", "d2"]]


def test_unnamed_sources_of_two_documents_are_never_one():
    actors = (someone("d1", "a US official", named=False), someone("d2", "a US official", named=False))
    assert merged(*actors) == [["d1"], ["d2"]]


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        pytest.param((Kind.ORGANIZATION, Kind.ORGANIZATION), ("the Granite Guild", "Granite Guild"), id="article"),
        pytest.param((Kind.ORGANIZATION, Kind.OUTLET), ("Meridian Wire", "Meridian Wire"), id="outlet or organization"),
        pytest.param((Kind.STATE, Kind.PLACE), ("Ukraine", "Ukraine"), id="state or place"),
        pytest.param((Kind.STATE, Kind.STATE), ("United States", "U.S."), id="names of a state"),
    ],
)
def test_one_body_or_place(kinds, names):
    assert merged(*(someone(f"d{i}", names[i], kind=kinds[i]) for i in range(2))) == [["d0", "d1"]]


def test_a_person_and_a_place_of_one_name_are_two():
    assert merged(someone("d1", "Lind"), someone("d2", "Lind", kind=Kind.PLACE)) == [["d1"], ["d2"]]


def test_an_acronym_is_the_name_it_was_given_with_unless_two_were():
    guild = someone("d1", "Harrow Strait Authority", aliases=["HSA"], kind=Kind.ORGANIZATION)
    acronym = someone("d2", "HSA", kind=Kind.ORGANIZATION)
    other = someone("d3", "Home Shipping Association", aliases=["HSA"], kind=Kind.ORGANIZATION)
    assert merged(guild, acronym) == [["d1", "d2"]]
    assert merged(guild, acronym, other) == [["d1"], ["d2"], ["d3"]]


def test_the_name_is_the_full_one_in_most_documents():
    actors = [
        someone("d1", "Ora Maren Lind"),
        someone("d2", "Ora Lind"),
        someone("d3", "Ora Lind"),
        someone("d4", "Lind"),
    ]
    [cluster] = settle([*actors, someone("d5", "Lind"), someone("d6", "Lind")])
    assert cluster.name == "Ora Lind"
    assert cluster.aliases == {"Ora Maren Lind": 1, "Ora Lind": 2, "Lind": 3}


def test_an_id_outlives_a_fuller_name_and_another_bearer():
    first = [someone("d1", "Lind", "envoy"), someone("d2", "a US official", named=False)]
    [before, official] = actor_ids(settle(first))
    later = [someone("d3", "Ora Lind", "envoy", founded=2), someone("d0", "a US official", named=False, founded=2)]
    after = actor_ids(settle([*first, *later]))
    assert {before, official} < set(after)
    assert len(after) == 3


def test_two_who_are_told_apart_by_title_alone_have_two_ids():
    first = [someone("d1", "Lind", "envoy"), someone("d2", "Lind", "judge")]
    later = [someone("d3", "Ora Lind", "envoy", founded=2), someone("d4", "Ina Lind", "judge", founded=2)]
    assert len(actor_ids(settle([*first, *later]))) == 2


names = st.sampled_from(
    [
        "Ora Lind",
        "Lind",
        "Ina Lind",
        "O. Lind",
        "Ora M. Lind",
        "Teodor Brenn",
        "Brenn",
        "Brenn Jr.",
        "T. Brenn",
        "Theodor Brenn",
    ]
)
people = st.builds(
    lambda name, titles, named, founded, alias: (name, titles, named, founded, alias),
    names,
    st.lists(st.sampled_from(["envoy", "special envoy", "president", "vice president"]), max_size=2),
    st.booleans(),
    st.integers(1, 3),
    st.lists(names, max_size=1),
)


@settings(deadline=None)  # no timing asserts: a busy machine is no failure
@given(drawn=st.lists(people, max_size=12), data=st.data())
def test_the_order_of_actors_decides_nothing_and_none_is_lost(drawn, data):
    actors = [
        someone(f"d{i // 2}", name, *titles, named=named, founded=founded, aliases=alias, position=i % 2)
        for i, (name, titles, named, founded, alias) in enumerate(drawn)
    ]
    clusters = settle(actors)
    assert settle(data.draw(st.permutations(actors))) == clusters
    assert sorted(member.actor.place for cluster in clusters for member in cluster.members) == sorted(
        actor.place for actor in actors
    )
    assert len(actor_ids(clusters)) == len(clusters)


@settings(deadline=None)  # no timing asserts: a busy machine is no failure
@given(drawn=st.lists(st.tuples(names, st.booleans()), max_size=12))
def test_full_names_that_differ_are_never_one_without_a_title(drawn):
    full = [
        someone(f"d{i}", name) for i, (name, _) in enumerate(drawn) if name in {"Ora Lind", "Ina Lind", "Teodor Brenn"}
    ]
    for cluster in settle(full):
        assert len({member.actor.name for member in cluster.members}) == 1


def test_what_is_a_place_here_and_an_organization_there_is_one():
    assert merged(someone("d1", "Ilmeria", kind=Kind.PLACE), someone("d2", "Ilmeria", kind=Kind.ORGANIZATION)) == [
        ["d1", "d2"]
    ]


def test_a_place_that_one_reading_takes_for_a_person_stays_a_place():
    places = [someone(document, "Ilmeria", kind=Kind.PLACE) for document in ("d1", "d3")]
    [cluster] = settle([someone("d2", "Ilmeria"), *places])
    assert (cluster.kind, len(cluster.members)) == (Kind.PLACE, 3)


@pytest.mark.parametrize(
    "person",
    [
        someone("d1", "Paris", "actor"),
        someone("d1", "Paris Lind", aliases=("Paris",)),
    ],
)
def test_a_person_with_a_title_or_a_longer_name_is_no_place(person):
    places = [someone(document, "Paris", kind=Kind.PLACE) for document in ("d2", "d3")]
    assert merged(person, *places) == [["d1"], ["d2", "d3"]]


def test_a_person_in_more_documents_than_the_place_is_no_place():
    people = [someone(document, "Paris") for document in ("d1", "d2", "d3")]
    places = [someone(document, "Paris", kind=Kind.PLACE) for document in ("d4", "d5")]
    assert merged(*people, *places) == [["d1", "d2", "d3"], ["d4", "d5"]]
