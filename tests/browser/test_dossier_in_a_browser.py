import pytest

from onrecord.coverage.document import Document
from onrecord.coverage.identity import text_hash
from onrecord.reading.schema import Act, Actor, Form, Kind, Mention, MentionForm, Reading, Sourcing, Statement
from onrecord.record.build import build
from onrecord.record.record import Record
from onrecord.spans import Span
from onrecord.views.dossier import dossier
from onrecord.views.page import page

SENTENCES = 40
TEXT = "\n".join(f"Ora Lind said that ship {number} would sail. <img src=x>" for number in range(SENTENCES))


def reading_of(document):
    mentions, statements = [], []
    for number in range(SENTENCES):
        start = document.text.index(f"ship {number} ") - len("Ora Lind said that ")
        name, cue = Span(start, start + 8), Span(start + 9, start + 13)
        content = Span(start + 14, document.text.index(" would sail", start) + len(" would sail"))
        mentions.append(Mention(span=name, head=name, kind=Kind.PERSON, form=MentionForm.NAME, actor="a1"))
        statements.append(
            Statement(
                source=(name,),
                cue=(cue,),
                content=(content,),
                speaker="a1",
                form=Form.INDIRECT,
                sourcing=Sourcing.NAMED,
                act=Act.PROMISE if number else Act.DENY,
            )
        )
    return Reading(
        id=document.id,
        text=document.text,
        actors=(Actor(id="a1", name="Ora Lind", kind=Kind.PERSON),),
        mentions=tuple(mentions),
        statements=tuple(statements),
    )


@pytest.fixture
def opened(tmp_path, chromium):
    """A dossier of forty statements, far longer than a window, in the browser."""
    story = tmp_path / "story.db"
    document = Document(id="d", text=TEXT, sha256=text_hash(TEXT), origin="d.txt", body=(Span(0, len(TEXT)),))
    build([document], story, read=lambda documents: map(reading_of, documents), model="by hand", version="0")
    with Record.open(story) as record:
        (tmp_path / "story.html").write_text(page(dossier(record, name="Ships")), encoding="utf-8")
    chromium.call("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False)
    chromium.open((tmp_path / "story.html").as_uri())
    return chromium


def in_view(selector):
    return (
        f"(() => {{ const box = document.querySelector({selector!r}).getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; })()"
    )


def test_the_page_complains_of_nothing_and_asks_for_nothing_else(opened):
    opened.run("document.querySelector('.filters input').dispatchEvent(new Event('input', {bubbles: true}))")
    assert opened.console == []
    assert [address for address in opened.requested if not address.startswith(("file:", "data:"))] == []


def test_a_click_on_a_highlight_goes_to_its_entry_and_the_entry_leads_back(opened):
    opened.run("document.querySelectorAll('.article a.cue')[30].click()")
    entry = opened.run("location.hash.slice(1)")
    assert opened.run("document.querySelector(':target').textContent").count("ship 30") == 1
    assert opened.run(in_view(f"#{entry}"))
    opened.run(f"document.querySelector('#{entry} a[href^=\"#at-\"]').click()")
    assert opened.run("location.hash") == f"#at-{entry}"
    assert opened.run("[...document.querySelectorAll('.lit')].map((piece) => piece.textContent)") == [
        "Ora Lind",
        "said",
        "that ship 30 would sail",
    ]
    assert opened.run(in_view(".lit"))


def test_the_statements_can_be_filtered(opened):
    shown = "[...document.querySelectorAll('.entry')].filter((entry) => entry.offsetParent).length"
    choose = (
        "(name, value) => { const field = document.querySelector('.filters').elements[name]; field.value = value;"
        " field.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    assert opened.run(shown) == SENTENCES
    opened.run(f"({choose})('act', 'deny')")
    assert opened.run(shown) == 1
    assert opened.run("document.querySelector('output').value") == f"1 of {SENTENCES} statements"
    opened.run(f"({choose})('act', '')")
    opened.run(f"({choose})('text', 'ship 17')")
    assert opened.run(shown) == 1


def test_a_link_to_a_statement_that_is_filtered_out_shows_it_again(opened):
    opened.run(
        "(() => { const field = document.querySelector('.filters input'); field.value = 'ship 3 ';"
        " field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    opened.run("document.querySelectorAll('.article a.cue')[30].click()")
    opened.run("new Promise((done) => setTimeout(done))")
    assert opened.run("document.querySelector(':target').offsetParent !== null")
    assert opened.run(in_view(":target"))


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_at_any_width(opened, width):
    opened.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_works_without_its_script(opened):
    address = opened.run("location.href")
    opened.call("Emulation.setScriptExecutionDisabled", value=True)
    opened.open(address)
    opened.call("Emulation.setScriptExecutionDisabled", value=False)
    assert opened.run("document.querySelector('.filters').hidden")
    assert opened.run("document.querySelectorAll('.entry').length") == SENTENCES
    assert opened.run("document.querySelectorAll('img').length") == 0
