import re
from collections import defaultdict
from datetime import date
from html.parser import HTMLParser

import msgspec
import pytest
from lxml import html

from onrecord.record.entries import Evidence
from onrecord.spans import Span
from onrecord.views.chart import draw
from onrecord.views.dossier import _by_document, dossier, shortened
from onrecord.views.dossier import article as whole
from onrecord.views.page import anchor, page
from views.happenings import change, commitment, event

VOID = {"meta", "link", "br", "input", "rect", "path", "line", "use"}  # written without an end tag, or as `<rect/>`


class Nesting(HTMLParser):
    """Collects end tags that close what is not open, and ids that occur twice."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.ids = [], [], []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        if tag not in VOID:
            self.wrong.append(f"<{tag}/>")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")


OPENING = Evidence(document="port", span=Span(70, 80), part="trigger")
ELSEWHERE = Evidence(document="left", span=Span(9, 13), part="trigger")


def with_happenings(told):
    """The dossier with a happening that two articles tell, and a commitment of one; both inside their texts."""
    history = (
        change("planned", date(2031, 3, 6), "the port would open"),
        change("called_off", date(2031, 3, 7), "left early", document="left", outlet="Hollin Post"),
    )
    happening = event(
        status="called_off", documents=("port", "left"), evidence=(OPENING, ELSEWHERE), history=history, accounts=2
    )
    vow = commitment(evidence=(Evidence(document="port", span=Span(62, 84), part="what"),))
    return msgspec.structs.replace(told, events=(happening,), commitments=(vow,))


@pytest.fixture
def drawn(port):
    with port.record() as record:
        told = with_happenings(dossier(record, name="The port of Ardmoor"))
        both = [*told.events, *told.commitments]
        marks = _by_document(record.statements(), both, [])
        articles = tuple(whole(record, each.document, marks[each.document.id]) for each in told.articles)
    told = msgspec.structs.replace(told, articles=articles)
    return page(told, draw(told.events))


@pytest.fixture
def tree(drawn):
    return html.fromstring(drawn)


def test_the_page_is_well_formed_and_its_ids_are_unique(drawn):
    nesting = Nesting()
    nesting.feed(drawn)
    assert nesting.wrong == []
    assert nesting.open == []
    assert len(nesting.ids) == len(set(nesting.ids))


@pytest.mark.parametrize("identity", ["a b", "a.20b", 'a"b', "Ä/ö#?%20", "d"])
def test_any_document_id_makes_an_anchor_of_its_own(identity):
    made = anchor(identity)
    assert re.fullmatch(r"[\w.~-]+", made, re.ASCII)
    assert made not in {anchor(other) for other in ("a b", "a.20b", 'a"b', "Ä/ö#?%20", "d") if other != identity}


def test_every_link_within_the_page_arrives(tree):
    ids = set(tree.xpath("//@id"))
    targets = {link.removeprefix("#") for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert targets <= ids
    assert {described for each in tree.xpath("//@aria-describedby") for described in each.split()} <= ids
    assert {f"#{label}" for label in tree.xpath("//@aria-labelledby")} <= {f"#{each}" for each in ids}


def test_every_highlight_is_the_text_at_its_offsets(tree, port):
    texts = {"port": port.TEXT, "left": 'Ora Lind left early. "Nothing is signed," she said.'}
    marked = defaultdict(list)
    for article, name in zip(tree.find_class("article"), ("port", "left"), strict=True):
        for piece in article.find_class("ev"):
            span = Span(int(piece.get("data-from")), int(piece.get("data-to")))
            assert piece.text_content() == span.of(texts[name])
            for part in set(piece.get("class").split()) & {"source", "cue", "content"}:
                marked[name, part].append(piece.text_content())
    assert marked["port", "source"] == ["Envoy Ora Lind", "Two officials", "the Ardmoor Courier"]
    assert marked["port", "cue"] == ["said", "denied", "reported"]
    assert "".join(marked["port", "content"]) == (
        "the port would open by MayTwo officials denied that Lind had promised anything"
    )


def test_evidence_of_a_statement_within_a_statement_links_to_the_inner_one(tree, port):
    with port.record() as record:
        inner = next(each for each in record.statements() if each.cue_text == "denied")
        outer = next(each for each in record.statements() if each.cue_text == "reported")
    (officials,) = [
        piece
        for piece in tree.xpath("//article[@lang]//a[contains(@class, 'source')]")
        if piece.text_content() == "Two officials"
    ]
    assert officials.get("href") == f"#{inner.id}"
    assert officials.get("data-s").split() == [outer.id, inner.id]


def test_every_statement_is_in_the_ledger_and_leads_to_its_place_in_the_article(tree, port):
    with port.record() as record:
        statements = record.statements()
    assert sorted(tree.xpath("//article[contains(@class, 'entry')]/@id")) == sorted(each.id for each in statements)
    for statement in statements:
        (place,) = tree.xpath(f"//*[@id='at-{statement.id}']")
        first = place.xpath("following-sibling::a")[0]
        assert int(first.get("data-from")) == min(each.span.start for each in statement.evidence)


def test_the_whole_text_is_there_with_residue_set_apart(tree, port):
    article = tree.find_class("article")[0]
    words = [article.xpath(".//h3")[0].text_content(), *(line.text_content() for line in article.xpath(".//div/p"))]
    assert words == port.TEXT.split("\n")
    assert [line.text_content() for line in article.find_class("residue")] == ["By Tam Oskar", "Share this article"]


def test_the_page_loads_nothing_from_anywhere(drawn, tree):
    assert tree.xpath("//script/@src | //img/@src | //iframe/@src | //object/@data | //source/@src") == []
    assert all(link.startswith("data:") for link in tree.xpath("//link/@href"))
    style = "".join(tree.xpath("//style/text()"))
    assert "@import" not in style
    assert set(re.findall(r"url\((.)", style)) <= {"#"}
    assert re.findall(r"https?://[^\s\"']+", re.sub(r"<link[^>]*>", "", drawn)) == ["https://tarn.example/port"]


def test_the_policy_forbids_everything_but_our_own_style_and_script(tree):
    (content,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    policy = dict(rule.strip().split(" ", 1) for rule in content.split(";"))
    assert policy["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", policy["style-src"])
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", policy["script-src"])
    assert tree.xpath("//*[@style or @onclick or @onload]") == []


HOSTILE = "<script>alert(1)</script>"


def test_markup_in_coverage_is_text(story):
    text = f'{HOSTILE} said: "{HOSTILE} & <b>bold</b>"'
    person = story.actor(text, HOSTILE, "a1", title=HOSTILE)
    document = story.document(
        text,
        'x" onmouseover="alert(1)',
        title=HOSTILE,
        outlet=HOSTILE,
        byline=HOSTILE,
        url="javascript:alert(1)",
        origin=HOSTILE,
    )
    story.add(document, [person], [story.said(text, HOSTILE, "said", f"{HOSTILE} & <b>bold</b>", speaker="a1")])
    with story.record() as record:
        drawn = page(dossier(record, name=HOSTILE))
    tree = html.fromstring(drawn)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//b") == []
    assert tree.xpath("//@onmouseover") == []
    assert not [link for link in tree.xpath("//@href") if link.startswith("javascript")]
    assert tree.xpath("//h1")[0].text_content() == HOSTILE
    assert tree.xpath("//blockquote")[0].text_content() == text


def test_control_characters_do_not_end_the_page(story):
    text = "Lind said\x00 \x1b[2J that \u202e it ended."
    story.add(
        story.document(text, "d"),
        [story.actor(text, "Lind", "a1")],
        [story.said(text, "Lind", "said", "it ended", speaker="a1")],
    )
    with story.record() as record:
        tree = html.fromstring(page(dossier(record, name="x")))
    assert tree.xpath("//blockquote")[0].text_content() == "Lind said␀ ␛[2J that \ufffd it ended."


def test_what_could_not_be_read_is_on_the_page(tree):
    assert "budget.html empty page" in " ".join(tree.find_class("overview")[0].text_content().split())


def test_an_empty_record_still_makes_a_page(story):
    with story.record() as record:
        drawn = page(dossier(record, name="Nothing yet"))
    assert "0 documents" in drawn


def test_the_same_record_gives_the_same_page(port):
    with port.record() as record:
        assert page(dossier(record, name="x")) == page(dossier(record, name="x"))


def test_a_shared_page_does_not_tell_where_its_maker_keeps_their_files(story):
    story.add(story.document("Nothing was said.", "d", origin="/secret/folder/port.txt"))
    with story.record() as record:
        drawn = page(dossier(record, name="x"))
    assert "port.txt" in drawn
    assert "secret" not in drawn


def test_a_happening_leads_to_each_of_its_passages_and_back(tree):
    (item,) = tree.xpath("//section[@id='timeline']//article")
    assert item.get("id") == "e-000000000000"
    targets = [link for link in item.xpath(".//a/@href") if link.startswith("#at-")]
    assert set(targets) == {"#at-e-000000000000-d-port", "#at-e-000000000000-d-left"}
    for target, words in (("at-e-000000000000-d-left", "left"), ("at-e-000000000000-d-port", " port woul")):
        (place,) = tree.xpath(f"//*[@id='{target}']")
        marks = place.xpath("following-sibling::a[contains(@data-s, 'e-000000000000')]")
        assert "".join(mark.text_content() for mark in marks) == words
        assert "event" in marks[0].get("class")


def test_the_history_of_a_happening_folds_out_without_a_script(tree):
    (details,) = tree.xpath("//section[@id='timeline']//details")
    assert " ".join(details.xpath("summary")[0].text_content().split()) == "2 changes, 2 accounts in 2 documents"
    changes = [" ".join(each.text_content().split()) for each in details.xpath(".//li")]
    assert changes == [
        "planned 6 March 2031, Tarn Gazette“the port would open”",
        "called off 7 March 2031, Hollin Post“left early”",
    ]


def test_a_commitment_says_when_it_is_due_and_what_became_of_it(tree):
    (item,) = tree.xpath("//section[@id='commitments']//article")
    said = " ".join(item.text_content().split())
    for words in ("12 March 2031 open", "Tarvonia → Ilmeria ultimatum", "condition: “unless the crew is freed”", "60%"):
        assert words in said


def test_the_drawing_is_in_the_page_without_styles_or_namespaces(drawn, tree):
    assert len(tree.xpath("//figure/svg[@role='img']")) == 2
    assert "xmlns" not in re.sub(r"<link[^>]*>", "", drawn)
    assert tree.xpath("//figure//@style") == []


def test_without_a_drawing_the_timeline_is_a_list_and_without_happenings_there_is_none(port):
    with port.record() as record:
        told = dossier(record, name="x")
    listed = html.fromstring(page(with_happenings(told)))
    assert listed.xpath("//figure") == []
    assert len(listed.xpath("//section[@id='timeline']//article")) == 1
    assert html.fromstring(page(told)).xpath("//section[@id='timeline' or @id='commitments']") == []


def test_markup_in_a_happening_is_text(port):
    hostile = {"what": HOSTILE, "initiator_names": (HOSTILE,), "place_name": HOSTILE, "excluded_names": (HOSTILE,)}
    told_by = {"only_said": True, "said_by": (HOSTILE,), "mode": HOSTILE, "duration": "\x1b[2J<b>"}
    with port.record() as record:
        told = dossier(record, name="x")
    changed = (change("open", date(2031, 3, 6), HOSTILE, outlet=HOSTILE, document="port"),) * 2
    vow = commitment(what=HOSTILE, condition=HOSTILE, by_name=HOSTILE, figures=(HOSTILE,), history=changed)
    told = msgspec.structs.replace(told, events=(event(**hostile | told_by),), commitments=(vow,))
    tree = html.fromstring(page(told, draw(told.events)))
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//section[@id='timeline']//b/b") == []
    assert tree.xpath("//section[@id='timeline']//blockquote")[0].text_content() == HOSTILE


def test_a_short_one_names_its_articles_and_shows_none(port):
    with port.record() as record:
        told = shortened(with_happenings(dossier(record, name="The port of Ardmoor")))
        of = {each.id: each.document for each in record.statements()}
    tree = html.fromstring(page(told, documents=of))
    assert not [name for name in ("entry", "article", "filters") if tree.find_class(name)]
    names = [each.text_content().strip() for each in tree.get_element_by_id("articles").iter("li")]
    assert any("Talks in Ardmoor stall over cargo" in name for name in names)
    places = {each.get("id") for each in tree.iter() if each.get("id")}
    links = {each.get("href")[1:] for each in tree.iter("a") if each.get("href", "").startswith("#")}
    assert links <= places
