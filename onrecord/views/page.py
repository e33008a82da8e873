"""A dossier drawn as one self-contained HTML page."""

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files

import msgspec
from markupsafe import Markup

from onrecord.views import wording
from onrecord.views.dossier import Dossier
from onrecord.views.extent import Extent, caption
from onrecord.views.templating import anchor, environment, place


class Drawing(msgspec.Struct, frozen=True):
    """The drawn timeline for a wide and for a narrow page, as inline SVG, and what it shows."""

    wide: Markup
    narrow: Markup
    extent: Extent


_VIEWS = files("onrecord.views")
STYLES = ("record.css", "dossier.css")


class _Links(msgspec.Struct, frozen=True):
    """Where things are: all on the page itself."""

    actors: frozenset[str]
    documents: Mapping[str, str]  # of statements, where the page has none of their words; else empty

    def has_actor(self, actor: str | None) -> bool:
        return actor in self.actors

    def actor(self, actor: str) -> str:
        return f"#{actor}"

    def entry(self, entry: str) -> str:
        return f"#{entry}"

    def article(self, document: str) -> str:
        return f"#{anchor(document)}"

    def at(self, entry: str, document: str) -> str:
        """Where `entry` begins in the article of `document`."""
        return self.article(document) if self.documents else f"#{place(entry, document)}"

    def told(self, statement: str) -> str:
        """Where a statement begins in its article."""
        return self.article(self.documents[statement]) if statement in self.documents else f"#at-{statement}"


def page(dossier: Dossier, drawing: Drawing | None = None, *, documents: Mapping[str, str] | None = None) -> str:
    """`dossier` as an HTML document that loads nothing from anywhere; everything from coverage is escaped.

    Without `drawing` the timeline is a list alone. `documents`: those of statements that a short page links to.
    """
    style = "".join(_VIEWS.joinpath("styles", name).read_text("utf-8") for name in STYLES)
    script = _VIEWS.joinpath("templates", "dossier.js").read_text("utf-8")
    return (
        environment()
        .get_template("dossier.html.j2")
        .render(
            dossier=dossier,
            drawing=drawing,
            caption=caption(drawing.extent) if drawing else "",
            documents={article.document.id: article.document for article in dossier.articles},
            pins={pin.id for pin in dossier.pins},
            on_page=on_page(dossier),
            links=_Links(frozenset(row.actor.id for row in (*dossier.main, *dossier.others)), documents or {}),
            sourcing=[(each, dossier.sourcing.get(each, 0)) for each in wording.SOURCING],
            # Ours, not coverage's: the only text that may go in unescaped.
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            policy=policy(style, script),
        )
    )


def on_page(dossier: Dossier) -> set[str]:
    """The ids of the entries that links of the page can lead to."""
    said = (quote.statement for day in dossier.days for account in day.accounts for quote in account.quotes)
    actors = (row.actor for row in (*dossier.main, *dossier.others))
    return {each.id for entries in (said, dossier.events, dossier.commitments, actors) for each in entries}


def policy(style: str, script: str) -> str:
    """The Content Security Policy under which only these very texts run: no host, no inline attribute, no form."""
    return (
        f"default-src 'none'; style-src {_fingerprint(style)}; script-src {_fingerprint(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
