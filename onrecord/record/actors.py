"""Which actors of different documents are one and the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.reading.schema import Kind, Title


@dataclass(frozen=True, slots=True)
class LocalActor:
    """An actor of one document.

    `names` counts the named mentions and is empty where the document never names it. `founded` is the run that brought
    the document, `run` the one that brought the text that it now has.
    """

    document: str
    local: str
    position: int
    name: str
    kind: Kind
    titles: tuple[Title, ...] = ()
    names: dict[str, int] = field(default_factory=dict)
    mentions: int = 0
    founded: int = 1
    run: int = 1


@dataclass(frozen=True, slots=True)
class Member:
    """A document's actor with the reason why it is in its cluster."""

    actor: LocalActor
    because: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """One actor over all documents."""

    name: str
    kind: Kind
    members: tuple[Member, ...]

    @property
    def aliases(self) -> Counter[str]:
        """How often the coverage uses which name; the actor's own name alone where it is never named."""
        counts = Counter[str]()
        for member in self.members:
            counts.update(member.actor.names)
        return counts or Counter({self.name: 1})

    @property
    def founders(self) -> tuple[LocalActor, ...]:
        """The members that the first run brought which saw this actor."""
        first = min(member.actor.founded for member in self.members)
        return tuple(member.actor for member in self.members if member.actor.founded == first)

    @property
    def founding_key(self) -> tuple[str, ...]:
        """What the founders called the actor."""
        return (self.kind.value, min(actor.name.casefold() for actor in self.founders))


def settle(locals_: Iterable[LocalActor]) -> list[Cluster]:
    """`locals_` as one actor each over all documents, in an order that does not depend on theirs."""
    groups: defaultdict[tuple[str, ...], list[LocalActor]] = defaultdict(list)
    for actor in sorted(locals_, key=lambda actor: (actor.document, actor.position)):
        own = (actor.document, actor.local) if not actor.names else ()
        groups[actor.kind, actor.name.casefold(), *own].append(actor)
    return [_cluster(groups[key]) for key in sorted(groups)]


def _cluster(actors: list[LocalActor]) -> Cluster:
    names = Counter(actor.name for actor in actors)
    name = min(names, key=lambda name: (-names[name], name))
    return Cluster(name, actors[0].kind, tuple(Member(actor, "same name") for actor in actors))
