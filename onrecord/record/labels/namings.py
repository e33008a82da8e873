"""Who calls whom or what by which name in one document."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from onrecord.reading.quotes import quotes
from onrecord.reading.schema import Kind, Mention, MentionForm, Reading, Sourcing
from onrecord.reading.words.titles import HEADS
from onrecord.record.labels.entry import How
from onrecord.record.labels.phrases import MATTER_OF, WORD, Phrase, loaded, matters, phrase_at
from onrecord.record.labels.words import OF_GROUPS, OF_MATTERS, PLAIN
from onrecord.record.positions.page import Page
from onrecord.spans import Span

_IS = re.compile(
    r"(?:, [^,;.:\n]{3,90},)?"
    r"(?P<be>[’']s|[’']re| is| was| are| were| remains?| remained| became| (?:has|have)(?: often| long| also)? been)"
    r"(?P<not> not|n[’']t| never| no longer)? (?:(?:now|still|also|always|widely|often|simply|just|once) )?"
    r"(?:(?:seen|regarded|viewed|known|described|considered|portrayed|perceived|dismissed) (?:as )?)?"
)
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|dub(?:s|bed|bing)?|"
    r"(?P<as>(?:describ|denounc|derid|portray|paint|cast|characteri[sz]|mock|decri|decr|hail|blast|slam|condemn|regard|"
    r"dismiss|see|view)(?:e|es|ed|ing|s|y|ies|ied)?)) (?=(?:him|her|them|it)\b|[A-Z“\"]|the )"
)
_NO_CLAIM = re.compile(
    r"\b(?:if|whether|unless|would|could|may|might|not|den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|suggestions?|"
    r"as soon as|until|allegations?|notions?|ideas?)\b[^,;.]{0,30}$"
)
_NAMED_BESIDE = re.compile(r", (?=(?:an?|the|one of) )")
# What may stand before whoever the verb is said of.
_SUBJECT = re.compile(
    r"(?:^|[,;:—–(“\"‘]|\b(?:that|because|but|as|while|when|though|although|since|so|where|why|how|thinks?|thought|"
    r"believes?d?|says?|said|knows?|saying))\s*$"
)
_SHORT_TITLE = re.compile(r"\b(?:M(?:r|rs|s)|Dr|Sen|Gov|Rep|Gen|Prof)\.? $")
_NO_LABELS = frozenset("part one member result way means reason example name case".split())
_BEHIND = re.compile(r"(?:[’']s)? (?P<noun>[a-z-]+)\b")
_CLOSES = re.compile(r"[”\"’]?(?:[,.;:)!?—–\n]| (?:who|whose|in|at|of|from|for|on|with|to|as|and)\b|$)")
_NEARBY = 250
_PLACES = frozenset({Kind.STATE, Kind.PLACE})
_WITHIN = re.compile(r"\b(?:in|at|from|to|near|across|of|on|into|around) (?:[\w-]+ )?$")
# "A terrorist expert" is no terrorist.
_OF_TRADE = re.compile(
    r" (?:experts?|analysts?|specialists?|scholars?|researchers?|historians?|reporters?|lawyers?|prosecutors?)\b"
)
_BACK, _LEAST = 60, 12
_DETERMINED = re.compile(r"\b(?:the|its|their|his|her) $", re.IGNORECASE)
_GOES_ON = re.compile(r" [A-Z]")
_ALONE = re.compile(r"(?:^|[,;:–—“\"] ?)(?:the|an?|its|their|his|her)? ?$", re.IGNORECASE)
_ONE = re.compile(r"\ban? $", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|\s)(?:an?|the|The|An?|its|their|his|her|[’']s|and|,|ex-\w+|[A-Z]\w+) ?$")
# Behind these a name is where or whom the thing befalls.
_TARGET = re.compile(r" (?:of|in|on|against|upon|with) (?:the |neighbou?ring |its neighbou?r )?")
# "Must recognize": the outlet's own view.
_DUE = re.compile(r"\b(?:must|should|needs? to|ha(?:s|ve) to|ought to)\b")
_OF_THE_TELLER = frozenset({How.BEFORE_NAME, How.BESIDE_NAME})
_PERSONAL = frozenset("he she him her".split())


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """One label in one document; actors by local id, `statement` an index of `all_statements`.

    `at` is the mention of the target; `matter`: of what kind the thing that befalls the target is which is labelled.
    `plain`: it says something only beside what others call the same. `caller` is who uses it, None: the outlet, or
    nobody known, `verb` what says so. `distanced`: in the outlet's own quotation marks.
    """

    words: Span
    label: str
    target: str
    at: Span
    how: How
    matter: str = ""
    plain: bool = False
    statement: int | None = None
    caller: str | None = None
    verb: Span | None = None
    distanced: bool = False


def namings(reading: Reading) -> list[Naming]:
    """Those of one document in text order, each word a part of one at most."""
    sentences = [each for each in reading.sentences if _worth_reading(each.of(reading.text))]
    if not sentences:
        return []
    page, found = Page(reading), list[Naming]()
    for sentence in sentences:
        if any(span.covers(sentence) for span in reading.body):
            for naming in _in_sentence(page, sentence):
                if not any(naming.words.overlaps(other.words) for other in found):
                    found.append(naming)
    quoted = quotes(reading.text, reading.body) if found else []
    voiced = [_voiced(page, naming, quoted) for naming in found]
    return sorted((each for each in voiced if each), key=lambda each: each.words)


def _worth_reading(sentence: str) -> bool:
    """Whether a word of it characterises, or may name a thing that could be called otherwise."""
    return any(map(_telling, set(WORD.findall(sentence)))) or _CALLS.search(sentence) is not None


@lru_cache(maxsize=100_000)
def _telling(word: str) -> bool:
    return loaded(word) or word in OF_GROUPS or word in OF_MATTERS or word in MATTER_OF


def _in_sentence(page: Page, sentence: Span) -> Iterator[Naming]:
    mentions = list(_mentions(page, sentence))
    for mention in mentions:
        name = _name(page, mention)
        yield from _called(page, mention, name, sentence)
        yield from _is(page, mention, name, sentence)
        if mention.form is MentionForm.NAME:
            yield from _beside(page, mention, name, sentence)
            yield from _before(page, mention, name, sentence)
            yield from _behind(page, mention, name, sentence)
    yield from _matters(page, sentence, mentions)


def _mentions(page: Page, sentence: Span) -> Iterator[Mention]:
    """Names and pronouns of somebody whom the document names."""
    first, last = (bisect_left(page.starts, place) for place in (sentence.start, sentence.end))
    for mention in page.mentions[first:last]:
        inside = sentence.start <= mention.head.start < sentence.end
        if inside and mention.form is not MentionForm.NOMINAL and mention.actor in page.named and page.bears(mention):
            yield mention


def _name(page: Page, mention: Mention) -> Span:
    """The name itself, without what stands before or behind it in the mention."""
    if mention.form is not MentionForm.NAME:
        return mention.head
    end, start = mention.head.end, mention.head.start
    for match in WORD.finditer(page.text, end, mention.span.end):
        if not match[0][0].isupper() or page.text[end : match.start()] not in {" ", ". "}:
            break
        end = match.end()
    for match in reversed(list(WORD.finditer(page.text, mention.span.start, start))):
        if not match[0][0].isupper() or page.text[match.end() : start] not in {" ", ". "}:
            break
        start = match.start()
    name = page.text[start:end]
    return Span(start, end - 2 if name.endswith(("’s", "'s")) else end)


def _antecedent(page: Page, mention: Mention) -> bool:
    """Whether the last person named before a pronoun is the one that it is taken for."""
    if mention.form is MentionForm.NAME:
        return True
    if mention.head.of(page.text).lower() not in _PERSONAL:
        return False
    near = [
        each
        for each in page.mentions
        if mention.head.start - _NEARBY <= each.head.start < mention.head.start
        and each.form is MentionForm.NAME
        and each.kind is Kind.PERSON
    ]
    return bool(near) and near[-1].actor == mention.actor and len({each.actor for each in near}) == 1


def _is(page: Page, mention: Mention, name: Span, sentence: Span) -> Iterator[Naming]:
    match = _IS.match(page.text, name.end, sentence.end)
    if match is None or not _antecedent(page, mention) or _loose(page, mention, name, sentence):
        return
    found = phrase_at(page.text, match.end(), sentence.end)
    owned = mention.form is MentionForm.NAME and match["be"] in {"’s", "'s"} and not match["not"]
    if found is None or page.text.startswith(" by ", found.words.end):
        return
    if owned and not re.match(r"an? |the ", page.text[match.end() : sentence.end]):
        return
    label = f"not {found.label}" if match["not"] else found.label
    yield Naming(words=found.words, label=label, target=mention.actor, at=name, how=How.IS)


def _loose(page: Page, mention: Mention, name: Span, sentence: Span) -> bool:
    """Whether the mention is not what the verb is said of, or nobody says that it is so."""
    before = _SHORT_TITLE.sub("", page.text[sentence.start : min(mention.span.start, name.start)])
    asks = sentence.of(page.text).rstrip('”"’ ').endswith("?")
    begins = _SUBJECT.search(before) or (mention.form is MentionForm.PRONOUN and before.endswith(" and "))
    return asks or bool(_NO_CLAIM.search(before)) or not begins


def _beside(page: Page, mention: Mention, name: Span, sentence: Span) -> Iterator[Naming]:
    match = _NAMED_BESIDE.match(page.text, name.end, sentence.end)
    if match is None:
        return
    found = phrase_at(page.text, match.end(), sentence.end)
    within = mention.kind in _PLACES and _WITHIN.search(page.text, sentence.start, name.start)
    if found and not within and _nominal(found) and _CLOSES.match(page.text, found.words.end):
        yield Naming(words=found.words, label=found.label, target=mention.actor, at=name, how=How.BESIDE_NAME)


def _nominal(found: Phrase) -> bool:
    """Whether it is somebody: it ends in a noun for one."""
    last = found.label.split()[-1]
    if _OF_TRADE.search(found.label):
        return False
    return last in HEADS or loaded(last) or last in {"man", "woman", "figure", "voice", "person", "politician", "group"}


def _before(page: Page, mention: Mention, name: Span, sentence: Span) -> Iterator[Naming]:
    """Characterisations right before a name, with the offices between."""
    first = _first_before(page, name, sentence)
    if first is None:
        return
    before = page.text[max(sentence.start, first - _LEAST) : first]
    # "A greedy Republican", "moderate Hutus", "the controversial Patriot Act": not all of them, not they.
    plain = " " not in name.of(page.text)
    many = plain and page.text[name.end - 1] == "s" and not _DETERMINED.search(before)
    one_of_many = (_ONE.search(before) and plain) or many or _GOES_ON.match(page.text, name.end)
    if first == sentence.start or (_OPENS.search(before) and not one_of_many):
        last = page.text[first : name.start].rstrip(" ,")
        if page.text[first + len(last)] == "," and not _ALONE.search(page.text[sentence.start : first]):
            return
        words = Span(first, first + len(last))
        if not _OF_TRADE.search(last) and last.lower() not in {"partner", "friend"}:
            yield Naming(words=words, label=last.lower(), target=mention.actor, at=name, how=How.BEFORE_NAME)


def _first_before(page: Page, name: Span, sentence: Span) -> int | None:
    """Where the first characterisation begins of those that only offices part from the name."""
    first, end = None, name.start
    for match in reversed(list(WORD.finditer(page.text, max(sentence.start, name.start - _BACK), name.start))):
        between = page.text[match.end() : end]
        # "The hardline premier, Danil Sorvek," is one between commas.
        beside = between == ", " and end == name.start and page.text[name.end : name.end + 1] in set(",.;)")
        if not (between == " " or beside) or match[0][-2:] in {"’s", "'s"}:
            break
        as_name = match[0][0].isupper() and (match.start() != sentence.start or match[0].endswith("s"))
        if loaded(match[0]) and not as_name:
            first = match.start()
        elif not (as_name or match[0].lower() in HEADS or match[0].lower() in PLAIN):
            break
        end = match.start()
    return first


def _behind(page: Page, mention: Mention, name: Span, sentence: Span) -> Iterator[Naming]:
    match = _BEHIND.match(page.text, name.end, sentence.end)
    if match is None or match["noun"] not in OF_GROUPS:
        return
    of_one = mention.kind is Kind.PERSON and match["noun"] not in {"regime", "junta", "dictatorship"}
    owned = match[0][0] in "’'" and match["noun"] not in {"regime", "junta", "dictatorship"}
    # "Darfur rebels" are rebels there.
    placed = mention.kind in _PLACES and match["noun"] not in {"regime", "junta", "dictatorship"}
    if not (of_one or owned or placed):
        words = Span(match.start("noun"), match.end("noun"))
        yield Naming(words=words, label=match["noun"], target=mention.actor, at=name, how=How.BEHIND_NAME)


def _called(page: Page, mention: Mention, name: Span, sentence: Span) -> Iterator[Naming]:
    """What somebody calls the one mentioned: "called him a dictator"."""
    before = page.text[sentence.start : mention.span.start]
    calls = _CALLS.finditer(page.text, sentence.start, mention.span.end + _LEAST)
    match = next((each for each in calls if each.end() in {mention.span.start, mention.head.start}), None)
    if match is None:
        return
    if _NO_CLAIM.search(before[: match.start() - sentence.start]):
        return
    start = re.compile(r" as | " if match["as"] else r" (?:as )?").match(page.text, name.end, sentence.end)
    if start is None or (match["as"] and start[0] != " as "):
        return
    found = phrase_at(page.text, start.end(), sentence.end, free=True)
    if found is None or all(word in HEADS or word in PLAIN for word in found.label.split()):
        return
    if found.label in _NO_LABELS:
        return
    yield Naming(
        words=found.words,
        label=found.label,
        target=mention.actor,
        at=name,
        how=How.CALLED,
        verb=Span(*match.span()),
        caller=_subject(page, sentence.start, match.start(), mention.actor),
    )


def _subject(page: Page, start: int, end: int, other: str) -> str | None:
    """The last one named or meant between a sentence's start and a verb who is not `other`: who calls."""
    before = [each.actor for each in page.mentions if start <= each.span.start and each.span.end <= end]
    return next((actor for actor in reversed(before) if actor != other), None)


