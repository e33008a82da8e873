"""A document's whole text, line by line, with its evidence."""

from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from onrecord.coverage.document import Residue, ResidueKind
from onrecord.spans import Span, outside, trimmed
from onrecord.views.marks import Mark, Piece, Told, cut, marks_of


class Line(msgspec.Struct, frozen=True):
    """One line of a text, cut where evidence begins or ends.

    `residue` says what the line is where it is not the article; `begins` are the entries whose evidence begins here.
    """

    span: Span
    residue: ResidueKind | None
    pieces: tuple[Piece, ...]
    begins: tuple[Told, ...]


def lines(
    text: str, document: str, residue: Sequence[Residue], told: Iterable[Told], *, also: Iterable[Mark] = ()
) -> Iterator[Line]:
    """All of `text` of `document`, with what is `told` in it, but the white space at the ends of lines.

    A line also ends where residue begins or ends. `also` are marks of what is no entry.
    """
    by_id = {entry.id: entry for entry in told}
    marks = [mark for entry in by_id.values() for mark in marks_of(entry, document)]
    waiting = sorted([*marks, *also], reverse=True)
    begun: list[Mark] = []
    seen: set[str] = set()
    for span, kind in _stretches(text, residue):
        while waiting and waiting[-1].span.start < span.end:
            begun.append(waiting.pop())
        begun = [mark for mark in begun if mark.span.end > span.start]
        pieces = tuple(_beginning(piece, seen, by_id) for piece in cut(span.of(text), span, begun))
        begins = tuple(by_id[entry] for piece in pieces for entry in piece.begins)
        yield Line(span, kind, pieces, begins)


def _beginning(piece: Piece, seen: set[str], known: Container[str]) -> Piece:
    """`piece` with those `known` entries that are not in `seen` yet, which are added to it."""
    new = tuple(entry for entry in piece.entries if entry in known and entry not in seen)
    seen.update(new)
    return msgspec.structs.replace(piece, begins=new) if new else piece


def _stretches(text: str, residue: Sequence[Residue]) -> Iterator[tuple[Span, ResidueKind | None]]:
    """The lines of `text` without the blank ones, cut where residue begins or ends."""
    regions: list[tuple[Span, ResidueKind | None]] = [(each.span, each.kind) for each in residue]
    regions += [(span, None) for span in outside((each.span for each in residue), len(text))]
    for region, kind in sorted(regions, key=lambda each: each[0]):
        start = region.start
        for part in region.of(text).splitlines(keepends=True):
            if span := trimmed(text, start, start + len(part)):
                yield span, kind
            start += len(part)
