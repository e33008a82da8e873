"""The app as users walk through it."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from web.serving import hostile, sample, served

SCREENS = Path(__file__).parent.parent.parent / "build" / "screens"
PATHS = (
    *("/", "/timeline", "/actors", "/network", "/statements", "/commitments", "/disputes", "/positions", "/forecasts"),
    *("/roles", "/narratives", "/labels", "/copies", "/outlets", "/articles", "/stories", "/rulings"),
    "/search?q=tariff",
)
SERIOUS = {"serious", "critical"}
# The sum of the layout shifts that the browser saw, those before this runs among them.
SUM_OF_SHIFTS = """new Promise(done => {
  window.shift = 0;
  const add = list => { for (const each of list.getEntries()) window.shift += each.value; };
  new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
  setTimeout(done, 300);
})"""
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The address of a server of the sample story."""
    with served(sample(tmp_path_factory.mktemp("app"))) as address:
        yield address


@pytest.fixture
def page(browser, app):
    """A page of its own in the browser; what it complains of is an error."""
    context = browser.new_context(base_url=app, viewport=WIDE)
    opened = context.new_page()
    complaints = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    assert complaints == []
    context.close()


def name_of(path, *more):
    return "-".join((re.sub(r"\W+", "-", path).strip("-") or "brief", *more)) + ".png"


def shown(page, path):
    """Opens `path` and waits until what is drawn by scripts is there."""
    page.goto(path)
    if path.startswith("/network"):
        page.wait_for_selector(".graph[data-nodes]")


def one_of_each(page):
    """The address of an actor's page, of an entry's and of an article's."""
    page.goto("/actors")
    actor = page.locator("a.name").first.get_attribute("href")
    page.goto("/timeline")
    entry = page.locator("a.id").first.get_attribute("href")
    page.goto("/articles")
    return [actor, entry, page.locator("a.name").first.get_attribute("href")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_page_is_accessible_fits_and_asks_nobody_else(browser, app, scheme, size):
    SCREENS.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(base_url=app, viewport=size, color_scheme=scheme)
    page = context.new_page()
    asked, complaints, findings, wide = [], [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append((page.url, message.text)))
    axe = Axe()
    for path in [*PATHS, *one_of_each(page)]:
        shown(page, path)
        page.screenshot(
            path=SCREENS / name_of(path.partition("/a-")[0].partition("/e-")[0], scheme, str(size["width"]))
        )
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
        # Colours by night are the same on a phone, and its layout is the same by night.
        checked = axe.run(page).response["violations"] if (scheme, size) != ("dark", PHONE) else []
        violations = [each for each in checked if each["impact"] in SERIOUS]
        findings += [(path, each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in violations]
    context.close()
    assert findings == []
    assert wide == []
    assert complaints == []
    assert {url for url in asked if not url.startswith((app, "data:"))} == set()


def test_from_the_brief_to_the_words_in_the_article(page):
    page.goto("/")
    page.get_by_role("link", name="Statements", exact=True).first.click()
    page.get_by_role("link", name=re.compile("^Unnamed")).click()
    assert "sourcing=unnamed" in page.url
    first = page.locator("article.entry").first
    words = first.locator("blockquote .content").first.inner_text().split()
    first.get_by_role("link", name="in the article").click()
    page.wait_for_selector(".lit")
    assert set(words) <= set(" ".join(page.locator(".lit").all_inner_texts()).split())
    page.locator(".lit").first.click()
    assert "/entries/s-" in page.url
    assert page.get_by_role("heading", name="Evidence").is_visible()


def test_the_timeline_zooms_in_and_out(page):
    page.goto("/timeline")
    before = int(page.locator(".total").inner_text())
    page.locator(".zoom svg a").last.click()
    assert "since=" in page.url
    assert int(page.locator(".total").inner_text()) < before
    page.get_by_role("link", name=re.compile("zoom out")).click()
    page.go_back()
    page.go_back()
    assert int(page.locator(".total").inner_text()) == before


def test_a_sign_on_the_timeline_leads_to_its_entry(page):
    page.goto("/timeline")
    page.locator(".chart-wide a").first.click()
    assert "/entries/e-" in page.url


def test_the_network_draws_who_the_table_names(page):
    shown(page, "/network")
    assert int(page.locator(".graph").get_attribute("data-nodes")) > 5
    assert page.locator(".graph canvas").count() > 0
    page.locator("tbody td.n a").first.click()
    assert "/timeline?" in page.url


def test_a_key_leads_to_the_search_box(page):
    page.goto("/disputes")
    page.keyboard.press("/")
    page.keyboard.type("speaker:Brenn tariff")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert page.locator("article.entry").count() > 0


def test_the_whole_page_can_be_reached_by_keyboard(page):
    page.goto("/statements")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_the_theme_is_kept(page):
    page.goto("/")
    day = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="By night").click()
    night = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert night != day
    page.goto("/actors")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == night


def test_nothing_jumps_while_a_page_loads(page):
    page.goto("/timeline")
    page.evaluate(SUM_OF_SHIFTS)
    assert page.evaluate("window.shift") < 0.05


def test_a_page_prints_without_what_is_only_for_the_screen(page):
    page.goto("/statements")
    page.emulate_media(media="print")
    assert not page.locator(".banner nav").is_visible()
    assert not page.locator(".choices").is_visible()
    assert page.locator("article.entry").first.is_visible()


def test_an_entry_is_pinned_and_the_ruling_undone(page):
    page.goto("/commitments")
    page.locator("a.id").first.click()
    page.get_by_text("Correct or pin").click()
    form = page.locator("form", has=page.get_by_role("heading", name="Pin"))
    form.get_by_label("Why").fill("ask the ministry")
    form.get_by_role("button", name="Pin").click()
    assert page.get_by_role("status").is_visible()
    page.goto("/")
    assert page.get_by_role("heading", name="Pinned").is_visible()
    assert "ask the ministry" in page.locator(".pins").inner_text()
    page.goto("/rulings")
    page.get_by_role("button", name="Undo").first.click()
    page.goto("/")
    assert page.get_by_role("heading", name="Pinned").count() == 0


def test_an_entry_is_rejected_and_brought_back(page):
    page.goto("/timeline?format=html")
    before = int(page.locator(".total").inner_text())
    page.locator("a.id").first.click()
    page.get_by_text("Correct or pin").click()
    page.get_by_role("button", name="Reject").click()
    page.goto("/timeline")
    assert int(page.locator(".total").inner_text()) == before - 1
    page.goto("/rulings")
    page.get_by_role("button", name="Undo").first.click()
    page.goto("/timeline")
    assert int(page.locator(".total").inner_text()) == before


def test_an_article_full_of_markup_changes_nothing(browser, tmp_path):
    with served(hostile(tmp_path)) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        asked, complaints, dialogs = [], [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.goto("/articles")
        article = page.locator("a.name").first.get_attribute("href")
        for path in (*PATHS, article):
            page.goto(path)
            page.wait_for_timeout(50)
            assert "owned" not in page.title() or "script" in page.title()
            assert page.evaluate("document.querySelectorAll('main script, main img, main svg[onload]').length") == 0
        assert "<script>" in page.locator("main").inner_text()
        context.close()
    assert dialogs == []
    assert complaints == []
    assert all(url.startswith((address, "data:")) for url in asked)
