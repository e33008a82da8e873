"""Pages as they come over HTTP from the server that users start."""

import csv
import html
import io
import re
from collections import deque

import httpx
import msgspec
import pytest

import onrecord
from onrecord.reading.schema import Sourcing
from onrecord.views.web.pages import PAGES
from onrecord.views.web.view import ON_A_PAGE
from web.serving import SAMPLE, served

LISTS = [
    page.path for page in PAGES if page.path not in {"/", "/search", "/article", "/outlet"} and "{" not in page.path
]
MOST_CRAWLED = 500


def links_in(text):
    """The addresses on this server that a page links to, without the place on the page."""
    found = re.findall(r'(?:href|src)="(/[^"]*)"', text)
    return {html.unescape(each).partition("#")[0] for each in found}


def test_every_link_of_every_page_leads_somewhere(site):
    waiting, seen = deque(["/"]), {"/"}
    with httpx.Client(base_url=site, follow_redirects=True) as client:
        while waiting and len(seen) < MOST_CRAWLED:
            address = waiting.popleft()
            answer = client.get(address)
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
            if "text/html" in answer.headers["content-type"]:
                new = links_in(answer.text) - seen
                seen |= new
                waiting.extend(sorted(new))
    assert len(seen) > 300


@pytest.mark.parametrize("path", LISTS)
def test_every_list_can_be_had_whole_as_csv_and_as_json(site, path):
    page = httpx.get(site + path).text
    rows = list(csv.DictReader(io.StringIO(httpx.get(f"{site}{path}?format=csv").text)))
    entries = httpx.get(f"{site}{path}?format=json").json()
    assert len(rows) == len(entries)
    counted = re.search(r'class="total">([\d,]+)<', page)
    assert int(counted[1].replace(",", "")) == len(entries)


def test_the_data_of_a_list_is_what_the_record_hands_out(site, story):
    with onrecord.open(story) as record:
        expected = msgspec.json.decode(msgspec.json.encode(record.statements(sourcing=Sourcing.UNNAMED)))
    assert httpx.get(f"{site}/statements?sourcing=unnamed&format=json").json() == expected


def test_pages_of_a_list_have_each_entry_once_and_in_order(site, story):
    with onrecord.open(story) as record:
        expected = [statement.id for statement in record.statements()]
    shown = []
    for page in range(1, -(-len(expected) // ON_A_PAGE) + 1):
        shown += re.findall(r'<article class="entry" id="([^"]+)"', httpx.get(f"{site}/statements?page={page}").text)
    assert shown == expected


def test_what_can_be_chosen_is_counted_as_it_then_is_found(site):
    page = httpx.get(f"{site}/statements").text
    choices = re.findall(r'<li><a href="(/statements\?[^"]+)"><span>[^<]*</span> <span class="n">(\d+)</span>', page)
    assert len(choices) > 10
    for address, number in choices[:12]:
        found = httpx.get(site + html.unescape(address)).text
        assert re.search(rf'class="total">{number}<', found), address


def test_choices_can_be_combined_and_taken_back(site):
    page = httpx.get(f"{site}/timeline?status=occurred&type=CONSULT").text
    assert page.count('aria-current="true"') == 2
    assert "/timeline?type=CONSULT" in html.unescape(page)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/entries/e-nothing", 404, "No entry e-nothing"),
        ("/actors/a-nothing", 404, "No actor a-nothing"),
        ("/nowhere", 404, "Not found"),
        ("/statements?sourcing=somebody", 400, "somebody"),
        ("/statements?page=0", 400, "pages count from 1"),
        ("/statements?page=99999999999999999999", 400, "larger"),
        ("/timeline?new=99999999999999999999", 400, "larger"),
        ("/statements?since=yesterday", 400, "since"),
        ("/statements?speaker=Nobody", 404, "Nobody is called"),
        ("/?story=y-nothing", 404, "No story called"),
        ("/?format=csv", 400, "no list"),
    ],
)
def test_what_cannot_be_shown_is_explained_on_a_page(site, address, status, words):
    answer = httpx.get(site + address)
    assert answer.status_code == status
    assert words in html.unescape(answer.text)
    assert "Traceback" not in answer.text


def test_fields_of_a_form_that_were_left_empty_ask_nothing(site):
    assert httpx.get(f"{site}/statements?text=&since=&until=&sourcing=").status_code == 200


def test_an_error_does_not_tell_where_the_record_lies(site, story):
    assert str(story.parent) not in httpx.get(f"{site}/statements?speaker=Nobody").text


def test_what_is_no_list_can_be_had_as_json(site, story):
    with onrecord.open(story) as record:
        actor, event, article = record.actors(limit=1)[0], record.events(limit=1)[0], record.documents()[0]
        assert httpx.get(f"{site}/entries/{event.id}?format=json").json()["what"] == event.what
        assert httpx.get(f"{site}/actors/{actor.id}?format=json").json()["actor"]["name"] == actor.name
        told = httpx.get(f"{site}/article", params={"id": article.id, "format": "json"}).json()
        assert told["text"] == record.text(article.id)
        assert httpx.get(f"{site}/?format=json").json()["statements"] == record.summary().statements


def test_search_takes_words_phrases_and_operators(site):
    def found(query):
        return html.unescape(httpx.get(f"{site}/search", params={"q": query}).text)

    assert re.search(r"\b[1-9]\d* statements?\b", found("tariff"))
    assert "Aldous Brenn" in found("speaker:Brenn tariff")
    assert re.search(r"0 statements, [1-9]\d* happening", found("type:consult"))
    assert "is none of" in found("type:nonsense tariff")
    assert "2031-13 is no day" in found("before:2031-13")
    assert "Nothing found" in found("xylophone")


def test_the_brief_tells_at_the_next_visit_what_came_since(tmp_path):
    files = sorted(SAMPLE.iterdir())
    story = tmp_path / "story.db"
    onrecord.build(files[:2], story).close()
    with served(story) as address, httpx.Client(base_url=address) as client:
        assert "since your last visit" not in client.get("/").text
        seen = client.cookies["onrecord-visit"]
        long_ago = {"cookie": f"onrecord-visit={seen.rpartition('.')[0]}.1"}
        client.cookies.clear()
        onrecord.build(files[2:4], story).close()
        page = client.get("/", headers=long_ago).text
        assert "since your last visit" in page
        [link] = re.findall(r'<a href="(/\?new=\d+)">What is new', page)
        new = client.get(link).text
        assert "2 articles" in new or "1 article" in new
