from hypothesis import given
from hypothesis import strategies as st

from onrecord.coverage.document import Residue, ResidueKind
from onrecord.spans import Span
from onrecord.views.article import lines


def test_every_line_is_there_and_says_what_it_is(port):
    with port.record() as record:
        residue = record.document_spans("port").residue
        shown = list(lines(record.text("port"), "port", residue, record.statements(document="port")))
    assert [(line.span.of(port.TEXT), line.residue) for line in shown] == [
        ("Talks in Ardmoor stall over cargo", ResidueKind.HEADLINE),
        ("By Tam Oskar", ResidueKind.BYLINE),
        ("Envoy Ora Lind said the port would open by May.", None),
        ("Two officials denied that Lind had promised anything, the Ardmoor Courier reported.", None),
        ("Share this article", ResidueKind.SHARE),
    ]
    assert [[statement.act.value for statement in line.begins] for line in shown] == [
        [],
        [],
        ["promise"],
        ["assert", "deny"],
        [],
    ]


def test_residue_at_the_end_of_a_line_becomes_a_line_of_its_own():
    text = "It went on. Related: two more stories\nIt ended."
    residue = [Residue(Span(12, 37), ResidueKind.TEASER)]
    assert [(line.span.of(text), line.residue) for line in lines(text, "d", residue, [])] == [
        ("It went on.", None),
        ("Related: two more stories", ResidueKind.TEASER),
        ("It ended.", None),
    ]


def test_a_statement_over_two_lines_begins_once_and_is_marked_on_both(story):
    text = 'Lind said: "First.\nSecond."'
    document = story.document(text, "d")
    story.add(document, [story.actor(text, "Lind", "a1")], [story.said(text, "Lind", "said", '"First.\nSecond."')])
    with story.record() as record:
        first, second = lines(text, "d", [], record.statements())
    assert len(first.begins) == 1
    assert second.begins == ()
    assert [(piece.text, piece.parts) for piece in second.pieces] == [('Second."', ("content",))]


@given(st.text(alphabet="ab \n\r\x0b\u2028"))
def test_no_character_but_white_space_is_left_out(text):
    shown = "".join(piece.text for line in lines(text, "d", [], []) for piece in line.pieces)
    assert "".join(shown.split()) == "".join(text.split())
