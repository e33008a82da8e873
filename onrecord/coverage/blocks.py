"""The visible text of a page, block by block in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.coverage.document import ResidueKind
from onrecord.coverage.page_words import KIND_OF_CLASS, KIND_OF_TAG

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    "script style noscript template head svg canvas iframe object audio video select textarea input math".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLASS_SPLIT = re.compile(r"[^a-z]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or item: its text, white space collapsed, its tag, and the kind its mark-up suggests.

    `group` is the same for blocks of the same parent element.
    """

    text: str
    tag: str
    kind: ResidueKind | None
    group: int


@dataclass(frozen=True, slots=True)
class _Place:
    tag: str
    kind: ResidueKind | None
    group: int


def blocks_of(tree: "HtmlElement") -> list[Block]:
    """The blocks of `tree` that hold text a reader sees. Scripts, hidden elements and form fields are left out."""
    blocks: list[Block] = []
    place = _Place("html", None, 0)
    parts: list[str] = []
    for text, at in _texts(tree):
        if at != place or text is None:
            _close(blocks, parts, place)
            parts, place = [], at
        if text:
            parts.append(text)
    _close(blocks, parts, place)
    return blocks


def _close(blocks: list[Block], parts: list[str], place: _Place) -> None:
    text = _SPACE.sub(" ", "".join(parts)).strip()
    if text:
        blocks.append(Block(text, place.tag, place.kind, place.group))


def _texts(tree: "HtmlElement") -> Iterator[tuple[str | None, _Place]]:
    """Pieces of text with the place they stand in; None where a block begins or ends.

    Not recursive: pages nest deeper than Python's stack.
    """
    stack: list[tuple[HtmlElement, _Place] | tuple[str | None, _Place]] = [(tree, _Place("html", None, 0))]
    while stack:
        item, place = stack.pop()
        if item is None or isinstance(item, str):
            yield item, place
        elif isinstance(item.tag, str) and item.tag not in _UNSEEN and not _is_hidden(item):
            inner = _place_in(item, place)
            edge: list[tuple[None, _Place]] = [] if item.tag in _INLINE else [(None, place)]
            pushed: list[tuple[HtmlElement, _Place] | tuple[str | None, _Place]] = [(None, inner)] if edge else []
            pushed.append((item.text or "", inner))
            for child in item:
                pushed += [(child, inner), (child.tail or "", inner)]
            stack += reversed([*pushed, *edge])


def _place_in(element: "HtmlElement", outer: _Place) -> _Place:
    if element.tag in _INLINE:
        # An inline element's class says what it is only where it is all of the block; there the line itself tells.
        return outer
    # What the page's makers call it says more than the tag: a form may be of a comment section or of a newsletter.
    kind = _kind_of_class(element) or outer.kind or KIND_OF_TAG.get(element.tag)
    return _Place(element.tag, kind, id(element.getparent()))


def _kind_of_class(element: "HtmlElement") -> ResidueKind | None:
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}".lower()
    kinds = (KIND_OF_CLASS.get(word) for word in _CLASS_SPLIT.split(named))
    return next((kind for kind in kinds if kind), None)


def _is_hidden(element: "HtmlElement") -> bool:
    return "hidden" in element.attrib or _HIDDEN_STYLE.search(element.get("style", "")) is not None
