"""What two articles share, of what kind that is, and where it stands in each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from onrecord.interval import Interval
from onrecord.record.copies.aligned import Terms, align
from onrecord.record.copies.article import Article
from onrecord.record.copies.credits import same_outlet
from onrecord.record.copies.entry import CopyKind, PassageKind, SharedPassage
from onrecord.record.copies.runs import Run, common_runs
from onrecord.record.copies.terms import term
from onrecord.spans import Span

# All chosen on articles of PolNeAR's training part and on copies made of them (docs/quality.md, "Copies").
# Common stretches between which so few words were changed are one passage.
GAP_WORDS = 6
# Fewer words in common are chance: outside quotation marks, and within, where they are a whole sentence; of part of
# one, fewer that say something.
PASSAGE_WORDS, QUOTE_WORDS, QUOTE_TERMS = 16, 6, 5
NEAR_CHARS = 3
_OPENS = re.compile(r"[\"“«.!?…] ?$|[\"“«.!?…][\"“«’ ]+$")
_CLOSES = re.compile(r"[.!?…]|,?[\"”»]")
# Of the words of one of two articles: republished. Of fewer words than these, an article is too short to say.
REPUBLISHED_SHARE, REPUBLISHED_WORDS = 0.5, 30
# Of the terms of the lighter article that both must have to be of one thing, which is quick to tell.
COMMON_TERMS = 0.3
# Of what both articles tell: rewritten; with so many sentences that go together, so much alike, and the same numbers.
REWRITTEN_SHARE, REWRITTEN_BOTH, REWRITTEN_SENTENCES, REWRITTEN_ALIKE = 0.6, 0.35, 5, 0.45
# So many other numbers in the same place, one to so many words: a form filled in anew.
FEWEST_APART, APART_WORDS = 2, 50
NUMBERS_AGREE, NUMBERS_APART = 0.5, 0.2
# Whoever republishes or rewrites does it soon (docs/quality.md, "Dating").
COPIED_DAYS = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles have in common; shares are of the words of each, or of what each tells, 0 to 1."""

    kind: CopyKind
    first_share: float
    second_share: float
    passages: tuple[SharedPassage, ...]
    first_only: tuple[Span, ...]
    second_only: tuple[Span, ...]


def shared(first: Article, second: Article) -> Shared | None:
    """What `first` and `second` share; None where that is nothing that they could not both have come by."""
    runs = common_runs(first, second)
    kept = [group for group in _grouped(runs) if _says_something(group, first, second)]
    words = [run for group in kept for run in group]
    ours, theirs = _covered(words)
    shares = (len(ours) / max(1, len(first.words)), len(theirs) / max(1, len(second.words)))
    passages = [_passage(group, first, second) for group in kept]
    kind = _kind(first, second, words, shares)
    if kind is None:
        told = _told(first, second)
        if told:
            return told
        # What an outlet repeats from article to article is its background and its standing notes.
        if not passages or same_outlet(first.outlet or "", second.outlet or ""):
            return None
        quotes = all(passage.kind is PassageKind.QUOTE for passage in passages)
        kind = CopyKind.SHARED_QUOTES if quotes else CopyKind.SHARED_PASSAGES
    return Shared(
        kind,
        *shares,
        tuple(sorted(passages)),
        tuple(_without(first, ours)) if kind is not CopyKind.IDENTICAL else (),
        tuple(_without(second, theirs)) if kind is not CopyKind.IDENTICAL else (),
    )


def _kind(first: Article, second: Article, runs: Sequence[Run], shares: tuple[float, float]) -> CopyKind | None:
    if len(first.words) == len(second.words) > 0 and (first.words.numbers == second.words.numbers).all():
        return CopyKind.IDENTICAL
    enough = sum(run.length for run in runs) >= REPUBLISHED_WORDS and max(shares) >= REPUBLISHED_SHARE
    if not enough or _far_apart(first.stated, second.stated) or _is_series(first, second, runs):
        return None
    return CopyKind.REPUBLISHED


def _is_series(first: Article, second: Article, runs: Sequence[Run]) -> bool:
    """Whether they are one form filled in with other numbers, as two days' reports of one exchange are."""
    apart = 0
    for one, other in pairwise(runs):
        gaps = (
            first.words.texts[one.first + one.length : other.first],
            second.words.texts[one.second + one.length : other.second],
        )
        if all(0 < len(gap) <= GAP_WORDS for gap in gaps):
            ours, theirs = ({word for word in gap if word.isdigit()} for gap in gaps)
            apart += bool(ours and theirs and ours != theirs)
    return apart >= FEWEST_APART and apart * APART_WORDS >= sum(run.length for run in runs)


def _grouped(runs: Sequence[Run]) -> list[list[Run]]:
    """Stretches that follow each other closely in both articles together."""
    groups: list[list[Run]] = []
    for run in runs:
        last = groups[-1][-1] if groups else None
        if last and all(
            0 <= gap <= GAP_WORDS
            for gap in (run.second - last.second - last.length, run.first - last.first - last.length)
        ):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _says_something(group: Sequence[Run], first: Article, second: Article) -> bool:
    """Whether two who write of the same do not both come by these words: "the president of the United States"."""
    length = sum(run.length for run in group)
    if not _is_quote(group, first, second):
        return length >= PASSAGE_WORDS
    told = _terms(group, first)
    return told >= QUOTE_TERMS or (length >= QUOTE_WORDS and told > 0 and _is_whole(group, first, second))


