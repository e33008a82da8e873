"""What merging actors works on: the actors of single documents, and those of the record that they make up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.reading.schema import Kind, Title
from onrecord.record.names import alias_key, without_honorifics

# Kinds between which coverage wavers: a name of one is the same actor under the other. A state acts, a palace stands
# for who sits in it, a ship is now a thing, now a crew; a person is none of them.
PERSON, THING, DOCUMENT = "person", "thing", "document"
FAMILIES = dict.fromkeys(Kind, THING) | {Kind.PERSON: PERSON, Kind.DOCUMENT: DOCUMENT}

# In front of the key of who is never named: no named one is like it.
UNNAMED = "unnamed"

# "U.S.A.": longer names in capitals are headlines.
_ABBREVIATED_CHARS = 6


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

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the coverage: document, then place among its actors."""
        return (self.document, self.position)

    @property
    def family(self) -> str:
        """The kinds that its name may go under."""
        return FAMILIES[self.kind]

    def bare(self, name: str) -> str:
        """`name`, one of this actor's, without forms of address."""
        return without_honorifics(name) if self.names and self.family == PERSON else name


@dataclass(frozen=True, slots=True)
class Member:
    """A document's actor, the key of its name, and the reason why it is in its cluster."""

    actor: LocalActor
    key: str
    because: str


@dataclass(frozen=True)
class Cluster:
    """One actor over all documents; `alone` where it is held apart from others that go by the same name.

    `naming` are the members that it has its name and kind from; all, where that is empty.
    """

    members: tuple[Member, ...]
    alone: bool = False
    naming: tuple[Member, ...] = ()

    @cached_property
    def name(self) -> str:
        """The name in most documents; for a person a full one before a surname, for a place before an abbreviation."""
        naming = self.naming or self.members
        if len(naming) == 1:
            return naming[0].actor.bare(naming[0].actor.name)
        names = Counter(member.actor.bare(member.actor.name) for member in naming)
        family = naming[0].actor.family
        return min(names, key=lambda name: (_is_partial(name, family), -names[name], -len(name), name))

    @property
    def kind(self) -> Kind:
        """What most of its mentions make of it."""
        if len(self.members) == 1:
            return self.members[0].actor.kind
        kinds = Counter[Kind]()
        for member in self.naming or self.members:
            kinds[member.actor.kind] += member.actor.mentions
        return min(kinds, key=lambda kind: (-kinds[kind], kind))

    @property
    def aliases(self) -> Counter[str]:
        """How often the coverage uses which name; the actor's own name alone where it is never named."""
        counts = Counter[str]()
        for member in self.members:
            for name, mentions in member.actor.names.items():
                counts[member.actor.bare(name)] += mentions
        return counts or Counter({self.name: sum(member.actor.mentions for member in self.members)})

    @cached_property
    def founders(self) -> tuple[Member, ...]:
        """The members that came with the first run that saw this actor, in order of their places."""
        if len(self.members) == 1:
            return self.members
        first = min(member.actor.founded for member in self.members)
        founders = [member for member in self.members if member.actor.founded == first]
        return tuple(sorted(founders, key=lambda member: member.actor.place))

    @property
    def founding_key(self) -> tuple[str, ...]:
        """What the founders called the actor, at the fullest; with the document where that name is not its alone."""
        founders = self.founders
        key = max((member.key for member in founders), key=lambda key: (len(key.split()), len(key), key))
        never_named = self.alone and not founders[0].actor.names
        name = (*([UNNAMED] if never_named else []), (self.naming or founders)[0].actor.family, key)
        return (*name, founders[0].actor.document) if self.alone else name


def _is_partial(name: str, family: str) -> bool:
    if family == PERSON:
        return " " not in name
    return family == THING and name.isupper() and len(name) <= _ABBREVIATED_CHARS


def alone(actor: LocalActor, because: str) -> Cluster:
    """`actor` by itself."""
    return Cluster((Member(actor, alias_key(actor.name), because),), alone=True)


def in_order(clusters: Iterable[Cluster]) -> list[Cluster]:
    """`clusters` by the places of their first members, members by their own."""
    ordered = [
        replace(cluster, members=tuple(sorted(cluster.members, key=lambda member: member.actor.place)))
        if len(cluster.members) > 1
        else cluster
        for cluster in clusters
    ]
    return sorted(ordered, key=lambda cluster: cluster.members[0].actor.place)
