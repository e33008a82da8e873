"""Which local actors may be one: keys of their names."""

from onrecord.reading.names import initials
from onrecord.record.actors import may_be_none
from onrecord.record.clusters import PERSON, LocalActor
from onrecord.record.names import alias_key, consonants, person_name
from onrecord.record.others import key_of

# Of who is never named, and so never merged.
UNNAMED = ""


def keys_of(actor: LocalActor) -> frozenset[str]:
    """Keys such that what an actor is settled to be depends only on those who have keys in common with it.

    Directly or over others: people whose surnames have the same consonants, or who go by a word that is another's
    surname; everything else by its name, and the acronym that its document gives with it; who may be none, by both.
    """
    if not actor.names:
        return frozenset([UNNAMED])
    family, key = key_of(actor)
    if actor.family == PERSON:
        names = [person_name(name) for name in (actor.name, *actor.names)]
        surnames = {consonants(name.surname) for name in names if name is not None}
        # Whom other documents may know to be a place, or the like.
        keys = {*(f"person {surname}" for surname in surnames), *([f"{family} {key}"] if may_be_none(actor) else [])}
        return frozenset(keys) or frozenset([UNNAMED])
    acronym = alias_key(initials(actor.name))
    acronyms = {alias_key(alias) for alias in actor.names} & {acronym}
    return frozenset({f"{family} {each}" for each in (key, *acronyms)})