def _terms(group: Sequence[Run], article: Article) -> int:
    """How many different words in lower case say something: names and titles are what anybody would write."""
    places = [place for run in group for place in range(run.first, run.first + run.length)]
    words = article.words
    lower = (words.texts[place] for place in places if article.text[words.starts[place]].islower())
    return len({term(word) for word in lower} - {""})


def _is_whole(group: Sequence[Run], first: Article, second: Article) -> bool:
    """Whether it is a sentence or a quote, from beginning to end, in both articles; but for the word it begins with."""
    ends = (
        (first, group[0].first, group[-1].first + group[-1].length),
        (second, group[0].second, group[-1].second + group[-1].length),
    )
    return all(_begins(article, start) and _ends(article, end) for article, start, end in ends)


def _begins(article: Article, place: int) -> bool:
    before = [article.words.starts[at] for at in (place, place - 1) if at >= 0]
    return place == 0 or any(_OPENS.search(article.text[max(0, at - NEAR_CHARS) : at]) for at in before)


def _ends(article: Article, place: int) -> bool:
    end = article.words.ends[place - 1]
    return bool(_CLOSES.match(article.text[end : end + NEAR_CHARS]))


def _is_quote(group: Sequence[Run], first: Article, second: Article) -> bool:
    """Whether most of it stands in quotation marks in both articles."""
    inside = 0
    for run in group:
        ours = first.quoted[run.first : run.first + run.length]
        inside += int((ours & second.quoted[run.second : run.second + run.length]).sum())
    return inside > sum(run.length for run in group) / 2


def _passage(group: Sequence[Run], first: Article, second: Article) -> SharedPassage:
    return SharedPassage(
        first.span(group[0].first, group[-1].first + group[-1].length),
        second.span(group[0].second, group[-1].second + group[-1].length),
        PassageKind.QUOTE if _is_quote(group, first, second) else PassageKind.WORDS,
    )


def _covered(runs: Sequence[Run]) -> tuple[set[int], set[int]]:
    ours = {place for run in runs for place in range(run.first, run.first + run.length)}
    theirs = {place for run in runs for place in range(run.second, run.second + run.length)}
    return ours, theirs


def _without(article: Article, covered: set[int]) -> Iterator[Span]:
    """The sentences of which less than half is covered."""
    for sentence in article.sentences:
        places = range(article.place(sentence.start), article.place(sentence.end))
        if places and sum(place in covered for place in places) < len(places) / 2:
            yield sentence


def _numbers_agree(first: Terms, second: Terms, pairs: Sequence[tuple[int, int, float]]) -> bool:
    """Whether the sentences that go together name the same numbers: else they are of two days, or of two matches."""
    numbers = [({t for t in first[i] if t.isdigit()}, {t for t in second[j] if t.isdigit()}) for i, j, _ in pairs]
    ours, theirs = (set[str]().union(*side) for side in zip(*numbers, strict=True))
    apart = sum(bool(one and other and not one & other) for one, other in numbers)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) >= NUMBERS_AGREE * least and apart <= NUMBERS_APART * len(pairs)


def _far_apart(one: Interval, other: Interval) -> bool:
    """Whether the pages state days that lie so far from each other that neither copies the other."""
    orders = ((one.latest, other.earliest), (other.latest, one.earliest))
    return any(last and first and first - last > COPIED_DAYS for last, first in orders)


def _of_one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether they speak of the same at all, which is quick to tell."""
    return len(one & other) >= COMMON_TERMS * min(len(one), len(other))


def _told(first: Article, second: Article) -> Shared | None:
    """What is told in the same order, if that makes one a rewrite of the other."""
    if _far_apart(first.stated, second.stated) or not _of_one_thing(first.all_terms, second.all_terms):
        return None
    found = align(first.terms, second.terms, least=REWRITTEN_SHARE)
    shares = (found.first, found.second)
    sentences = min(len({i for i, _, _ in found.pairs}), len({j for _, j, _ in found.pairs}))
    if (
        max(shares) < REWRITTEN_SHARE
        or min(shares) < REWRITTEN_BOTH
        or sentences < REWRITTEN_SENTENCES
        or found.mean < REWRITTEN_ALIKE
        or not _numbers_agree(first.terms, second.terms, found.pairs)
    ):
        return None
    matched = ({i for i, _, _ in found.pairs}, {j for _, j, _ in found.pairs})
    return Shared(
        CopyKind.REWRITTEN,
        *shares,
        tuple(SharedPassage(first.sentences[i], second.sentences[j], PassageKind.TOLD) for i, j, _ in found.pairs),
        tuple(span for i, span in enumerate(first.sentences) if i not in matched[0]),
        tuple(span for j, span in enumerate(second.sentences) if j not in matched[1]),
    )
