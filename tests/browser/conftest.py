"""A headless Chromium, the one that the system has, driven with Playwright.

The tests in this folder need a Chromium or Chrome on the PATH and fail without one (on Debian: apt-get install
chromium).
"""

import shutil
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a sandbox, because tests run as root in containers; the pages are our own and may load nothing.
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]


class Chromium:
    """One open page of a browser.

    `console` has what the page complained of, in order; `requested` every address that it has asked for.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.console: list[str] = []
        self.requested: list[str] = []
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))

    def open(self, url: str) -> None:
        """Loads `url` and forgets what the page before it did; returns when it has loaded."""
        self.page.goto("about:blank")
        self.console.clear()
        self.requested.clear()
        self.page.goto(url)

    def run(self, script: str) -> Any:
        """What the expression `script` comes to in the page, awaited where it is a promise."""
        return self.page.evaluate(script)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """The result of one command of the DevTools protocol."""
        return self.page.context.new_cdp_session(self.page).send(method, parameters)


@pytest.fixture(scope="session")
def browser():
    """The browser, for tests that open pages of their own."""
    program = next(filter(None, map(shutil.which, CANDIDATES)), None)
    if program is None:
        raise FileNotFoundError("no Chromium found; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        opened: Browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def chromium(browser):
    """One page for tests of files."""
    return Chromium(browser.new_page())
