import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.spans import Span
from onrecord.views.entry import around, shown


def test_a_statement_is_shown_with_its_sentence_and_its_marks(port):
    with port.record() as record:
        statement = record.statements()[0]
        context = shown(record, statement.id).contexts[0]
    assert context.text == "Envoy Ora Lind said the port would open by May."
    assert [(mark.part, mark.span.of(port.TEXT)) for mark in context.marks] == [
        ("source", "Envoy Ora Lind"),
        ("cue", "said"),
        ("content", "the port would open by May"),
    ]


def test_an_actor_is_shown_with_every_mention_and_statement(port):
    with port.record() as record:
        lind = record.actors_called("Ora Lind")[0]
        found = shown(record, lind.id)
    assert [statement.content_text for statement in found.statements] == [
        "the port would open by May",
        "Nothing is signed",
    ]
    assert [context.document for context in found.contexts] == ["port", "left"]


def test_a_document_is_shown_whole(port):
    with port.record() as record:
        found = shown(record, "port")
    assert found.contexts[0].text == port.TEXT
    assert len(found.statements) == 3


def test_an_unknown_id_is_an_error_that_names_it(port):
    with port.record() as record, pytest.raises(RecordError, match="s-nobody"):
        shown(record, "s-nobody")


def test_the_context_stays_in_its_paragraph_and_keeps_words_whole():
    text = "Another paragraph.\nIt was said yesterday that Lind would resign on Tuesday at noon.\nMore."
    span = Span(text.index("Lind"), text.index(" resign"))
    assert around(text, span, 200).of(text) == "It was said yesterday that Lind would resign on Tuesday at noon."
    assert around(text, span, 12).of(text) == "that Lind would resign on"


@given(st.text(alphabet="ab \n", min_size=1), st.data())
def test_the_context_covers_what_it_is_the_context_of(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    context = around(text, span, data.draw(st.integers(0, 20)))
    assert context.covers(span)
    assert context.end <= len(text)
