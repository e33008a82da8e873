"""What an event stands at when several articles tell of it, and when it was."""

import pytest

from onrecord.interval import Interval
from onrecord.reading.schema import EventStatus
from onrecord.record.happenings import happenings
from onrecord.record.lifecycle import days_of, history_of, status_of
from onrecord.record.tellings import Telling
from record.telling import telling

PLANNED, OCCURRED, DENIED, CALLED_OFF = (
    EventStatus.PLANNED,
    EventStatus.OCCURRED,
    EventStatus.DENIED,
    EventStatus.CALLED_OFF,
)
MEETS = "Lind meets Sorvek in Lisk."


def told(*statuses: EventStatus, text: str = MEETS, **more: object) -> list[Telling]:
    """One article a day, from 3 March on, each with one of `statuses`."""
    return [
        telling(text, "meets", document=f"d{n}", day=3 + n, status=status, **more)  # type: ignore[arg-type]
        for n, status in enumerate(statuses)
    ]


@pytest.mark.parametrize(
    ("statuses", "now"),
    [
        ([PLANNED, OCCURRED], "occurred"),
        ([PLANNED, CALLED_OFF], "called_off"),
        ([PLANNED, CALLED_OFF, PLANNED, OCCURRED], "occurred"),
        ([OCCURRED, PLANNED], "occurred"),
        ([PLANNED], "planned"),
    ],
)
def test_the_newest_word_counts_but_what_happened_stays_so(statuses: list[EventStatus], now: str) -> None:
    assert status_of(told(*statuses)) == now


def test_a_meeting_that_is_put_off_is_postponed_and_not_called_off() -> None:
    first = telling(MEETS, "meets", status=PLANNED, day=3)
    put_off = telling("The meeting was postponed until Lisk names an envoy.", "meeting", status=CALLED_OFF, day=5)
    assert status_of([first, put_off]) == "postponed"
    assert [change.status for change in history_of([first, put_off])] == ["planned", "postponed"]


def test_what_is_only_said_and_denied_by_others_is_denied() -> None:
    said = telling(MEETS, "meets", statement="s-1")
    assert status_of([said, telling(MEETS, "meets", document="d2", status=DENIED, statement="s-2")]) == "denied"
    own_voice = telling(MEETS, "meets", document="d3")
    assert status_of([own_voice, telling(MEETS, "meets", document="d4", status=DENIED, statement="s-3")]) == "occurred"


def test_all_accounts_together_narrow_the_days() -> None:
    two = [telling(MEETS, "meets", when=(3, 9)), telling(MEETS, "meets", document="d2", when=(5, 5))]
    when, conflict = days_of(two)
    assert (when.label(), conflict) == ("2031-03-05", False)


def test_days_that_exclude_each_other_are_a_conflict_and_all_shown() -> None:
    two = [telling(MEETS, "meets", when=(3, 3)), telling(MEETS, "meets", document="d2", when=(5, 5))]
    when, conflict = days_of(two)
    assert (when.label(), conflict) == ("2031-03-03 to 2031-03-05", True)


def test_the_day_it_was_planned_for_does_not_count_once_it_happened() -> None:
    planned = telling(MEETS, "meets", status=PLANNED, when=(6, 6))
    held = telling(MEETS, "meets", document="d2", day=10, when=(9, 9))
    assert days_of([planned, held])[0].label() == "2031-03-09"


def test_without_any_day_nothing_is_known() -> None:
    assert days_of([telling(MEETS, "meets", day=None)]) == (Interval(), False)


def test_more_coverage_does_not_change_an_events_id() -> None:
    first, second = told(PLANNED, OCCURRED)
    [before], [after] = happenings([[first]]), happenings([[second, first]])
    assert before.id == after.id
    assert after.tellings == (first, second)
