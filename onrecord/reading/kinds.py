"""What an actor is, more finely than the model tells: states, outlets, groups, documents."""

from collections.abc import Sequence

from onrecord.reading.outlets import is_outlet_name
from onrecord.reading.schema import Kind
from onrecord.reading.states import state_of
from onrecord.reading.words.kinds import DOCUMENTS, ORGANIZATIONS, OUTLETS, PEOPLE, SINGULAR_IN_S


def kind_of_name(name: str, kind: Kind) -> Kind:
    """The kind of an actor that is called `name` and that the model holds for `kind`."""
    if kind is not Kind.PERSON:
        if state_of(name):
            return Kind.STATE
        if is_outlet_name(name):
            return Kind.OUTLET
    words = name.split()
    if kind is Kind.PERSON and len(words) == 1 and is_plural(words[0]) and words[0].casefold().endswith(_OF_GROUPS):
        return Kind.GROUP
    return kind


# "Russians", "Democrats", "Israelis", but no surname in -s: those seldom end so.
_OF_GROUPS = ("ans", "icans", "ats", "ives", "ists", "ians", "ees", "elis", "aqis")


def kind_of_description(head: str, words: Sequence[str], kind: Kind) -> Kind:
    """The kind of somebody only described, by the head word: "officials" is a group, "report" a document."""
    noun = head.casefold()
    if noun in OUTLETS:
        return Kind.OUTLET
    if noun in DOCUMENTS and kind in (Kind.OTHER, Kind.ORGANIZATION):
        return Kind.DOCUMENT
    if noun in ORGANIZATIONS and kind is not Kind.PERSON:
        return Kind.ORGANIZATION
    if kind is Kind.PERSON and (noun in PEOPLE or is_plural(noun)) and not _is_one(words):
        return Kind.GROUP
    return kind


def is_plural(noun: str) -> bool:
    """Whether a noun looks plural: a regular ending that is no part of the stem."""
    word = noun.casefold()
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in SINGULAR_IN_S


def _is_one(words: Sequence[str]) -> bool:
    return bool(words) and words[0].casefold() in ("a", "an", "one", "another", "every", "each")
