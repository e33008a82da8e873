from hypothesis import given
from hypothesis import strategies as st

from onrecord.spans import Span
from onrecord.views.marks import Mark, cut

TEXT = "Two officials denied that Lind had promised anything, the Courier reported."


def words_of(pieces):
    return [(piece.text, piece.parts) for piece in pieces]


def test_a_statement_inside_a_statement_keeps_both_sets_of_marks():
    marks = [
        Mark(Span(0, 52), "courier", "content"),
        Mark(Span(0, 13), "officials", "source"),
        Mark(Span(14, 20), "officials", "cue"),
        Mark(Span(21, 52), "officials", "content"),
    ]
    pieces = cut(TEXT, Span(0, len(TEXT)), marks)
    assert words_of(pieces) == [
        ("Two officials", ("content", "source")),
        (" ", ("content",)),
        ("denied", ("content", "cue")),
        (" ", ("content",)),
        ("that Lind had promised anything", ("content",)),
        (", the Courier reported.", ()),
    ]
    assert pieces[0].entries == ("courier", "officials")


def test_marks_that_cross_are_cut_at_both_edges():
    pieces = cut("abcdef", Span(10, 16), [Mark(Span(8, 13), "x", "content"), Mark(Span(12, 20), "y", "content")])
    assert [(piece.text, piece.entries) for piece in pieces] == [("ab", ("x",)), ("c", ("y", "x")), ("def", ("y",))]


def test_the_narrowest_mark_is_the_innermost():
    marks = [Mark(Span(2, 4), "inner", "content"), Mark(Span(0, 6), "outer", "content")]
    assert [piece.entries[-1] for piece in cut("abcdef", Span(0, 6), marks)] == ["outer", "inner", "outer"]


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet="ab \n", min_size=1, max_size=30))
    start = draw(st.integers(0, 50))
    edges = st.tuples(st.integers(0, 90), st.integers(1, 40))
    drawn = draw(st.lists(st.tuples(edges, st.sampled_from("xyz"), st.sampled_from(["source", "cue", "content"]))))
    marks = [Mark(Span(at, at + length), entry, part) for (at, length), entry, part in drawn]
    return text, Span(start, start + len(text)), marks


@given(marked_texts())
def test_the_pieces_together_are_the_text(marked):
    text, span, marks = marked
    pieces = cut(text, span, marks)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.span.start for piece in pieces[1:]] == [piece.span.end for piece in pieces[:-1]]


@given(marked_texts())
def test_every_character_carries_exactly_the_marks_that_cover_it(marked):
    text, span, marks = marked
    for piece in cut(text, span, marks):
        for at in range(piece.span.start, piece.span.end):
            assert sorted(piece.marks) == sorted(mark for mark in marks if mark.span.start <= at < mark.span.end)
