"""Which named organizations, states, places, documents of different documents are one and the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.reading.names import initials
from onrecord.reading.states import state_of
from onrecord.record.clusters import PERSON, THING, Cluster, LocalActor, Member
from onrecord.record.names import alias_key

Key = tuple[str, str]

# Names are compared in lower case, so that none begins like this.
_STATE = "STATE "


def merge_others(actors: Iterable[LocalActor]) -> list[Cluster]:
    """Clusters of the named `actors`: those of one name, of one state, or of a name with the acronym it was given.

    People among them are such that a reading has taken for some: they lend the others neither name nor kind.
    """
    by_key: defaultdict[Key, list[LocalActor]] = defaultdict(list)
    for actor in actors:
        by_key[key_of(actor)].append(actor)
    full_names = _acronyms(by_key)
    clusters: defaultdict[Key, list[Member]] = defaultdict(list)
    for key, same in by_key.items():
        full = full_names.get(key, key)
        clusters[full] += [Member(actor, key[1], _because(key, full)) for actor in same]
    return [_cluster(members) for members in clusters.values()]


def _cluster(members: Sequence[Member]) -> Cluster:
    naming = tuple(member for member in members if member.actor.family != PERSON)
    return Cluster(tuple(members), naming=naming if len(naming) < len(members) else ())


def key_of(actor: LocalActor) -> Key:
    """What all that go by one name have in common: the family of its kind, and the name or the state."""
    family = THING if actor.family == PERSON else actor.family
    state = state_of(actor.name) if family == THING else None
    return (family, f"{_STATE}{state}" if state else alias_key(actor.name))


def _because(key: Key, full: Key) -> str:
    if key != full:
        return f"the acronym of {full[1]}"
    return "same state" if key[1].startswith(_STATE) else "same name"


def _acronyms(by_key: dict[Key, list[LocalActor]]) -> dict[Key, Key]:
    """For each acronym that is a key, the key of the name that documents give with it, where that is only one."""
    given: defaultdict[Key, set[Key]] = defaultdict(set)
    for key, same in by_key.items():
        for actor in same:
            for alias in actor.names:
                acronym = (key[0], alias_key(alias))
                if acronym != key and acronym[1] == alias_key(initials(actor.name)):
                    given[acronym].add(key)
    return {acronym: next(iter(names)) for acronym, names in given.items() if len(names) == 1 and acronym in by_key}
