"""Statements that two articles have in the same words, or that a rewrite took over."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from onrecord.record.copies.entry import PassageKind, SharedPassage
from onrecord.record.copies.postings import copy_id
from onrecord.record.store import Row, Store
from onrecord.spans import Span

# Two contents are the same where so much of the words is (0 to 100), in the same words or told in others.
SAME_WORDS, SAME_TOLD = 90.0, 55.0


def restated(store: Store, pairs: Iterable[Row]) -> Iterator[tuple[str, str, str]]:
    """Rows of `restated`, both ways: which statement of one document of a pair is which of the other."""
    cache: dict[str, list[Row]] = {}
    for pair in pairs:
        ours, theirs = (_statements(store, pair[side], cache) for side in ("first", "second"))
        identity = copy_id(pair["first"], pair["second"])
        for one, other in _same(msgspec.json.decode(pair["passages"], type=tuple[SharedPassage, ...]), ours, theirs):
            yield one, other, identity
            yield other, one, identity


def _statements(store: Store, document: str, cache: dict[str, list[Row]]) -> list[Row]:
    if document not in cache:
        cache[document] = store.rows(
            "SELECT id, content_text, speaker_name, sourcing, sentence_start, sentence_end FROM statements "
            "WHERE document = ? ORDER BY sentence_start, position",
            (document,),
        )
    return cache[document]


def _same(passages: Sequence[SharedPassage], ours: Sequence[Row], theirs: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Each of our statements with the one of theirs, in the same passage, that it is most like, if it is like it."""
    taken: set[str] = set()
    for passage in passages:
        told = passage.kind is PassageKind.TOLD
        others = [row for row in theirs if _around(row).overlaps(passage.second)]
        for one in ours:
            if not others or one["id"] in taken or not _around(one).overlaps(passage.first):
                continue
            alike, other = max((_alike(one, other, told=told), other["id"]) for other in others)
            if alike and other not in taken:
                taken |= {one["id"], other}
                yield one["id"], other


def _alike(one: Row, other: Row, *, told: bool) -> float:
    """How much of the contents' words is the same; 0 where that is too little, or other people say it."""
    if told and one["speaker_name"] != other["speaker_name"]:
        return 0.0
    least = SAME_TOLD if told else SAME_WORDS
    return float(fuzz.token_sort_ratio(one["content_text"].lower(), other["content_text"].lower(), score_cutoff=least))


def _around(row: Row) -> Span:
    return Span(row["sentence_start"], row["sentence_end"])
