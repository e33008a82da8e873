"""Whether two claims are the same claim, or the one and its denial."""

from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from onrecord.record.merging.lexicon import packaged_lexicon
from onrecord.record.narratives.clauses import ACTOR

# What a named actor in common weighs, beside the inverse document frequency of words.
ACTOR_WEIGHT = 2.5
# What two claims must have in common: outright, of the lighter one, of both together.
COMMON, OF_LIGHTER, OF_BOTH = 8.0, 0.7, 0.6
# The same in nearly the same words says less and is still the same.
LEAST_COMMON, NEARLY_ALL = 5.5, 0.85
FEWEST_WORDS = 2
# Of both together where each says something that the other does not, which may be the point of it.
OTHERWISE = 0.75


@lru_cache(maxsize=200_000)
def weight(token: str) -> float:
    """How much a token says."""
    return ACTOR_WEIGHT if token.startswith(ACTOR) else packaged_lexicon().rarity(token)


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of both claims is common to them, from 0 to 1; 0 where that does not make them one."""
    common = set(one) & set(other)
    if len(_words(tuple(common))) < FEWEST_WORDS or _numbers(one) != _numbers(other) or not _same_roles(one, other):
        return 0.0
    # Summed exactly, so that the order of words decides nothing.
    shared, ours, theirs = (fsum(map(weight, tokens)) for tokens in (common, set(one), set(other)))
    both = min(1.0, 2 * shared / (ours + theirs))
    if shared >= LEAST_COMMON and both >= NEARLY_ALL:
        return both
    least = OTHERWISE if _words(one) - common and _words(other) - common else OF_BOTH
    enough = shared >= COMMON and shared >= OF_LIGHTER * min(ours, theirs) and both >= least
    return both if enough else 0.0


def _words(tokens: Sequence[str]) -> set[str]:
    return {token for token in tokens if not token.startswith(ACTOR)}


def _numbers(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset(token for token in tokens if token[0].isdigit())


def _same_roles(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the actors that both name come in the same order, and neither has another one in the place of one."""
    ours, theirs = (list(dict.fromkeys(t for t in tokens if t.startswith(ACTOR))) for tokens in (one, other))
    if not ours or not theirs:
        return True
    common = [token for token in ours if token in theirs]
    return bool(common) and common == [token for token in theirs if token in ours] and ours[0] == theirs[0]
