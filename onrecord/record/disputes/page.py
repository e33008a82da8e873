"""A document as finding disputes needs it: its sentences, who says what in them, whom they name, which figures.

Beside its text, all of it is loaded when it is first asked for; most documents hint at no dispute and need nothing.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.interval import Interval
from onrecord.reading.schema import Act, Kind, MentionForm, Quantity, Sourcing
from onrecord.record.intake import body_of, published_of
from onrecord.record.stems import stems
from onrecord.record.store import Row, Store
from onrecord.spans import Span


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `speaker` is an actor of the record, `source` how the text names them."""

    id: str
    speaker: str | None
    name: str
    source: str
    sourcing: Sourcing
    act: Act
    cue: str
    content_text: str
    cues: tuple[Span, ...]
    content: tuple[Span, ...]
    around: Span

    @property
    def span(self) -> Span:
        """From the beginning of what is said to its end."""
        return Span(self.content[0].start, max(span.end for span in self.content)) if self.content else self.around

    def who(self) -> frozenset[str]:
        """By what one can tell whether two statements have one speaker: the actor, else the words for it."""
        return frozenset({self.speaker}) if self.speaker else stems(self.source)


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that refers to an actor of the record."""

    span: Span
    actor: str
    kind: Kind
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, the `number`th of the article from 0."""

    number: int
    span: Span
    text: str


@dataclass(frozen=True)
class Page:
    """One document; `run` brought the text that it now has, `founded` the document.

    `denies`: whether any statement in it is read as a denial.
    """

    document: str
    story: str
    outlet: str
    published: Interval
    founded: int
    run: int
    text: str
    body: tuple[Span, ...]
    denies: bool
    store: Store = field(repr=False, compare=False)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences of the body."""
        return tuple(_lines(self.store, self.document, self.text, self.body))

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The statements, in order."""
        return tuple(_said(self.store, self.document))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of actors, in order."""
        return tuple(_names(self.store, self.document))

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The quantities, in order."""
        return tuple(_figures(self.store, self.document))

    @cached_property
    def _lowered(self) -> str:
        return self.text.lower()

    def has(self, words: Iterable[str]) -> bool:
        """Whether any of `words`, in small letters, is in the text: quicker than to search for a pattern."""
        return any(word in self._lowered for word in words)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _names_at(self) -> list[int]:
        return [name.span.start for name in self.names]

    def line_of(self, span: Span) -> Line | None:
        """The sentence in which `span` begins."""
        at = bisect_right(self._starts, span.start) - 1
        return self.lines[at] if at >= 0 and span.start < self.lines[at].span.end else None

    def near(self, line: Line, before: int, after: int) -> tuple[Line, ...]:
        """The sentences from `before` ones before `line` to `after` ones behind it."""
        return self.lines[max(0, line.number - before) : line.number + after + 1]

    def saying(self, span: Span) -> Said | None:
        """The innermost statement in whose content `span` lies; None: the outlet says it."""
        having = [each for each in self.said if any(part.covers(span) for part in each.content)]
        return min(having, key=lambda each: (each.span.end - each.span.start, each.id), default=None)

    def said_in(self, line: Line) -> tuple[Said, ...]:
        """The statements that begin in the sentence."""
        return tuple(each for each in self.said if line.span.start <= each.around.start < line.span.end)

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """The names that lie within `span`, in order."""
        low = bisect_left(self._names_at, span.start)
        high = bisect_left(self._names_at, span.end)
        return tuple(name for name in self.names[low:high] if name.span.end <= span.end)

    def figures_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that lie within `span`."""
        return tuple(each for each in self.figures if span.covers(each.span))


def pages(store: Store, story: str) -> Iterator[Page]:
    """The documents of `story`, which is in the scope, by their ids."""
    denying = {
        row["document"]
        for row in store.rows(
            "SELECT DISTINCT document FROM documents JOIN statements ON document = documents.id "
            "WHERE story = ? AND act = ?",
            (story, Act.DENY.value),
        )
    }
    for row in store.rows("SELECT id FROM documents WHERE story = ? ORDER BY id", (story,)):
        document = store.row(
            "SELECT id, text, outlet, story, body, published_earliest, published_latest, published_basis, first_seen, "
            "(SELECT min(first_seen) FROM origins WHERE document = id AND origins.version = documents.version) AS run "
            "FROM documents WHERE id = ?",
            (row["id"],),
        )
        if document is not None:
            yield _page(store, document, denies=document["id"] in denying)


def _page(store: Store, document: Row, *, denies: bool) -> Page:
    return Page(
        document=document["id"],
        story=document["story"],
        outlet=document["outlet"] or "",
        published=published_of(document),
        founded=document["first_seen"],
        run=document["run"],
        text=document["text"],
        body=tuple(body_of(document)),
        denies=denies,
        store=store,
    )


def _lines(store: Store, document: str, text: str, body: Sequence[Span]) -> Iterator[Line]:
    number = 0
    ends = [span.end for span in body]
    for row in store.rows('SELECT start, "end" FROM sentences WHERE document = ? ORDER BY start', (document,)):
        span = Span(row["start"], row["end"])
        at = bisect_right(ends, span.start)
        if at < len(body) and body[at].start < span.end:
            yield Line(number, span, span.of(text))
            number += 1


def _said(store: Store, document: str) -> Iterator[Said]:
    parts: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in store.rows(
        'SELECT fact_id, part, start, "end" FROM evidence '
        "WHERE document = ? AND fact_kind = 'statement' ORDER BY start",
        (document,),
    ):
        parts[row["fact_id"], row["part"]].append(Span(row["start"], row["end"]))
    for row in store.rows("SELECT * FROM statements WHERE document = ? ORDER BY position", (document,)):
        yield Said(
            id=row["id"],
            speaker=row["speaker"],
            name=row["speaker_name"] or "",
            source=" ".join(row["source_text"].split()),
            sourcing=Sourcing(row["sourcing"]),
            act=Act(row["act"]),
            cue=row["cue_text"],
            content_text=row["content_text"],
            cues=tuple(parts[row["id"], "cue"]),
            content=tuple(parts[row["id"], "content"]),
            around=Span(row["sentence_start"], row["sentence_end"]),
        )


def _names(store: Store, document: str) -> Iterator[Name]:
    for row in store.rows(
        'SELECT start, "end", actor, mentions.kind, form FROM mentions JOIN members USING (document, local) '
        'WHERE document = ? AND actor IS NOT NULL ORDER BY start, "end" DESC, actor',
        (document,),
    ):
        yield Name(Span(row["start"], row["end"]), row["actor"], Kind(row["kind"]), MentionForm(row["form"]))


def _figures(store: Store, document: str) -> Iterator[Quantity]:
    for row in store.rows("SELECT * FROM quantities WHERE document = ? ORDER BY start", (document,)):
        of = Span(row["of_start"], row["of_end"]) if row["of_end"] else None
        span = Span(row["start"], row["end"])
        yield Quantity(span=span, value=row["value"], unit=row["unit"], of=of, mod=row["mod"])
