"""What one document foresees, or has somebody foresee."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.reading.schema import Act, Form, MentionForm, Reading, Sourcing, Statement, TimeRelation, TimeType
from onrecord.record.forecasts.clause import BEFORE_CHARS, NOT, SELF, Modal, clause_end, has_modal, modals
from onrecord.record.forecasts.entry import Hedge
from onrecord.record.forecasts.words import (
    DOUBTING,
    PLANNED,
    PREDICTING,
    SUPPOSING,
    THINKING,
    WARNING,
)
from onrecord.record.positions.page import Page
from onrecord.spans import Span

_CUES = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in (
        ("doubts", DOUBTING),
        ("predicts", PREDICTING),
        ("warns", WARNING),
        ("supposes", SUPPOSING),
        ("thinks", THINKING),
    )
}
_TO_BE = re.compile(r"(?:that )?(?P<who>(?:the |a |an |his |her |their )?[\w’' .-]{2,60}?) to (?P<verb>[a-z]+)\b")
_SPOKEN = re.compile(
    r"\b(?:he|she|they|who|[A-Z]\w+) (?:says?|said|adds?|added|continue[sd]?|argue[sd]?|note[sd]?|warn(?:s|ed)|wrote|"
    r"writes|"
    r"told|tweeted)\b|\baccording to\b"
)
_SINCE = re.compile(r"\b(?:since|from|after|for|of)\b[^.]*$")
# A condition that hangs on somebody in particular: "If Lind wins", "Should he move".
_NAMED_IF = re.compile(r"^\W*(?:Should\b|If (?:\w+ )*[A-Z]\w)")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?(?:expected|predicted|projected|forecast)\b")
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|as long as|should (?=he|she|they|it|the))\b"
    r"[^,;.?!“”\"\n]{4,140}",
    re.IGNORECASE,
)
# "said that she doubted that …"
_INNER = re.compile(
    rf"\b(?:he|she|they|I|we) (?:\w+ly )?(?P<cue>{DOUBTING}|{PREDICTING}|think(?:s)?|believe(?:s|d)?)\b", re.IGNORECASE
)
_RELATIONS = {
    "by": TimeRelation.BY,
    "before": TimeRelation.BEFORE,
    "within": TimeRelation.WITHIN,
    "in": TimeRelation.WITHIN,
    "over": TimeRelation.WITHIN,
    "after": TimeRelation.AFTER,
}
_REFUSED = frozenset({Act.PROMISE, Act.THREATEN, Act.DEMAND, Act.DECLINE, Act.ASK, Act.PROPOSE, Act.DENY})
_ADVICE = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
# "It won’t be close", "no one will change him" foresee nothing that could be told later.
_VAGUE = re.compile(r"^(?:it|this|that|there)$|\b(?:no one|nobody)$", re.IGNORECASE)
SINCE_CHARS = 40
_IDLE_IF = re.compile(r"\byour?\b|^\W*[Ii]f\b.*\w\w+ed\b")


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """One place where something is foreseen; actors by local id, `statement`, `by` are indices of `all_statements`.

    `forecaster`: None where it is the article's own voice. `words`: those that look ahead, `what`: what is foreseen.
    `by`: the statement that the article has it from if another speaks there. `actors` are named in `what`.
    """

    forecaster: str | None
    words: Span
    what: Span
    hedge: Hedge
    negated: bool
    statement: int | None
    by: int | None
    horizon: Span | None
    relation: TimeRelation
    condition: Span | None
    actors: tuple[str, ...]


def outlooks(reading: Reading) -> list[Outlook]:
    """Those of one document in text order; of two that are read from the same words the first kind counts."""
    if not has_modal(reading.text) and not _CUES["predicts"].search(reading.text):
        return []
    page = Page(reading)
    out: list[Outlook] = []
    for found in (*_said(page), *_own(page)):
        if not any(found.what.overlaps(other.what) for other in out):
            out.append(found)
    return sorted(out, key=lambda each: (each.what, each.words))


def _said(page: Page) -> Iterator[Outlook]:
    for n, said in enumerate(page.statements):
        if said.speaker is None or said.speaker not in page.known or said.act in _REFUSED:
            continue
        if said.sourcing is Sourcing.GENERAL or not page.names_speaker(n):
            continue
        cue = " ".join(span.of(page.text) for span in said.cue)
        kind = next((name for name, pattern in _CUES.items() if pattern.search(cue)), "")
        if _PASSIVE.search(cue):
            continue
        for part in said.content:
            if kind in ("predicts", "doubts") and (found := _expected(page, n, said, part, kind)):
                yield found
                continue
            for sentence in _sentences(page, part):
                yield from _of_sentence(page, n, said, sentence, kind)


def _sentences(page: Page, part: Span) -> Iterator[Span]:
    for each in page.sentences:
        if each.overlaps(part):
            yield Span(max(each.start, part.start), min(each.end, part.end))


def _expected(page: Page, n: int, said: Statement, part: Span, kind: str) -> Outlook | None:
    """What follows "expects": "Ilmeria to let the date pass"."""
    hit = _TO_BE.match(page.text, part.start, part.end)
    cue = said.cue[-1] if said.cue else None
    if not hit or not cue or not 0 < part.start - cue.end < 4 or re.search(r"[,;:]", hit["who"]):
        return None
    if (
        SELF.search(hit["who"])
        or hit["who"].lower() in ("him", "her", "them", "it", "me", "us")
        or has_modal(hit["who"])
    ):
        return None
    negated = bool(NOT.search(page.text, cue.start, cue.end))
    hedge = Hedge.UNLIKELY if kind == "doubts" else Hedge.LIKELY
    what = Span(part.start, clause_end(page, hit.end(), part))
    return _made(page, n, cue, what, hedge, negated=negated)


def _of_sentence(page: Page, n: int, said: Statement, sentence: Span, kind: str) -> Iterator[Outlook]:
    for modal in modals(page, sentence):
        inner = _INNER.search(page.text[sentence.start : modal.hit.start()])
        kind = next((name for name, pattern in _CUES.items() if inner and pattern.search(inner["cue"])), kind)
        if page.speakers(modal.hit.start())[-1:] != [n] or _bound(page, modal.words) or not _counts(said, modal, kind):
            continue
        if modal.clause:
            yield _made(page, n, modal.words, modal.clause, _hedge(modal, kind), negated=modal.negated)
            return


def _counts(said: Statement, modal: Modal, kind: str) -> bool:
    """Whether the words foresee something: not what the speaker will do, nor what would be, might be or is planned."""
    if not modal.foresees or any(each.overlaps(modal.words) for each in said.cue) or _is_speaker(said, modal):
        return False
    if kind in ("predicts", "doubts", "warns", "supposes") or (modal.hit["may"] and "still" in modal.adverbs):
        return True
    if modal.hit["likely"]:
        return modal.verb not in PLANNED or "likely" in modal.hit.group()
    if modal.hit["will"]:
        planned = modal.verb in PLANNED and not modal.negated
        foreseen = kind == "thinks" or (said.form is Form.DIRECT and not planned and _can_be_checked(modal))
        return modal.is_ahead or (foreseen and not _VAGUE.search(modal.subject.strip()))
    return modal.is_ahead


def _can_be_checked(modal: Modal) -> bool:
    """Whether a plain "will" is of somebody who is named, or of a time: "his legend will live on" foresees nothing."""
    if modal.subject.strip().lower() in ("he", "she", "they"):
        return True
    named = any(
        each.form is MentionForm.NAME and each.span.end in (modal.hit.start() - 1, modal.hit.start())
        for each in modal.page.mentions
    )
    return named or bool(modal.clause and _horizon(modal.page, modal.clause, modal.words.end))


def _hedge(modal: Modal, kind: str) -> Hedge:
    if kind == "doubts":
        return Hedge.UNLIKELY
    guessed = kind in ("predicts", "thinks", "supposes") and modal.hedge is Hedge.CERTAIN
    return Hedge.LIKELY if guessed else modal.hedge


def _is_speaker(said: Statement, modal: Modal) -> bool:
    """Whether the subject is whoever speaks, or, in reported speech, a pronoun that may be."""
    at = modal.hit.start()
    start = at - len(modal.subject.lstrip())
    own = [each for each in modal.page.mentions if start <= each.span.start and each.span.end <= at + 1]
    if any(each.actor == said.speaker for each in own):
        return True
    pronoun = modal.subject.strip().lower() in ("he", "she", "they", "it")
    return pronoun and said.form is not Form.DIRECT and start - modal.sentence.start < len("that he ")


def _bound(page: Page, words: Span) -> bool:
    """Whether it is a promise or a threat."""
    return any(each.cue.overlaps(words) for each in page.reading.commitments)


def _own(page: Page) -> Iterator[Outlook]:
    """In the article's own voice, with a word that looks ahead: "is likely to", "will inevitably"."""
    for sentence in page.sentences:
        text = page.text[sentence.start : sentence.end]
        if not has_modal(text) or _SPOKEN.search(text) or _ADVICE.search(text):
            continue
        for modal in modals(page, sentence):
            planned = "expected" in modal.hit.group() and modal.verb in PLANNED
            said = page.speakers(modal.hit.start()) or _bound(page, modal.words)
            if said or planned or not modal.foresees or not _looks_ahead(modal):
                continue
            if modal.clause:
                yield _made(page, None, modal.words, modal.clause, modal.hedge, negated=modal.negated)
                break


