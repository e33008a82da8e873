"""Which takes are on one issue: those about one actor, or whose phrases have one head and name one another's words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.record.positions.entry import Stance
from onrecord.record.positions.told import Told

_TURNED = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.FOR}


def by_issue(told: Iterable[Told]) -> dict[tuple[str, str], list[Told]]:
    """The takes of each story's issues, under the story and the issue's key: an actor's id, or content words.

    The words of a phrase are the issue, unless a shorter phrase with the same head has none but words of it: "the
    sanctions" stands for "sanctions on potash". Nothing but the set of takes decides.
    """
    groups: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    kinds: defaultdict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
    told = list(told)
    for each in told:
        if each.take.target:
            kinds[each.story, each.take.target.head].add(frozenset(each.take.target.stems))
    shortest = {key: _shortest(sets) for key, sets in kinds.items()}
    for each in told:
        if each.about:
            groups[each.story, each.about].append(each)
        elif each.take.target:
            stems = shortest[each.story, each.take.target.head][frozenset(each.take.target.stems)]
            groups[each.story, " ".join(sorted(stems))].append(each)
    return dict(groups)


def _shortest(sets: Iterable[frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """Each set with the least one, by size and then by its words, that has none but words of it."""
    ordered = sorted(sets, key=lambda each: (len(each), sorted(each)))
    return {each: next(other for other in ordered if other <= each) for each in ordered}


def stance_of(told: Told) -> Stance:
    """Where its holder stands on the issue itself: whoever is for lifting sanctions is against sanctions."""
    turned = told.take.target is not None and told.take.target.turned
    return _TURNED.get(told.take.stance, told.take.stance) if turned else told.take.stance


def name_of(told: Sequence[Told]) -> str:
    """What the coverage calls the issue: the words of most takes, the shortest of those."""
    counts = Counter(each.core for each in told)
    return min(counts, key=lambda text: (-counts[text], len(text), text))
