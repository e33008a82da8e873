"""Articles in HTML files."""

import logging
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.coverage.assemble import assemble
from onrecord.coverage.blocks import Block, blocks_of
from onrecord.coverage.bylines import parse_byline
from onrecord.coverage.decode import decode, storable
from onrecord.coverage.document import Document, ResidueKind
from onrecord.coverage.evidence import SURE, judge
from onrecord.coverage.filenames import parse_filename
from onrecord.coverage.files import read_bytes
from onrecord.coverage.lines import Line
from onrecord.coverage.metadata import PageMetadata, page_metadata
from onrecord.coverage.residue import Labels, is_prose, marked
from onrecord.errors import CoverageError
from onrecord.interval import Interval
from onrecord.spans import Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHARSET_WITHIN_BYTES = 4_096
# A shorter block counts as extracted only where the extractor has it as a line of its own.
_CONTAINED_CHARS = 40


def page_document(path: Path) -> Document:
    """The article of an HTML file. Raises `CoverageError` for a file that is empty, binary, oversized or no HTML.

    The stored text is the visible text of the whole page, a line a block, in reading order. Its body is what
    trafilatura takes for the article; a page without one is kept and marked as not read.
    """
    data = read_bytes(path)
    declared = _CHARSET.search(data[:_CHARSET_WITHIN_BYTES])
    html = decode(data, declared=declared[1].decode("ascii", "replace") if declared else None)
    if not html.strip():
        raise CoverageError("is empty")
    tree = _parsed(html)
    metadata, name = page_metadata(tree), parse_filename(path)
    blocks = blocks_of(tree)
    lines = _lines(blocks)
    labels = _labels(blocks, lines, _extracted(html), metadata.title)
    return assemble(
        "\n".join(line.text for line in lines),
        marked(lines, labels),
        origin=str(path),
        title=metadata.title or _labelled(lines, labels, ResidueKind.HEADLINE),
        outlet=metadata.outlet or name.outlet,
        byline=metadata.byline or _byline(lines, labels),
        url=metadata.url,
        published=_published(metadata, lines, labels, Interval.on(name.day, "filename") if name.day else Interval()),
    )


def _parsed(html: str) -> "HtmlElement":
    # Here, because it is slow to import and only pages need it.
    from lxml.etree import LxmlError  # noqa: PLC0415
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    try:
        return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except LxmlError as error:
        raise CoverageError("is no HTML that can be read") from error


def _extracted(html: str) -> list[str]:
    """The lines of the article as trafilatura finds it, without white space; empty where it finds none."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    # It logs what it does not find; that is reported as the document's reason.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(html, include_comments=False)
    text = getattr(found, "text", None) or ""
    return [squeezed for line in text.splitlines() if (squeezed := _squeezed(line))]


def _squeezed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _lines(blocks: Sequence[Block]) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for block in blocks:
        text = storable(block.text)
        lines.append(Line(Span(at, at + len(text)), text))
        at += len(text) + 1
    return lines


def _labels(blocks: Sequence[Block], lines: Sequence[Line], extracted: list[str], title: str | None) -> Labels:
    kept = _kept(blocks, lines, extracted)
    key = Line(Span(0, 1), title).key if title else None
    labels: Labels = []
    for block, line, keep in zip(blocks, lines, kept, strict=True):
        if line.key == key or (key is None and block.tag == "h1"):
            labels.append(ResidueKind.HEADLINE)
        else:
            labels.append(None if keep else _kind(block, line))
    return (
        labels
        if any(keep and is_prose(line) for line, keep in zip(lines, kept, strict=True))
        else _all(blocks, lines, labels)
    )


def _kept(blocks: Sequence[Block], lines: Sequence[Line], extracted: list[str]) -> list[bool]:
    """Whether each block is of the body: extracted, and neither surely residue nor marked up as such."""
    exact, joined = set(extracted), "\n".join(extracted)
    found: list[bool] = []
    for block, line in zip(blocks, lines, strict=True):
        squeezed = _squeezed(line.text)
        inside = squeezed in exact or (len(squeezed) >= _CONTAINED_CHARS and squeezed in joined)
        found.append(inside and judge(line).score < SURE and (block.kind is None or is_prose(line)))
    groups = {block.group for block, inside in zip(blocks, found, strict=True) if inside and block.tag == "p"}
    # A paragraph among the article's paragraphs that the extractor passed over: its sentences would be lost.
    return [
        inside
        or (
            block.tag == "p"
            and block.group in groups
            and block.kind is None
            and is_prose(line)
            and judge(line).score <= 0
        )
        for block, line, inside in zip(blocks, lines, found, strict=True)
    ]


def _kind(block: Block, line: Line) -> ResidueKind:
    if parse_byline(line.text):
        return ResidueKind.BYLINE
    verdict = judge(line)
    return verdict.kind if verdict.score >= SURE or block.kind is None else block.kind


def _all(blocks: Sequence[Block], lines: Sequence[Line], labels: Labels) -> Labels:
    return [label or _kind(block, line) for block, line, label in zip(blocks, lines, labels, strict=True)]


def _labelled(lines: Sequence[Line], labels: Labels, kind: ResidueKind) -> str | None:
    return next((line.text for line, label in zip(lines, labels, strict=True) if label is kind), None)


def _byline(lines: Sequence[Line], labels: Labels) -> str | None:
    parsed = (parse_byline(line.text) for line, label in zip(lines, labels, strict=True) if label is ResidueKind.BYLINE)
    return next((byline.names for byline in parsed if byline and byline.names), None)


def _published(metadata: PageMetadata, lines: Sequence[Line], labels: Labels, named: Interval) -> Interval:
    if metadata.published.known:
        return metadata.published
    parsed = (parse_byline(line.text) for line, label in zip(lines, labels, strict=True) if label is ResidueKind.BYLINE)
    days = [byline.day for byline in parsed if byline and byline.day and not byline.updated]
    return Interval.on(days[0], "byline") if days else named
