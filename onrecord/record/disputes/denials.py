"""Claims that somebody denies: with whoever makes them in the same story, or, denied outright, by themselves."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from onrecord.reading.schema import Act, Sourcing
from onrecord.record.disputes.draft import Draft, Told, draft, told
from onrecord.record.disputes.entry import DisputeKind
from onrecord.record.disputes.page import Page, Said
from onrecord.record.disputes.words import (
    AS_BEFORE,
    DENIAL_HINTS,
    DENYING,
    NEGATED,
    NOT_DENYING,
    REJECTED_CLAIM,
    REJECTING,
)
from onrecord.record.stems import stems
from onrecord.spans import Span

# What two statements must have in common before one denies what the other says: so many content words, and so much of
# what is denied.
SHARED_WORDS, SHARE = 3, 0.75
QUOTES = frozenset("\"“'‘")
# Where it may be said that somebody does not deny it.
BEFORE_CHARS = 30
# With a figure among them, fewer do.
WITH_A_FIGURE = 2
# A claim of fewer content words is not told well enough to be one of its own.
FEWEST_WORDS = 2
DENIES, DENIES_ALONE = "one denies what the other says", "it is denied outright"
DENIES_OWN = "the speaker is on record for it"
# What an article adds to a denial, which is not what is denied.
_ADDED = re.compile(
    r"\s*(?:[—–]|, (?:as|though|although|despite|even though|but)\b| as [“\"'‘]|(?<=[.,!?][”\"])\s).*", re.DOTALL
)
# What follows is taken for granted, or is only so under a condition: it is not what the statement asserts.
_GRANTED = re.compile(
    r"\b(?:after|before|when|since|because|despite|following|if|unless|whether|although|though)\b", re.IGNORECASE
)
_HEDGED = re.compile(r"\b(?:may|might|could|perhaps|possibly|allegedly|reportedly)\b|\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Denial:
    """What `said` denies: `claim`, at `span`; `negative`: it denies that something is not so."""

    page: Page
    said: Said
    span: Span
    claim: str
    negative: bool
    outright: bool


def denials(pages: Sequence[Page]) -> Iterator[Draft]:
    """The disputes of one story in which somebody denies something; `pages` are all its documents."""
    denying = [page for page in pages if page.denies or page.has(DENIAL_HINTS)]
    found = [denial for page in denying for said in page.said if (denial := _denial(page, said))]
    if not found:
        return
    having = _index(pages, frozenset().union(*(stems(denial.claim) for denial in found)))
    for denial in found:
        asserted = list(_asserted(denial, having))
        others = [each for each in asserted if _is_another(denial.said, each[1])]
        own = [each for each in asserted if denial.said.speaker and each[1].speaker == denial.said.speaker]
        if others:
            yield _against(denial, others, DisputeKind.DENIAL, DENIES)
        if own:
            yield _against(denial, own, DisputeKind.SELF, DENIES_OWN)
        if others or own or _sets_against_own_words(denial):
            continue
        if denial.outright and len(stems(denial.claim)) >= FEWEST_WORDS:
            yield _alone(denial)


def _denial(page: Page, said: Said) -> _Denial | None:
    if not said.content:
        return None
    content = _told_alone(page, said.span)
    if DENYING.search(said.cue):
        if _is_no_denial(page, said, content):
            return None
        text = content.of(page.text)
        is_clause = text.startswith(("that ", "having ", "being ", "any ", "the claim", "reports", "claims"))
        return _Denial(page, said, content, text, bool(NEGATED.search(text)), is_clause)
    rejected = REJECTED_CLAIM.match(content.of(page.text)) if REJECTING.search(said.cue) else None
    if rejected:
        span = Span(content.start + rejected.start("what"), content.start + rejected.end("what"))
        return _Denial(page, said, span, rejected["what"], bool(NEGATED.search(rejected["what"])), outright=True)
    if said.act is Act.DENY and NEGATED.search(said.content_text):
        return _Denial(page, said, content, said.content_text, negative=False, outright=False)
    return None


def _is_no_denial(page: Page, said: Said, content: Span) -> bool:
    """Whether it is not denied, is denied by somebody else, or is denied to somebody ("rights that he denied us")."""
    first, last = said.cues[0], said.cues[-1]
    around = page.text[max(0, first.start - BEFORE_CHARS) : last.end + len(" by ")]
    is_quoted = page.text[content.start] in QUOTES or page.text[content.start - 1 : content.start] in QUOTES
    return bool(NOT_DENYING.search(around)) or (content.start < last.end and not is_quoted)


def _told_alone(page: Page, content: Span) -> Span:
    """`content` without what the article adds to it."""
    added = _ADDED.search(page.text, content.start + 1, content.end)
    return Span(content.start, added.start()) if added else content


def _sets_against_own_words(denial: _Denial) -> bool:
    """Whether the article itself sets what is denied against what the speaker said, which `reversals` finds."""
    return bool(AS_BEFORE.search(denial.page.text, denial.span.start, denial.said.span.end))


@dataclass(frozen=True, slots=True)
class _Assertion:
    """A statement that asserts something, with the words of what it says."""

    page: Page
    said: Said
    words: frozenset[str]


_Index = Mapping[str, Sequence[_Assertion]]


def _index(pages: Sequence[Page], wanted: frozenset[str]) -> _Index:
    """The statements that assert something, by those words of what they say that are `wanted`."""
    having: defaultdict[str, list[_Assertion]] = defaultdict(list)
    for page in pages:
        for said in page.said:
            if said.act not in (Act.DENY, Act.ASK, Act.DEMAND) and said.content and not REJECTING.search(said.cue):
                assertion = _Assertion(page, said, stems(_asserts(said.content_text)))
                for stem in assertion.words & wanted:
                    having[stem].append(assertion)
    return having


def _asserts(text: str) -> str:
    """The part of `text` that is asserted outright; empty where it is asked or hedged."""
    asserted = _GRANTED.split(text, maxsplit=1)[0]
    return "" if _HEDGED.search(asserted) else asserted


def _asserted(denial: _Denial, having: _Index) -> Iterator[tuple[Page, Said]]:
    """The statements that say what is denied.

    Whatever has so much of it has one of its rarest words, so that the common ones need not be looked up (prefix
    filtering, Chaudhuri et al. 2006).
    """
    wanted = stems(denial.claim)
    least = max(WITH_A_FIGURE, ceil(SHARE * len(wanted)))
    rarest = sorted(wanted, key=lambda stem: (len(having.get(stem, ())), stem))[: max(0, len(wanted) - least + 1)]
    found = {(each.page.document, each.said.id): each for stem in rarest for each in having.get(stem, ())}
    for _, each in sorted(found.items()):
        shared = wanted & each.words
        enough = WITH_A_FIGURE if any(stem[0].isdigit() for stem in shared) else SHARED_WORDS
        if len(shared) < max(enough, least) or _is_part_of(each.page, each.said, denial):
            continue
        if bool(NEGATED.search(each.said.content_text)) == denial.negative:
            yield each.page, each.said


def _is_part_of(page: Page, said: Said, denial: _Denial) -> bool:
    return page.document == denial.page.document and said.around.overlaps(denial.said.around)


def _is_another(one: Said, other: Said) -> bool:
    """Whether two statements are of two speakers for sure."""
    if one.speaker and other.speaker:
        return one.speaker != other.speaker
    return bool(one.who() and other.who() and not one.who() & other.who())


def _against(denial: _Denial, claims: Sequence[tuple[Page, Said]], kind: DisputeKind, because: str) -> Draft:
    first = [told(page, said.span, version="said", said=said) for page, said in claims]
    key = (denial.said.speaker or denial.said.source,)
    return draft(denial.page, kind, key, denial.claim, [first, [_denied(denial)]], because)


def _alone(denial: _Denial) -> Draft:
    claim = told(denial.page, denial.span, version="said", said=None, sourcing=Sourcing.GENERAL)
    return draft(
        denial.page,
        DisputeKind.DENIAL,
        (denial.said.speaker or denial.said.source,),
        denial.claim,
        [[claim], [_denied(denial)]],
        DENIES_ALONE,
    )


def _denied(denial: _Denial) -> Told:
    words = (*denial.said.cues, *denial.said.content)
    span = Span(min(each.start for each in words), max(each.end for each in words))
    return told(denial.page, span, version="denied", said=denial.said)
