"""Who claims what in one document, and who answers."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.reading.schema import Act, Mention, MentionForm, Reading, Statement
from onrecord.record.narratives.called import again, called, remark
from onrecord.record.narratives.clauses import ACTOR, Clause, Named, clauses
from onrecord.record.narratives.entry import Voice
from onrecord.spans import Span

# What is said in these is no claim of what is the case.
_NO_CLAIM = frozenset({Act.PROMISE, Act.THREATEN, Act.DEMAND, Act.PROPOSE, Act.ASK, Act.DECLINE})
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|"
    r"rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|debunk(?:s|ed|ing)?|disavow(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\b(?:whether|suggest(?:s|ed|ing)?|rumou?r(?:s|ed)?|speculat\w+|heard|read|asked)\b", re.IGNORECASE
)
_DISAGREES = re.compile(
    r"\b(?:I|[Ww]e)(?: \w+ly)? (?:disagree|don[’']t agree|do not agree|reject that)\b|"
    r"\b(?:[Tt]hat|[Tt]his|[Ii]t)(?:[’']s| is| was)(?: \w+ly)? "
    r"(?:false|untrue|not true|a lie|wrong|nonsense|absurd|ridiculous|an invention)\b|"
    r"\b(?:aren[’']t|isn[’']t|are not|is not)(?: \w+ly)? true\b"
)
# Without one of these nobody disagrees so, which is quick to tell.
_DISAGREEMENT = (
    *("agree", "reject that", "false", "true", "a lie", "wrong", "nonsense", "absurd", "ridiculous", "an invention"),
)
_PUSHES = re.compile(
    r"\b(?:push|promot|spread|peddl|repeat|amplif|echo|parrot|propagat|advanc|sow|disseminat|circulat|embrac)\w*\b[^.;]*$",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:[’']s?\s|^)(?:[\w-]+ ){0,2}$")
# Fewer content words say too little to be known again.
FEWEST_TOKENS = 3
# What stands between a speaker and the claim, with the cue.
NEAR_CUE = 40


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that somebody claims, denies or passes on, as one document tells it; actors by local id.

    `speaker` is None where it is the outlet itself (then `statement`, an index of `all_statements`, is None too) or
    nobody known. `source`: whoever claims it, as the text has them. `answer`: the words that rebut the claim, or say
    what it is. `called`: the text calls it a narrative; if it does in a statement, that is `statement`, and `caller`
    who speaks there. `again`: the text says that it is made again and again.
    """

    span: Span
    tokens: tuple[str, ...]
    negated: bool
    voice: Voice
    speaker: str | None
    statement: int | None
    source: Span | None = None
    cue: Span | None = None
    answer: Span | None = None
    called: bool = False
    caller: str | None = None
    again: bool = False


def claims(reading: Reading) -> list[Claim]:
    """Those of one document in text order."""
    return sorted(_all(Page(reading)), key=lambda each: (each.span, each.voice, each.speaker or ""))


