"""Copies made of real articles: republished, trimmed, joined, quoted from, rewritten in graded ways."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from onrecord.reading.quotes import quotes
from onrecord.reading.sentences import sentences
from onrecord.record.copies.entry import CopyKind
from onrecord.record.copies.terms import term
from onrecord.spans import Span

_WORD = re.compile(r"[A-Za-z]+")
_FULL_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]{2,})\b")
_NUMBER = re.compile(r"(?<![\d.,$-])(?:[2-9]|1[0-9])(?![\d%.,-]*\d)\b(?!%)")
_SPELLED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_FIRST_PERSON = {
    "I": "he",
    "my": "his",
    "me": "him",
    "we": "they",
    "our": "their",
    "us": "them",
    "My": "His",
    "We": "They",
}
_SPLIT = re.compile(r", (?:and|but|while|which|who) ")
LONG_QUOTE_WORDS, PASSAGE_WORDS = 10, 24


@dataclass(frozen=True, slots=True)
class Text:
    """One article: what is asked of it, and the sentences that it is made of."""

    id: str
    outlet: str | None
    date: str
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its sentences, one after the other."""
        return " ".join(self.parts)


def text_of(row: Mapping[str, str]) -> Text:
    """A line of a corpus; its line breaks are given up."""
    text = row["text"]
    parts = [" ".join(span.of(text).split()) for span in sentences(text, [Span(0, len(text))])]
    return Text(row["id"], row.get("outlet"), row["date"], tuple(parts))


Make = Callable[[Text, Sequence[Text], random.Random], Text | None]


def made(
    name: str, make: Make, originals: Sequence[Text], others: Sequence[Text], seed: int
) -> Iterator[tuple[Text, Text]]:
    """Each of `originals` that one can be made of with its copy, which is some other outlet's.

    What is added comes from `others`, to each from others of them.
    """
    for i, original in enumerate(originals):
        chosen = random.Random(f"{seed} {name} {original.id}")  # noqa: S311
        copy = make(original, others[i :: len(originals)], chosen)
        if copy is not None:
            yield original, replace(copy, id=f"{original.id} {name}", outlet=f"copying {original.outlet or 'outlet'}")


