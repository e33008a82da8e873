"""Roles out of the places that give an office and tell of its changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.record.keys import short_hash
from onrecord.record.roles.changes import Changed
from onrecord.record.roles.holdings import Holding

# "The Tarvonian leader" is its president, where they are known to be that.
LEADER = "leader"
OF_A_STATE = frozenset({"president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "emperor"})


@dataclass(frozen=True, slots=True)
class Role:
    """One office of one actor with all that tells of it, in the order of the runs that brought it."""

    holdings: tuple[Holding, ...]
    changes: tuple[Changed, ...]

    @property
    def id(self) -> str:
        """Made of the first place that gives the office, and what it calls its holder there."""
        first = self.holdings[0]
        return "r-" + short_hash(first.page.document, first.office.key, first.name)

    @property
    def actor(self) -> str:
        """Who holds or held it."""
        return self.holdings[0].actor

    @property
    def titles(self) -> list[str]:
        """How it is called, as most articles do first; of several, the fullest."""
        documents: defaultdict[str, set[str]] = defaultdict(set)
        spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for each in self.holdings:
            key = each.office.title.lower()
            documents[key].add(each.page.document)
            spelled[key][each.office.title] += 1
        vague = {each.office.title.lower() for each in self.holdings if each.office.key == LEADER}
        ranked = sorted(documents, key=lambda key: (key in vague, -len(documents[key]), -len(key), key))
        return [min(spelled[key], key=lambda title: (-spelled[key][title], title)) for key in ranked]

    @property
    def of(self) -> str | None:
        """Whose office most articles say that it is."""
        documents: defaultdict[str, set[str]] = defaultdict(set)
        for each in self.holdings:
            if each.of:
                documents[each.of].add(each.page.document)
        return min(documents, key=lambda actor: (-len(documents[actor]), actor), default=None)

    @property
    def current(self) -> tuple[date | None, date | None]:
        """The first and the last day on which an article came out that gives it as held."""
        days = [day for each in self.holdings if not each.office.is_past for day in _days(each)]
        return (min(days), max(days)) if days else (None, None)

    @property
    def past_by(self) -> date | None:
        """The last day on which the first article came out that calls it a former one."""
        told = (each.page.published for each in self.holdings if each.office.is_past)
        days = [published.latest for published in told if published.ordered and published.latest]
        return min(days, default=None)


def _days(holding: Holding) -> Iterator[date]:
    published = holding.page.published
    if published.ordered:
        yield from (day for day in (published.earliest, published.latest) if day)


def roles(holdings: Iterable[Holding], changes: Sequence[Changed]) -> Iterator[Role]:
    """The roles of one story: an actor and an office, with the changes that can only be of that office."""
    offices: defaultdict[tuple[str, str], list[Holding]] = defaultdict(list)
    for each in holdings:
        offices[each.actor, each.office.key].append(each)
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for actor, key in offices:
        keys[actor].add(key)
    for actor in sorted(keys):
        leading = keys[actor] & OF_A_STATE
        if LEADER in keys[actor] and len(leading) == 1:
            offices[actor, min(leading)] += offices.pop((actor, LEADER))
            keys[actor].remove(LEADER)
    for (actor, key), own in sorted(offices.items()):
        told = [each for each in changes if each.actor == actor and _is_of(each, key, keys)]
        ordered = sorted(
            {(each.page.document, each.span, each.kind, each.other): each for each in told}.items(), key=repr
        )
        yield Role(tuple(sorted(own, key=lambda each: each.order)), tuple(each for _, each in ordered))


def _is_of(change: Changed, key: str, keys: dict[str, set[str]]) -> bool:
    """Whether a change is of the office `key` of its actor: the only one, the other's too, or named in the sentence."""
    if len(keys[change.actor]) == 1:
        return True
    if change.other and len(shared := keys[change.actor] & keys.get(change.other, set())) == 1:
        return key in shared
    sentence = change.span.of(change.page.text).lower()
    named = {each for each in keys[change.actor] if each.split()[-1] in sentence}
    return named == {key}
