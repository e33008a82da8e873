"""How much one line looks like the page it stood on rather than its article."""

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.coverage.document import ResidueKind
from onrecord.coverage.lines import LONG_WORDS, Line
from onrecord.coverage.web_words import ACTS, DEIXIS, FUNCTION_WORDS, PAGE_NOUNS, PAGE_WORDS, PLACES, REPORTING

# Weights and thresholds were set by hand: on PolNeAR train, whose lines are articles, and on invented pages.
COVERAGE = 4.0  # times the share of its content words that are page vocabulary
PURE = 1.5  # nothing but page vocabulary, two words or more
STRONG = {1: 0.0, 2: 1.0, 3: 2.5}  # the strongest word, by level
IMPERATIVE = 1.0
CALL = 1.0  # an imperative with a word that is mostly the page's
READER = 1.0  # speaks to the reader
ITSELF = 2.5  # speaks of "this article", or claims copyright
CREDITED = 4.0  # "Photo by Ana Ruiz", "Ana Ruiz/Velm Pictures"
LABEL = {1: 1.5, 2: 3.5}  # a heading of so many page words, then a colon: "Read more: …"
FRAGMENT = 1.0  # short, and no sentence
SEPARATED = 1.0
REPEATED = 2.5
SENTENCE = -2.5  # a sentence that neither speaks to the reader nor commands
QUOTED = -2.5
REPORTED = -2.0
PER_WORD_OVER_20 = -0.15

# Surely residue wherever it stands; nothing in an article's middle is taken for less.
SURE = 5.0
# Enough before the first or after the last paragraph, where residue lives.
LIKELY = 3.0

_COVERAGE_OF_LEVEL = {1: 0.5, 2: 0.9, 3: 1.0}
_FRAGMENT_WORDS = 12
_COMMAND_WORDS = 8
_ITSELF = re.compile(rf"(?:^|[.!?]\s+)\W*this (?:{'|'.join(sorted(PAGE_NOUNS))})\b", re.IGNORECASE)
_CREDIT = re.compile(
    # A credit that is all of a short line, or a name and an agency, joined by a slash, at the end of any.
    r"^\W*(?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Vv]ideo|[Gg]raphic)s?"
    r"(?: by |: ?| courtesy of )\S+(?: \S+){0,6}$"
    r"|[^\W\d_a-z][\w.’'-]+\s?/\s?(?:[A-Z]{2,}|[A-Z]\w+ (?:Images|Pictures|Photos?)|Reuters)\)?\.?$"
)
_HEADING = re.compile(r"[\W_]*([^:|,\n]{2,40}?)\s*([:|,])\s")
_SENTENCE_START = re.compile(r"(?:^|[.!?:|•]\s+)[\W_]*([^\W\d_]+(?:['’][^\W_]+)?)")
_SEPARATORS = re.compile(r"\s*[»›|•·←→]\s*|\s+[>/]\s+|\t+| {2,}")
_ARROW = re.compile(r"[»›>/]")
_MENU_CHARS = 400
_MENU_ITEM_WORDS = 4
_MENU_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """`score` of a line, the kind of residue that it would be, and what was found, for people."""

    score: float
    kind: ResidueKind
    because: tuple[str, ...] = ()


_NOTHING = Judged(0.0, ResidueKind.BOILERPLATE)


def judge(line: Line, repeated: AbstractSet[str] = frozenset()) -> Judged:
    """The evidence that `line` is residue: below 0 speaks for the article, from `SURE` on it is residue anywhere.

    `repeated` holds the `key` of lines that stand in several different articles. A pure function of the two.
    """
    words = line.words
    if not words:
        return Judged(SURE, ResidueKind.BOILERPLATE, ("no word in it",)) if len(line.text) > 1 else _NOTHING
    if len(words) >= LONG_WORDS:
        return _NOTHING
    votes = _votes(words)
    if is_menu(line.text):
        kind = ResidueKind.NAVIGATION if _ARROW.search(line.text) else _kind(votes, ResidueKind.NAVIGATION)
        return Judged(SURE, kind, ("short items between separators",))
    again = line.key in repeated
    if not votes and not again:
        return _NOTHING
    found = _vocabulary(words) | _form(line) | ({"stands in other articles": REPEATED} if again else {})
    if found["imperative"] and found.get("strong word"):
        found["call"] = CALL
    label = _label(line)
    if label and not line.ends_sentence:
        found["heading"] = LABEL[min(2, len(label))]
    return Judged(
        sum(found.values()), _kind(_votes(label) or votes), tuple(name for name, weight in found.items() if weight)
    )


