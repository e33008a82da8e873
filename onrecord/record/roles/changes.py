"""The places where a document says that an office is given, taken or handed on."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading.schema import Kind, MentionForm
from onrecord.record.disputes.page import Line, Name, Page
from onrecord.record.roles.entry import ChangeKind
from onrecord.spans import Span

# Between a verb and the names of who does it, or to whom it is done.
BEFORE_CHARS, AFTER_CHARS, AS_CHARS = 60, 70, 40
# Whom a pronoun stands for was named in so many sentences before.
LINES_BEFORE = 3

_REPLACES = re.compile(
    r"(?<!be )(?<!been )(?<!was )(?<!were )(?<!being )\b(?:replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|"
    r"step(?:s|ped)? in for|"
    r"tak(?:es?|ing) over from|took over from|fill(?:s|ed)? in for)\b(?! by\b)",
    re.IGNORECASE,
)
# "Corwin Hale, whom Verrity replaced".
_WHOM = re.compile(r",? who(?:m)? \Z", re.IGNORECASE)
_TAKES_OVER = re.compile(r"\b(?:will|would|is to|are to|to) take over\b(?! (?:from|as)\b)", re.IGNORECASE)
_WAS_REPLACED = re.compile(r"\b(?:was|were|had been|has been) replaced\b(?! (?:by|with)\b)", re.IGNORECASE)
_IS_REPLACED = re.compile(r"\b(?:was|were|been|be|being|is) (?:replaced|succeeded) by\b", re.IGNORECASE)
_APPOINTS = re.compile(
    r"\b(?:named|names|naming|appointed|appoints|tapped|taps|picked|picks|chose|nominated|nominates|installed)\b",
    re.IGNORECASE,
)
_AS = re.compile(r"[^.;:]{0,40}?\b(?:as|to be|to replace|to succeed)\b", re.IGNORECASE)
_WITH = re.compile(r"[^.;:]{0,40}?\bwith\b", re.IGNORECASE)
_RESIGNS = re.compile(
    r"\b(?:resigned|resigns|stepped down|steps down|offered to resign|has quit|quit as|"
    r"left (?:the|his|her) (?:post|office|job))\b",
    re.IGNORECASE,
)
_IS_DISMISSED = re.compile(r"\b(?:was|were|been|being|is) (?:dismissed|fired|removed|ousted|sacked)\b", re.IGNORECASE)
_DISMISSES = re.compile(r"\b(?:fired|fires|sacked|sacks|ousted|ousts)\b", re.IGNORECASE)
_IS_BARRED = re.compile(
    r"\b(?:was|were|been|being|is) (?:barred|excluded|sidelined|shut out|kept out|turned away|shown the door)\b",
    re.IGNORECASE,
)
_BARS = re.compile(
    r"\b(?:bar(?:s|red)|exclud(?:es|ed)|sidelin(?:es|ed)|shut(?:s|ting)? (?:out|the door on)|turned away|turns away|"
    r"(?:refus(?:es|ed)|declin(?:es|ed)) to (?:receive|meet)|will not receive|would not receive)\b",
    re.IGNORECASE,
)
# Without one of these a text tells of no change.
_HINT = re.compile(
    r"\b(?:replac|succeed|step(?:s|ped)? (?:in|down)|over from|in for|name[ds]|naming|appoint|tap(?:ped|s)|pick|chose|"
    r"nominat|install|resign|quit|left|dismiss|fired|fires|remov|oust|sack|bar(?:s|red)|exclud|sidelin|shut|kept out|"
    r"turn(?:ed|s) away|door|receive|meet)",
    re.IGNORECASE,
)
# Whoever only may be replaced is not.
_UNSURE = re.compile(
    r"\b(?:could|may|might|if|whether|rumou?r\w*|not|never|denied|n['’]t)(?: \w+){0,2} \Z", re.IGNORECASE
)
_WITH_BEFORE = re.compile(r"\bwith \Z", re.IGNORECASE)
_CUT = re.compile(r"[.;:?!]|\b(?:and|but|who|which|that|after|when|while)\b", re.IGNORECASE)

_OF_SUBJECTS = (
    (_TAKES_OVER, ChangeKind.APPOINTED),
    (_WAS_REPLACED, ChangeKind.REPLACED),
    (_RESIGNS, ChangeKind.RESIGNED),
    (_IS_DISMISSED, ChangeKind.DISMISSED),
    (_IS_BARRED, ChangeKind.BARRED),
)
_OF_OBJECTS = ((_DISMISSES, ChangeKind.DISMISSED), (_BARS, ChangeKind.BARRED))

# Actors with the keys of their offices.
Holders = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Changed:
    """A change at `span`, a sentence of `page`: `actor` loses or gets an office; `other` comes or goes in exchange.

    `came`: the actor is who gets it.
    """

    page: Page
    kind: ChangeKind
    actor: str
    other: str | None
    came: bool
    span: Span


def changes(page: Page, holders: Holders) -> Iterator[Changed]:
    """What `page` tells of `holders`, who have offices of these keys somewhere in its story.

    Whoever comes in the place of another has an office of the same key: else it is not the office that changes hands.
    """
    if not _HINT.search(page.text):
        return
    for line in page.lines:
        people = [name for name in page.names_in(line.span) if name.kind is Kind.PERSON]
        if any(name.actor in holders for name in people):
            yield from _in_line(page, line, people, holders)


def _in_line(page: Page, line: Line, people: Sequence[Name], holders: Holders) -> Iterator[Changed]:
    for hit in _hits(_REPLACES, page, line):
        gone = _object(page, people, hit.end())
        new = _object(page, people, gone.span.end, _WITH) if gone else None
        new = new or _subject(page, people, hit.start())
        yield from _pair(page, line, new, _whom(page, people, new) or gone, holders)
    for hit in _hits(_IS_REPLACED, page, line):
        yield from _pair(page, line, _object(page, people, hit.end()), _subject(page, people, hit.start()), holders)
    for hit in _hits(_APPOINTS, page, line):
        new = _object(page, people, hit.end())
        if new and _AS.match(page.text, new.span.end, min(line.span.end, new.span.end + AS_CHARS)):
            yield from _one(page, line, ChangeKind.APPOINTED, new, holders)
    for pattern, kind in _OF_SUBJECTS:
        for hit in _hits(pattern, page, line):
            yield from _one(page, line, kind, _subject(page, people, hit.start()), holders)
    for pattern, kind in _OF_OBJECTS:
        for hit in _hits(pattern, page, line):
            who = _with(page, people, hit.start()) or _object(page, people, hit.end())
            yield from _one(page, line, kind, who, holders)


def _hits(pattern: re.Pattern[str], page: Page, line: Line) -> Iterator[re.Match[str]]:
    for hit in pattern.finditer(page.text, line.span.start, line.span.end):
        if not _UNSURE.search(page.text, max(line.span.start, hit.start() - 30), hit.start()):
            yield hit


def _one(page: Page, line: Line, kind: ChangeKind, who: Name | None, holders: Holders) -> Iterator[Changed]:
    """A change of somebody who is named: whom a pronoun stands for is too often somebody else."""
    if who and who.actor in holders and who.form is MentionForm.NAME:
        yield Changed(page, kind, who.actor, None, came=kind is ChangeKind.APPOINTED, span=line.span)


def _pair(page: Page, line: Line, new: Name | None, gone: Name | None, holders: Holders) -> Iterator[Changed]:
    if new is None or gone is None or new.form is not MentionForm.NAME:
        return
    other = gone.actor if gone.form is MentionForm.NAME else _only_other(page, line, new, holders)
    if other is None or not set(holders.get(new.actor, ())) & set(holders.get(other, ())):
        return
    yield Changed(page, ChangeKind.REPLACED, new.actor, other, came=True, span=line.span)
    yield Changed(page, ChangeKind.REPLACED, other, new.actor, came=False, span=line.span)


def _only_other(page: Page, line: Line, new: Name, holders: Holders) -> str | None:
    """Whom "him" must be of those named shortly before: the only one who has an office of the same key."""
    near = page.near(line, LINES_BEFORE, 0)
    named = page.names_in(Span(near[0].span.start, line.span.end))
    same = {
        name.actor
        for name in named
        if name.actor != new.actor and set(holders.get(name.actor, ())) & set(holders.get(new.actor, ()))
    }
    return same.pop() if len(same) == 1 else None


def _with(page: Page, people: Sequence[Name], at: int) -> Name | None:
    """Who stands right before `at` in "with Lind sidelined, …"."""
    before = next((name for name in people if name.span.end == at - 1), None)
    return before if before and _WITH_BEFORE.search(page.text, 0, before.span.start) else None


def _whom(page: Page, people: Sequence[Name], new: Name | None) -> Name | None:
    """Who stands in front of "whom" and `new`."""
    if new is None:
        return None
    before = [name for name in people if name.span.end < new.span.start]
    last = max(before, key=lambda name: name.span.end, default=None)
    return last if last and _WHOM.fullmatch(page.text[last.span.end : new.span.start]) else None


def _subject(page: Page, people: Sequence[Name], at: int) -> Name | None:
    """The person named last before `at`, if nothing that begins another clause stands between."""
    before = [name for name in people if name.span.end <= at and at - name.span.end <= BEFORE_CHARS]
    last = max(before, key=lambda name: (name.span.end, -name.span.start), default=None)
    return last if last and not _CUT.search(page.text, last.span.end, at) else None


def _object(page: Page, people: Sequence[Name], at: int, link: re.Pattern[str] | None = None) -> Name | None:
    """The person named first behind `at`, and behind `link` if there is one."""
    if link is not None:
        found = link.match(page.text, at)
        if found is None:
            return None
        at = found.end()
    behind = [name for name in people if name.span.start >= at and name.span.start - at <= AFTER_CHARS]
    first = min(behind, key=lambda name: (name.span.start, -name.span.end), default=None)
    return first if first and not _CUT.search(page.text, at, first.span.start) else None
