"""What shows which of two articles was first, in their own words."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

import msgspec

from onrecord.record.copies.article import Article
from onrecord.record.copies.compare import Shared
from onrecord.record.copies.credits import LINK, naming, same_outlet
from onrecord.record.copies.entry import COPIES, CopyKind
from onrecord.spans import Span

QUOTED_CHARS = 70


class Sign(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Words of `document`, at `span`, that show that the document `original` was first; `because` is for people."""

    original: str
    document: str
    span: Span
    because: str


def name_of(outlet: str | None, title: str | None) -> str:
    """What an article is called where reasons are given."""
    return outlet or (f"“{shorten(title, QUOTED_CHARS, placeholder=' …')}”" if title else "one article")


def signs(first: Article, second: Article, shared: Shared) -> tuple[Sign, ...]:
    """All signs that the two texts give; they may contradict each other."""
    out: list[Sign] = []
    for copy, original, passages in (
        (first, second, [passage.first for passage in shared.passages]),
        (second, first, [passage.second for passage in shared.passages]),
    ):
        if shared.kind is CopyKind.SHARED_QUOTES:
            out += _named_beside(copy, original, passages)
            continue
        credited = list(_credited(copy, original))
        out += credited or _named(copy, original)
        if shared.kind in COPIES:
            out += _linked(copy, original)
            out += _own_dateline(original, copy)
    return tuple(sorted(out))


def _credited(copy: Article, original: Article) -> Iterator[Sign]:
    """The credit lines of `copy` that name the outlet of `original`."""
    for credit in copy.credits:
        if original.outlet and same_outlet(credit.outlet, original.outlet):
            yield _sign(original, copy, credit.span, "{name} says {words}")


def _named(copy: Article, original: Article) -> list[Sign]:
    """Where the article names the outlet of `original`, which is another one."""
    if not original.outlet or (copy.outlet and same_outlet(original.outlet, copy.outlet)):
        return []
    name = naming(original.outlet)
    for span in copy.body:
        found = name.search(copy.text, span.start, span.end)
        if found:
            return [_sign(original, copy, Span(*found.span()), "{name} names {words}")]
    return []


def _named_beside(copy: Article, original: Article, passages: Sequence[Span]) -> list[Sign]:
    """Where a sentence with a shared quote names the outlet of `original`."""
    if not _named(copy, original):
        return []
    name = naming(original.outlet or "")
    for sentence in copy.sentences:
        if any(sentence.overlaps(passage) for passage in passages):
            found = name.search(copy.text, sentence.start, sentence.end)
            if found:
                return [_sign(original, copy, Span(*found.span()), "{name} quotes {words}")]
    return []


def _linked(copy: Article, original: Article) -> Iterator[Sign]:
    """Lines that say that this is another's article, without saying whose."""
    for credit in copy.credits:
        if credit.basis == LINK and not credit.outlet:
            yield _sign(original, copy, credit.span, "{name} says {words}")


def _own_dateline(original: Article, copy: Article) -> Iterator[Sign]:
    """The dateline in which an agency names itself, where the other has none of its own."""
    dateline = original.own_dateline
    if dateline and not copy.own_dateline:
        yield _sign(original, original, dateline, "{name} has its own dateline, {words}")


def _sign(original: Article, stands_in: Article, span: Span, because: str) -> Sign:
    words = shorten(span.of(stands_in.text), QUOTED_CHARS, placeholder=" …")
    return Sign(
        original=original.document,
        document=stands_in.document,
        span=span,
        because=because.format(name=name_of(stands_in.outlet, stands_in.title), words=f"“{words}”"),
    )
