"""PLOVER's mode and contexts of an event, from the words around its trigger."""

import re
from functools import cache

from onrecord.reading.circumstances import Words
from onrecord.reading.schema import EventType
from onrecord.reading.words.plover import CONTEXTS, MODES

# A mode shows in the trigger or close by it ("spoke by telephone"), a context in its clause.
MODE_WORDS = 4
CONTEXT_WORDS = 10


def mode_of(words: Words, kind: EventType, trigger: int, start: int, end: int) -> str:
    """The mode that the words of the sentence (`start` to `end`) tell; empty where none does."""
    near = [words[trigger], *_around(words, trigger, start, end, MODE_WORDS)]
    return next((mode for mode, pattern in _modes(kind) if any(pattern.match(word) for word in near)), "")


def contexts_of(words: Words, trigger: int, start: int, end: int) -> tuple[str, ...]:
    """The contexts that the words of the sentence tell."""
    near = [words[trigger], *_around(words, trigger, start, end, CONTEXT_WORDS)]
    return tuple(context for context, pattern in _contexts() if any(pattern.match(word) for word in near))


def _around(words: Words, trigger: int, start: int, end: int, reach: int) -> list[str]:
    return [words[i] for i in range(max(start, trigger - reach), min(end, trigger + reach + 1)) if i != trigger]


@cache
def _modes(kind: EventType) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((mode, _beginning(stems)) for mode, stems in MODES.get(kind, {}).items())


@cache
def _contexts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((context, _beginning(stems)) for context, stems in CONTEXTS.items())


def _beginning(stems: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(stem) for stem in stems.split()))
