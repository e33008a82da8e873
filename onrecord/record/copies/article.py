"""A document as comparing needs it: words, sentences, what each sentence tells."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.quotes import quotes
from onrecord.record.copies.credits import Credit, credits_of, own_dateline
from onrecord.record.copies.terms import term
from onrecord.record.copies.words import Words, runs_of, words_of
from onrecord.spans import Span

# By which stretches of the same words are looked up.
SEED_WORDS = 5


class Article:
    """The text of one document and what of it is the article; everything else is worked out when asked for.

    `stated`: when its page says that it was published.
    """

    def __init__(  # noqa: PLR0913 - what a document is
        self,
        document: str,
        text: str,
        body: Sequence[Span],
        *,
        sentences: Sequence[Span] = (),
        outlet: str | None = None,
        title: str | None = None,
        stated: Interval = UNKNOWN,
    ) -> None:
        self.document = document
        self.text = text
        self.body = tuple(body)
        self.outlet = outlet
        self.title = title
        self.stated = stated
        self._sentences = tuple(sentences)

    @cached_property
    def words(self) -> Words:
        """Those of the body."""
        return words_of(self.text, self.body)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Those that touch the body."""
        ends = [span.end for span in self.body]
        out = []
        for sentence in self._sentences:
            at = bisect_left(ends, sentence.start + 1)
            if at < len(self.body) and self.body[at].start < sentence.end:
                out.append(sentence)
        return tuple(out)

    @cached_property
    def terms(self) -> tuple[frozenset[str], ...]:
        """What each of `sentences` tells."""
        out = []
        for sentence in self.sentences:
            words = self.words.texts[self.place(sentence.start) : self.place(sentence.end)]
            out.append(frozenset(filter(None, map(term, words))))
        return tuple(out)

    @cached_property
    def all_terms(self) -> frozenset[str]:
        """What all sentences together tell."""
        return frozenset().union(*self.terms)

    @cached_property
    def numbers(self) -> list[int]:
        """The numbers of `words`."""
        return [int(number) for number in self.words.numbers]

    @cached_property
    def seed_list(self) -> list[int]:
        """A hash of each `SEED_WORDS` words."""
        return [int(seed) for seed in runs_of(self.words.numbers, SEED_WORDS)]

    @cached_property
    def seeds(self) -> dict[int, list[int]]:
        """Where each of `seed_list` begins."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        for place, seed in enumerate(self.seed_list):
            places[seed].append(place)
        return dict(places)

    @cached_property
    def credits(self) -> list[Credit]:
        """What it says of where it is from."""
        return credits_of(self.text, self.body, self.outlet)

    @cached_property
    def own_dateline(self) -> Span | None:
        """The dateline in which its outlet names itself."""
        return own_dateline(self.text, self.body, self.outlet)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """What stands in quotation marks in the body, these included."""
        return tuple(quotes(self.text, self.body))

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """Whether each word stands in quotation marks."""
        marks = np.zeros(len(self.words), dtype=np.bool_)
        for quote in self.quotes:
            marks[self.place(quote.start) : self.place(quote.end)] = True
        return marks

    def place(self, offset: int) -> int:
        """How many words begin before `offset`."""
        return bisect_left(self.words.starts, offset)

    def span(self, first: int, end: int) -> Span:
        """From the word `first` to the one before `end`."""
        return Span(self.words.starts[first], self.words.ends[end - 1])
