"""Which actors of different documents are one and the same."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.record.clusters import PERSON, Cluster, LocalActor, alone, in_order
from onrecord.record.names import alias_key
from onrecord.record.others import merge_others
from onrecord.record.persons import merge_persons

# Why it is by itself.
NOT_NAMED = "not named"
# In so many documents a name must be no person's, before it is thought to be none in others.
ENOUGH = 2


def settle(actors: Iterable[LocalActor]) -> list[Cluster]:
    """`actors` as one actor each over all documents, each in exactly one cluster, in the order of their first places.

    What a document does not name is never merged: "a US official" here and "a US official" there may be two people.
    The order of `actors` decides nothing. Two people merged is a lie in the record, one person split is only untidy.
    What an actor is settled to be depends on those alone with whom it has keys in common (`identities/keys.py`).
    """
    people: list[LocalActor] = []
    others: list[LocalActor] = []
    clusters: list[Cluster] = []
    for actor in sorted(actors, key=lambda actor: actor.place):
        if actor.names:
            (people if actor.family == PERSON else others).append(actor)
        else:
            clusters.append(alone(actor, NOT_NAMED))
    misread = _taken_for_people(people, others)
    others += [actor for actor in people if actor.place in misread]
    people = [actor for actor in people if actor.place not in misread]
    return in_order([*clusters, *merge_persons(people), *merge_others(others)])


def may_be_none(person: LocalActor) -> bool:
    """Whether a person of a document may be a place or the like: known by one name, of which no title tells more."""
    return not person.titles and len({alias_key(name) for name in person.names}) == 1


def _taken_for_people(people: Sequence[LocalActor], others: Sequence[LocalActor]) -> set[tuple[str, int]]:
    """The places of those whom a reading took for people, though what they are called is none in as many documents."""
    doubtful = [actor for actor in people if may_be_none(actor)]
    as_person = Counter(alias_key(actor.name) for actor in doubtful)
    as_other = Counter(alias_key(actor.name) for actor in others)
    misread = {key for key, count in as_person.items() if as_other[key] >= max(count, ENOUGH)}
    return {actor.place for actor in doubtful if alias_key(actor.name) in misread}
