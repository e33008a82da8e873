"""Modals that look ahead, with the clause around each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record.forecasts.entry import Hedge
from onrecord.record.forecasts.words import AHEAD, IDLE, NO_VERBS
from onrecord.record.positions.page import Page
from onrecord.spans import Span, trimmed

_ADVERBS = rf"(?P<adverb>(?: (?:{AHEAD}|only|all|also|still|not|well|simply|now|[a-z]+ly))*)"
_AHEAD = re.compile(
    r"(?P<will>\b(?:will|won[’']t)|[’']ll|(?:\b(?:is|are)|[’']s|[’']re)(?: not| \w+ly)? going to|"
    r"(?:\b(?:is|are)|[’']s|[’']re) (?:almost )?(?:bound|certain|sure|destined) to)"
    r"|(?P<would>\bwould(?:n[’']t)?)|(?P<may>\b(?:may|might|could)(?!n[’']t))"
    r"|(?P<likely>\b(?:is|are|seems?|[’']s|[’']re) (?:also |now |very |highly )*"
    r"(?:(?P<un>un)?likely|expected|projected|predicted|forecast) to)",
)
# Without one of these there is none, which is quick to tell.
_HINTS = (
    *("will", "won’t", "won't", "’ll", "'ll", "going to", "bound to", "certain to", "sure to", "destined to"),
    *("would", "may", "might", "could", "likely to", "expected to", "projected to", "predicted to", "forecast to"),
)
_AFTER = re.compile(rf"{_ADVERBS} (?P<verb>[a-z]+)")
_BEFORE = re.compile(rf"\b(?:{AHEAD}) $")
NOT = re.compile(r"\bnot\b|\bnever\b|\bno longer\b|n[’']t\b|won[’']t", re.IGNORECASE)
_AHEAD_WORD = re.compile(rf"\b(?:{AHEAD})\b")
_PROBABLY = re.compile(r"likely|probably")
_OPENING = re.compile(
    r"[,;:–—“”\"()]| - |\b(?:that|but|because|which|who|when|while|so)\b|"
    r"\b(?:I|we) (?:think|believe|guess|hope|suspect)\b"
)
_STARTS = frozenset("the a an this that these those any all its his her their it he she they there no".split())
SELF = re.compile(r"^\W*(?:I|we|my|our|you|one|this article)\b|\b(?:I|we|you)\W*$", re.IGNORECASE)
_UNTOLD = re.compile(
    r"\b(?:if|whether|unless|how|what|who|why|where|when|until|before|after|as soon as|so that|"
    r"once|even if)\b",
    re.IGNORECASE,
)
_END = re.compile(r"\.(?=[\s”\"]|$)|[;!?”\"\n]|,? (?:but|although|though|while|whereas)\b| [–—] ")
# "U.S.", "John F. Brenn".
_INITIAL = re.compile(r"\b[A-Z]\.$")
_WISHED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|afraid|fears?|pray(?:s|ed)?)\b[^,;.]{0,20}$", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:how|whether|what|why)(?: that)?\s*$", re.IGNORECASE)
_ELLIPTIC = frozenset({"be", "do", "have"})
BEFORE_CHARS = 18


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal with what is around it: "The backlog will probably be cleared by May".

    `subject`: the words before it; `hit`'s groups tell the modal; `sentence`: the sentence, or the part of it that
    somebody says.
    """

    page: Page
    sentence: Span
    subject: str
    hit: re.Match[str]
    after: re.Match[str]

    @property
    def verb(self) -> str:
        """The verb behind it, an infinitive."""
        return str(self.after["verb"])

    @property
    def adverbs(self) -> str:
        """Those between modal and verb."""
        return str(self.after["adverb"])

    @property
    def words(self) -> Span:
        """The modal and its adverbs."""
        return Span(self.hit.start(), self.after.start("verb") - 1)

    @property
    def negated(self) -> bool:
        """Whether it will not be."""
        return bool(NOT.search(self.hit.group() + self.adverbs))

    @property
    def is_ahead(self) -> bool:
        """Whether an adverb says that it looks ahead."""
        before = self.page.text[max(0, self.hit.start() - BEFORE_CHARS) : self.hit.start()]
        return bool(_AHEAD_WORD.search(self.adverbs) or _BEFORE.search(before))

    @property
    def foresees(self) -> bool:
        """Whether somebody else or something is to do something, and the words do not only ask when or whether."""
        subject = self.subject.strip()
        told = bool(re.sub(rf"\b(?:{AHEAD})\b", "", subject).strip()) and not SELF.search(subject)
        if (
            not told
            or _UNTOLD.search(subject)
            or self.verb in IDLE | NO_VERBS
            or _WISHED.search(self._before)
            or _ASKED.search(self._before)
        ):
            return False
        # "this study may be.": what is to be stands elsewhere.
        return self.verb not in _ELLIPTIC or self.page.text[self.after.end() : self.after.end() + 1] == " "

    @property
    def _before(self) -> str:
        """The sentence up to the subject."""
        return self.page.text[self.sentence.start : self.hit.start() - len(self.subject)]

    @property
    def hedge(self) -> Hedge:
        """How sure it is by its own words."""
        if self.hit["un"]:
            return Hedge.UNLIKELY
        if self.hit["likely"] or _PROBABLY.search(self.adverbs):
            return Hedge.LIKELY
        return Hedge.POSSIBLE if self.hit["may"] else Hedge.CERTAIN

    @property
    def clause(self) -> Span | None:
        """From the subject to the end of the clause."""
        start = self.hit.start() - len(self.subject.lstrip())
        return trimmed(
            self.page.text, max(start, self.sentence.start), clause_end(self.page, self.hit.end(), self.sentence)
        )


def modals(page: Page, sentence: Span) -> Iterator[Modal]:
    """Those in `sentence` that have a verb, in order; none in a question."""
    words = page.text[sentence.start : sentence.end]
    if words.rstrip('”"’ ').endswith("?") or not _hints(words):
        return
    for hit in _AHEAD.finditer(page.text, sentence.start, sentence.end):
        after = _AFTER.match(page.text, hit.end(), sentence.end)
        if after:
            yield Modal(page, sentence, _subject(page, sentence, hit.start()), hit, after)


def has_modal(words: str) -> bool:
    """Whether a modal stands in them."""
    return _hints(words) and bool(_AHEAD.search(words))


def _hints(words: str) -> bool:
    return any(hint in words for hint in _HINTS)


def _subject(page: Page, sentence: Span, at: int) -> str:
    """The words between the last beginning of a clause and the modal."""
    start = sentence.start
    for found in _OPENING.finditer(page.text, sentence.start, at):
        start = found.end()
    own = page.text[start:at].strip()
    parted = page.text[sentence.start : start].rstrip().endswith((",", "-", "–", "—"))
    if parted and (not own or (own[:1].islower() and own.split()[0] not in _STARTS)):
        start = sentence.start  # of a list or a parenthesis within the subject
    return page.text[start:at]


def clause_end(page: Page, start: int, within: Span) -> int:
    """Where the clause that has `start` ends, at most at the end of `within`."""
    end = within.end
    stop = _END.search(page.text, start, end)
    while stop and stop.group() == "." and _INITIAL.search(page.text, max(start, stop.start() - 2), stop.end()):
        stop = _END.search(page.text, stop.end(), end)
    return stop.start() if stop else end
