"""Windows over long documents."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.windows import OVERLAP_PIECES, WINDOW_PIECES, windows


@given(st.integers(0, 20_000))
def test_what_windows_keep_covers_every_piece_once(pieces: int) -> None:
    kept = [i for w in windows(pieces) for i in range(w.keep_start, w.keep_end)]
    assert kept == list(range(pieces))


@given(st.integers(1, 20_000))
def test_windows_fit_the_model_and_hold_what_they_keep(pieces: int) -> None:
    for w in windows(pieces):
        assert w.start <= w.keep_start < w.keep_end <= w.end
        assert w.end - w.start <= WINDOW_PIECES


@given(st.integers(WINDOW_PIECES + 1, 20_000))
def test_a_kept_piece_has_context_on_both_sides_except_at_the_ends_of_the_text(pieces: int) -> None:
    inner = windows(pieces)
    for w in inner[1:]:
        assert w.keep_start - w.start >= OVERLAP_PIECES // 2 - 1
    for w in inner[:-1]:
        assert w.end - w.keep_end >= OVERLAP_PIECES // 2 - 1


def test_windows_of_one_document_are_equally_long() -> None:
    assert len({w.end - w.start for w in windows(5_000)}) == 1
