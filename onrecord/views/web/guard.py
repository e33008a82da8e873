"""What stands between a browser and the pages: who may ask, and what a page may do.

Against another site's page that reaches a server on this machine: the Host header has to be ours (DNS rebinding), what
changes the record has to come from our own pages (a token in the form, and the Origin header). Against coverage that
got through the escaping: a Content Security Policy under which nothing runs that we did not serve as a file.
"""

import hmac
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from onrecord.views.web.settings import Settings

# Cytoscape writes this one style of its own.
_STYLE_OF_NETWORK = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='"
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'self' {_STYLE_OF_NETWORK}",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": under that a browser hides from us that a form is our own.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
OF_FILES = "max-age=3600"
KEY_COOKIE = "onrecord-key"
KEY_PARAMETER = "key"
_ASKING = {"GET", "HEAD"}


class Guard:
    """Around the whole app: turns away who may not ask, gives every answer the headers that keep a page harmless."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself where a request is refused."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    headers[name] = value
                # Files of ours have our version in their address; what coverage says stays out of caches.
                headers.setdefault("cache-control", OF_FILES if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        answer = self._answer(scope)
        await (answer(scope, receive, guarded) if answer else self._app(scope, receive, guarded))

    def _answer(self, scope: HTTPScope) -> ASGIResponse | None:
        """What a request gets that does not reach a page; None where it may."""
        headers = Headers.from_scope(scope)
        if _name(headers.get("host", "")) not in self._settings.names:
            return _refusal(421, "This server does not go by that name. Open the address that `onrecord serve` prints.")
        if scope["method"] not in _ASKING and not _is_our_own(headers):
            return _refusal(403, "Only pages of this server may change the record.")
        return self._keyed(scope, headers) if self._settings.key else None

    def _keyed(self, scope: HTTPScope, headers: Headers) -> ASGIResponse | None:
        """Takes the key from the address once, and from a cookie after that."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(query).get(KEY_PARAMETER, "")
        if given and self._fits(given):
            rest = urlencode([each for each in query if each[0] != KEY_PARAMETER])
            cookie = f"{KEY_COOKIE}={given}; Path=/; HttpOnly; SameSite=Strict"
            location = "/" + scope["path"].lstrip("/\\") + (f"?{rest}" if rest else "")
            return ASGIResponse(status_code=303, headers={"location": location, "set-cookie": cookie})
        shown = SimpleCookie(headers.get("cookie", "")).get(KEY_COOKIE)
        if self._fits(shown.value if shown else headers.get("authorization", "").removeprefix("Bearer ")):
            return None
        return _refusal(401, "This record needs a key. Open the address that `onrecord serve` printed.")

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._settings.key.encode())


def _is_our_own(headers: Headers) -> bool:
    """Whether a browser says that the request comes from a page of the server that it is sent to."""
    origin = headers.get("origin", "")
    return headers.get("sec-fetch-site", "same-origin") == "same-origin" and (
        not origin or origin.partition("://")[2] == headers.get("host", "")
    )


def _name(host: str) -> str:
    """The Host header without its port."""
    host = host.lower()
    end = host.rfind(":")
    return host if end < 0 or host.endswith("]") else host[:end]


def _refusal(status: int, words: str) -> ASGIResponse:
    return ASGIResponse(status_code=status, body=words + "\n", media_type="text/plain", encoding="utf-8")
