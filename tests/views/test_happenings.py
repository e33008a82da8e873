import csv
import io
from datetime import date

import msgspec
import pytest
from rich.console import Console

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import EventStatus, EventType
from onrecord.record.entries import CommitmentEntry, CommitmentStatus, EventEntry
from onrecord.views import signs, timeline
from onrecord.views.brief import newest_happenings
from onrecord.views.commitments import COMMITMENTS, last, pressing, since
from onrecord.views.listing import as_csv, as_json
from onrecord.views.terminal_happenings import commitments_on_screen, timeline_on_screen
from onrecord.views.timeline import EVENTS
from views.happenings import change, commitment, event, on

HOSTILE = "[red]Lind[/red] \x1b[31m\x1b]0;x\x07 met"
MEETING = event(
    0,
    what="met behind closed doors",
    place_name="Ardmoor",
    duration="three hours",
    excluded_names=("Ora Lind", "Tam Oskar"),
    only_said=True,
    said_by=("Emeric Vandt",),
    when=Interval(date(2031, 3, 3), date(2031, 3, 5), "expression"),
    conflict=True,
    accounts=3,
)


def drawn(renderable, width=120):
    out = io.StringIO()
    Console(file=out, width=width).print(renderable)
    return out.getvalue()


def rows(entries, columns):
    return list(csv.DictReader(io.StringIO("".join(as_csv(entries, columns)))))


def test_a_happening_is_told_with_all_that_is_known_of_it():
    screen = " ".join(drawn(timeline_on_screen([MEETING]), 300).split())
    for words in (
        "between 3 and 5",
        "● occurred",
        "Tarvonia → Ilmeria, meeting or talks: met behind closed doors; in Ardmoor; three hours; without Ora Lind",
        "(said by Emeric Vandt)",
        "≠ accounts differ",
        "3 accounts",
        MEETING.id,
    ):
        assert words in screen


def test_what_its_words_say_already_is_not_said_again():
    told = event(what="met in Ardmoor for three hours", place_name="Ardmoor", duration="three hours")
    assert timeline.circumstances(told) == []


@pytest.mark.parametrize("width", [80, 120])
def test_the_tables_fit_and_keep_ids_whole(width):
    screen = drawn(timeline_on_screen([MEETING] * 2), width) + drawn(commitments_on_screen([commitment()]), width)
    assert max(map(len, screen.splitlines())) <= width
    assert screen.count(MEETING.id) == 2
    assert commitment().id in screen


def test_every_status_has_a_sign_that_no_other_has():
    assert set(signs.EVENT) == {*EventStatus, "postponed"}
    assert set(signs.COMMITMENT) == set(CommitmentStatus)
    assert len({sign.glyph for sign in signs.EVENT.values()}) == len(signs.EVENT)
    assert len({(sign.outline, sign.filled) for sign in signs.EVENT.values()}) == len(signs.EVENT)
    assert len({sign.glyph for sign in (*signs.COMMITMENT.values(), signs.OVERDUE)}) == len(signs.COMMITMENT) + 1


def test_every_type_is_in_one_group():
    assert sorted(timeline.GROUP_OF) == sorted(EventType)
    assert sum(map(len, timeline.GROUPS.values())) == len(EventType)


def test_a_commitment_says_what_is_due_since_when_and_on_what_word():
    withdrawn = commitment(
        status=CommitmentStatus.WITHDRAWN,
        history=(
            change("open", date(2031, 3, 3), "would impose a tariff"),
            change("withdrawn", date(2031, 3, 6), "denied having promised a tariff", outlet="Hollin Post"),
            change("withdrawn", date(2031, 3, 8), "never spoke of a percentage"),
        ),
    )
    assert since(withdrawn).on == on(date(2031, 3, 6))
    assert last(withdrawn).text == "never spoke of a percentage"
    screen = " ".join(drawn(commitments_on_screen([withdrawn]), 300).split())
    for words in (
        "12 March 2031 ⊘ withdrawn Tarvonia → Ilmeria, ultimatum: impose a 60% tariff on potash;",
        "condition: unless the crew is freed",
        "since 6 March 2031, Hollin Post",
        "last told 8 March 2031, Tarn Gazette",
    ):
        assert words in screen


def test_a_commitment_without_a_history_or_a_day_is_still_listed():
    bare = commitment(history=(), due=UNKNOWN, by=None, by_name="", toward=None, toward_name="", condition="")
    assert "no date set" in drawn(commitments_on_screen([bare]))
    assert rows([bare], COMMITMENTS)[0]["last_words"] == ""


def test_overdue_is_told_by_its_sign():
    assert "▲ overdue" in drawn(commitments_on_screen([commitment(overdue=True, status=CommitmentStatus.UNKNOWN)]))


def test_what_presses_is_overdue_or_open_with_a_day():
    entries = [
        commitment(0, overdue=True, status=CommitmentStatus.UNKNOWN),
        commitment(1),
        commitment(2, due=UNKNOWN),
        commitment(3, status=CommitmentStatus.KEPT),
    ]
    assert [each.id for each in pressing(entries)] == [entries[0].id, entries[1].id]


def test_the_newest_happenings_came_about_and_are_reported_as_such():
    entries = [
        event(0, when=on(date(2031, 3, 4))),
        event(1, when=on(date(2031, 3, 9)), status="planned"),
        event(2, when=on(date(2031, 3, 9)), only_said=True),
        event(3, when=UNKNOWN),
        event(4, when=on(date(2031, 3, 4)), accounts=2),
        event(5, when=Interval(None, date(2031, 3, 8), "document"), status="called_off"),
    ]
    assert [each.id[-1] for each in newest_happenings(entries)] == ["5", "4", "0", "3"]


@pytest.mark.parametrize("field", ["what", "duration", "place_name"])
def test_coverage_can_colour_no_row_of_the_timeline(field):
    screen = drawn(timeline_on_screen([event(**{field: HOSTILE})]))
    assert "\x1b" not in screen
    assert "[red]Lind[/red] met" in screen


def test_csv_and_json_have_all_of_an_entry():
    (row,) = rows([MEETING], EVENTS)
    expected = {
        "when": "between 3 and 5 March 2031",
        "earliest": "2031-03-03",
        "days_conflict": "yes",
        "group": "verbal cooperation",
        "excluded": "Ora Lind; Tam Oskar",
        "said_by": "Emeric Vandt",
        "accounts": "3",
    }
    assert {heading: row[heading] for heading in expected} == expected
    assert msgspec.json.decode(as_json([MEETING]), type=list[EventEntry]) == [MEETING]
    assert msgspec.json.decode(as_json([commitment()]), type=list[CommitmentEntry]) == [commitment()]
    (row,) = rows([commitment(what="=cmd|calc")], COMMITMENTS)
    assert (row["what"], row["due"], row["status_since"]) == ("'=cmd|calc", "12 March 2031", "2031-03-03")
