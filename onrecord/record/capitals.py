"""Capitals that the coverage itself names: "Vasht, the Ilmerian capital"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.record.entries import Named
from onrecord.record.names import alias_key
from onrecord.record.store import Store

_NAME = r"(?!(?:And|At|But|From|In|Near|Of|On|The|To)\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<city>{_NAME}), the (?P<adjective>[A-Z]\w+) capital\b",
        rf"(?P<city>{_NAME}), (?:the )?capital of (?:the )?(?P<state>{_NAME})",
        rf"\b[Tt]he (?P<adjective>[A-Z]\w+) capital,? (?P<city>{_NAME})",
        rf"\b[Tt]he capital of (?:the )?(?P<state>{_NAME}), (?P<city>{_NAME})",
        rf"\b(?P<state>{_NAME})['’]s capital,? (?P<city>{_NAME})",
        rf"(?P<city>{_NAME}), (?P<state>{_NAME})['’]s capital\b",
    )
)
# Of an adjective, what may stand behind the stem that it shares with the state's name, and of the name.
_OF_ADJECTIVE = re.compile(r"(?:n|an|ian|ean|ese|ish|i|ic)")
_OF_NAME = re.compile(r"(?:|a|ia|e|y|land|o)")
LEAST_STEM = 4


def told_capitals(store: Store, states: Iterable[Named]) -> dict[str, str]:
    """The states, as ids, by the keys of the names of cities that sentences of the coverage call their capitals.

    A city that is said to be the capital of two is left out.
    """
    known: defaultdict[str, list[Named]] = defaultdict(list)
    for each in states:
        known[_stem(each.name)].append(each)
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in _sentences(store):
        for city, state in _named_in(text, known):
            said[alias_key(city)][state] += 1
    return {city: next(iter(counts)) for city, counts in said.items() if len(counts) == 1}


def is_adjective_of(adjective: str, state: str) -> bool:
    """Whether `adjective` is made of the name of `state`: "Ilmerian" of "Ilmeria", "Tarvonese" of "Tarvon"."""
    one, other = adjective.lower(), state.lower()
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return any(
        _OF_ADJECTIVE.fullmatch(one[stem:]) and _OF_NAME.fullmatch(other[stem:])
        for stem in range(LEAST_STEM, shared + 1)
    )


def _sentences(store: Store) -> Iterator[str]:
    rows = store.rows(
        'SELECT substr(documents.text, start + 1, "end" - start) AS said FROM sentence_index '
        "JOIN sentences ON number = sentence_index.rowid JOIN documents ON id = document "
        "WHERE sentence_index MATCH 'capital' ORDER BY document, start"
    )
    return (" ".join(row["said"].split()) for row in rows)


def _stem(name: str) -> str:
    """What a state's name and its adjective begin with alike."""
    return name[:LEAST_STEM].lower()


def _named_in(text: str, states: Mapping[str, Sequence[Named]]) -> Iterator[tuple[str, str]]:
    """The cities and the ids of the states, which come by their stems, whose capitals `text` calls them."""
    for pattern in _SAID:
        for hit in pattern.finditer(text):
            words = hit.groupdict()
            fits = [
                state.id
                for state in states.get(_stem(words.get("state") or words["adjective"]), ())
                if words.get("state") == state.name
                or (words.get("adjective") and is_adjective_of(words["adjective"], state.name))
            ]
            if len(fits) == 1:
                yield words["city"], fits[0]
