"""What two articles share, of what kind that is, and where it stands in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record.copies.aligned import align
from onrecord.record.copies.article import Article
from onrecord.record.copies.entry import CopyKind, PassageKind, SharedPassage
from onrecord.record.copies.runs import Run, common_runs
from onrecord.spans import Span

# All chosen on articles of PolNeAR's training part and on copies made of them (docs/quality.md, "Copies").
# Common stretches between which so few words were changed are one passage.
GAP_WORDS = 6
# Fewer words in common are chance, or a name with its titles: outside quotation marks, and within.
PASSAGE_WORDS, QUOTE_WORDS = 16, 6
# Of the words of one of two articles: republished. Of fewer words than these, an article is too short to say.
REPUBLISHED_SHARE, REPUBLISHED_WORDS = 0.5, 30
# Of what both articles tell: rewritten; with so many sentences that go together, so much alike.
REWRITTEN_SHARE, REWRITTEN_BOTH, REWRITTEN_SENTENCES, REWRITTEN_ALIKE = 0.6, 0.35, 4, 0.45


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
        if not passages:
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
    enough = sum(run.length for run in runs) >= REPUBLISHED_WORDS
    return CopyKind.REPUBLISHED if enough and max(shares) >= REPUBLISHED_SHARE else None


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
    length = sum(run.length for run in group)
    return length >= (QUOTE_WORDS if _is_quote(group, first, second) else PASSAGE_WORDS)


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


def _told(first: Article, second: Article) -> Shared | None:
    """What is told in the same order, if that makes one a rewrite of the other."""
    found = align(first.terms, second.terms)
    shares = (found.first, found.second)
    sentences = min(len({i for i, _, _ in found.pairs}), len({j for _, j, _ in found.pairs}))
    if (
        max(shares) < REWRITTEN_SHARE
        or min(shares) < REWRITTEN_BOTH
        or sentences < REWRITTEN_SENTENCES
        or found.mean < REWRITTEN_ALIKE
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
