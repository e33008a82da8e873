"""How many independent accounts tell of the same thing."""

from collections.abc import Sequence

from rapidfuzz import fuzz

# Two sentences that share more than this of their words, in whatever order, are one account: a copy or a light rewrite.
SAME_ACCOUNT = 85.0


def accounts(sentences: Sequence[tuple[str, str]]) -> int:
    """The number of accounts among `sentences`, each with its document.

    All sentences of one document are one account, and so are documents one of whose sentences repeats the other's.
    """
    groups: list[list[tuple[str, str]]] = []
    for document, text in sentences:
        hits = [g for g in groups if any(d == document or _alike(text, t) for d, t in g)]
        merged = [(document, text), *(each for group in hits for each in group)]
        groups = [group for group in groups if group not in hits] + [merged]
    return len(groups)


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one, other, score_cutoff=SAME_ACCOUNT) > 0
