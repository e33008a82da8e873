"""What was promised or threatened, over all articles, and what became of it."""

from collections.abc import Sequence
from datetime import date

import pytest

from onrecord.reading.schema import CommitmentKind, EventStatus, EventType
from onrecord.record.commitments import Made, commitments
from onrecord.record.entries import CommitmentStatus
from onrecord.record.fates import Passage
from onrecord.record.pledges import Pledge
from onrecord.record.stems import stems
from onrecord.record.tellings import Telling
from onrecord.spans import Span
from record.telling import on, pledge, telling

CREW = "to free the 14 sailors of the Aster Dawn"
TARIFF = "a 60% tariff on Tavrian potash"
THREAT = CommitmentKind.THREAT


def passage(text: str, *, before: str = "", document: str = "d9", day: int = 20) -> Passage:
    return Passage(
        document=document,
        published=on(day),
        outlet="Ledger",
        span=Span(500, 500 + len(text)),
        text=text,
        before=before,
        stems=stems(text),
    )


def made(
    *pledges: Pledge, events: Sequence[Telling] = (), passages: Sequence[Passage] = (), newest: int = 8
) -> list[Made]:
    return commitments(pledges, events=events, passages=passages, newest=date(2031, 3, newest))


def test_two_articles_that_tell_of_one_promise_make_one_commitment() -> None:
    [one] = made(pledge(CREW, due=11), pledge(CREW + " soon", document="d2", day=6, due=11))
    assert len(one.pledges) == 2
    assert one.status is CommitmentStatus.OPEN


def test_promises_of_two_people_about_the_same_thing_stay_two_without_a_common_deadline() -> None:
    assert len(made(pledge(CREW), pledge(CREW, document="d2", by="a-brenn"))) == 2


def test_a_promise_for_another_day_is_another_promise() -> None:
    assert len(made(pledge(CREW, due=11), pledge(CREW, document="d2", due=19))) == 2


def test_a_deadline_belongs_to_the_ultimatum_that_is_due_on_its_day() -> None:
    ultimatum = pledge(TARIFF, kind=CommitmentKind.ULTIMATUM, due=12)
    deadline = pledge("the deadline stands", kind=CommitmentKind.DEADLINE, document="d2", by=None, due=12)
    [one] = made(ultimatum, deadline)
    assert one.best is ultimatum


def test_a_deed_of_the_one_who_promised_keeps_the_promise() -> None:
    freed = telling("Lind freed the sailors of the Aster Dawn.", "freed", document="d3", day=11, type=EventType.RETREAT)
    [one] = made(pledge(CREW, due=11), events=[freed], newest=20)
    assert one.status is CommitmentStatus.KEPT
    assert [change.status for change in one.history] == ["open", "kept"]


@pytest.mark.parametrize(
    "other",
    [
        {"by": ("a-brenn",)},
        {"status": EventStatus.PLANNED},
        {"statement": "s-1"},
        {"day": 1},
    ],
)
def test_somebody_elses_deed_or_one_that_is_planned_said_or_older_keeps_nothing(other: dict[str, object]) -> None:
    text = "Lind freed the sailors of the Aster Dawn."
    freed = telling(text, "freed", **({"document": "d3", "day": 11, "type": EventType.RETREAT} | other))  # type: ignore[arg-type]
    [one] = made(pledge(CREW), events=[freed], newest=20)
    assert one.status is CommitmentStatus.OPEN


def test_a_threat_that_is_acted_on_is_carried_out() -> None:
    imposed = telling("Lind imposed the tariff on potash.", "imposed", document="d3", day=12, type=EventType.SANCTION)
    [one] = made(pledge(TARIFF, kind=THREAT), events=[imposed])
    assert one.status is CommitmentStatus.CARRIED_OUT


def test_who_says_never_to_have_promised_it_withdraws_it() -> None:
    [one] = made(pledge(TARIFF, kind=THREAT), pledge("a tariff of 60% on potash", document="d2", day=6, denied=True))
    assert one.status is CommitmentStatus.WITHDRAWN
    assert [change.status for change in one.history] == ["open", "withdrawn"]


def test_what_is_put_off_is_superseded() -> None:
    told = passage("Tarvonia will suspend its planned tariff on Tavrian potash for 30 days.")
    [one] = made(pledge(TARIFF, kind=THREAT, due=12), passages=[told], newest=20)
    assert one.status is CommitmentStatus.SUPERSEDED


def test_the_sentence_before_can_say_that_a_promise_was_not_kept() -> None:
    told = passage("Lind had undertaken to free the sailors by Monday.", before="Not every promise was kept.")
    [one] = made(pledge(CREW, due=11), passages=[told], newest=20)
    assert one.status is CommitmentStatus.LAPSED


def test_other_words_on_other_things_change_nothing() -> None:
    told = passage("Wheat sellers kept their promise to free the market of old stock.")
    [one] = made(pledge(CREW, due=25), passages=[told], newest=20)
    assert one.status is CommitmentStatus.OPEN


def test_what_was_due_before_the_newest_coverage_and_is_told_of_no_more_is_overdue() -> None:
    [one] = made(pledge(CREW, due=11), newest=12)
    assert (one.status, one.overdue) == (CommitmentStatus.UNKNOWN, True)
    [other] = made(pledge(CREW, due=11), newest=11)
    assert (other.status, other.overdue) == (CommitmentStatus.OPEN, False)


def test_the_order_of_the_articles_decides_nothing() -> None:
    pledges = [pledge(CREW, due=11), pledge(TARIFF, kind=THREAT), pledge(CREW, document="d2", day=7, due=11)]
    forth, back = made(*pledges), made(*reversed(pledges))
    assert {each.id for each in forth} == {each.id for each in back}
