"""What of a stored text is the article, and what is left of the page that it stood on."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.coverage.byline_words import ROLE_WORDS
from onrecord.coverage.bylines import parse_byline
from onrecord.coverage.document import Residue, ResidueKind
from onrecord.coverage.evidence import LIKELY, SURE, Judged, is_menu, judge, opens_with_page_word
from onrecord.coverage.headline import headline_of
from onrecord.coverage.lines import Line, lines_of, sentences_from_end
from onrecord.coverage.web_words import FUNCTION_WORDS
from onrecord.spans import Span

_PARAGRAPH_WORDS = 25
_SENTENCE_WORDS = 6
_QUOTED_WORDS = 4
_GRAMMAR_SHARE = 0.15
# A heading of a closing section ("Related stories") counts only past this share of the article's words.
_CLOSING_AFTER = 0.6
_HEADING_WORDS = 6
_BLOCK_LINES = 8
_TEASER_WORDS = range(4, 25)
_SLUG_WORDS = 4
_LONE_QUESTION = re.compile(r"[^.!?]{1,200}\?")
_PROMPT_WORDS = 40
_ROLE_LINE_WORDS = 8
_PROMPT = re.compile(r"^[^.!]*(?:[A-Z]\.[^.!]*)*\?[\"”’)]*\s+")

Labels = list[ResidueKind | None]


@dataclass(frozen=True, slots=True)
class Marked:
    """`body` and `residue`, sorted and disjoint; together they hold every character that is not white space."""

    body: tuple[Span, ...]
    residue: tuple[Residue, ...]


def mark_residue(text: str, *, title: str | None = None, repeated: AbstractSet[str] = frozenset()) -> Marked:
    """Body and residue of a text that was scraped from a page.

    Lines before the first and after the last paragraph are residue on lighter evidence than lines between paragraphs,
    where only what is residue beyond doubt is taken: a lost sentence is worse than a share button that is kept.
    `repeated`: see `judge`. Linear in the length of `text`.
    """
    lines = lines_of(text)
    judged = [_judge_prompt(line) or judge(line, repeated) for line in lines]
    labels: Labels = [verdict.kind if verdict.score >= SURE else None for verdict in judged]
    prose = [verdict.score < LIKELY and is_prose(line) for line, verdict in zip(lines, judged, strict=True)]
    if True in prose:
        first, last = _first_paragraph(lines, prose), _last_paragraph(lines, prose, labels)
        _mark_teasers(lines, labels, range(first, last))
        _mark_head(lines, judged, labels, first, title)
        last = _mark_authors(lines, prose, labels, first, last)
        _mark_tail(lines, judged, labels, last)
        return marked(*_with_closing_sentences(lines, labels, last))
    _mark_head(lines, judged, labels, len(lines), title)
    return marked(lines, labels)


def mark_certain(text: str, *, title: str | None = None) -> Marked:
    """Body and residue of a text that should be clean: only its title, its tail, and what is residue beyond doubt."""
    lines = lines_of(text)
    judged = [judge(line) for line in lines]
    labels: Labels = [verdict.kind if verdict.score >= SURE else None for verdict in judged]
    prose = [verdict.score < LIKELY and is_prose(line) for line, verdict in zip(lines, judged, strict=True)]
    if True in prose:
        _mark_tail(lines, judged, labels, _last_paragraph(lines, prose, labels))
    _mark_title(lines, labels, title)
    return marked(lines, labels)


def _judge_prompt(line: Line) -> Judged | None:
    """Of a question that leads to a request, "Will it hold? Tell us in the comments!"; None for other lines."""
    if len(line.words) > _PROMPT_WORDS or not (match := _PROMPT.search(line.text)):
        return None
    verdict = judge(Line(line.span, line.text[match.end() :]))
    return verdict if verdict.score >= SURE else None


def is_prose(line: Line) -> bool:
    """Whether `line` reads like a paragraph of an article, by its form alone."""
    words = line.words
    if len(words) < _QUOTED_WORDS or is_menu(line.text) or parse_byline(line.text):
        return False
    if _LONE_QUESTION.fullmatch(line.text):
        # As likely a headline.
        return False
    if len(words) >= _PARAGRAPH_WORDS or (line.quotes and line.ends_sentence):
        return True
    grammar = sum(word in FUNCTION_WORDS for word in words)
    return line.ends_sentence and len(words) >= _SENTENCE_WORDS and grammar >= _GRAMMAR_SHARE * len(words)


def _first_paragraph(lines: Sequence[Line], prose: Sequence[bool]) -> int:
    """Index of the article's first paragraph: under a standfirst and a byline block, the one below them."""
    first = prose.index(True)
    second = prose.index(True, first + 1) if True in prose[first + 1 :] else first
    between = lines[first + 1 : second]
    under = len(between) <= _BLOCK_LINES and any(parse_byline(line.text) for line in between)
    return second if under else first


def _last_paragraph(lines: Sequence[Line], prose: Sequence[bool], labels: Labels) -> int:
    """Index of the article's last paragraph: what follows a closing section's heading is summaries, not paragraphs."""
    total = sum(len(line.words) for line, told in zip(lines, prose, strict=True) if told)
    read, last = 0, 0
    for at, line in enumerate(lines):
        if prose[at]:
            read, last = read + len(line.words), at
        elif labels[at] in {ResidueKind.TEASER, ResidueKind.COMMENTS} and read >= _CLOSING_AFTER * total:
            rest = prose[at + 1 :]
            if _is_heading(line) and sum(rest) <= len(rest) - sum(rest):
                return last
    return last


def _is_heading(line: Line) -> bool:
    return len(line.words) <= _HEADING_WORDS and not line.ends_sentence


def _mark_teasers(lines: Sequence[Line], labels: Labels, between: range) -> None:
    """The headline that follows a teaser's heading in the middle of an article."""
    for at in between[:-1]:
        line = lines[at + 1]
        follows = labels[at] is ResidueKind.TEASER and _is_heading(lines[at]) and labels[at + 1] is None
        if follows and not line.ends_sentence and len(line.words) in _TEASER_WORDS:
            labels[at + 1] = ResidueKind.TEASER


def _mark_head(lines: Sequence[Line], judged: Sequence[Judged], labels: Labels, first: int, title: str | None) -> None:
    for at in range(first):
        after_byline = at > 0 and labels[at - 1] is ResidueKind.BYLINE
        if parse_byline(lines[at].text) or (after_byline and _is_role(lines[at])):
            labels[at] = ResidueKind.BYLINE
        elif judged[at].score >= LIKELY:
            labels[at] = judged[at].kind
    headline = headline_of(lines, labels, first, title)
    if headline is None:
        return
    for at in range(headline):
        labels[at] = labels[at] or ResidueKind.NAVIGATION
    _mark_title(lines, labels, lines[headline].text)
    _mark_between(lines, labels, range(headline + 1, first))


def _is_role(line: Line) -> bool:
    """Whether `line`, under a name, is its bearer's role: "Industry correspondent, Northern Broadcasting"."""
    return len(line.words) <= _ROLE_LINE_WORDS and not line.ends_sentence and not ROLE_WORDS.isdisjoint(line.words)


def _mark_between(lines: Sequence[Line], labels: Labels, head: range) -> None:
    """Short lines with residue after them and none of the article before: "News Room", then "5 Min Read"."""
    following: ResidueKind | None = None
    for at in reversed(head):
        if labels[at] is not None:
            following = labels[at]
        elif following and len(lines[at].words) <= _SLUG_WORDS and not lines[at].ends_sentence:
            labels[at] = following


def _mark_title(lines: Sequence[Line], labels: Labels, title: str | None) -> None:
    key = Line(Span(0, 1), title).key if title else ""
    for at, line in enumerate(lines):
        if key and line.key.rstrip(".") == key.rstrip("."):
            labels[at] = ResidueKind.HEADLINE


def _mark_authors(lines: Sequence[Line], prose: Sequence[bool], labels: Labels, first: int, last: int) -> int:
    """The notes on its authors that close the article; the index of the last paragraph before them."""
    bylines = (parse_byline(lines[at].text) for at in range(first) if labels[at] is ResidueKind.BYLINE)
    names = tuple(byline.names.casefold() for byline in bylines if byline and byline.names)
    while names and last > first and lines[last].key.startswith(names):
        labels[last] = ResidueKind.BYLINE
        last = max(at for at in range(last) if prose[at])
    return last


def _mark_tail(lines: Sequence[Line], judged: Sequence[Judged], labels: Labels, last: int) -> None:
    """Once residue has begun after the last paragraph, everything is: it takes its own kind, or that of its heading."""
    before: ResidueKind | None = None
    for at in range(last + 1, len(lines)):
        if labels[at] is ResidueKind.HEADLINE:
            continue
        labels[at] = labels[at] or _label_after(before, lines[at], judged[at])
        if before is None and labels[at] is not None:
            _mark_tags(lines, labels, range(last + 1, at))
        before = labels[at]


def _label_after(before: ResidueKind | None, line: Line, verdict: Judged) -> ResidueKind | None:
    if parse_byline(line.text):
        return ResidueKind.BYLINE
    if verdict.score >= LIKELY or (before and opens_with_page_word(line)):
        return verdict.kind
    return ResidueKind.BOILERPLATE if before is ResidueKind.BYLINE else before


def _mark_tags(lines: Sequence[Line], labels: Labels, before_residue: range) -> None:
    """Short lines between the article and its residue: no subhead, since nothing follows it, but a list of topics."""
    for at in reversed(before_residue):
        line = lines[at]
        if labels[at] is None and (len(line.words) > _SLUG_WORDS or line.ends_sentence or line.quotes):
            return
        labels[at] = labels[at] or ResidueKind.NAVIGATION


def _with_closing_sentences(lines: list[Line], labels: Labels, last: int) -> tuple[list[Line], Labels]:
    """The last paragraph without the residue that was scraped onto its end."""
    line = lines[last]
    closing: list[Line] = []
    kinds: Labels = []
    for piece in sentences_from_end(line):
        verdict = judge(piece)
        if verdict.score < SURE:
            break
        closing.insert(0, piece)
        kinds.insert(0, verdict.kind)
    if not closing:
        return lines, labels
    rest = line.text[: closing[0].span.start - line.span.start].rstrip()
    kept = Line(Span(line.span.start, line.span.start + len(rest)), rest)
    return [*lines[:last], kept, *closing, *lines[last + 1 :]], [*labels[: last + 1], *kinds, *labels[last + 1 :]]


def marked(lines: Sequence[Line], labels: Labels) -> Marked:
    """The labels as spans: runs of unlabelled lines are one span of the body, each labelled line is residue."""
    body: list[Span] = []
    residue: list[Residue] = []
    open_body = False
    for line, label in zip(lines, labels, strict=True):
        if label is not None:
            residue.append(Residue(line.span, label))
        elif open_body:
            body[-1] = Span(body[-1].start, line.span.end)
        else:
            body.append(line.span)
        open_body = label is None
    return Marked(tuple(body), tuple(residue))
