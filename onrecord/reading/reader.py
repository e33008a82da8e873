"""The reading stage: documents in, readings out, in the same order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.coverage.document import Document, ResidueKind
from onrecord.reading.actors import actors
from onrecord.reading.attribution import attributions
from onrecord.reading.circumstances import Words
from onrecord.reading.commitments import Ground, commitments
from onrecord.reading.coreference import clusters
from onrecord.reading.events import Told, events
from onrecord.reading.inner import inner_attributions
from onrecord.reading.links import Links
from onrecord.reading.mentions import mentions
from onrecord.reading.model import Model, Scores
from onrecord.reading.overlooked import with_overlooked
from onrecord.reading.pieces import Ints, Pieces, pieces_of
from onrecord.reading.quantities import quantities
from onrecord.reading.quotes import quotes
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Reading, all_statements
from onrecord.reading.sentences import sentences
from onrecord.reading.sentiment import labels
from onrecord.reading.statements import Setting, statements
from onrecord.reading.times import times
from onrecord.reading.viterbi import tags_of
from onrecord.spans import Span

# Documents are read together until they hold this many word pieces: enough to fill requests with windows of equal
# length, and a bound on memory (about 6 kB a piece).
PIECES_TOGETHER = 24_000


@cache
def packaged_model() -> Model:
    """The model that ships with the package, loaded once a process."""
    return Model()


def read(documents: Iterable[Document], *, model: Model | None = None) -> Iterator[Reading]:
    """One reading a document, in order. What is marked unread, or holds nothing to read, gives an empty reading."""
    model = model or packaged_model()
    waiting: list[tuple[Document, Pieces]] = []
    held = 0
    for document in documents:
        pieces = pieces_of(document.text, read_spans(document), model.tokenizer)
        waiting.append((document, pieces))
        held += len(pieces.ids)
        if held >= PIECES_TOGETHER:
            yield from _read_together(waiting, model)
            waiting, held = [], 0
    yield from _read_together(waiting, model)


def read_spans(document: Document) -> list[Span]:
    """What of a document is read: its body and its headline, in text order; nothing of an unread one."""
    if document.unread:
        return []
    headlines = [r.span for r in document.residue if r.kind is ResidueKind.HEADLINE]
    return sorted([*document.body, *headlines])


def _read_together(waiting: Sequence[tuple[Document, Pieces]], model: Model) -> Iterator[Reading]:
    together = [pieces for _, pieces in waiting]
    scores = model.scores(together)
    tags, times = (tags_of(together, scores, head, model.transitions[head]) for head in ("tags", "times"))
    for (document, pieces), words in zip(waiting, map(_Words, scores, tags, times), strict=True):
        yield _reading(document, pieces, words, model)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the model says of the words of one document: scores, the best tags of attribution and of times (w,)."""

    scores: Scores
    tags: Ints
    times: Ints


def _reading(document: Document, pieces: Pieces, words: _Words, model: Model) -> Reading:
    scores = words.scores
    text, within = document.text, read_spans(document)
    links = Links(scores, model.tables)
    split = sentences(text, within)
    sentence = pieces.numbered(split)
    found = with_overlooked(text, pieces, mentions(text, pieces, sentence, scores, links))
    people, referring = actors(text, found, clusters(text, pieces, found, links))
    setting = Setting(text, quotes(text, within), split, Roster(text, people, referring))
    outer = attributions(pieces, words.tags, links, sentence)
    said, relayed = statements(setting, pieces, outer, inner_attributions(pieces, scores, model, outer))
    timed = times(pieces, text, words.times, scores, sentence=sentence, published=document.published)
    told = Told(text, split, said, timed, document.published)
    happened = events(pieces, scores, links, sentence, roster=setting.roster, told=told)
    every = all_statements(said, relayed)
    ground = Ground(text, Words(pieces, text), split, setting.roster, every, happened, timed, document.published)
    bound = commitments(ground)
    known, mentioned = setting.roster.used()
    return Reading(
        id=document.id,
        text=text,
        title=document.title,
        outlet=document.outlet,
        byline=document.byline,
        published=document.published,
        language=document.language,
        unread=document.unread,
        body=document.body,
        sentences=tuple(split),
        mentions=mentioned,
        actors=known,
        times=tuple(timed),
        statements=tuple(said),
        relayed=tuple(relayed),
        events=tuple(happened),
        commitments=tuple(bound),
        quantities=tuple(quantities(text, split, timed)),
        labels=tuple(labels(pieces, scores, mentioned)),
    )
