"""What an actor is, more finely than the model tells: states, outlets, groups, documents."""

import re
from collections.abc import Sequence

from onrecord.reading.names import folded
from onrecord.reading.outlets import is_outlet_name
from onrecord.reading.schema import Kind
from onrecord.reading.states import state_of
from onrecord.reading.words.kinds import PEOPLE, SEATS, SINGULAR_IN_S
from onrecord.reading.words.sources import CROWDS, DOCUMENTS, INSIDERS, ORGANIZATIONS, OUTLET_NOUNS
from onrecord.reading.words.titles import HEADS


def kind_of_name(name: str, kind: Kind) -> Kind:
    """The kind of an actor that is called `name` and that the model holds for `kind`."""
    if kind is not Kind.PERSON:
        if state_of(name):
            return Kind.STATE
        if is_outlet_name(name):
            return Kind.OUTLET
        if folded(name) in SEATS:
            return Kind.ORGANIZATION
    words = name.split()
    if kind is Kind.PERSON and len(words) == 1 and is_plural(words[0]) and words[0].casefold().endswith(_OF_GROUPS):
        return Kind.GROUP
    return kind


_ONE = frozenset(("a", "an", "one", "another", "every", "each"))

# "Russians", "Democrats", "Israelis", but no surname in -s: those seldom end so.
_OF_GROUPS = ("ans", "icans", "ats", "ives", "ists", "ians", "ees", "elis", "aqis")


def kind_by_form(name: str, kind: Kind, text: str) -> Kind:
    """What the form of a name says against the model's `kind`: a state's name, "Linden House", a root of demonyms.

    A word in -a of which `text` has the adjective in -an ("Ilmeria", "Ilmerian") is a place.
    """
    if state_of(name):
        return Kind.PLACE
    words = folded(name).split()
    if kind is Kind.PERSON and len(words) > 1 and words[-1] in ORGANIZATIONS:
        return Kind.ORGANIZATION
    if kind is Kind.PERSON and len(words) == 1 and name.endswith("a") and re.search(rf"\b{re.escape(name)}n\b", text):
        return Kind.PLACE
    return kind


def kind_of_description(head: str, words: Sequence[str], kind: Kind) -> Kind:
    """The kind of somebody only described, by the head word: "officials" is a group, "report" a document."""
    noun = head.casefold()
    if noun in OUTLET_NOUNS:
        return Kind.OUTLET
    if noun in HEADS or (noun in INSIDERS and not is_plural(noun)):
        return Kind.PERSON
    if noun.removesuffix("s") in HEADS or noun in INSIDERS:
        return Kind.GROUP
    return _crowd(noun, words) if kind is Kind.PERSON else _thing(noun, kind)


def _crowd(noun: str, words: Sequence[str]) -> Kind:
    one = bool(words) and words[0].casefold() in _ONE
    return Kind.GROUP if not one and (noun in CROWDS or noun in PEOPLE or is_plural(noun)) else Kind.PERSON


def _thing(noun: str, kind: Kind) -> Kind:
    if noun in DOCUMENTS and kind in {Kind.OTHER, Kind.ORGANIZATION}:
        return Kind.DOCUMENT
    return Kind.ORGANIZATION if noun in ORGANIZATIONS else kind


def is_plural(noun: str) -> bool:
    """Whether a noun looks plural: a regular ending that is no part of the stem."""
    word = noun.casefold()
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in SINGULAR_IN_S