def is_menu(text: str) -> bool:
    """Whether `text` is at least three short items between separators, as a menu or a trail of sections is."""
    if len(text) > _MENU_CHARS or text.endswith((".", "?", "!", "”", '"')):
        return False
    items = [item.strip() for item in _SEPARATORS.split(text.strip()) if item.strip()]
    long = [at for at, item in enumerate(items) if len(item.split()) > _MENU_ITEM_WORDS]
    # A trail ends in the headline, which may be long: "Home » World » Envoy shown the door after nine days".
    trail = _ARROW.search(text) is not None and long == [len(items) - 1]
    return len(items) >= _MENU_ITEMS and (not long or trail)


def opens_with_page_word(line: Line) -> bool:
    """Whether its first word is page vocabulary with a kind of its own: "Next Article Council votes …"."""
    return any(PAGE_WORDS.get(word, (None, 0))[0] for word in line.words[:1])


def _votes(words: list[str]) -> Counter[ResidueKind | None]:
    votes: Counter[ResidueKind | None] = Counter()
    for word in words:
        if word in PAGE_WORDS:
            kind, level = PAGE_WORDS[word]
            votes[kind] += level
    return votes


def _kind(votes: Counter[ResidueKind | None], default: ResidueKind = ResidueKind.BOILERPLATE) -> ResidueKind:
    # Of equals, the kind that is declared first: the order is the same on every run.
    kind = max(ResidueKind, key=lambda kind: votes[kind])
    return kind if votes[kind] else default


def _vocabulary(words: list[str]) -> dict[str, float]:
    content = [word for word in words if word in PAGE_WORDS or not (word in FUNCTION_WORDS or word in DEIXIS)]
    content = [word for word in content if not word[0].isdigit()]
    # The verb that opens a command to the reader belongs to the page, whatever its other uses.
    levels = [PAGE_WORDS[word][1] for word in content if word in PAGE_WORDS]
    levels += [1] if words[0] in ACTS and words[0] not in PAGE_WORDS and levels else []
    if not levels:
        return {}
    covered = sum(_COVERAGE_OF_LEVEL[level] for level in levels) / len(content)
    return {
        "page words": COVERAGE * covered,
        "nothing else": PURE if len(levels) == len(content) > 1 else 0.0,
        "strong word": STRONG[max(levels)],
    }


def _label(line: Line) -> list[str]:
    """The page words before the first colon, bar or comma, where nothing else is before it."""
    match = _HEADING.match(line.text)
    words = Line(line.span, match[1]).words if match else []
    told = [word for word in words if word not in FUNCTION_WORDS]
    if not match or not told or not all(word in PAGE_WORDS for word in told):
        return []
    # A single word and a comma is any enumeration.
    return told if match[2] != "," or len(told) > 1 else []


def _form(line: Line) -> dict[str, float]:
    words = line.words
    # Only as its subject: "This article first appeared …", but not "She declined to comment for this story."
    of_itself = _ITSELF.search(line.text) is not None or "©" in words or words[0] == "copyright"
    to_reader = of_itself or not DEIXIS.isdisjoint(words)
    # In a longer sentence the same words are nouns: "Share prices of advertising companies fell."
    pointed = to_reader or not PLACES.isdisjoint(words) or not line.ends_sentence or len(words) <= _COMMAND_WORDS
    commands = pointed and any(word.lower() in ACTS for word in _SENTENCE_START.findall(line.text))
    fragment = not line.ends_sentence and len(words) <= _FRAGMENT_WORDS
    return {
        "imperative": IMPERATIVE if commands else 0.0,
        "to the reader": ITSELF if of_itself else READER if to_reader else 0.0,
        "no sentence": FRAGMENT if fragment else 0.0,
        "credit": CREDITED if _CREDIT.search(line.text) else 0.0,
        "separators": SEPARATED if _SEPARATORS.search(line.text) else 0.0,
        "sentence": SENTENCE if line.ends_sentence and not commands and not to_reader and len(words) > 3 else 0.0,
        "quotation": QUOTED if line.quotes and not of_itself else 0.0,
        "reports speech": REPORTED if not REPORTING.isdisjoint(words) else 0.0,
        "length": PER_WORD_OVER_20 * max(0, len(words) - 20),
    }
