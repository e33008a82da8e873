"""Sentences of news text."""

import re
from collections.abc import Iterator, Sequence

from onrecord.reading.words.abbreviations import MAY_END, NEVER_END, NUMBERED, OPENING_WORDS
from onrecord.spans import Span, trimmed

# Full stops, spaced ellipses among them, with the closing marks that follow; sentences that a scraper ran together;
# line breaks. The look-behinds let a run of stops match from its first one only: a text of nothing but stops is linear.
_STOP = re.compile(
    r"(?<![.!?…])(?<![.!?…] )(?P<stops>[.!?…](?: ?[.!?…])*+)(?P<closing>[\"”’'»)\]}]*+)(?: ?\[\d{1,3}\])*+(?=\s)"
    r"|(?<=[a-z]{3})[.!?][”’]?(?=[A-Z][a-z]+ )"
    r"|(?P<line>\n)"
)
_NEXT = re.compile(r"\s*(?P<marks>[\"“”„‘'«([{•*–—-]*)\s*(?P<word>\w*)")
_DOTTED = re.compile(r"(?:[a-z]\.)*[a-z]")
_SPEECH_TAG = re.compile(
    r"\s+(?:[\w.’'-]+,? ){1,8}?(?:said|says|asked|asks|wrote|writes|added|adds|told|tells|tweeted|wondered|replied|"
    r"shouted|continued|demanded|exclaimed|yelled|recalled|quipped|joked|chanted|responded)\b"
)
_QUOTE_MARKS = frozenset("\"“”„‘’'«»")
_LONGEST_ABBREVIATION = 12
# Shorter lines are headings and lists, not text that was cut into lines of equal length.
_SHORTEST_WRAPPED_LINE = 40


def sentences(text: str, within: Sequence[Span]) -> list[Span]:
    """Sentences of `text` in the sorted, disjoint spans `within`, in order, without white space at their ends.

    Every character of `within` that is not white space is in one sentence. A line break ends a sentence, unless the
    next line goes on in lower case; so do the ends of `within`. A quote of several sentences is several sentences; what
    introduces or ends it ("…," she said) stays with its first or last one. Linear in the length of the text.
    """
    found: list[Span] = []
    for stretch in within:
        start = stretch.start
        for end in _ends(text, stretch):
            if (sentence := trimmed(text, start, end)) is not None:
                found.append(sentence)
            start = end
    return found


def _ends(text: str, stretch: Span) -> Iterator[int]:
    """Where sentences end in `stretch`, its own end last."""
    for stop in _STOP.finditer(text, stretch.start, stretch.end):
        if not (_wraps(text, stop.start(), stretch) if stop["line"] else _goes_on(text, stop, stretch)):
            yield stop.end()
    yield stretch.end


def _goes_on(text: str, stop: re.Match[str], stretch: Span) -> bool:
    """Whether the sentence continues after the full stop `stop`."""
    after = _NEXT.match(text, stop.end(), stretch.end)
    if after is None or not (word := after["word"]) or stop["stops"] is None:
        return False
    opens_quote = bool(_QUOTE_MARKS & set(after["marks"]))
    if word[0].islower():
        return not opens_quote or bool(stop["closing"])
    if stop["stops"] == "." and not stop["closing"]:
        return _abbreviates(text, stop.start(), stretch.start, before=word, quoted=opens_quote)
    if stop["stops"][-1] in "?!" and _QUOTE_MARKS & set(stop["closing"]) and not opens_quote:
        return _SPEECH_TAG.match(text, stop.end(), stretch.end) is not None
    return False


def _abbreviates(text: str, at: int, floor: int, *, before: str, quoted: bool) -> bool:
    """Whether the full stop `at` belongs to an abbreviation inside a sentence, which goes on with the word `before`."""
    lead = text[max(floor, at - _LONGEST_ABBREVIATION) : at]
    if not lead or lead[-1].isspace():
        return False
    token = lead.split()[-1].lstrip("([{\"“”‘’'«—–-/").lower()
    if token.isdigit():  # the number of an item in a list
        return _opens_line(text, at - len(token), floor)
    if token in NEVER_END:
        return True
    if token in NUMBERED and before[0].isdigit():
        return True
    ambiguous = token in MAY_END or _DOTTED.fullmatch(token) is not None
    return ambiguous and not quoted and before.lower() not in OPENING_WORDS


def _opens_line(text: str, at: int, floor: int) -> bool:
    """Whether what begins `at` is the first thing in its line or stretch."""
    return at == floor or text[at - 1] == "\n"


def _wraps(text: str, newline: int, stretch: Span) -> bool:
    """Whether the line break is none of the writer's: a long line that goes on in lower case on the next."""
    if newline - stretch.start < _SHORTEST_WRAPPED_LINE or newline + 1 >= stretch.end:
        return False
    line = text[newline - _SHORTEST_WRAPPED_LINE : newline]
    return "\n" not in line and (line[-1].isalnum() or line[-1] in ",;’'") and text[newline + 1].islower()
