"""The titles of an actor, from those that documents give."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.reading.schema import Title
from onrecord.record.names import alias_key


def titles_of(documents: Iterable[Sequence[Title]]) -> str:
    """JSON of the titles that `documents` give, those of most documents first, each as it is most often spelled."""
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for titles in documents:
        for title in {title.title for title in titles}:
            spelled[alias_key(title)][title] += 1
    ranked = sorted(spelled, key=lambda key: (-spelled[key].total(), key))
    found = [min(spelled[key], key=lambda title: (-spelled[key][title], title)) for key in ranked]
    return msgspec.json.encode(found).decode()
