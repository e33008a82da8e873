"""Which named people of different documents are one and the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.record.clusters import Cluster, LocalActor, Member, alone
from onrecord.record.names import PersonName, person_name
from onrecord.record.spelling import Titles, spelled_alike
from onrecord.record.titles import agree, title_words


@dataclass(eq=False, slots=True)
class Person:
    """Everybody who bears one name, or spellings of it, the fullest of which is `name`.

    `short_for` are those who may bear it in full, in order of their names; empty where nobody has a fuller name.
    """

    name: PersonName
    actors: list[tuple[PersonName, LocalActor]]
    titles: Titles
    short_for: tuple["Person", ...] = ()
    members: list[Member] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The name as a document spells it."""
        return min(actor.name for name, actor in self.actors if name == self.name)


def merge_persons(actors: Iterable[LocalActor]) -> list[Cluster]:
    """Clusters of the named people `actors`.

    Equal names are one person, and spellings of one name. A shorter name is whoever bears it in full, if that is only
    one in the whole coverage; of several, the one whose title the document gives; else it stays by itself.
    """
    by_name: defaultdict[PersonName, list[LocalActor]] = defaultdict(list)
    clusters: list[Cluster] = []
    for actor in actors:
        name = _fullest(actor)
        if name is None:
            clusters.append(alone(actor, "a title without a name"))
        else:
            by_name[name].append(actor)
    people = _people(by_name)
    _find_full_names(people)
    clusters += _assign(people)
    return [*clusters, *(Cluster(tuple(person.members)) for person in people if person.members)]


def _fullest(actor: LocalActor) -> PersonName | None:
    """The actor's name; where it is a surname alone, the fullest one with that surname that the document gives."""
    name = person_name(actor.name)
    if name is None or name.given:
        return name
    others = [other for text in actor.names if (other := person_name(text)) and name.is_short_for(other)]
    return max(others, key=lambda other: (other.fullness, other), default=name)


def _people(by_name: dict[PersonName, list[LocalActor]]) -> list[Person]:
    """One person a name or group of spellings, the fullest names first."""
    titles = {name: _titles(actors) for name, actors in by_name.items()}
    people = [
        Person(
            name=max(names, key=lambda name: (name.fullness, name)),
            actors=[(name, actor) for name in sorted(names) for actor in by_name[name]],
            titles=frozenset[frozenset[str]]().union(*(titles[name] for name in names)),
        )
        for names in spelled_alike(titles)
    ]
    return sorted(people, key=lambda person: (person.name.fullness, person.name), reverse=True)


def _titles(actors: Iterable[LocalActor]) -> Titles:
    return frozenset(title_words(title.title) for actor in actors for title in actor.titles)


def _find_full_names(people: Sequence[Person]) -> None:
    """Sets `short_for` on all `people`, who come with the fullest names first."""
    fuller: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        bears = {id(full): full for word in _surnames(person) for full in fuller[word] if _may_be(person, full)}
        roots = {id(root): root for full in bears.values() for root in full.short_for or (full,)}
        person.short_for = tuple(sorted(roots.values(), key=lambda root: root.name))
        if person.name.given:
            for word in _surnames(person) | _short_forms(person):
                fuller[word].append(person)


def _surnames(person: Person) -> set[str]:
    return {name.surname for name, _ in person.actors}


def _short_forms(person: Person) -> set[str]:
    """Single words of the name by which a document that also gives it in full calls the person: "Xi", "Boris"."""
    words = {
        alias.surname
        for _, actor in person.actors
        for text in actor.names
        if (alias := person_name(text)) and not alias.given
    }
    return words & {word for name, _ in person.actors for word in name.given}


def _may_be(person: Person, full: Person) -> bool:
    if not person.name.given and person.name.surname in _short_forms(full):
        return True
    return any(name.is_short_for(other) for name, _ in person.actors for other, _ in full.actors)


def _assign(people: Sequence[Person]) -> list[Cluster]:
    """Gives each actor to the person whom it can only be; clusters of those left."""
    doubtful: list[tuple[Person, PersonName, LocalActor]] = []
    for person in people:
        for name, actor in person.actors:
            if len(person.short_for) > 1:
                doubtful.append((person, name, actor))
            else:
                whole = person.short_for[0] if person.short_for else person
                whole.members.append(Member(actor, _key(name), _because(name, person, whole)))
    # Only now, when it is known by which titles everybody goes who is beyond doubt.
    known = {id(person): _titles(member.actor for member in person.members) for person in people}
    left: list[Cluster] = []
    for person, name, actor in doubtful:
        title = _titles([actor])
        fitting = [root for root in person.short_for if any(agree(t, k) for t in title for k in known[id(root)])]
        if len(fitting) == 1:
            because = f"short for {fitting[0].shown}, told from others by title"
            fitting[0].members.append(Member(actor, _key(name), because))
        else:
            left.append(alone(actor, "could be " + " or ".join(root.shown for root in person.short_for)))
    return left


def _because(name: PersonName, person: Person, whole: Person) -> str:
    if whole is not person:
        return f"short for {whole.shown}, the only one so called"
    return "same name" if name == person.name else f"a spelling of {person.shown}"


def _key(name: PersonName) -> str:
    return " ".join((*name.given, name.surname, name.suffix)).strip()
