"""Names that the model took for descriptions, or did not see: "Minister Ora Lind", "the Lind government"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

import numpy as np

from onrecord.reading.labels import HEADS
from onrecord.reading.mentions import Found
from onrecord.reading.names import folded, name_in
from onrecord.reading.pieces import Pieces
from onrecord.reading.schema import Kind, MentionForm
from onrecord.reading.states import is_place_name, state_of_demonym
from onrecord.reading.titles import titled
from onrecord.reading.words.kinds import CALENDAR, OF_ORIGIN
from onrecord.reading.words.titles import HEADS as TITLE_HEADS
from onrecord.reading.words.titles import MODIFIERS
from onrecord.spans import Span

_PERSON, _DESCRIPTION = HEADS.index("person-name"), HEADS.index("person-nominal")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w’'.-]*")
_FEWEST_LETTERS = 3
_NAME_CHARS = 60
# With nobody's name but the holder's behind it.
_OFFICES = (
    r"President|Premier|Chancellor|Minister|Senator|Sen\.|Governor|Gov\.|Ambassador|Secretary|Admiral|Colonel|Gen\."
)
_OFFICE = re.compile(rf"\b(?:{_OFFICES}) ")
# At the start of a sentence every word is in capitals: there a name must be as frequent as this.
_OFTEN = 3
_SENTENCE_STARTS = frozenset(".?!:;\n“\"'‘(—–-•")


def with_overlooked(text: str, pieces: Pieces, found: Sequence[Found]) -> list[Found]:
    """`found` with the names that it lacks, in the order of their head words.

    A description with a full name behind its title is the name ("foreign minister Ora Lind"); a name that stands for
    somebody elsewhere in the document does so wherever it stands in capitals, in no longer name. A "name" of nothing
    but words of titles is a description ("Special Presidential Envoy").
    """
    found = [_as_description(text, pieces, mention) for mention in found]
    heads = {mention.head.start for mention in found if mention.form is MentionForm.NAME}
    named = [_as_name(text, pieces, mention, heads) for mention in found]
    named = [*named, *_introduced(text, pieces, named)]
    known = {mention.word for mention in named}
    recurring = [mention for mention in _recurring(text, pieces, named) if mention.word not in known]
    return sorted([*named, *recurring], key=lambda mention: mention.word)


def _as_description(text: str, pieces: Pieces, mention: Found) -> Found:
    """A person's name that is a title of several words, as the description that it is."""
    if mention.form is not MentionForm.NAME or mention.kind is not Kind.PERSON:
        return mention
    name = name_in(text, mention.span, mention.head, mention.kind)
    words = [Span(m.start() + name.start, m.end() + name.start) for m in re.finditer(r"[\w-]+", name.of(text))]
    plain = [word.of(text).casefold() for word in words]
    if len(words) < 2 or not all(word in TITLE_HEADS or word in MODIFIERS for word in plain):
        return mention
    head = next((word for word in reversed(words) if word.of(text).casefold() in TITLE_HEADS), None)
    at = _word_at(pieces, head.start) if head else None
    if head is None or at is None:
        return mention
    return replace(mention, word=at, class_=_DESCRIPTION, head=head, form=MentionForm.NOMINAL)


def _as_name(text: str, pieces: Pieces, mention: Found, heads: Set[int]) -> Found:
    """A description of a person that has a full name behind its title, which is no mention yet, as that name."""
    if mention.form is not MentionForm.NOMINAL or mention.kind is not Kind.PERSON:
        return mention
    end = min(len(text), max(mention.span.end, mention.head.end + _NAME_CHARS))
    for first in _CAPITALISED.finditer(text, mention.span.start, end):
        if first.start() >= mention.span.end and first.start() != mention.head.end + 1:
            break
        head = Span(first.start(), first.end())
        name = name_in(text, Span(first.start(), end), head, Kind.PERSON)
        word = _word_at(pieces, name.start)
        if word is None or name.start != head.start or " " not in name.of(text):
            continue
        if _introduces(text, mention, name) and not any(name.start <= other < name.end for other in heads):
            span = Span(min(mention.span.start, name.start), max(mention.span.end, name.end))
            return replace(mention, word=word, class_=_PERSON, span=span, head=head, form=MentionForm.NAME)
    return mention


