from datetime import date

import pytest

from onrecord.coverage.document import ResidueKind
from onrecord.interval import Interval

PARAGRAPHS = [
    "The minister said on Monday that the bridge over the Sarn would stay closed until the inquiry had reported.",
    "“Nobody has told us why,” said Ora Lind, who has run the ferry between the two towns for eleven years.",
    "Shops on the northern bank say that they have lost a third of their customers since the closure in May.",
    "The inquiry was to report in June, but its chairman resigned and a successor has not been named so far.",
]

PAGE = """<!doctype html><html lang="en"><head><title>Bridge to stay closed | Sarn Lantern</title>
<meta property="og:site_name" content="Sarn Lantern"><meta property="og:title" content="Bridge to stay closed">
<meta name="author" content="Ana Ruiz">{head}
<script>var share = "Share this";</script><style>p {{ color: red }}</style></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<div class="cookie-banner"><p>We use cookies to make this website work for you.</p></div>
<article><h1>Bridge to stay closed</h1><p class="byline">By Ana Ruiz, 4 March 2031</p>
<p>{0}</p><p>{1}</p><div class="related-box"><h3>Related</h3><a href="/x">Ferry captain honoured</a></div>
<p>{2}</p><p>{3}</p><p hidden>Draft: do not publish.</p></article>
<section id="comments"><h2>Comments</h2><p>First! Great ferry.</p></section>
<footer>© 2031 Sarn Lantern. All rights reserved.</footer></body></html>"""


def page(head: str = "") -> str:
    return PAGE.format(*PARAGRAPHS, head=head)


def test_the_body_is_the_article_and_nothing_else(load_one):
    document = load_one("bridge.html", page())
    body = [line for span in document.body for line in span.of(document.text).split("\n")]
    assert body == PARAGRAPHS
    assert document.unread == ""
    assert document.language == "en"


def test_the_text_is_what_a_reader_sees_in_reading_order(load_one):
    document = load_one("bridge.html", page())
    places = [document.text.index(part) for part in ("Home", "cookies", *PARAGRAPHS, "First!", "© 2031")]
    assert places == sorted(places)
    assert "var share" not in document.text
    assert "Draft" not in document.text


def test_residue_takes_its_kind_from_the_mark_up(load_one):
    document = load_one("bridge.html", page())
    kinds = {residue.span.of(document.text): residue.kind for residue in document.residue}
    assert kinds["Bridge to stay closed"] is ResidueKind.HEADLINE
    assert kinds["By Ana Ruiz, 4 March 2031"] is ResidueKind.BYLINE
    assert kinds["Ferry captain honoured"] is ResidueKind.TEASER
    assert kinds["First! Great ferry."] is ResidueKind.COMMENTS
    assert kinds["We use cookies to make this website work for you."] is ResidueKind.BOILERPLATE


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2031-03-05T06:00:00Z">'
            '<link rel="canonical" href="https://lantern.example/2031/03/09/bridge">',
            Interval.on(date(2031, 3, 5), "metadata"),
            id="metadata-before-address",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-03-06"}</script>',
            Interval.on(date(2031, 3, 6), "metadata"),
            id="json-ld",
        ),
        pytest.param(
            '<link rel="canonical" href="https://lantern.example/2031/03/09/bridge">',
            Interval.on(date(2031, 3, 9), "url"),
            id="address-before-byline",
        ),
        pytest.param("", Interval.on(date(2031, 3, 4), "byline"), id="byline"),
    ],
)
def test_the_day_comes_with_its_basis(load_one, head, published):
    assert load_one("bridge.html", page(head)).published == published


def test_title_outlet_byline_and_address_come_from_the_mark_up(load_one):
    document = load_one("b.html", page('<link rel="canonical" href="https://lantern.example/bridge">'))
    assert (document.title, document.outlet, document.byline) == ("Bridge to stay closed", "Sarn Lantern", "Ana Ruiz")
    assert document.url == "https://lantern.example/bridge"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            "<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>", id="only-a-menu"
        ),
        pytest.param(
            "<html><body><div id='root'>Loading</div><script>start()</script></body></html>", id="script-page"
        ),
    ],
)
def test_a_page_without_an_article_is_kept_and_not_read(load_one, html):
    document = load_one("menu.html", html)
    assert document.unread == "no article in it"
    assert document.body == ()


def test_a_page_without_text_is_kept_and_not_read(load_one):
    assert load_one("blank.html", "<html><body><script>start()</script></body></html>").unread == "no text"


def test_a_declared_character_set_is_used(load_one):
    html = (
        page('<meta charset="iso-8859-2">')
        .replace("Ora Lind", "Ora Łyńska")
        .replace("“", '"')
        .replace("”", '"')
        .replace("©", "")
    )
    assert "Ora Łyńska" in load_one("bridge.html", html.encode("iso-8859-2")).text


def test_a_deeply_nested_page_is_read(load_one):
    html = f"<html><body>{'<div>' * 200}<p>{PARAGRAPHS[0]}</p>{'</div>' * 200}</body></html>"
    assert PARAGRAPHS[0] in load_one("deep.html", html).text
