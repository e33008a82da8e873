"""What is new to a visitor: kept by their browser, in a cookie that only counts builds."""

import re

import msgspec

COOKIE = "onrecord-visit"
PAUSE_S = 30 * 60  # whoever was away for longer comes back to what is new

_WRITTEN = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,12})")


class Visit(msgspec.Struct, frozen=True):
    """`before`: the last build that was there at the last visit, 0 at the first one; `seen`: the last one at `at`.

    `at` is in seconds since 1970.
    """

    before: int = 0
    seen: int = 0
    at: int = 0

    def __str__(self) -> str:
        return f"{self.before}.{self.seen}.{self.at}"


def visited(cookie: str, *, newest: int, now: int) -> Visit:
    """The visit of whose browser brings `cookie` (empty at the first one), while `newest` is the last build."""
    found = _WRITTEN.fullmatch(cookie)
    last = Visit(*map(int, found.groups())) if found else Visit()
    before = last.seen if now - last.at > PAUSE_S else last.before
    # A record that was made anew begins to count anew.
    return Visit(before if before <= newest else 0, newest, now)
