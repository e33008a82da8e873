"""Disputes that several documents of a story tell as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.record.disputes.draft import Draft, Told

# Beside what it is of and its versions, two accounts of one dispute share so many words, or somebody whom they name.
SHARED_WORDS = 2


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
        return bool(self.actors & draft.actors) or len(self.stems & draft.stems) >= SHARED_WORDS

    def add(self, draft: Draft) -> None:
        """Makes `draft` part of it."""
        self.drafts.append(draft)
        self.stems |= draft.stems
        self.actors |= draft.actors


def merged(drafts: Iterable[Draft]) -> Iterator[Dispute]:
    """The disputes that `drafts` tell, each with all that tell it, whatever their order."""
    blocks: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for each in drafts:
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