class Page:
    """A reading, its actors' mentions and which statement is whose."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.sentences = reading.sentences
        self.body = reading.body
        self.statements = reading.all_statements
        self.disagrees = any(words in reading.text for words in _DISAGREEMENT)
        self.named = Named(reading.mentions)
        self.mentions = sorted(reading.mentions, key=lambda each: (each.span.start, -each.span.end))

    def within(self, content: Span, outer: int) -> list[Statement]:
        """The statements all of whose content is in `content`, a part of the one of index `outer`."""
        return [
            each
            for n, each in enumerate(self.statements)
            if n != outer and each.content and all(content.covers(span) and span != content for span in each.content)
        ]

    def inner(self, span: Span, outer: int) -> int | None:
        """The narrowest statement within the one of index `outer` whose content has `span`."""
        own = sum(len_of(each) for each in self.statements[outer].content)
        found = [
            (sum(len_of(each) for each in other.content), n)
            for n, other in enumerate(self.statements)
            if n != outer and any(each.covers(span) for each in other.content)
        ]
        narrower = [n for size, n in sorted(found) if size < own]
        return narrower[0] if narrower else None

    def saying(self, span: Span) -> int | None:
        """The narrowest statement whose content has `span`."""
        found = [
            (sum(len_of(each) for each in statement.content), n)
            for n, statement in enumerate(self.statements)
            if any(each.covers(span) for each in statement.content)
        ]
        return min(found)[1] if found else None

    def sentence(self, place: int) -> Span | None:
        """The sentence that has the character at `place`."""
        return next((each for each in self.sentences if each.start <= place < each.end), None)


def len_of(span: Span) -> int:
    """How many characters it has."""
    return span.end - span.start


def _all(page: Page) -> Iterator[Claim]:
    for number, statement in enumerate(page.statements):
        if statement.act not in _NO_CLAIM:
            yield from _claimed(page, number, statement)
    yield from _called(page)


def _claimed(page: Page, number: int, statement: Statement) -> Iterator[Claim]:
    cue = " ".join(each.of(page.text) for each in statement.cue)
    voice = _voice(cue, statement)
    for content in statement.content:
        for clause in clauses(page.text, content, page.named, statement.speaker):
            if not _telling(clause):
                continue
            if page.inner(clause.span, number) is None:
                yield _claim(page, clause, number, voice)
    if page.disagrees:
        yield from _contradicted(page, number)


def _contradicted(page: Page, number: int) -> Iterator[Claim]:
    """Claims of others that a statement takes up and says are not so."""
    for content in page.statements[number].content:
        for inner in page.within(content, number):
            for claimed in inner.content:
                answer = _DISAGREES.search(page.text, claimed.end, content.end)
                sentence = page.sentence(claimed.start)
                if answer is None or sentence is None or answer.start() >= sentence.end:
                    continue
                for clause in clauses(page.text, claimed, page.named, inner.speaker):
                    if _telling(clause):
                        claim = _claim(page, clause, number, Voice.REBUTS)
                        yield msgspec.structs.replace(claim, answer=Span(*answer.span()), again=False)


def _telling(clause: Clause) -> bool:
    words = sum(not token.startswith(ACTOR) for token in clause.tokens)
    return clause.finite and not clause.open and len(clause.tokens) >= FEWEST_TOKENS and words > 1


def _voice(cue: str, statement: Statement) -> Voice:
    if statement.act is Act.DENY or _DENIED.search(cue):
        return Voice.REBUTS
    return Voice.REPORTS if _PASSED_ON.search(cue) else Voice.PROMOTES


def _claim(page: Page, clause: Clause, number: int, voice: Voice) -> Claim:
    statement = page.statements[number]
    cue = statement.cue[0] if statement.cue else None
    sentence = page.sentence(clause.span.start)
    answer = remark(page.text, clause.span, sentence.end) if sentence else None
    return Claim(
        span=clause.span,
        tokens=clause.tokens,
        negated=clause.negated,
        voice=voice,
        speaker=statement.speaker,
        statement=number,
        source=statement.source[0] if statement.source else None,
        cue=cue,
        answer=answer or (cue if voice is Voice.REBUTS else None),
        again=_whole(page.text, clause, statement) and again(_cue_words(page.text, statement)),
    )


def _whole(text: str, clause: Clause, statement: Statement) -> bool:
    """Whether the clause is all that is said, or begins it, and is a sentence of its own."""
    begins = statement.content[0].start
    before = text[begins : clause.span.start].strip(" \"“‘'")
    return before.lower() in {"", "that"} and (before != "" or text[begins] in '"“')


def _cue_words(text: str, statement: Statement) -> str:
    """The words from the speaker to the end of the cue."""
    if not statement.cue:
        return ""
    cue = statement.cue[0]
    ends = [each.end for each in statement.source if cue.start - NEAR_CUE <= each.end <= cue.start]
    return text[max(ends, default=cue.start) : cue.end]


def _called(page: Page) -> Iterator[Claim]:
    for stretch in page.body:
        for found in called(page.text, stretch):
            sentence = page.sentence(found.words.start) or found.words
            parts = list(clauses(page.text, found.claim, page.named, None))
            if not parts or not any(token for part in parts for token in part.tokens):
                continue
            behind = page.sentence(found.claim.start)
            answer = remark(page.text, found.claim, behind.end) if behind else None
            promoter = _promoter(page, found.words, sentence)
            number = page.saying(found.words)
            statement = page.statements[number] if number is not None else None
            yield Claim(
                span=found.claim,
                tokens=tuple(token for part in parts for token in part.tokens),
                negated=sum(part.negated for part in parts) % 2 == 1,
                voice=Voice.REBUTS if answer else found.voice,
                speaker=promoter.actor if promoter else None,
                statement=number,
                source=promoter.span if promoter else None,
                answer=answer or found.words,
                called=True,
                caller=statement.speaker if statement else None,
            )


def _promoter(page: Page, words: Span, sentence: Span) -> Mention | None:
    """Whoever the sentence says spreads it: the owner of the narrative, or the subject of "pushing a narrative"."""
    before = [each for each in page.mentions if sentence.start <= each.span.start and each.span.end <= words.start]
    owners = [each for each in before if _POSSESSED.fullmatch(page.text, each.span.end, words.start)]
    if owners:
        return owners[-1]
    if _PUSHES.search(page.text, sentence.start, words.start):
        return next((each for each in before if each.form is not MentionForm.NOMINAL), None)
    return None