def _introduces(text: str, mention: Found, name: Span) -> bool:
    """Whether a description is of whom `name` names: by a title, or right before it, "teacher Ora Lind"."""
    if name.start == mention.head.end + 1 and text[mention.head.start].islower():
        words = name.of(text)
        return not is_place_name(words) and folded(words).split(" ", 1)[0] not in CALENDAR
    titles = titled(text, name)
    return any(title.span.covers(mention.head) for title in titles) or bool(titles and name.covers(mention.head))


def _introduced(text: str, pieces: Pieces, found: Sequence[Found]) -> Iterator[Found]:
    """Full names behind the title of an office where `found` has no mention: "Ilmerian President Ora Lind"."""
    taken = sorted(mention.head for mention in found)
    for match in _OFFICE.finditer(text):
        first = _CAPITALISED.match(text, match.end())
        if first is None:
            continue
        head, end = Span(first.start(), first.end()), min(len(text), first.start() + _NAME_CHARS)
        name = name_in(text, Span(first.start(), end), head, Kind.PERSON)
        word = _word_at(pieces, name.start)
        words = name.of(text).casefold().split()
        if word is None or name.start != head.start or len(words) < 2 or not _is_free(name, taken):
            continue
        if not any(each in TITLE_HEADS or each in MODIFIERS or each in CALENDAR for each in words):
            yield Found(word, _PERSON, name, head, Kind.PERSON, MentionForm.NAME)


def _recurring(text: str, pieces: Pieces, found: Sequence[Found]) -> Iterator[Found]:
    """Mentions of names that `found` has elsewhere, where it has none."""
    names = [
        (mention, name_in(text, mention.span, mention.head, mention.kind))
        for mention in found
        if mention.form is MentionForm.NAME and mention.kind is not Kind.OTHER
    ]
    models: dict[str, Found] = {}
    counts: Counter[str] = Counter()
    titles = {title.title.casefold().rsplit(" ", 1)[-1] for _, name in names for title in titled(text, name)}
    for mention, name in names:
        words = name.of(text)
        for part in {words, words.rsplit(" ", 1)[-1] if mention.kind is Kind.PERSON else words}:
            models.setdefault(part, mention)
            counts[part] += 1
    known = [words for words in models if (len(words) >= _FEWEST_LETTERS or words.isupper()) and not _of_origin(words)]
    if not known:
        return
    either = "|".join(map(re.escape, sorted(known, key=lambda words: (-len(words), words))))
    taken = sorted([*(name for _, name in names), *(mention.head for mention in found)])
    for match in re.finditer(rf"(?<![\w.@/-])(?:{either})(?![\w@/-]|\.\w)", text):
        span = Span(match.start(), match.end())
        word = _word_at(pieces, span.start)
        if word is None or not _is_free(span, taken) or not _is_whole(text, span, titles):
            continue
        if not _begins_sentence(text, span.start) or (counts[match[0]] >= _OFTEN and not _is_word(text, match[0])):
            model = models[match[0]]
            yield replace(model, word=word, span=span, head=Span(span.start, int(pieces.ends[word])))


def _of_origin(words: str) -> bool:
    """Whether it is an adjective as often as a name: "Ilmerian", "Japanese", "Americans"."""
    return words.endswith(OF_ORIGIN) or state_of_demonym(words.removesuffix("s")) is not None or len(words) == 1


def _word_at(pieces: Pieces, start: int) -> int | None:
    """Index of the word that begins at `start`, if one that is read does."""
    word = int(np.searchsorted(pieces.starts, start))
    return word if word < len(pieces.starts) and pieces.starts[word] == start else None


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, span)
    return not any(span.overlaps(other) for other in taken[max(0, at - 2) : at + 2])


def _is_whole(text: str, name: Span, titles: Set[str]) -> bool:
    """Whether no further capitalised word makes a longer name of it; a title that somebody has elsewhere does not."""
    if re.match(r"(?: (?:of|and|&))? [^\W\d_a-z]", text[name.end : name.end + 6]):
        return False
    before = re.search(r"([\w.’'-]+) $", text[max(0, name.start - 30) : name.start])
    if before is None or not before[1][0].isupper() or _begins_sentence(text, name.start - len(before[0])):
        return True
    return before[1].rstrip(".").casefold() in titles


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _SENTENCE_STARTS


def _is_word(text: str, name: str) -> bool:
    """Whether `text` has the name as a common word, too."""
    return re.search(rf"\b{re.escape(name.lower())}\b", text) is not None
