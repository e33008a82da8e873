"""Who must not be recognised, taken out of a dossier before it is shared.

What describes an unnamed source ("an official who was in the room") may be enough for somebody who knows the room. In
the articles and quotes the characters themselves are blacked out, wherever the source is mentioned; in every other text
of the page names are, and the same descriptions where they have more than one word: single ones ("officials") would
black out what is not of the source at all.
"""

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from onrecord.reading.schema import MentionForm, Sourcing
from onrecord.record.entries import DocumentEntry, StatementEntry
from onrecord.record.record import Record
from onrecord.spans import Span
from onrecord.views.dossier import Account, Article, Dossier
from onrecord.views.marks import Piece
from onrecord.views.quotes import Quote

BLACK = "█"
HIDDEN = BLACK * 5
# Fields whose texts identify something and say nothing of anybody.
IDENTIFYING = frozenset({"id", "document", "documents", "statement", "statements", "speaker", "actor", "url"})


class Hidden(msgspec.Struct, frozen=True):
    """What is taken out: characters of documents, texts wherever they occur, and texts where they are all there is."""

    spans: Mapping[str, tuple[Span, ...]]
    phrases: re.Pattern[str] | None
    whole: frozenset[str]


def unnamed(record: Record) -> Hidden:
    """The sources of `record` that its articles do not name; who has a name somewhere is left as they are."""
    statements = record.statements(sourcing=Sourcing.UNNAMED)
    speakers = {each.speaker for each in statements if each.speaker}
    named = {each for each in speakers if any(one.form is MentionForm.NAME for one in record.mentions(each))}
    return _hidden(record, [each for each in statements if each.speaker not in named], speakers - named)


def called(record: Record, names: Iterable[str]) -> Hidden:
    """Actors, by id or name. Raises `RecordError` for one whom nobody or more than one answers to."""
    actors = {record.actor_asked(name).id for name in names}
    return _hidden(record, [each for actor in sorted(actors) for each in record.statements(speaker=actor)], actors)


def both(one: Hidden, other: Hidden) -> Hidden:
    """What either takes out."""
    spans: defaultdict[str, tuple[Span, ...]] = defaultdict(tuple, one.spans)
    for document, found in other.spans.items():
        spans[document] += found
    patterns = [each.phrases.pattern for each in (one, other) if each.phrases]
    joined = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None
    return Hidden(spans, joined, one.whole | other.whole)


def redacted(dossier: Dossier, hidden: Hidden) -> Dossier:
    """`dossier` without what is `hidden`."""
    done: Dossier = _without(dossier, hidden, "")
    return done


def _hidden(record: Record, statements: Iterable[StatementEntry], actors: Iterable[str]) -> Hidden:
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    texts: set[str] = set()
    names: set[str] = set()
    for statement in statements:
        texts.add(" ".join(statement.source_text.split()))
        for each in statement.evidence:
            if each.part == "source":
                spans[each.document].append(each.span)
    for actor in sorted(actors):
        entry = record.actor(actor)
        texts |= {entry.name, *entry.aliases, *entry.titles}
        for mention in record.mentions(actor):
            if mention.form is not MentionForm.PRONOUN:
                spans[mention.document].append(mention.span)
            if mention.form is MentionForm.NAME:
                names.add(mention.span.of(record.text(mention.document)))
    wide = {text for text in texts if " " in text} | names
    phrases = sorted(wide, key=lambda text: (-len(text), text))
    pattern = "|".join(_pattern(phrase) for phrase in phrases if phrase.strip())
    return Hidden(
        {document: tuple(sorted(found)) for document, found in spans.items()},
        re.compile(pattern, re.IGNORECASE) if pattern else None,
        frozenset(text for text in texts if text),
    )


def _pattern(phrase: str) -> str:
    """`phrase` with whatever white space, as words of their own."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    return rf"(?<!\w){words}(?!\w)"


def _without(value: Any, hidden: Hidden, document: str) -> Any:  # noqa: ANN401 - whatever a dossier is made of
    """`value`, of `document` if it has characters of one, without what is hidden."""
    if isinstance(value, enum.Enum):
        return value
    if isinstance(value, str):
        return _text(value, hidden)
    if isinstance(value, tuple):
        return tuple(_without(each, hidden, document) for each in value)
    if isinstance(value, Piece):
        return msgspec.structs.replace(value, text=_blacked(value, hidden.spans.get(document, ())))
    if not isinstance(value, msgspec.Struct):
        return value
    document = _document_of(value) or document
    kept = {
        name: each if name in IDENTIFYING and _is_text(each) else _without(each, hidden, document)
        for name, each in ((name, getattr(value, name)) for name in value.__struct_fields__)
    }
    return type(value)(**kept)


def _document_of(value: msgspec.Struct) -> str:
    match value:
        case Quote(statement=statement):
            return statement.document
        case Article(document=document) | Account(document=document):
            return document.id
        case DocumentEntry():
            return value.id
        case _:
            return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(each, str) for each in value))


def _text(text: str, hidden: Hidden) -> str:
    if " ".join(text.split()) in hidden.whole:
        return HIDDEN
    return hidden.phrases.sub(HIDDEN, text) if hidden.phrases else text


def _blacked(piece: Piece, spans: Iterable[Span]) -> str:
    """The text of `piece` with the characters of `spans` blacked out, their number kept: marks stay where they are."""
    characters = list(piece.text)
    for span in spans:
        for place in range(max(span.start, piece.span.start), min(span.end, piece.span.end)):
            characters[place - piece.span.start] = BLACK
    return "".join(characters)
