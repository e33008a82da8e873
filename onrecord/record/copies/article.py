"""A document as comparing needs it: words, sentences, what each sentence tells."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from onrecord.reading.quotes import quotes
from onrecord.record.copies.terms import term
from onrecord.record.copies.words import Words, words_of
from onrecord.spans import Span


class Article:
    """The text of one document and what of it is the article; everything else is worked out when asked for."""

    def __init__(
        self,
        document: str,
        text: str,
        body: Sequence[Span],
        *,
        sentences: Sequence[Span] = (),
        outlet: str | None = None,
        title: str | None = None,
    ) -> None:
        self.document = document
        self.text = text
        self.body = tuple(body)
        self.outlet = outlet
        self.title = title
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
    def quoted(self) -> npt.NDArray[np.bool_]:
        """Whether each word stands in quotation marks."""
        marks = np.zeros(len(self.words), dtype=np.bool_)
        for quote in quotes(self.text, self.body):
            marks[self.place(quote.start) : self.place(quote.end)] = True
        return marks

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.words.spans]

    def place(self, offset: int) -> int:
        """How many words begin before `offset`."""
        return bisect_left(self._starts, offset)

    def span(self, first: int, end: int) -> Span:
        """From the word `first` to the one before `end`."""
        return Span(self.words.spans[first].start, self.words.spans[end - 1].end)
