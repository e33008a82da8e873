"""Which tellings of different articles are of one event."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.interval import Interval
from onrecord.reading.schema import EventStatus, EventType
from onrecord.record.merging import EventMention, cluster
from onrecord.record.same_event import merged
from onrecord.record.tellings import Telling
from record.telling import telling

HELD = "Envoy Ora Lind met Premier Ivo Sorvek in Lisk on Sunday to speak about the strait."
AGAIN = "Lind met Sorvek in Lisk on Sunday, the palace said, and spoke about the strait for hours."


def groups(*told: Telling) -> list[list[str]]:
    """The documents of each group."""
    texts = {each.document: each.text for each in told}
    return sorted(sorted(each.document for each in group) for group in merged(told, texts))


def test_a_meeting_that_two_articles_tell_of_is_one() -> None:
    first = telling(HELD, "met", document="d1", day=10, when=(9, 9))
    second = telling(AGAIN, "met", document="d2", day=11, when=(9, 9))
    assert groups(first, second) == [["d1", "d2"]]


def test_days_that_exclude_each_other_make_two() -> None:
    first = telling(HELD, "met", document="d1", day=10, when=(9, 9))
    second = telling(AGAIN, "met", document="d2", day=11, when=(2, 2))
    assert groups(first, second) == [["d1"], ["d2"]]


def test_the_same_words_about_others_make_two() -> None:
    first = telling(HELD, "met", document="d1", day=10)
    second = telling(AGAIN, "met", document="d2", day=11, by=("a-brenn",), to=("a-vandt",))
    assert groups(first, second) == [["d1"], ["d2"]]


def test_another_type_is_another_event() -> None:
    first = telling(HELD, "met", document="d1", day=10)
    second = telling(AGAIN, "met", document="d2", day=11, type=EventType.ASSAULT)
    assert groups(first, second) == [["d1"], ["d2"]]


def test_a_meeting_in_an_undated_article_may_be_another_one_of_the_two() -> None:
    first = telling(HELD, "met", document="d1", day=10, when=(9, 9))
    assert groups(first, telling(AGAIN, "met", document="d2", day=None)) == [["d1"], ["d2"]]


def test_the_day_for_which_something_is_planned_does_not_keep_it_from_what_happened() -> None:
    planned = telling(HELD, "met", document="d1", day=5, when=(6, 6), status=EventStatus.PLANNED)
    held = telling(AGAIN, "met", document="d2", day=11, when=(9, 9))
    assert groups(planned, held) == [["d1", "d2"]]


def test_what_a_copy_tells_in_the_same_words_is_one_whoever_is_read_to_take_part() -> None:
    first = telling(HELD, "met", document="d1", day=10, by=(), to=())
    assert groups(first, telling(HELD, "met", document="d2", day=11, by=("a-two-officials",), to=())) == [["d1", "d2"]]


def test_the_same_words_of_another_week_are_another_meeting() -> None:
    first = telling(HELD, "met", document="d1", day=10, when=(9, 9), by=(), to=())
    assert groups(first, telling(HELD, "met", document="d2", day=17, when=(16, 16), by=(), to=())) == [["d1"], ["d2"]]


def test_an_article_of_any_of_many_days_may_tell_of_another_meeting_of_the_two() -> None:
    vague = replace(
        telling(AGAIN, "met", document="d2"), published=Interval(date(2029, 1, 1), date(2032, 1, 1), "text")
    )
    assert groups(telling(HELD, "met", document="d1", day=10, when=(9, 9)), vague) == [["d1"], ["d2"]]


SENTENCES = st.sampled_from([HELD, AGAIN, "Rebels shelled the harbour of Lisk.", "Nobody met.", "met"])


@settings(deadline=None)
@given(st.lists(st.tuples(SENTENCES, st.integers(0, 3), st.sampled_from(["", "CONSULT"])), max_size=8), st.randoms())
def test_every_mention_is_in_one_group_whatever_their_order(rows: list[tuple[str, int, str]], random: object) -> None:
    texts = {f"d{n}": text for n, (text, _, _) in enumerate(rows)}
    mentions = [
        EventMention(document=f"d{n}", start=0, end=3, sentence=(0, len(text)), number=number, type=kind)
        for n, (text, number, kind) in enumerate(rows)
    ]
    found = cluster(mentions, texts)
    assert sorted(i for group in found for i in group) == list(range(len(mentions)))
    shuffled = list(range(len(mentions)))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = cluster([mentions[i] for i in shuffled], texts)
    assert {frozenset(shuffled[i] for i in group) for group in again} == {frozenset(group) for group in found}
