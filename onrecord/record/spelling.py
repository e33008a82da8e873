"""Which full names are spellings of one name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from onrecord.record.names import PersonName, consonants
from onrecord.record.titles import agree

Titles = frozenset[frozenset[str]]

# Transcribers differ in vowels ("Muhammad", "Mohamed"); in shorter words a vowel makes another name (Lind, Lund).
_VARIABLE_CHARS = 5
# Share of letters in place. Lower, and vowels alone would tell a word: "marina" and "miron" are 0.5.
_ALIKE = 0.7
# "Steve" for "Steven"; two letters begin too many names.
_SHORTENED_CHARS = 3


def spelled_alike(titles: Mapping[PersonName, Titles]) -> list[list[PersonName]]:
    """The names, each with the titles of its bearers, in groups of those that are spellings of one name.

    Two names are that if all their words are nearly the same and so is a title: "Harmon" and "Harman" are two names.
    Where not all of a group are alike pair by pair, none of them is joined.
    """
    # Neither a vowel nor a shorter form changes the letters that names of one block have in common.
    blocks: defaultdict[tuple[str, str, str], list[PersonName]] = defaultdict(list)
    for name in sorted(titles):
        if name.given and titles[name]:
            initials = "".join(word[0] for word in name.given)
            blocks[initials, consonants(name.surname), name.suffix].append(name)
    joined = [group for block in blocks.values() for group in _groups(block, titles)]
    return [*([name] for name in titles if not (name.given and titles[name])), *joined]


def _groups(block: Sequence[PersonName], titles: Mapping[PersonName, Titles]) -> Iterable[list[PersonName]]:
    alike = {
        one: {other for other in block if other == one or _alike(one, other, titles[one], titles[other])}
        for one in block
    }
    for one in block:
        group = alike[one]
        if any(alike[other] != group for other in group):
            yield [one]
        elif one == min(group):
            yield sorted(group)


def _alike(one: PersonName, other: PersonName, titles: Titles, others: Titles) -> bool:
    given = zip(one.given, other.given, strict=True)
    return (
        _varies(one.surname, other.surname)
        and all(_varies(mine, theirs) or _shortens(mine, theirs) or _shortens(theirs, mine) for mine, theirs in given)
        and any(agree(mine, theirs) for mine in titles for theirs in others)
    )


def _varies(one: str, other: str) -> bool:
    if one == other:
        return True
    return (
        min(len(one), len(other)) >= _VARIABLE_CHARS
        and consonants(one) == consonants(other)
        and OSA.normalized_similarity(one, other) >= _ALIKE
    )


def _shortens(short: str, full: str) -> bool:
    return len(short) >= _SHORTENED_CHARS and full.startswith(short)