def _looks_ahead(modal: Modal) -> bool:
    """Whether more than a modal says that something is to come: an adverb, a condition it hangs on."""
    if modal.hit["likely"]:
        return modal.verb != "be" or not modal.subject.strip().startswith(("that ", "this "))
    if modal.is_ahead or (modal.hit["will"] and "only" in modal.adverbs):
        return True
    if modal.hit["may"] and re.search(r"\b(?!only)[a-z]+ly\b", modal.adverbs):
        return True
    # "If you …" advises, "if they failed …" tells of what was.
    before = modal.page.text[modal.sentence.start : modal.hit.start()]
    named = _NAMED_IF.search(before)
    return bool(named) and not modal.hit["would"] and not _IDLE_IF.search(before)


def _made(page: Page, statement: int | None, words: Span, what: Span, hedge: Hedge, *, negated: bool) -> Outlook:
    forecaster = page.statements[statement].speaker if statement is not None else None
    sentence = page.sentence(words.start) or what
    inside = [n for n in page.speakers(words.start) if n != statement]
    others = [n for n in inside if page.statements[n].speaker not in (forecaster, None)]
    horizon = _horizon(page, what, words.end)
    condition = _CONDITION.search(page.text, sentence.start, sentence.end)
    named = (each for each in page.mentions if what.covers(each.span) and each.form is not MentionForm.PRONOUN)
    return Outlook(
        forecaster=forecaster,
        words=words,
        what=what,
        hedge=hedge,
        negated=negated,
        statement=statement,
        by=others[-1] if others else None,
        horizon=horizon,
        relation=_relation(page, horizon) if horizon else TimeRelation.AT,
        condition=Span(*condition.span()) if condition else None,
        actors=tuple(dict.fromkeys(each.actor for each in named)),
    )


def _relation(page: Page, horizon: Span) -> TimeRelation:
    before = page.text[max(0, horizon.start - BEFORE_CHARS) : horizon.start].lower()
    words = [word for word in re.findall(r"[a-z]+", before) if word not in ("the", "end", "of", "next")]
    return _RELATIONS.get(words[-1], TimeRelation.AT) if words else TimeRelation.AT


def _horizon(page: Page, what: Span, behind: int) -> Span | None:
    """The last time that is named in what is foreseen, `behind` the words that look ahead."""
    named = [
        each.span
        for each in page.reading.times
        if what.covers(each.span)
        and each.span.start >= behind
        and each.type is not TimeType.SET
        and each.value[:1].isdigit() | each.value.startswith("P")
        and not _SINCE.search(page.text[max(0, each.span.start - SINCE_CHARS) : each.span.start])
    ]
    return named[-1] if named else None
