"""Passages that documents share, found by hashed runs of eight words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

import msgspec

from onrecord.spans import Span

SHINGLE_WORDS = 8
# Of the runs of words each so many-th is kept, chosen by its hash: a quarter of the memory finds any copied paragraph.
KEPT_EACH = 4
# Between two shingles of one passage: a few words changed, or none kept by chance.
GAP_WORDS = 24

_WORD = re.compile(r"\w+")


class Body(msgspec.Struct, frozen=True):
    """The article of one document: its stored text and what of it is the article."""

    document: str
    text: str
    body: tuple[Span, ...]


class Shared(msgspec.Struct, frozen=True):
    """The longest passage that `document` has in common with `other`, in each; and how much of each is common.

    Shares are of the article's words, from 0 to 1, estimated from the shingles that are kept.
    """

    document: str
    other: str
    span: Span
    other_span: Span
    share: float
    other_share: float


class _Shingle(msgspec.Struct, frozen=True, gc=False):
    hash: int
    word: int  # its place among the words of its document
    start: int
    end: int


def shared_passages(documents: Iterable[Body], others: Iterable[Body]) -> list[Shared]:
    """What each of `documents` shares with each of `others`; linear in the length of all, `others` may be a stream."""
    known = {body.document: list(_shingles(body)) for body in documents}
    index: defaultdict[int, list[tuple[str, _Shingle]]] = defaultdict(list)
    for document, shingles in known.items():
        for shingle in {shingle.hash: shingle for shingle in shingles}.values():
            index[shingle.hash].append((document, shingle))
    found = []
    for other in others if index else ():
        theirs = list({shingle.hash: shingle for shingle in _shingles(other)}.values())
        pairs: defaultdict[str, list[tuple[_Shingle, _Shingle]]] = defaultdict(list)
        for shingle in theirs:
            for document, ours in index.get(shingle.hash, ()):
                if document != other.document:
                    pairs[document].append((ours, shingle))
        found += [_shared(document, other.document, p, known[document], theirs) for document, p in pairs.items()]
    return found


def _shingles(body: Body) -> Iterator[_Shingle]:
    words = [match for span in body.body for match in _WORD.finditer(body.text, span.start, span.end)]
    # Not of the strings themselves, whose hashes are others in each process.
    hashes = [crc32(word[0].lower().encode("utf-8", "surrogatepass")) for word in words]
    for i in range(len(words) - SHINGLE_WORDS + 1):
        hashed = hash(tuple(hashes[i : i + SHINGLE_WORDS]))
        if hashed % KEPT_EACH == 0:
            yield _Shingle(hashed, i, words[i].start(), words[i + SHINGLE_WORDS - 1].end())


def _shared(
    document: str, other: str, pairs: list[tuple[_Shingle, _Shingle]], ours: list[_Shingle], theirs: list[_Shingle]
) -> Shared:
    run = max(_runs(sorted(pairs, key=lambda pair: pair[0].word)), key=len)
    return Shared(
        document=document,
        other=other,
        span=Span(run[0][0].start, run[-1][0].end),
        other_span=Span(run[0][1].start, run[-1][1].end),
        share=len(pairs) / len({shingle.hash for shingle in ours}),
        other_share=len(pairs) / len(theirs),
    )


def _runs(pairs: list[tuple[_Shingle, _Shingle]]) -> Iterator[list[tuple[_Shingle, _Shingle]]]:
    """`pairs` parted where one of the two documents goes on elsewhere."""
    run: list[tuple[_Shingle, _Shingle]] = []
    for pair in pairs:
        if run and not all(0 < pair[side].word - run[-1][side].word <= GAP_WORDS for side in (0, 1)):
            yield run
            run = []
        run.append(pair)
    yield run
