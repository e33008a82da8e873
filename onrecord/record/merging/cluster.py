"""Events out of mentions: topics, pairs within them, groups of pairs."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.record.merging.features import Group, Text
from onrecord.record.merging.judge import Judge, packaged_judge
from onrecord.record.merging.lexicon import Lexicon, packaged_lexicon
from onrecord.record.merging.linkage import average_linkage
from onrecord.record.merging.mention import EventMention
from onrecord.record.merging.rules import agree, excludes
from onrecord.record.merging.topics import topics, vector
from onrecord.record.merging.words import Words

Floats = npt.NDArray[np.float32]
Apart = Callable[[EventMention, EventMention], bool]

# Pairs less likely than this count as 0 in the averages: they are most of all, and they decide nothing.
LEAST_LIKELY = 0.02
# What agreement in type, actors and days is worth at least.
AGREED = 0.9
NEVER = float("-inf")


def cluster(
    mentions: Sequence[EventMention],
    texts: Mapping[str, str],
    *,
    judge: Judge | None = None,
    lexicon: Lexicon | None = None,
    apart: Apart = excludes,
) -> list[list[int]]:
    """The indices of `mentions` in groups, one an event: each index in one of them, rising, by first members.

    `texts`: the text of every document that a mention is in; `apart` tells which two cannot be one event, whatever
    their words. The order of mentions changes nothing but the numbers;
    where thousands of documents tell one story, those whose ids are near each other are compared, so ids that rise with
    the day of publication are best.
    """
    judge, lexicon = judge or packaged_judge(), lexicon or packaged_lexicon()
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].order)
    found: list[list[int]] = []
    for group, places in groups([mentions[i] for i in order], texts, lexicon):
        likely = judge.probabilities(group.names, group.numbers)
        found += (sorted(order[places[i]] for i in event) for event in events_of(group, likely, judge.least, apart))
    return sorted(found)


def groups(
    mentions: Sequence[EventMention], texts: Mapping[str, str], lexicon: Lexicon
) -> Iterator[tuple[Group, list[int]]]:
    """The mentions of each group of documents that tell of the same things, with their places in `mentions`."""
    inside: defaultdict[str, list[int]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        inside[mention.document].append(place)
    split = {name: Words(texts[name]) for name in sorted(inside)}
    read = {name: Text(words, vector([word.text for word in words.all], lexicon)) for name, words in split.items()}
    names = list(read)
    for topic in topics([text.vector for text in read.values()]):
        places = sorted(place for i in topic for place in inside[names[i]])
        yield Group([mentions[i] for i in places], read, lexicon), places


def events_of(group: Group, likely: Floats, least: float, apart: Apart = excludes) -> list[list[int]]:
    """The mentions of a group as events, given how `likely` (p,) each of its pairs is one event."""
    return average_linkage(len(group.mentions), _scores(group, likely, apart), least=least)


def _scores(group: Group, likely: Floats, apart: Apart) -> Iterator[tuple[int, int, float]]:
    """The pairs that count, and how likely each is one event."""
    for place in np.flatnonzero(likely >= LEAST_LIKELY).tolist():
        a, b = group.pairs[place].tolist()
        first, second = group.mentions[a], group.mentions[b]
        score = float(likely[place])
        if apart(first, second):
            score = NEVER
        elif agree(first, second):
            score = max(score, AGREED)
        yield a, b, score
