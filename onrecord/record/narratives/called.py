"""Where a text itself says that a claim is a narrative, a myth or a refrain, or that it is made again and again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record.narratives.entry import Voice
from onrecord.spans import Span

_NEUTRAL = r"narratives?|story ?lines?|talking points?|refrains?|mantras?"
_FALSE = (
    r"myths?|falsehoods?|the lie|hoax(?:es)?|smears?|canards?|the fiction|conspiracy theor(?:y|ies)|"
    r"(?:false|baseless|unfounded|unsubstantiated|debunked|bogus|misleading) (?:claims?|narratives?|allegations?|"
    r"assertions?|accusations?|suggestions?|charges?|notions?|ideas?|stor(?:y|ies))|propaganda(?: claims?| lines?)?"
)
_NAMED = re.compile(
    rf"\b(?:(?P<false>{_FALSE})|{_NEUTRAL})(?P<then>,? (?:is |was )?that )"
    # "The narrative that has emerged" tells of the narrative, and does not say what it is.
    r"(?!(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|\w+ed|never|not|only) )"
    r"(?=\w+ \w+)(?![a-z]+s (?:a|an|the|to|his|her|their|its|how|why|in|on|up|out|him|them|us|it|you|me)\b)",
    re.IGNORECASE,
)
# Without one of these a text calls nothing so, which is quick to tell.
_HINTS = (
    *("narrative", "story line", "storyline", "talking point", "refrain", "mantra", "myth", "falsehood", "the lie"),
    *("hoax", "smear", "canard", "the fiction", "conspiracy theor", "propaganda", "false ", "baseless ", "unfounded "),
    *("unsubstantiated ", "debunked ", "bogus ", "misleading "),
)
_LISTED = re.compile(
    rf"\b(?:two|three|four|several|many|these|the following|both)(?: \w+){{0,2}} (?:(?P<false>{_FALSE})|{_NEUTRAL})"
    r"(?:[.:] +|, )(?=(?:[Ff]irst|[Oo]ne)\b|that )",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:(?:^|(?<=[.;:,] )|(?<=^and )|(?<=, and )|(?<= and ))(?:(?:first|second|third|fourth|finally|one|"
    r"the other|another)(?:ly)?(?: is| was)?,? )?that )(?=\w)",
    re.IGNORECASE,
)
# What an outlet says of a claim right behind it: "– a claim designed to", "which is false".
_REMARK = re.compile(
    r"(?:,| [–—-]|—)[ ]?(?P<words>(?:an? (?:(?:\w+ ){0,2}(?:claim|narrative|notion|accusation|charge|allegation|"
    r"assertion|argument|talking point) (?:designed|meant|intended|aimed|calculated|debunked|rejected|that (?:has been "
    r"(?:widely )?(?:debunked|refuted|discredited)|is (?:false|untrue|baseless)))|(?:lie|myth|falsehood|fiction)\b)|"
    r"which is (?:false|untrue|not true|a lie)|a (?:false|baseless|debunked|bogus|unfounded|discredited) (?:claim|"
    r"assertion|accusation|allegation|charge|narrative|notion))(?:[^.;\n]|\.(?=\w| [a-z])){0,90})"
)
# Between a speaker and a claim that they make more than once, the cue at the end.
_AGAIN = re.compile(
    r"\b(?:repeatedly|consistently|constantly|persistently|time and again|again and again|over and over|for years|"
    r"for months|(?:ha(?:s|ve|d)|[’']s|[’']ve) (?:long|always|often|frequently)|continues? to|continued to|keeps?|kept)"
    r",? (?:\w+ )?\w+(?: that| to \w+| \w+ that)?$|\b(?:repeats?|repeating)(?: that)?$",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?\n”\"]| [–—]|—|, (?:and|but|which|while|as|a|an) ")
MOST_CHARS = 240


@dataclass(frozen=True, slots=True)
class Called:
    """A claim that the text calls something: `words` do, and say whether it is false."""

    claim: Span
    words: Span
    voice: Voice


def called(text: str, within: Span) -> Iterator[Called]:
    """What `text` calls a narrative in the stretch `within`."""
    lowered = within.of(text).lower()
    if not any(hint in lowered for hint in _HINTS):
        return
    for match in _NAMED.finditer(text, within.start, within.end):
        yield Called(_until_end(text, match.end()), _without(match, "then"), _voice(match["false"]))
    for match in _LISTED.finditer(text, within.start, within.end):
        end = text.find("\n", match.end(), within.end)
        paragraph = text[match.end() : end if end >= 0 else within.end]
        for item in _ITEM.finditer(paragraph):
            claim = _until_end(text, match.end() + item.end())
            yield Called(
                claim, Span(match.start(), len(match[0].rstrip(" .:,")) + match.start()), _voice(match["false"])
            )


def remark(text: str, claim: Span, sentence_end: int) -> Span | None:
    """The words right behind `claim`, before `sentence_end`, by which the text says that it is not true."""
    match = _REMARK.match(text, claim.end, sentence_end)
    return Span(*match.span("words")) if match else None


def again(cue: str) -> bool:
    """Whether the words between a speaker and a claim say that it is made again and again."""
    return _AGAIN.search(cue) is not None


def _voice(false: str | None) -> Voice:
    return Voice.REBUTS if false else Voice.REPORTS


def _without(match: re.Match[str], group: str) -> Span:
    return Span(match.start(), match.start(group))


def _until_end(text: str, start: int) -> Span:
    match = _END.search(text, start + 1, start + MOST_CHARS)
    return Span(start, match.start() if match else min(len(text), start + MOST_CHARS))
