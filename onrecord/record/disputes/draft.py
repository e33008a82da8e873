"""A dispute as one document tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.schema import Sourcing
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.page import Page, Said
from onrecord.record.stems import stems
from onrecord.spans import Span


@dataclass(frozen=True, slots=True)
class Told:
    """One place where a version is told.

    `version`: which one, the same in every document ("7 sailor"); `label`: in a few words of the text. `source` is
    empty where the outlet says it in its own voice, and `sourcing` is then None. `stems` are those of the words around,
    to know the same thing elsewhere.
    """

    document: str
    outlet: str
    day: str
    span: Span
    version: str
    label: str
    line: Span
    statement: str | None
    speaker: str | None
    source: str
    sourcing: Sourcing | None
    stems: frozenset[str]
    actors: frozenset[str]

    @property
    def order(self) -> tuple[str, str, Span]:
        """By day of publication, undated ones last."""
        return (self.day or "9999", self.document, self.span)


@dataclass(frozen=True, slots=True)
class Draft:
    """A dispute in one document; `key` is the same for all of which only one can be had (what it is of, its values).

    `marker`: the words that say that accounts differ. `founded`, `run`: as in `Page`.
    """

    kind: DisputeKind
    story: str
    document: str
    founded: int
    run: int
    about: str
    key: tuple[str, ...]
    sides: tuple[tuple[Told, ...], ...]
    because: tuple[str, ...]
    marker: Span | None = None
    settled: bool = False

    @property
    def stems(self) -> frozenset[str]:
        """Those of all that is told."""
        return frozenset().union(*(told.stems for side in self.sides for told in side))

    @property
    def actors(self) -> frozenset[str]:
        """Those who are named around it."""
        return frozenset().union(*(told.actors for side in self.sides for told in side))


def told(  # noqa: PLR0913 - what there is to say of a claim
    page: Page,
    span: Span,
    *,
    version: str,
    said: Said | None,
    label: str = "",
    source: str = "",
    speaker: str | None = None,
    sourcing: Sourcing | None = None,
) -> Told:
    """The claim at `span`, on the word of whoever makes the statement `said`, else of `source`, else of the outlet."""
    line = page.line_of(span)
    around = line.span if line else span
    day = page.published.latest or page.published.earliest
    if said is not None:
        speaker, source, sourcing = said.speaker, said.source or said.name, said.sourcing
    return Told(
        document=page.document,
        outlet=page.outlet,
        day=day.isoformat() if day else "",
        span=span,
        version=version,
        label=shortened(label or span.of(page.text)),
        line=around,
        statement=said.id if said else None,
        speaker=speaker,
        source=" ".join(source.split()),
        sourcing=sourcing,
        stems=stems(around.of(page.text)),
        actors=frozenset(name.actor for name in page.names_in(around)) | ({speaker} if speaker else frozenset()),
    )


def draft(  # noqa: PLR0913 - what a dispute is
    page: Page,
    kind: DisputeKind,
    key: tuple[str, ...],
    about: str,
    sides: Sequence[Sequence[Told]],
    *because: str,
    marker: Span | None = None,
    settled: bool = False,
) -> Draft:
    """A dispute that `page` tells."""
    return Draft(
        kind=kind,
        story=page.story,
        document=page.document,
        founded=page.founded,
        run=page.run,
        about=shortened(about),
        key=key,
        sides=tuple(tuple(side) for side in sides),
        because=because,
        marker=marker,
        settled=settled,
    )


SHOWN_CHARS = 160


def shortened(text: str) -> str:
    """`text` on one line; of a long one as much as can be shown, in whole words."""
    line = " ".join(text.split()).strip(" ,;:")
    return line if len(line) <= SHOWN_CHARS else line[:SHOWN_CHARS].rsplit(" ", 1)[0] + " …"
