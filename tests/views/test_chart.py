"""The drawing as it stands in a page: four renders, because each takes a part of a second."""

from datetime import date

import pytest
from lxml import etree

from onrecord.interval import UNKNOWN
from onrecord.views.chart import draw
from onrecord.views.svg import KEPT, SHAPES
from views.happenings import event, events

HOSTILE = '</text></svg><script>alert(1)</script> \x1b[2J\x00 \ufffe " onload="x'


def parsed(drawing):
    return etree.fromstring(str(drawing))


@pytest.fixture(scope="module")
def few():
    return draw([event(initiator_names=(HOSTILE,)), event(1, status="denied", initiator_names=(), what=HOSTILE)])


@pytest.fixture(scope="module")
def many():
    return draw(events(5000, days=420), newest=date(2032, 2, 1))


def test_markup_and_control_characters_are_words_in_it(few):
    for drawing in (few.wide, few.narrow):
        tree = parsed(drawing)
        assert "</text></sv" in "".join(tree.xpath("//text/text()"))
        assert "\x1b" not in drawing
        assert not tree.xpath("//script | //@onload")


def test_it_is_shapes_text_and_links_within_the_page_and_nothing_else(few, many):
    for drawing in (few.wide, few.narrow, many.wide, many.narrow):
        tree = parsed(drawing)
        assert {each.tag for each in tree.iter()} <= SHAPES | {"svg", "title", "desc"}
        assert {name for each in tree.iterdescendants() for name in each.attrib} <= KEPT | {"href", "tabindex", "id"}
        assert "http" not in drawing
        assert {link[:3] for link in tree.xpath("//@href")} == {"#e-"}


def test_it_names_itself_and_says_where_the_same_can_be_read(many):
    tree = parsed(many.wide)
    assert tree.get("role") == "img"
    (title,) = tree.xpath("//title[@id = /svg/@aria-labelledby]/text()")
    (described,) = tree.xpath("//desc[@id = /svg/@aria-describedby]/text()")
    assert title.startswith("Timeline: 4,7")
    assert "counted by the week" in described
    assert described.endswith("The list below has them all.")


def test_each_mark_tells_all_of_its_happening(few):
    (first, _) = parsed(few.wide).xpath("//a/title/text()")
    assert first.startswith("3 March 2031 · ")
    assert first.endswith("met for three hours behind closed doors · occurred")


def test_a_status_has_a_shape_of_its_own(few):
    shapes = parsed(few.wide).xpath("//a/path/@d")
    assert len(set(shapes)) == 2


def test_five_thousand_make_a_drawing_of_a_size_that_can_be_sent(many):
    assert len(many.wide) + len(many.narrow) < 250_000


def test_without_any_date_nothing_is_drawn():
    assert draw([event(when=UNKNOWN)]) is None