def _same(original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    del others, chosen
    return replace(original, parts=tuple(part.replace('"', "“") for part in original.parts))


def _framed(original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    """A new headline and introduction, and a new end."""
    lead, end = (chosen.choice(others).parts[:3] for _ in range(2))
    return replace(original, parts=(*lead, *original.parts[2:], *end))


def _trimmed(share: float, original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    del others, chosen
    return replace(original, parts=original.parts[: max(3, round(len(original.parts) * share))])


def _padded(share: float, original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    """With sentences of another article between its own: `share` of the result."""
    own = list(original.parts)
    count = round(len(own) * share / (1 - share))
    for foreign in (chosen.choice(others).parts * 9)[:count]:
        own.insert(chosen.randint(0, len(own)), foreign)
    return replace(original, parts=tuple(own))


def _shuffled(original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    del others
    return replace(original, parts=tuple(chosen.sample(original.parts, len(original.parts))))


def _joined(original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    """Two articles in one."""
    return replace(original, parts=(*original.parts, *chosen.choice(others).parts))


def _passage(original: Text, others: Sequence[Text], chosen: random.Random) -> Text | None:
    """Another article with a few sentences of this one."""
    starts = [
        i
        for i in range(1, len(original.parts) - 2)
        if len(" ".join(original.parts[i : i + 2]).split()) >= PASSAGE_WORDS
    ]
    host = _foreign(original, others, chosen)
    if not starts or host is None:
        return None
    start = chosen.choice(starts)
    return replace(original, parts=(*host.parts[:6], *original.parts[start : start + 2], *host.parts[6:]))


def _quoting(original: Text, others: Sequence[Text], chosen: random.Random) -> Text | None:
    """Another article with a quote of this one, framed in another way."""
    long = [
        quote.of(part)
        for part in original.parts
        for quote in quotes(part)
        if len(quote.of(part).split()) >= LONG_QUOTE_WORDS
    ]
    host = _foreign(original, others, chosen)
    if not long or host is None:
        return None
    framed = f"Asked about it later, the candidate's own words were: {chosen.choice(long)}."
    return replace(original, parts=(*host.parts[:6], framed, *host.parts[6:]))


def _foreign(original: Text, others: Sequence[Text], chosen: random.Random) -> Text | None:
    """Half of an article of an outlet other than `original`'s."""
    host = chosen.choice(others)
    return (
        replace(host, parts=host.parts[: len(host.parts) // 2 + 7])
        if len(host.parts) > len(original.parts) / 4
        else None
    )


@dataclass(frozen=True, slots=True)
class Grade:
    """How much a rewrite changes: shares of words, of sentences left out, swapped with their neighbours, added."""

    words: float
    left_out: float = 0.0
    swapped: float = 0.0
    added: float = 0.0


LIGHT, MEDIUM, HEAVY = Grade(0.25), Grade(0.4, 0.1, 0.05, 0.1), Grade(0.55, 0.2, 0.1, 0.2)


def _rewritten(grade: Grade, original: Text, others: Sequence[Text], chosen: random.Random) -> Text:
    """The same facts in the same order in other words.

    Content words are replaced by words of other articles, each always by the same: to a method that knows no synonyms
    that is what a synonym is. Names and numbers stay; clauses trade places; sentences are split; quotes become indirect
    speech; numbers are written out; full names lose the first name; sentences are left out, added and swapped.
    """
    pool = sorted({word for other in others for word in _content(other)})
    foreign = chosen.choice(others).parts
    out: list[str] = []
    for part in original.parts:
        if chosen.random() < grade.left_out:
            continue
        reworded = partial(_replaced, pool, grade.words, original.id)
        out += [_WORD.sub(reworded, _short(piece)) for piece in _split(_indirect(_turned(part, chosen)))]
        if chosen.random() < grade.added:
            out.append(chosen.choice(foreign))
    for i in range(len(out) - 1):
        if chosen.random() < grade.swapped:
            out[i], out[i + 1] = out[i + 1], out[i]
    return replace(original, parts=tuple(out))


def _content(text: Text) -> Iterator[str]:
    return (word for part in text.parts for word in _WORD.findall(part) if word.islower() and term(word))


def _replaced(pool: Sequence[str], share: float, seed: str, found: re.Match[str]) -> str:
    word = found[0]
    if not word.islower() or not term(word):
        return word
    chosen = random.Random(f"{seed} {term(word)}")  # noqa: S311
    return chosen.choice(pool) if chosen.random() < share else word


def _turned(sentence: str, chosen: random.Random) -> str:
    """Its first clause last, or its last first, where commas part it."""
    clauses = sentence.rstrip(".").split(", ")
    at = chosen.randrange(len(clauses))
    turned = ", ".join(clauses[at:] + clauses[:at])
    return f"{turned[:1].upper()}{turned[1:]}."


def _split(sentence: str) -> list[str]:
    return [f"{piece[:1].upper()}{piece[1:]}" for piece in _SPLIT.split(sentence)]


def _indirect(sentence: str) -> str:
    bare = re.sub('["“”]', "", sentence)
    return _WORD.sub(lambda found: _FIRST_PERSON.get(found[0], found[0]), bare) if bare != sentence else sentence


def _short(sentence: str) -> str:
    spelled = _NUMBER.sub(lambda found: _SPELLED[int(found[0]) - 2], sentence)
    return _FULL_NAME.sub(lambda found: found[2], spelled)


MAKERS: dict[str, tuple[CopyKind, Make]] = {
    "the same": (CopyKind.IDENTICAL, _same),
    "new headline, introduction, end": (CopyKind.REPUBLISHED, _framed),
    "first 60 % of it": (CopyKind.REPUBLISHED, partial(_trimmed, 0.6)),
    "first 25 % of it": (CopyKind.REPUBLISHED, partial(_trimmed, 0.25)),
    "30 % added between": (CopyKind.REPUBLISHED, partial(_padded, 0.3)),
    "60 % added between": (CopyKind.REPUBLISHED, partial(_padded, 0.6)),
    "shuffled": (CopyKind.REPUBLISHED, _shuffled),
    "joined with another": (CopyKind.REPUBLISHED, _joined),
    "rewritten, light": (CopyKind.REWRITTEN, partial(_rewritten, LIGHT)),
    "rewritten, medium": (CopyKind.REWRITTEN, partial(_rewritten, MEDIUM)),
    "rewritten, heavy": (CopyKind.REWRITTEN, partial(_rewritten, HEAVY)),
    "two sentences of it": (CopyKind.SHARED_PASSAGES, _passage),
    "a quote of it": (CopyKind.SHARED_QUOTES, _quoting),
}
