"""The drawn timeline and its list as a browser shows them."""

import msgspec
import pytest

from onrecord.coverage.document import Document
from onrecord.coverage.identity import text_hash
from onrecord.reading.schema import Reading
from onrecord.record.build import build
from onrecord.record.record import Record
from onrecord.spans import Span
from onrecord.views.chart import draw
from onrecord.views.dossier import dossier
from onrecord.views.page import page
from views.happenings import FIRST, change, commitment, events

TEXT = "\n".join(f"Tarvonia and Ilmeria met for the {number}th time." for number in range(60))
SHOWN = "(selector) => getComputedStyle(document.querySelector(selector)).display !== 'none'"


def written(tmp_path, number):
    """A page with `number` happenings and one commitment."""
    document = Document(id="port", text=TEXT, sha256=text_hash(TEXT), origin="port.txt", body=(Span(0, len(TEXT)),))
    reading = Reading(id="port", text=TEXT)
    build([document], tmp_path / "story.db", read=lambda _: [reading], model="by hand", version="0")
    with Record.open(tmp_path / "story.db") as record:
        told = dossier(record, name="Ships")
    vow = commitment(history=(change("open", FIRST, "would pay"), change("kept", FIRST, "has paid")))
    told = msgspec.structs.replace(told, events=tuple(events(number)), commitments=(vow,))
    path = tmp_path / "story.html"
    path.write_text(page(told, draw(told.events, newest=FIRST)), encoding="utf-8")
    return path.as_uri()


def resize(chromium, width):
    chromium.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)


@pytest.mark.parametrize("number", [5, 5000])
def test_the_drawing_keeps_to_the_policy_and_fits_every_width(chromium, tmp_path, number):
    resize(chromium, 1280)
    chromium.open(written(tmp_path, number))
    assert chromium.console == []
    assert [address for address in chromium.requested if not address.startswith(("file:", "data:"))] == []
    for width in (320, 390, 720, 1280):
        resize(chromium, width)
        assert chromium.run("document.documentElement.scrollWidth <= innerWidth"), width
        assert chromium.run(f"({SHOWN})('.chart-narrow')") is (width < 704)
        assert chromium.run(f"({SHOWN})('.chart-wide')") is (width >= 704)


def test_its_words_are_text_in_the_fonts_of_the_page_and_touch_no_other(chromium, tmp_path):
    resize(chromium, 1280)
    chromium.open(written(tmp_path, 40))
    words = "[...document.querySelectorAll('.chart-wide text[stroke]')]"
    assert chromium.run(f"{words}.some((each) => each.textContent.includes('Tarvonia'))")
    same = f"getComputedStyle({words}[0]).fontFamily === getComputedStyle(document.querySelector('nav')).fontFamily"
    assert chromium.run(same)
    overlapping = (
        f"(() => {{ const boxes = {words}.map((each) => each.getBoundingClientRect()); let number = 0;"
        " boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => { number += a.x < b.x + b.width"
        " && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height; })); return number; })()"
    )
    assert chromium.run(overlapping) == 0


def test_a_mark_leads_to_its_happening_in_the_list(chromium, tmp_path):
    resize(chromium, 1280)
    chromium.open(written(tmp_path, 5))
    target = chromium.run("document.querySelector('.chart-wide a').getAttribute('href')")
    chromium.run(
        "document.querySelector('.chart-wide a').dispatchEvent("
        "new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    assert chromium.run("location.hash") == target
    assert chromium.run("document.querySelector(':target').className") == "item"


def test_what_is_folded_is_there_on_paper(chromium, tmp_path):
    resize(chromium, 1280)
    chromium.open(written(tmp_path, 5))
    chromium.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert chromium.run(f"({SHOWN})('.chart-wide')")
        folded = "getComputedStyle(document.querySelector('.item details'), '::details-content').contentVisibility"
        assert chromium.run(folded) == "visible"
        assert chromium.run("document.documentElement.scrollWidth <= innerWidth")
    finally:
        chromium.call("Emulation.setEmulatedMedia", media="")
