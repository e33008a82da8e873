"""Disputes that several documents of a story tell as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from onrecord.record.disputes.draft import Draft, Told
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.reversals import ARTICLE_SAYS, ON_RECORD
from onrecord.record.stems import stems

# Beside what it is of and its versions, two accounts of one dispute share so many words, or somebody whom they name.
SHARED_WORDS = 2
# Two denials of one speaker are of one claim if they share so much of what the shorter one denies.
SHARE = 0.75


@dataclass(slots=True)
class Dispute:
    """What the documents of one story tell of one dispute."""

    drafts: list[Draft]
    stems: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)

    @property
    def founder(self) -> Draft:
        """The first account that the first run knew."""
        return min(self.drafts, key=lambda each: (each.founded, each.document, each.sides[0][0].span))

    @property
    def first(self) -> Draft:
        """The first account by day of publication."""
        return min(self.drafts, key=lambda each: each.sides[0][0].order)

    def sides(self) -> list[list[Told]]:
        """The claims of each version, in order of publication; no place twice."""
        versions: defaultdict[str, list[Told]] = defaultdict(list)
        for each in [self.first, *self.drafts]:
            for side in each.sides:
                for told in side:
                    known = versions[told.version]
                    if not any(t.document == told.document and t.span.overlaps(told.span) for t in known):
                        known.append(told)
        return [sorted(side, key=lambda told: told.order) for side in versions.values() if side]

    def takes(self, draft: Draft) -> bool:
        """Whether `draft`, of the same kind and key, is of the same dispute."""
        if draft.kind is DisputeKind.DENIAL:
            return any(_denies_the_same(each, draft) for each in self.drafts)
        return bool(self.actors & draft.actors) or len(self.stems & draft.stems) >= SHARED_WORDS

    def add(self, draft: Draft) -> None:
        """Makes `draft` part of it."""
        self.drafts.append(draft)
        self.stems |= draft.stems
        self.actors |= draft.actors


def merged(drafts: Iterable[Draft]) -> Iterator[Dispute]:
    """The disputes that `drafts` tell, each with all that tell it, whatever their order."""
    blocks: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for each in _on_one_figure(list(drafts)):
        blocks[each.story, each.kind.value, *each.key].append(each)
    for key in sorted(blocks):
        found: list[Dispute] = []
        for each in sorted(blocks[key], key=lambda d: (d.founded, d.document, d.sides[0][0].span)):
            home = next((dispute for dispute in found if dispute.takes(each)), None)
            if home is None:
                home = Dispute([])
                found.append(home)
            home.add(each)
        yield from found


def _denies_the_same(one: Draft, other: Draft) -> bool:
    first, second = stems(one.about), stems(other.about)
    return len(first & second) >= max(1, ceil(SHARE * min(len(first), len(second))))


def _on_one_figure(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """`drafts`, in which whoever denies, or is told to deny, a figure that they are on record for does so in one."""
    known: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for each in drafts:
        if ON_RECORD in each.because:
            known[each.story, each.key[0]].append(each)
    for each in drafts:
        speaker = _speaker(each) if known else None
        of_one = [one for one in known[each.story, speaker] if _figures(one) & _numbers(each)] if speaker else []
        yield _as_part_of(min(of_one, key=lambda one: one.key), each) if of_one else each


def _speaker(draft: Draft) -> str | None:
    """Who denies it, or the only one of whom the article says so; None for what is already held against a figure."""
    if ON_RECORD in draft.because or draft.kind not in (DisputeKind.DENIAL, DisputeKind.SELF):
        return None
    if draft.kind is DisputeKind.SELF and ARTICLE_SAYS in draft.because and len(draft.actors) == 1:
        return min(draft.actors)
    return draft.sides[-1][0].speaker


def _figures(draft: Draft) -> frozenset[str]:
    """The figures that its speaker is on record for."""
    return frozenset(stem for told in draft.sides[0] for stem in stems(told.label) if stem[0].isdigit())


def _numbers(draft: Draft) -> frozenset[str]:
    return frozenset(stem for stem in stems(draft.about) if stem[0].isdigit())


def _as_part_of(home: Draft, draft: Draft) -> Draft:
    """`draft` with the versions of `home`; what nobody says but is only denied is left out."""
    first, last = home.sides[0][0].version, home.sides[-1][0].version
    claims = () if draft.kind is DisputeKind.DENIAL else draft.sides[0]
    sides = (
        tuple(replace(told, version=first) for told in (*claims,)),
        tuple(replace(told, version=last) for told in draft.sides[-1]),
    )
    return replace(draft, kind=home.kind, key=home.key, sides=tuple(side for side in sides if side))
