"""Which of the lines above an article is its headline."""

import re
from collections.abc import Sequence

from onrecord.coverage.document import ResidueKind
from onrecord.coverage.evidence import SURE, is_menu, judge
from onrecord.coverage.lines import Line
from onrecord.coverage.web_words import FUNCTION_WORDS

_MAX_WORDS = 35
_MASTHEAD_WORDS = 4
_TRAIL = "»›>|/"
_SECTIONS = re.compile(r"\s[»›>|/]\s")


def headline_of(
    lines: Sequence[Line], labels: Sequence[ResidueKind | None], first: int, title: str | None = None
) -> int | None:
    """Index, below that of the `first` paragraph, of the headline; None where no line can be one.

    The line that equals the known `title` or closes a trail of sections ("Home » World » …"), else the first line
    that is neither residue nor, with a longer line to come, a name of the outlet or section.
    """
    head = range(min(first, len(lines) - 1))
    candidates = [at for at in head if labels[at] is None and _may_be_headline(lines[at])]
    # A headline about the web is full of the words of a page.
    candidates = (
        candidates or [at for at in head if labels[at] is not ResidueKind.BYLINE and _is_title_like(lines[at])][:1]
    )
    if not candidates:
        return None
    named = {title.casefold()} if title else set()
    named |= {_last_of_trail(lines[at].text) for at in range(first) if is_menu(lines[at].text)}
    for at in candidates:
        if any(name and lines[at].key.startswith(name) for name in named):
            return at
    byline = next((at for at in range(first) if labels[at] is ResidueKind.BYLINE), first)
    above = [at for at in candidates if at < byline] or candidates
    return next((at for at in above if not _is_masthead(lines[at])), above[0])


def _may_be_headline(line: Line) -> bool:
    long_enough = 1 < len(line.words) <= _MAX_WORDS or len(line.text) > _MASTHEAD_WORDS * 4
    return long_enough and not line.text.endswith(".") and not _SECTIONS.search(line.text)


def _is_title_like(line: Line) -> bool:
    return _MASTHEAD_WORDS < len(line.words) <= _MAX_WORDS and not line.ends_sentence and judge(line).score < SURE


def _is_masthead(line: Line) -> bool:
    """Whether `line` may name the outlet or a section: few words, each with a capital, no grammar in them."""
    words = line.text.split()
    grammar = any(word in FUNCTION_WORDS and word not in {"the", "of"} for word in line.words)
    return len(words) <= _MASTHEAD_WORDS and not grammar and all(not word[0].islower() for word in words)


def _last_of_trail(text: str) -> str:
    last = max((text.rfind(mark) for mark in _TRAIL), default=-1)
    return " ".join(text[last + 1 :].casefold().strip(" .…").split()) if last >= 0 else ""
