from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.labels import Rows, Spot, cut, width

WIDTH, SIZE = 350.0, 12.0


@given(
    st.lists(st.tuples(st.integers(0, 350), st.integers(0, 80), st.text(alphabet="ab →港", max_size=40)), max_size=40),
    st.sampled_from([None, 1, 3]),
)
def test_labels_touch_neither_each_other_nor_the_edge(asked, most):
    rows, taken = Rows(WIDTH, SIZE, most=most), []
    for at, reach, text in asked:
        placed = rows.place(text, Spot(at, at, min(WIDTH, at + reach)))
        if placed is None:
            assert most is not None
            continue
        end = placed.x + width(placed.text, SIZE) * (-1 if placed.leftwards else 1)
        assert min(placed.x, end) >= -1e-9
        assert not placed.text or max(placed.x, end) <= WIDTH + 1e-9
        taken.append((placed.row, min(placed.x, end, at), max(placed.x, end, at)))
    for number, (row, left, right) in enumerate(taken):
        assert all(row != other or right < start or end < left for other, start, end in taken[number + 1 :])
    assert most is None or len(rows) <= most


def test_a_label_at_the_right_edge_reads_leftwards():
    placed = Rows(WIDTH, SIZE).place("Tarvonia and Ilmeria: meeting", Spot(330, 330, 330))
    assert (placed.leftwards, placed.text, placed.x) == (True, "Tarvonia and Ilmeria: meeting", 320)


def test_what_is_cut_says_so():
    assert cut("Tarvonia → Ilmeria: threat", SIZE, 80) == "Tarvonia…"
    assert cut("Lind", SIZE, 80) == "Lind"
    assert cut("Lind", SIZE, 0) == ""
