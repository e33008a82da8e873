import io

import pytest
from rich.console import Console

from onrecord.record.entries import UnreadEntry
from onrecord.views.brief import brief
from onrecord.views.entry import shown
from onrecord.views.finding import findings
from onrecord.views.listing import ACTORS, STATEMENTS
from onrecord.views.terminal import findings_on_screen, table, unread_line
from onrecord.views.terminal_brief import brief_on_screen
from onrecord.views.terminal_entry import entry_on_screen


def drawn(renderable, *, colour=False):
    out = io.StringIO()
    Console(file=out, width=120, force_terminal=colour, color_system="256" if colour else None, markup=True).print(
        renderable
    )
    return out.getvalue()


def test_the_brief_shows_actors_sourcing_statements_and_what_was_not_read(port):
    with port.record() as record:
        screen = drawn(brief_on_screen(brief(record)))
    for words in (
        "2 documents, 6 March 2031, 1 undated; 4 statements",
        "coverage/budget.html: empty page",
        "Ora Lind, promise (named person)",
        "Two officials, denial (unnamed, via the Ardmoor Courier)",
        "Envoy Ora Lind said the port would open by May.",
    ):
        assert words in screen


def test_columns_without_anything_in_them_are_left_out(port):
    with port.record() as record:
        titled, untitled = record.actors()[:1], record.actors()[1:]
        assert "titles" in drawn(table(titled, ACTORS))
        assert "titles" not in drawn(table(untitled, ACTORS))


@pytest.mark.parametrize("hostile", ["[red]Lind[/red]", "\x1b[31mLind\x1b[0m", "\x1b]0;x\x07Lind", "[link=x]Lind"])
def test_coverage_can_colour_nothing_and_move_no_cursor(story, hostile):
    text = f'"Fine," {hostile} said.'
    person = story.actor(text, hostile, "a1")
    story.add(story.document(text, "d"), [person], [story.said(text, hostile, "said", "Fine", speaker="a1")])
    with story.record() as record:
        statement = record.statements()[0]
        screens = [
            drawn(table(record.statements(), STATEMENTS)),
            drawn(brief_on_screen(brief(record))),
            drawn(entry_on_screen(shown(record, statement.id))),
            drawn(entry_on_screen(shown(record, statement.speaker))),
            drawn(entry_on_screen(shown(record, "d"))),
            drawn(findings_on_screen(findings(record.search("Fine")))),
        ]
    for screen in screens:
        assert "\x1b" not in screen
        assert "Lind" in screen
        assert ("[" in hostile and "\x1b" not in hostile) <= (hostile in screen)


def test_evidence_is_marked_in_three_ways_that_do_not_rest_on_colour(port):
    with port.record() as record:
        statement = record.statements()[0]
        screen = drawn(entry_on_screen(shown(record, statement.id)), colour=True)
    assert "\x1b[1;4mEnvoy Ora Lind" in screen
    assert "\x1b[3msaid" in screen
    assert "mthe port would open by May\x1b[0m." in screen


def test_evidence_is_named_with_its_offsets_where_nothing_can_be_marked(port):
    with port.record() as record:
        statement = record.statements()[0]
        screen = drawn(entry_on_screen(shown(record, statement.id)))
    start = port.TEXT.index("the port would")
    assert f"content the port would open by May  {start}:{start + 26}" in screen


def test_words_do_not_run_together_where_evidence_begins(port):
    with port.record() as record:
        screen = drawn(entry_on_screen(shown(record, "port")))
    assert "Two officials denied that Lind had promised anything, the Ardmoor Courier reported." in screen


def test_what_was_not_read_is_told_in_one_line():
    unread = [UnreadEntry(origin=f"{number}.html", document=None, reason="empty page") for number in range(7)]
    assert unread_line(3, []) == "read 3 documents"
    assert unread_line(41, unread[:1]) == "read 41 of 42 documents; not read: 0.html (empty page)"
    assert unread_line(1, unread).endswith("4.html (empty page) and 2 more")
