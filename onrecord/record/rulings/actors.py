"""Actors as they were found, with what users rule of them: which are one, which are not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.record.clusters import Cluster, LocalActor, Member
from onrecord.record.keys import short_hash
from onrecord.record.names import alias_key
from onrecord.record.rulings.entry import Anchor, Part, anchored

IDLE = "idle"

# Why a member is where it is.
RULED = "ruled to be"
MERGED, SPLIT = RULED + " one ({})", RULED + " another ({})"

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merge:
    """The ruling `id` that some actors are one; each is known by the first of its anchors that is found."""

    id: str
    actors: tuple[tuple[Anchor, ...], ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The ruling `id` that `part` of an actor is another; `rest` are anchors of what is left of it."""

    id: str
    rest: tuple[Anchor, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class Applied:
    """Actors by their ids; for each ruling whose actors were found, what keeps it from changing anything.

    That is the earlier ruling that it contradicts, `IDLE` where things are so without it, else nothing.
    """

    actors: dict[str, Cluster]
    troubles: dict[str, str]


def apply(found: Mapping[str, Cluster], rulings: Iterable[Merge | Split]) -> Applied:
    """`found`, actors by their ids, with `rulings`, one after the other.

    Actors that no ruling touches stay as they are. Merged ones go by id, name and kind of the first; the part that is
    split off gets an id made of the ruling's, what is left keeps its own. A merge that would join what was
    split, and a split that would part what was merged, are left out. A ruling whose actors are not among `found`
    changes nothing.
    """
    rulings = list(rulings)
    if not rulings:
        return Applied(dict(found), {})
    named = {document for each in rulings if isinstance(each, Split) for document in each.part.documents}
    parting = _Parting(found, _anchors(rulings), named)
    for ruling in rulings:
        if isinstance(ruling, Merge):
            parting.merge(ruling)
        else:
            parting.split(ruling)
    return Applied(parting.actors(), parting.troubles)


def find(anchor: Anchor, actors: Iterable[LocalActor]) -> LocalActor | None:
    """The one of `actors`, all those of the anchor's document, that it names; None where it names none for sure."""
    ordered = sorted(actors, key=lambda actor: actor.position)
    key = alias_key(anchor.name)
    by_name = [actor for actor in ordered if alias_key(anchored(actor.name)) == key]
    if by_name:
        return by_name[anchor.nth - 1] if anchor.nth <= len(by_name) else None
    # Read anew, the document may know it by another of its names.
    by_alias = [actor for actor in ordered if key in _keys(actor)]
    return by_alias[0] if len(by_alias) == 1 else None


def anchor_of(actor: LocalActor, actors: Iterable[LocalActor]) -> Anchor:
    """What finds `actor` again among `actors`, all those of its document."""
    key = alias_key(anchored(actor.name))
    before = [each for each in actors if each.position < actor.position and alias_key(anchored(each.name)) == key]
    return Anchor(anchored(actor.name), actor.document, len(before) + 1)


def in_part(actor: LocalActor, part: Part) -> bool:
    """Whether `part` takes `actor` out: one of its documents has it, and calls it by its names and nothing fuller."""
    if part.documents and actor.document not in part.documents:
        return False
    return not part.names or any(_goes_by(actor, name) for name in part.names)


def _goes_by(actor: LocalActor, name: str) -> bool:
    fullest = len(alias_key(actor.bare(actor.name)).split())
    return alias_key(name) in _keys(actor) and fullest <= len(alias_key(name).split())


def _keys(actor: LocalActor) -> set[str]:
    names = (actor.name, *actor.names)
    return {alias_key(each) for name in names for each in (name, actor.bare(name), anchored(name))}


def _anchors(rulings: Iterable[Merge | Split]) -> set[Anchor]:
    groups = [group for each in rulings for group in (each.actors if isinstance(each, Merge) else (each.rest,))]
    return {anchor for group in groups for anchor in group}


def _place(member: Member) -> Place:
    return (member.actor.document, member.actor.local)


@dataclass(slots=True)
class _Group:
    """Members that are one actor; those in `naming` say what it is called."""

    members: list[Member]
    naming: set[Place]
    changed: bool = False


@dataclass(slots=True)
class _Parting:
    """Actors while rulings are applied: `groups` are those that some ruling has touched."""

    found: Mapping[str, Cluster]
    wanted: set[Anchor]
    named: set[str]
    troubles: dict[str, str] = field(default_factory=dict)
    places: dict[Anchor, Place] = field(default_factory=dict)
    home: dict[Place, str] = field(default_factory=dict)
    groups: dict[str, _Group] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    merged: list[tuple[str, tuple[Place, ...]]] = field(default_factory=list)
    parted: list[tuple[str, Place, Place]] = field(default_factory=list)

    def __post_init__(self) -> None:
        documents = {anchor.document for anchor in self.wanted} | self.named
        local: defaultdict[str, list[LocalActor]] = defaultdict(list)
        for identity, cluster in self.found.items():
            for member in cluster.members:
                if member.actor.document in documents:
                    local[member.actor.document].append(member.actor)
                    self.home[_place(member)] = identity
        for anchor in self.wanted:
            if (actor := find(anchor, local[anchor.document])) is not None:
                self.places[anchor] = (actor.document, actor.local)

    def merge(self, ruling: Merge) -> None:
        """Joins the actors of `ruling`, or notes which split speaks against it."""
        places = tuple(place for anchors in ruling.actors if (place := self._first(anchors)) is not None)
        groups = list(dict.fromkeys(self.home[place] for place in places))
        if len(places) == len(ruling.actors):
            self.troubles[ruling.id] = "" if len(groups) > 1 else IDLE
        if len(groups) < 2:
            return
        for split, rest, part in self.parted:
            if {self.home[rest], self.home[part]} <= set(groups):
                self.troubles[ruling.id] = split
                return
        self.merged.append((ruling.id, places))
        head, *others = groups
        for other in others:
            self._move(self._group(other).members, head, MERGED.format(ruling.id))
            del self.groups[other]
            self.gone.add(other)

    def split(self, ruling: Split) -> None:
        """Takes the part out, or notes which merge speaks against it."""
        rest = self._first(ruling.rest)
        if rest is None:
            return
        group = self._group(self.home[rest])
        taken = [each for each in group.members if _place(each) != rest and in_part(each.actor, ruling.part)]
        # Told apart in its document, the part may be known as somebody else's without further ado.
        self.troubles[ruling.id] = "" if taken or any(local.endswith(ruling.id) for _, local in self.home) else IDLE
        if not taken:
            return
        places = {_place(member) for member in taken}
        for merge, members in self.merged:
            if places & set(members) and not places >= set(members):
                self.troubles[ruling.id] = merge
                return
        group.members = [member for member in group.members if _place(member) not in places]
        group.changed = True
        part = "a-" + short_hash(ruling.id)
        self.groups[part] = _Group([], places, changed=True)
        self._move(taken, part, SPLIT.format(ruling.id))
        self.parted.append((ruling.id, rest, min(places)))

    def actors(self) -> dict[str, Cluster]:
        """All actors as they are now, in order of their ids."""
        actors = {identity: cluster for identity, cluster in self.found.items() if identity not in self.gone}
        for identity, group in self.groups.items():
            if group.changed:
                members = sorted(group.members, key=lambda member: member.actor.place)
                naming = tuple(member for member in members if _place(member) in group.naming)
                actors[identity] = Cluster(tuple(members), naming=naming)
        return dict(sorted(actors.items()))

    def _first(self, anchors: Sequence[Anchor]) -> Place | None:
        return next((self.places[anchor] for anchor in anchors if anchor in self.places), None)

    def _group(self, identity: str) -> _Group:
        if identity not in self.groups:
            cluster = self.found[identity]
            self.groups[identity] = _Group(list(cluster.members), {_place(member) for member in cluster.members})
            self.home |= {_place(member): identity for member in cluster.members}
        return self.groups[identity]

    def _move(self, members: Sequence[Member], to: str, because: str) -> None:
        group = self._group(to)
        for member in members:
            earlier = f"{member.because}; " if member.because.startswith(RULED) else ""
            group.members.append(Member(member.actor, member.key, earlier + because))
        group.changed = True
        self.home |= {_place(member): to for member in members}
