"""A headless Chromium, driven over a pipe by the DevTools protocol.

The tests in this folder need a Chromium or Chrome on the PATH and fail without one (on Debian: apt-get install
chromium).
"""

import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

REQUEST = "Network.requestWillBeSent"
CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a sandbox, because tests run as root in containers; the page is our own and may load nothing.
SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe")


class Chromium:
    """One browser with one open page; `console` has what the page complained of, in order."""

    def __init__(self, profile: Path) -> None:
        program = next(filter(None, map(shutil.which, CANDIDATES)), None)
        if program is None:
            raise FileNotFoundError("no Chromium found; on Debian: apt-get install chromium")
        # The browser reads commands from its descriptor 3 and writes answers to its descriptor 4.
        commands, self._commands = map(_high, os.pipe())
        self._answers, answers = map(_high, os.pipe())
        arguments = [program, *SWITCHES, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "bash", *arguments],
            pass_fds=(commands, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self._number = 0
        self._session: str | None = None
        self._unparsed = b""
        self._events: list[dict[str, Any]] = []
        self.console: list[str] = []
        self._attach()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._commands)
        self._process.kill()
        self._process.wait()
        os.close(self._answers)

    def open(self, url: str) -> None:
        """Loads `url` and forgets what the page before it did; returns when it has loaded."""
        self._load("about:blank")
        self._events.clear()
        self.console.clear()
        self._load(url)

    @property
    def requested(self) -> list[str]:
        """Every address that the page has asked for, in order."""
        return [event["params"]["request"]["url"] for event in self._events if event["method"] == REQUEST]

    def run(self, script: str) -> Any:
        """What the expression `script` comes to in the page, awaited where it is a promise."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """The result of one command of the protocol."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            self._keep(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def _attach(self) -> None:
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def _load(self, url: str) -> None:
        before = len(self._events)
        self.call("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self._events[before:]):
            self._keep(self._receive())

    def _keep(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Log.entryAdded":
            self.console.append(event["params"]["entry"]["text"])
        elif event.get("method") == "Runtime.exceptionThrown":
            self.console.append(event["params"]["exceptionDetails"]["text"])
        elif event.get("method") == "Runtime.consoleAPICalled":
            self.console.append(str(event["params"]["args"]))
        elif "method" in event:
            self._events.append(event)

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._unparsed:
            more = os.read(self._answers, 1 << 16)
            if not more:
                raise RuntimeError("Chromium closed the pipe")
            self._unparsed += more
        message, self._unparsed = self._unparsed.split(b"\0", 1)
        return dict(json.loads(message))


def _high(descriptor: int) -> int:
    """The same pipe under a number that is not 3 or 4."""
    high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return high


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    with Chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser
