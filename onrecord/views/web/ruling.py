"""What users rule in the app: one form each, sent from a page of ours, and back to that page."""

import hmac
from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode, urlsplit

import msgspec
from litestar import post
from litestar.enums import RequestEncodingType
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body
from litestar.response import Redirect

import onrecord
from onrecord.errors import RulingError
from onrecord.record.rulings.entry import Part, Ruling, RulingKind
from onrecord.views.web.settings import Settings


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A form as it was filled in.

    `target` is the entry, `other` the actor to merge it with; `document` and `alias` are the parts of a split, one a
    line; `value` and `until` the day, or the first and the last, or a name. `back` is the page that it was on.
    """

    secret: str
    kind: RulingKind | None = None
    target: str = ""
    other: str = ""
    document: str = ""
    alias: str = ""
    value: str = ""
    until: str = ""
    why: str = ""
    who: str = ""
    back: str = "/"

    @property
    def ruling(self) -> Ruling:
        """What is ruled. Raises `RulingError` where the form does not say it."""
        if self.kind is None:
            raise RulingError("the form does not say what to rule")
        targets = (self.target, *([self.other] if self.kind is RulingKind.MERGE else []))
        if not all(targets):
            raise RulingError("the form does not say of what")
        return Ruling(kind=self.kind, targets=targets, value=self._value(), why=self.why.strip())

    def _value(self) -> str:
        if self.kind is RulingKind.SPLIT:
            part = Part(tuple(_lines(self.document)), tuple(_lines(self.alias)))
            if part == Part():
                raise RulingError("the form does not say which part: articles, names, or both")
            return part.value
        if self.kind is RulingKind.DATE and self.until and self.until != self.value:
            return f"{self.value}..{self.until}"
        return self.value.strip()


Form = Annotated[Filled, Body(media_type=RequestEncodingType.URL_ENCODED)]


def handlers(settings: Settings) -> Sequence[HTTPRouteHandler]:
    """What answers the forms; nothing where the record is only to be read."""
    if not settings.writable:
        return ()

    def rule(data: Form) -> Redirect:
        _expect_ours(settings, data)
        made = onrecord.rule(settings.record, [data.ruling], who=data.who.strip() or None)
        for trouble in made.troubles:
            raise RulingError(trouble)
        return _back(data.back, ruled=made.rulings[0].id if made.rulings else "")

    def undo(identity: str, data: Form) -> Redirect:
        _expect_ours(settings, data)
        onrecord.undo(settings.record, identity, who=data.who.strip() or None)
        return _back(data.back, undone=identity)

    return (
        post("/rule", name="rule", sync_to_thread=True)(rule),
        post("/undo/{identity:str}", name="undo", sync_to_thread=True)(undo),
    )


def _expect_ours(settings: Settings, data: Filled) -> None:
    if not hmac.compare_digest(data.secret.encode(), settings.secret.encode()):
        raise HTTPException(status_code=403, detail="The form is of another server, or of one that is gone. Reload.")


def _back(page: str, **told: str) -> Redirect:
    """To the page that the form was on, which is one of ours whatever the form says."""
    at = urlsplit(page)
    query = "&".join(filter(None, (at.query, urlencode(told))))
    return Redirect(f"/{at.path.lstrip('/')}?{query}", status_code=303)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
