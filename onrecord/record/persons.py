"""Which named people of different documents are one and the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.record.clusters import Cluster, LocalActor, Member, alone
from onrecord.record.names import PersonName, honorifics, person_name
from onrecord.record.spelling import Titles, spelled_alike
from onrecord.record.titles import agree, title_words

# How many of those who bear a name a reason lists.
DOUBTS = 3


@dataclass(eq=False, slots=True)
class Person:
    """Everybody who bears one name, or spellings of it, the fullest of which is `name`.

    `shorts` are words of the name by which a document that also gives it in full calls the person: "Xi", "Boris".
    `short_for` are those who may bear it in full, in order of their names; empty where nobody has a fuller name.
    """

    names: dict[PersonName, list[LocalActor]]
    name: PersonName
    shown: str
    shorts: frozenset[str]
    short_for: tuple["Person", ...] = ()
    members: list[Member] = field(default_factory=list)


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
    groups = spelled_alike({name: _titles(actors) for name, actors in by_name.items()})
    people = [_person({name: by_name[name] for name in names}) for names in groups]
    return sorted(people, key=lambda person: (person.name.fullness, person.name), reverse=True)


def _person(names: dict[PersonName, list[LocalActor]]) -> Person:
    name = max(names, key=lambda name: (name.fullness, name))
    given = {word for each in names for word in each.given}
    aliases = [person_name(alias) for actors in names.values() for actor in actors for alias in actor.names]
    shorts = frozenset(alias.surname for alias in aliases if alias and not alias.given and alias.surname in given)
    return Person(names=names, name=name, shown=min(actor.name for actor in names[name]), shorts=shorts)


def _titles(actors: Sequence[LocalActor]) -> Titles:
    """What documents call `actors`, as a title or before their names."""
    titles = [title.title for actor in actors for title in actor.titles]
    titles += [honorifics(name) for actor in actors for name in (actor.name, *actor.names)]
    return frozenset(words for title in titles if (words := title_words(title)))


def _find_full_names(people: Sequence[Person]) -> None:
    """Sets `short_for` on all `people`, who come with the fullest names first."""
    fuller: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        surnames = {name.surname for name in person.names}
        bears = {id(full): full for word in surnames for full in fuller[word] if _may_be(person, full)}
        roots = {id(root): root for full in bears.values() for root in full.short_for or (full,)}
        person.short_for = tuple(sorted(roots.values(), key=lambda root: root.name))
        if person.name.given:
            for word in surnames | person.shorts:
                fuller[word].append(person)


def _may_be(person: Person, full: Person) -> bool:
    if not person.name.given and person.name.surname in full.shorts:
        return True
    return any(name.is_short_for(other) for name in person.names for other in full.names)


def _assign(people: Sequence[Person]) -> list[Cluster]:
    """Gives each actor to the person whom it can only be; clusters of those left."""
    doubtful: list[tuple[Person, PersonName, LocalActor]] = []
    for person in people:
        for name, actors in person.names.items():
            if len(person.short_for) > 1:
                doubtful += [(person, name, actor) for actor in actors]
            else:
                whole = person.short_for[0] if person.short_for else person
                because = _because(name, person, whole)
                whole.members += [Member(actor, _key(name), because) for actor in actors]
    # Only now, when it is known by which titles everybody goes who is beyond doubt.
    known = {id(person): _titles([member.actor for member in person.members]) for person in people}
    left: list[Cluster] = []
    for person, name, actor in doubtful:
        title = _titles([actor])
        fitting = [root for root in person.short_for if any(agree(t, k) for t in title for k in known[id(root)])]
        if len(fitting) == 1:
            because = f"short for {fitting[0].shown}, told from others by title"
            fitting[0].members.append(Member(actor, _key(name), because))
        else:
            left.append(alone(actor, _doubt(person.short_for)))
    return left


def _because(name: PersonName, person: Person, whole: Person) -> str:
    if whole is not person:
        return f"short for {whole.shown}, the only one so called"
    return "same name" if name == person.name else f"a spelling of {person.shown}"


def _doubt(bearers: Sequence[Person]) -> str:
    named = [person.shown for person in bearers[:DOUBTS]]
    more = len(bearers) - len(named)
    return "could be " + " or ".join([*named, *([f"{more} others"] if more else [])])


def _key(name: PersonName) -> str:
    return " ".join((*name.given, name.surname, name.suffix)).strip()
