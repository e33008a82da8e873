"""What a document, or a story, is about: its telling words with weights, as whole numbers, so that sums are exact."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record.merging.lexicon import Lexicon
from onrecord.record.merging.topics import vector
from onrecord.record.merging.words import stem, texts_of

# Weights are in thousandths of the length of a document's vector.
SCALE = 1000
# The words that a story is known by; what comes after them adds nothing to how alike two are.
MOST_TERMS = 240
# A name tells more of a story than any other word of the same weight.
NAME_TERMS, NAME_WEIGHT = 3, 2

Term = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Profile:
    """The vectors of `documents` documents added up: for each stem its weight, and the word as it is written."""

    documents: int
    terms: dict[str, Term]

    @property
    def strongest(self) -> list[str]:
        """The stems, those of most weight first."""
        return sorted(self.terms, key=lambda each: (-self.terms[each][0], each))

    @property
    def name(self) -> str:
        """Its strongest words, names before others: "Lind, ceasefire, Vasht"."""
        telling = sorted(
            (each for each in self.terms if not self.terms[each][1][:1].isdigit()),
            key=lambda each: (-self.terms[each][0] * (NAME_WEIGHT if self.terms[each][1][:1].isupper() else 1), each),
        )
        return ", ".join(self.terms[each][1] for each in telling[:NAME_TERMS])

    def similarity(self, other: "Profile") -> float:
        """How alike a document of the one is to a document of the other, on average over all pairs: from 0 to 1.

        The cosines of all pairs add up to the product of the sums, so that the average needs no pairs (Cutting and
        others, SIGIR 1992).
        """
        small, large = sorted((self.terms, other.terms), key=len)
        product = sum(weight * large[each][0] for each, (weight, _) in small.items() if each in large)
        return product / (self.documents * other.documents * SCALE * SCALE)


def profile_of(text: str, lexicon: Lexicon) -> Profile:
    """That of one document."""
    words = texts_of(text)
    weights = vector(words, lexicon)
    written: dict[str, str] = {}
    telling = (word for word in set(words) if stem(word) in weights)
    for word in sorted(telling, key=str.swapcase, reverse=True):
        # At the start of a sentence any word is written as a name is: what is written otherwise as well, is none.
        written[stem(word)] = word.replace("’", "'").removesuffix("'s")
    return Profile(1, {each: (round(weight * SCALE), written[each]) for each, weight in weights.items()})


def joined(profiles: Iterable[Profile]) -> Profile:
    """That of all documents of `profiles` together; words are written as the first of them writes them."""
    documents, terms = 0, dict[str, Term]()
    for profile in profiles:
        documents += profile.documents
        for each, (weight, word) in profile.terms.items():
            known = terms.get(each)
            terms[each] = (known[0] + weight, known[1]) if known else (weight, word)
    whole = Profile(documents, terms)
    return Profile(documents, {each: terms[each] for each in whole.strongest[:MOST_TERMS]})
