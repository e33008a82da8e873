"""What an app serves, to whom, and what it lets them do."""

import secrets
from ipaddress import ip_address
from pathlib import Path

import msgspec

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One record, served.

    `names`: what the Host header may call us (without port). `key`: what every visitor has to show first, or empty.
    `writable`: whether rulings can be made, `who` by, unless a form says.
    `secret`: what a form has to carry to be one of ours.
    """

    record: Path
    names: tuple[str, ...] = LOOPBACK
    key: str = ""
    writable: bool = True
    who: str = ""
    secret: str = msgspec.field(default_factory=lambda: secrets.token_urlsafe(16))


def is_loopback(host: str) -> bool:
    """Whether what listens on `host` is heard by this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
