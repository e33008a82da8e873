"""A dossier drawn as one self-contained HTML page."""

import base64
import hashlib
import re
from collections.abc import Iterable
from importlib.resources import files
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.reading.schema import Sourcing
from onrecord.record.copies.entry import COPIES
from onrecord.record.entries import EventEntry
from onrecord.views import (
    commitments,
    copies,
    dates,
    disputes,
    forecasts,
    labelling,
    narratives,
    positions,
    roles,
    signs,
    timeline,
    wording,
)
from onrecord.views.article import Line
from onrecord.views.dossier import Dossier
from onrecord.views.extent import Extent, caption
from onrecord.views.marks import Piece, Told
from onrecord.views.safe import visible


class Drawing(msgspec.Struct, frozen=True):
    """The drawn timeline for a wide and for a narrow page, as inline SVG, and what it shows."""

    wide: Markup
    narrow: Markup
    extent: Extent


# What has a line in the page's explanation of marks.
EXPLAINED = frozenset({"source", "cue", "content", "event", "vow"})
SUBHEAD_CHARS = 90

_SENTENCE_END = re.compile(r"[.!?…:;,–—-][\"'”’»)]*$|[”\"»]$")
_TEMPLATES = files("onrecord.views") / "templates"


def page(dossier: Dossier, drawing: Drawing | None = None) -> str:
    """`dossier` as an HTML document that loads nothing from anywhere; everything from coverage is escaped.

    Without `drawing` the timeline is a list alone.
    """
    style, script = (_TEMPLATES.joinpath(name).read_text("utf-8") for name in ("dossier.css", "dossier.js"))
    return (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            dossier=dossier,
            drawing=drawing,
            caption=caption(drawing.extent) if drawing else "",
            statuses={
                sign.word: sign for sign in (*signs.EVENT.values(), *signs.COMMITMENT.values(), signs.OVERDUE)
            }.values(),
            documents={article.document.id: article.document for article in dossier.articles},
            pins={pin.id for pin in dossier.pins},
            on_page=on_page(dossier),
            actors={row.actor.id for row in (*dossier.main, *dossier.others)},
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


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        visible=visible,
        anchor=anchor,
        file_name=file_name,
        look=look,
        written=dates.written,
        with_basis=dates.with_basis,
        how=dates.how,
        with_weekday=dates.with_weekday,
        counted=wording.counted,
        shares=shares,
        days=dates.days,
        place=place,
        sign=signs.of_change,
        sign_of_commitment=signs.of_commitment,
        margin=margin,
        looks=looks,
        months=timeline.months,
        by_issue=positions.by_issue,
        by_target=labelling.by_target,
        capitalised=lambda text: text[:1].upper() + text[1:],
    )
    environment.tests.update(subhead=is_subhead)
    environment.globals.update(
        wording=wording,
        Sourcing=Sourcing,
        timeline=timeline,
        commitments=commitments,
        copies=copies,
        positions=positions,
        forecasts=forecasts,
        narratives=narratives,
        disputes=disputes,
        roles=roles,
        labelling=labelling,
        copied_kinds=COPIES,
        signs=signs,
    )
    return environment


def look(piece: Piece) -> str:
    """The CSS classes of `piece`: what it carries, and `deep` for content within content."""
    deep = sum(mark.part == "content" for mark in piece.marks) > 1
    return " ".join(("ev", *looks(piece), *(("deep",) if deep else ())))


def looks(piece: Piece) -> list[str]:
    """What `piece` carries, as the page explains it: parts of statements, and what tells events and commitments."""
    kinds = {"e-": "event", "c-": "vow"}
    found = {kinds.get(mark.entry[:2], mark.part) for mark in piece.marks if mark.part != "time"}
    return sorted(found & EXPLAINED)


def place(entry: str, document: str) -> str:
    """The id on the page of where `entry` begins in the article of `document`."""
    return f"at-{entry}" if entry.startswith("s-") else f"at-{entry}-{anchor(document)}"


def margin(entries: Iterable[Told]) -> list[Told]:
    """What of `entries` is named beside a line of an article; happenings are too many, and are marked in it."""
    return [entry for entry in entries if not isinstance(entry, EventEntry)]


def file_name(origin: str) -> str:
    """The last step of `origin`: a page that is shared should not tell where its maker keeps their files."""
    return re.split(r"[/\\]", origin)[-1]


def is_subhead(line: Line) -> bool:
    """Whether `line` is set like the heading of a part: short, and no sentence."""
    text = "".join(piece.text for piece in line.pieces)
    return len(text) <= SUBHEAD_CHARS and not _SENTENCE_END.search(text)


def anchor(document: str) -> str:
    """The id on the page of the article of `document`: inputs name their documents as they like, spaces and all."""
    return "d-" + quote(document, safe="").replace(".", "%2E").replace("%", ".")


def shares(counts: dict[Sourcing, int], total: int) -> list[tuple[Sourcing, float, float]]:
    """Where the bar of each class begins, how wide it is, in percent of `total`; empty classes are left out."""
    at = 0.0
    bars: list[tuple[Sourcing, float, float]] = []
    for sourcing in wording.SOURCING:
        width = 100 * counts.get(sourcing, 0) / total if total else 0.0
        if width:
            bars.append((sourcing, round(at, 3), round(width, 3)))
        at += width
    return bars
