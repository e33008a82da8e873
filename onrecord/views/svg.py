"""A drawing by Vega, made fit to stand in a page: no styles, no hosts, nothing but shapes, text and links within it."""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

# All that Vega writes of a static drawing, and nothing that could load, run or be styled from without.
SHAPES = frozenset("g path line rect text a".split())
KEPT = frozenset(
    "d x y x1 y1 x2 y2 width height transform fill fill-opacity stroke stroke-width stroke-dasharray stroke-opacity "
    "opacity text-anchor font-size font-weight font-style".split()
)
ATTRIBUTE = re.compile(r"(?<=\d\.\d{2})\d+")


def inline(drawing: str, *, name: str, title: str, description: str) -> str:
    """`drawing` as an `<svg>` for an HTML page that scales to its room; `name` is its class, and begins its ids."""
    root = etree.fromstring(drawing.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    return (
        f'<svg class="{name}" viewBox="{root.get("viewBox")}" role="img" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-desc"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>{"".join(_children(root))}</svg>'
    )


def _children(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = etree.QName(child).localname
        if tag in SHAPES and child.get("display") != "none":
            yield from _element(child, tag)


def _element(element: etree._Element, tag: str) -> Iterator[str]:
    inside = escape(element.text or "") if tag == "text" else "".join(_children(element))
    attributes = {key: value for key, value in element.items() if key in KEPT}
    if tag == "path" and not attributes.keys() & {"fill", "stroke"}:
        return
    if tag == "g" and not inside:
        return
    if tag == "g" and attributes.get("transform", "translate(0,0)") == "translate(0,0)" and len(attributes) <= 1:
        yield inside
        return
    if tag == "a":
        # Vega puts a host before what has none; within a page, only the fragment is meant. Readers who do not see the
        # drawing have the list, so that its marks need not be stepped through.
        target = element.get("{http://www.w3.org/1999/xlink}href", "").partition("#")[2]
        attributes = {"href": f"#{target}", "tabindex": "-1"}
        inside = f"{_tip(element)}{inside}"
    written = "".join(f' {key}="{escape(ATTRIBUTE.sub("", value))}"' for key, value in attributes.items())
    yield f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def _tip(link: etree._Element) -> str:
    described = next((label for child in link if (label := child.get("aria-label"))), "")
    return f"<title>{escape(described)}</title>" if described else ""