def _matters(page: Page, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Naming]:
    for found in matters(page.text, sentence):
        at = _befallen(page, found.start, found.end, sentence, mentions)
        if at is not None:
            yield Naming(
                words=found.words,
                label=found.label,
                target=at.actor,
                at=_name(page, at),
                how=How.OF_WHAT,
                matter=found.matter,
                plain=found.plain,
            )


def _befallen(page: Page, start: int, end: int, sentence: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Where it is or whom it befalls: "the war in Ilmeria", "the Ilmeria war"."""
    places = [each for each in mentions if each.form is MentionForm.NAME and each.kind is not Kind.PERSON]
    behind = _TARGET.match(page.text, end, sentence.end)
    if behind:
        return next(
            (each for each in places if each.head.start == behind.end() or each.span.start == behind.end()), None
        )
    for each in places:
        if page.text[_name(page, each).end : start] == " " and each.kind in {Kind.STATE, Kind.PLACE}:
            return each
    return None


def _voiced(page: Page, naming: Naming, quoted: list[Span]) -> Naming | None:
    """The naming with whose voice it is; None where nobody's."""
    in_quotes = any(quote.covers(naming.words) for quote in quoted)
    statement = _saying(page, naming, in_quotes)
    caller = naming.caller
    if statement is not None:
        said = page.statements[statement]
        by_speaker = naming.verb is None or any(cue.overlaps(naming.verb) for cue in said.cue)
        caller = said.speaker if by_speaker or caller is None else caller
    elif naming.how is How.CALLED and caller is None:
        return None
    elif in_quotes and naming.how is not How.CALLED and not _short(naming, quoted):
        # Somebody's words, nobody knows whose.
        return None
    if caller == naming.target:
        return None
    return msgspec.structs.replace(
        naming, statement=statement, caller=caller, distanced=in_quotes and statement is None and caller is None
    )


def _saying(page: Page, naming: Naming, in_quotes: bool) -> int | None:  # noqa: FBT001 - told, not asked for
    """The innermost statement whose words the label is.

    Whoever is described beside a name outside of quotation marks is described by the outlet, whoever speaks of them,
    and the plain noun of a paraphrase is its choice.
    So is what somebody "must recognize", and what nobody is named for.
    """
    if (naming.plain or naming.how in _OF_THE_TELLER) and not in_quotes:
        return None
    for number in reversed(page.speakers(naming.words.start)):
        said = page.statements[number]
        due = any(_DUE.search(page.text[max(0, cue.start - _LEAST) : cue.end]) for cue in said.cue)
        named = said.speaker or (said.source and said.sourcing is not Sourcing.GENERAL)
        if in_quotes or (named and not due):
            return number
    return None


def _short(naming: Naming, quoted: list[Span]) -> bool:
    """Whether nothing but the label stands in the quotation marks."""
    length = naming.words.end - naming.words.start
    return any(quote.covers(naming.words) and quote.end - quote.start <= length + 4 for quote in quoted)
