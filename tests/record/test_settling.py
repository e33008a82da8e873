"""What is settled when coverage is added is what settling all of it anew would bring."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.coverage.document import Document
from onrecord.reading.schema import Kind, Reading, Title
from onrecord.record.actors import settle
from onrecord.record.build import build
from onrecord.record.clusters import LocalActor
from onrecord.record.identities.keys import UNNAMED, keys_of
from onrecord.record.keys import actor_ids
from onrecord.spans import Span
from record.settling import settle_anew
from record.story import built, document, logical

SAMPLE = Path(__file__).parents[2] / "examples" / "harrow-strait" / "coverage"
# Names that are short for each other, spelled otherwise, shared by several, or nobody's.
WHO = (
    *("Boris Kell", "Boris", "Kell", "Marina Kell", "senator Kell", "envoy Steven Lindqvist", "envoy Steve Lindkvist"),
    *("Lindqvist", "Nikolai Boris", "Kell Boris", "an official", "the officials", "Ora Lind", "president Lind"),
)
ABOUT = ("the strait and its tolls", "the harvest of the plains", "the railway to the mines")


def article(number: int, who: list[str], about: str) -> Document:
    said = "\n".join(f'"Nothing of {about} is settled," {name} said.' for name in who)
    day = date(2031, 3, 1) + timedelta(days=number % 9) if number % 3 else None
    return document(f"News of {about}, {number}.\n{said}", id=f"d{number}", origin=f"{number}.txt", day=day)


ARTICLES = st.lists(
    st.tuples(st.integers(0, 12), st.lists(st.sampled_from(WHO), min_size=1, max_size=4), st.sampled_from(ABOUT)),
    min_size=2,
    max_size=14,
).map(lambda given: [article(*each) for each in given])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=ARTICLES, parts=st.lists(st.integers(0, 14), max_size=3))
def test_actors_are_those_of_the_whole_record_however_it_grew(articles, parts, tmp_path_factory):
    path = tmp_path_factory.mktemp("grown") / "story.db"
    edges = [0, *sorted(parts), len(articles)]
    for start, end in pairwise(edges):
        built(path, articles[start:end])
    before = logical(path)
    settle_anew(path)
    assert logical(path) == before


NAMES = (*WHO[1:4], "Steven Lindqvist", "Steve Lindkvist", "Kell Boris", "National Rail Union", "NRU", "Kell Council")
TITLES = ("envoy", "special envoy", "senator")
LOCALS = st.builds(
    lambda names, kind, titles: (names, kind, titles),
    st.lists(st.sampled_from(NAMES), min_size=0, max_size=3, unique=True),
    st.sampled_from((Kind.PERSON, Kind.PERSON, Kind.ORGANIZATION)),
    st.lists(st.sampled_from(TITLES), max_size=1),
)


@settings(max_examples=300, deadline=None)
@example(given=[(["National Rail Union", "NRU"], Kind.ORGANIZATION, []), (["NRU"], Kind.ORGANIZATION, [])])
@given(given=st.lists(LOCALS, max_size=9))
def test_who_has_no_key_in_common_with_others_is_settled_the_same_without_them(given):
    actors = [
        LocalActor(
            document=f"d{number // 2}",
            local=f"a{number}",
            position=number,
            name=names[0] if names else "the official",
            kind=kind,
            titles=tuple(Title(title, Span(0, 5)) for title in titles),
            names=dict.fromkeys(names, 1),
            mentions=1,
        )
        for number, (names, kind, titles) in enumerate(given)
    ]
    apart = [group for tied in _tied(actors) for group in settle(tied)]
    assert actor_ids(apart) == actor_ids(settle(actors))


def _tied(actors: list[LocalActor]) -> list[list[LocalActor]]:
    groups: list[tuple[set[str], list[LocalActor]]] = []
    for actor in actors:
        keys = set(keys_of(actor)) - {UNNAMED} or {actor.local}
        same = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(g[0] for g in same)), [*(a for g in same for a in g[1]), actor]))
    return [group for _, group in groups]


@cache
def sample() -> tuple[list[Document], dict[str, Reading]]:
    """The documents of the sample story, and their readings."""
    found = [each for each in onrecord.load([SAMPLE]) if isinstance(each, Document)]
    return found, {reading.id: reading for reading in onrecord.read(found)}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_record_with_all_it_has_is_that_of_the_whole_however_it_grew(data, tmp_path_factory):
    found, readings = sample()
    order = data.draw(st.permutations(found))
    cut = data.draw(st.integers(1, len(order) - 1))
    path = tmp_path_factory.mktemp("grown") / "story.db"
    for part in (order[:cut], order[cut:]):
        build(part, path, read=lambda ds: (readings[d.id] for d in ds), model="m", version="0", wait_s=0.2)
    before = logical(path)
    assert before["events"]
    settle_anew(path)
    assert logical(path) == before
