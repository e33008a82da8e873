"""What all templates share: filters and words, with everything from coverage escaped."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined

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
    rulings,
    signs,
    timeline,
    wording,
)
from onrecord.views.article import Line
from onrecord.views.entry import Context
from onrecord.views.marks import Piece, Told, cut
from onrecord.views.period import ONE_DAY
from onrecord.views.safe import visible

# What has a line in the page's explanation of marks.
EXPLAINED = frozenset({"source", "cue", "content", "event", "vow", "timex"})
SUBHEAD_CHARS = 90

_SENTENCE_END = re.compile(r"[.!?…:;,–—-][\"'”’»)]*$|[”\"»]$")
TEMPLATES = PackageLoader("onrecord.views")


def environment(loader: BaseLoader = TEMPLATES) -> Environment:
    """Where templates are found, by default those of the dossier, and what they can call."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
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
        day_after=lambda day: day + ONE_DAY,
        day_before=lambda day: day - ONE_DAY,
        days=dates.days,
        place=place,
        sign=signs.of_change,
        sign_of_commitment=signs.of_commitment,
        margin=margin,
        by_whom=rulings.by_whom,
        meaning=rulings.meaning,
        pieces=pieces,
        looks=looks,
        months=timeline.months,
        by_issue=positions.by_issue,
        by_target=labelling.by_target,
        capitalised=lambda text: text[:1].upper() + text[1:],
    )
    made.tests.update(subhead=is_subhead)
    made.globals.update(
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
        statuses={
            each.word: each for each in (*signs.EVENT.values(), *signs.COMMITMENT.values(), signs.OVERDUE)
        }.values(),
    )
    return made


def pieces(context: Context) -> list[Piece]:
    """The words around evidence, cut where it begins or ends."""
    return cut(context.text, context.span, context.marks)


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
