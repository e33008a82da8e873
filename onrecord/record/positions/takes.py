"""Who takes which side of what, as one document tells it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.reading.schema import (
    Act,
    Commitment,
    CommitmentKind,
    Form,
    Mention,
    MentionForm,
    Reading,
    Sourcing,
    Statement,
    Time,
    TimeType,
)
from onrecord.record.positions.entry import Basis, Stance
from onrecord.record.positions.grammar import Side, side_at, side_of_cue
from onrecord.record.positions.page import ACTING, Page
from onrecord.record.positions.phrase import Phrase, done, ends_phrase, phrase
from onrecord.record.positions.words import OF_OTHERS
from onrecord.spans import Span

# Deeds rather than words.
_DEEDS = frozenset({"sign", "veto", "ratify", "block", "accept", "vote"})
_OBJECTS = frozenset("him them".split())
_BEHIND_NAMES = frozenset("for over as on in".split())
_BOUND = frozenset({CommitmentKind.PROMISE, CommitmentKind.THREAT, CommitmentKind.OFFER})
_WILL = re.compile(r"(?:will|would|shall|[’']ll|won(?=[’']t))(?P<not> not| never|n[’']t)?(?: \w+ly)? (?P<verb>[a-z]+)$")
_SELF = re.compile(r"\b(?P<who>I|[Ww]e)(?=[ ’'])")
_GAP = re.compile(r",? |(?=[’'])")
_DUE = re.compile(
    r"\b(?:must|should|ought to|needs? to|ha(?:s|ve) (?:got )?to|[’']ve got to|[’']s got to)"
    r"(?P<not> not| never|n[’']t)?(?: (?:also|now|immediately|simply|finally|really|only|just))? (?=(?P<verb>[a-z]+))"
)
# "must be", "should know": a guess or a remark rather than a side.
_IDLE = frozenset(
    """
    be have know see understand remember recall note say tell ask wonder think believe consider feel look expect wait
    admit acknowledge recognize realize hope come go do get make take find worry try learn hear read win lose keep want
    like love seem become mean happen apologize explain mention add
    """.split()
)
_LOOSE = frozenset("you he she they".split())
_WHETHER = re.compile(
    r"\b(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|decid(?:e|es|ed|ing)|decision on|undecided (?:on|about)|"
    r"determin(?:e|ing)|not decided|debating) whether (?=to [a-z])"
)
_NEVER = re.compile(
    r"\b(?:I|[Ww]e)(?: have|[’']ve)? never (?:said|put|promised|proposed|agreed to|supported|backed|called for|wanted|"
    r"asked for|offered|endorsed|advocated)(?: that)?(?= )"
)
_CONDITION = re.compile(
    r",? ?(?P<words>(?:but )?(?:only )?(?:if|unless|provided|as long as|so long as|in exchange for|in return for|"
    r"on condition)\b[^,;:.?!“”\"\n]{3,120})"
)
_BEFORE_SUBJECT = re.compile(r"\b(?:if|whether|unless|of|in|to|with|for|from|by|at|on|and|or|than|as|until|like)\s*$")
# Nobody says that it is so.
_OPEN = re.compile(
    r"\b(?:no (?:indication|evidence|sign|proof)|unclear|unlikely|whether|how (?:much|far|long)|if|doubts?|doubted|"
    r"not clear|until|unless|falsely|wrongly|wrongfully|mistakenly|suggest(?:s|ed)?|perhaps|maybe)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
# "blocked the company from leaving" is against the leaving.
_KEEPING = frozenset({"block", "ban", "bar"})
_PLACED = re.compile(r", [A-Z][\w.]+, [a-z]")
_FROM = re.compile(r" from (?=[a-z]+ing\b)")
_TOLD = frozenset({"urge", "ask", "press"})
_UNSURE = re.compile(r"\b(?:if|whether|unless|would|had)\b[^,;:.]{0,40}$")
NEAR_TIME, OPENING = 30, 4
# Characters between the words of a promise and what is promised.
MOST_BETWEEN = 16


class Take(msgspec.Struct, frozen=True, kw_only=True):
    """One place where somebody takes a side; actors by local id, `statement` an index of `all_statements`.

    `target`: what it is about, None where that is the actor `about`, whose mention `at` is. `words`: those that take
    the side, `verb` their lemma. `time`: the time expression that says when. `earlier`: the words tell of a time
    before the article's. `by`: the statement that the article has it from if another speaks there.
    """

    holder: str
    stance: Stance
    basis: Basis
    words: Span
    at: Span
    target: Phrase | None
    about: str | None
    statement: int | None
    by: int | None
    condition: Span | None
    time: Span | None
    earlier: bool
    verb: str


def takes(reading: Reading) -> list[Take]:
    """Those of one document in text order; of two that are read from the same words the first kind counts."""
    page = Page(reading)
    out: list[Take] = []
    for found in (
        *_by_commitment(page),
        *_denied(page),
        *_by_cue(page),
        *_by_oneself(page),
        *_by_mention(page),
        *_by_due(page),
        *_by_whether(page),
    ):
        if found.holder != found.about and not any(_same(found, other) for other in out):
            out.append(found)
    return sorted(out, key=lambda each: (each.words, each.at, each.holder))


def _same(one: Take, other: Take) -> bool:
    return one.words.overlaps(other.words) or (one.at.overlaps(other.at) and one.holder == other.holder)


def _signs(said: Statement) -> bool:
    """Whether somebody in particular stands behind it."""
    return said.speaker is not None and said.sourcing is not Sourcing.GENERAL


def _by_cue(page: Page) -> Iterator[Take]:
    for n, said in enumerate(page.statements):
        if not (_signs(said) and said.cue and said.speaker in page.known):
            continue
        side = side_of_cue(page.text, said.cue[0].start, min(len(page.text), said.cue[-1].end + 8))
        if side is None or side.start >= said.cue[-1].end:
            continue
        words = said.source[0].of(page.text).lower() if said.source else ""
        pronoun = words in ("he", "she") and not page.is_nearest(said.speaker, said.source[0].start)
        if not pronoun and page.names_speaker(n):
            yield from _taken(page, said.speaker, side, n)


def _by_oneself(page: Page) -> Iterator[Take]:
    """“We reject the plan”, in somebody's own words."""
    for n, said in enumerate(page.statements):
        if not _signs(said) or said.form is Form.INDIRECT or said.speaker not in page.known:
            continue
        for part in said.content:
            for hit in _SELF.finditer(page.text, part.start, part.end):
                gap = _GAP.match(page.text, hit.end())
                side = side_at(page.text, gap.end() if gap else hit.end(), part.end)
                if side and side.finite and not _BEFORE_SUBJECT.search(page.text, part.start, hit.start()):
                    yield from _taken(page, said.speaker or "", side, n)


def _by_mention(page: Page) -> Iterator[Take]:
    """An actor and, right behind, the words: "Lind has pushed for …"."""
    for mention in page.mentions:
        if mention.actor not in page.named:
            continue
        gap = _GAP.match(page.text, mention.span.end)
        sentence = page.sentence(mention.span.start) if gap else None
        if not gap or not sentence or mention.span.end >= sentence.end:
            continue
        side = side_at(page.text, gap.end(), sentence.end)
        if side and side.finite and _is_subject(page, mention, sentence) and _agrees(page.text, mention, side):
            inside = [n for n in page.speakers(side.start) if page.statements[n].speaker == mention.actor]
            yield from _taken(page, mention.actor, side, inside[-1] if inside else None)


def _is_subject(page: Page, mention: Mention, sentence: Span) -> bool:
    """Whether the mention is all of what stands before the verb, and surely of its actor."""
    before = page.text[max(sentence.start, mention.span.start - 24) : mention.span.start]
    if mention.kind not in ACTING or _BEFORE_SUBJECT.search(before):
        return False
    if not page.bears(mention) or not page.is_sure(mention.actor, mention.span.of(page.text), mention.span.start):
        return False
    return not _longer(page, mention) and (mention.form is not MentionForm.PRONOUN or _is_sure(page, mention))


def _agrees(text: str, mention: Mention, side: Side) -> bool:
    """Whether verb and subject agree in number: "the Tulsa protest remained" has no verb "protest"."""
    if text[side.start : side.end].split(maxsplit=1)[0].lower() != side.verb:
        return True
    subject = mention.span.of(text).lower()
    return subject.endswith("s") or " and " in subject or subject in ("i", "we", "they")


def _longer(page: Page, mention: Mention) -> bool:
    """Whether it is the end of another one: "officials in Moscow", "the president’s aides"."""
    at = bisect_left(page.starts, mention.span.start)
    return any(each.span.end == mention.span.end for each in page.mentions[max(0, at - 8) : at])


def _is_sure(page: Page, mention: Mention) -> bool:
    """Whether a pronoun stands for somebody who speaks there, or for the only person of its sentence before it."""
    if mention.span.of(page.text).lower() in ("you", "it", "one"):
        return False
    if any(page.statements[n].speaker == mention.actor for n in page.speakers(mention.span.start)):
        return True
    if page.text[mention.span.start : mention.span.end].lower() not in ("he", "she"):
        return False
    return page.is_nearest(mention.actor, mention.span.start)


def _by_due(page: Page) -> Iterator[Take]:
    """“Lind should resign”, "the sanctions must be lifted": said by somebody."""
    for n, said in enumerate(page.statements):
        if not _signs(said) or said.speaker not in page.known or said.act in (Act.ASK, Act.DENY):
            continue
        for part in said.content:
            for hit in _DUE.finditer(page.text, part.start, part.end):
                target = done(page.text, hit.end(), _until(page, hit.end(), part.end))
                if target and _is_asked(page, said, hit, target, part) and page.speakers(hit.start())[-1:] == [n]:
                    stance = Stance.AGAINST if hit["not"] else Stance.FOR
                    side = Side(stance, hit.start(), hit.end("not") if hit["not"] else hit.end() - 1, "must")
                    yield from _made(page, said.speaker or "", side, n, target)


def _by_whether(page: Page) -> Iterator[Take]:
    """Whoever "has not decided whether to impose the tariff", as they say themselves or their cue does."""
    if " whether to " not in page.text:
        return
    for n, said in enumerate(page.statements):
        if not _signs(said) or not page.names_speaker(n) or said.speaker not in page.known or not said.content:
            continue
        whole = Span(min(s.start for s in (*said.cue, *said.content)), max(s.end for s in (*said.cue, *said.content)))
        for hit in _WHETHER.finditer(page.text, whole.start, whole.end):
            between = Span(whole.start, hit.start()) if hit.start() > whole.start else None
            others = between and any(
                between.covers(each.span) and each.actor != said.speaker and each.form is MentionForm.NAME
                for each in page.mentions
            )
            target = phrase(page.text, hit.end(), _until(page, hit.end(), len(page.text)))
            if target and not others:
                yield from _made(page, said.speaker or "", Side(Stance.UNDECIDED, *hit.span(), "decide"), n, target)


def _is_asked(page: Page, said: Statement, hit: re.Match[str], target: Phrase, part: Span) -> bool:
    """Whether somebody is to do it: "should boost the polls" foresees, "applicants must pay" reports a rule."""
    before = page.text[max(part.start, hit.start() - 60) : hit.start()]
    if hit["verb"] in _IDLE or _UNSURE.search(before):
        return False
    quoted = page.text[part.start : hit.start()]
    own = said.form is Form.DIRECT or quoted.count("“") > quoted.count("”") or quoted.count('"') % 2 == 1
    if not own and not hit.group().startswith(("should", "ought")):
        return False
    subject = before.rstrip().rpartition(" ")[2].strip('“"').lower()
    if subject in _LOOSE:
        return len(target.stems) > 1
    return subject == "we" or any(
        each.span.end in (hit.start() - 1, hit.start())
        for each in page.mentions[: bisect_left(page.starts, hit.start())][-8:]
    )


def _denied(page: Page) -> Iterator[Take]:
    """“I never put a figure on it”; promises that somebody denies having made."""
    if " never " not in page.text:
        return
    for n, said in enumerate(page.statements):
        if _signs(said) and said.form is not Form.INDIRECT and said.speaker in page.known:
            for part in said.content:
                for hit in _NEVER.finditer(page.text, part.start, part.end):
                    target = phrase(page.text, hit.end() + 1, _until(page, hit.end(), part.end))
                    if target:
                        side = Side(Stance.DENIES, hit.start(), hit.end(), "never")
                        yield from _made(page, said.speaker or "", side, n, target)


def _by_commitment(page: Page) -> Iterator[Take]:
    """Whoever promises or threatens to do something is for it, whoever denies that denies it."""
    for each in page.reading.commitments:
        sure = each.statement is None or page.names_speaker(each.statement)
        if sure and each.by in page.known and (each.denied or each.kind in _BOUND):
            will = _WILL.fullmatch(each.cue.of(page.text))
            what = each.what[0]
            if will:
                target = done(page.text, each.cue.start + will.start("verb"), _until(page, each.cue.end, what.end + 1))
            elif 0 <= what.start - each.cue.end <= MOST_BETWEEN:
                bare = page.text.endswith("to ", 0, what.start)
                target = (done if bare else phrase)(page.text, what.start, what.end)
            else:
                continue
            if target:
                stance = Stance.AGAINST if will and will["not"] else Stance.FOR
                stance = Stance.DENIES if each.denied else stance
                start = _denial(page, each) if each.denied else each.cue.start
                side = Side(stance, start, each.cue.end, "promise")
                yield from _made(page, each.by or "", side, each.statement, target)


def _denial(page: Page, denied: Commitment) -> int:
    """Where "denied having promised" begins."""
    cues = page.statements[denied.statement].cue if denied.statement is not None else ()
    near = [each.start for each in cues if 0 <= denied.cue.start - each.start <= NEAR_TIME]
    return min([denied.cue.start, *near])


def _until(page: Page, place: int, end: int) -> int:
    sentence = page.sentence(place)
    return min(end, sentence.end) if sentence else end


def _taken(page: Page, holder: str, side: Side, statement: int | None) -> Iterator[Take]:
    sentence = page.sentence(side.start)
    if (
        sentence is None
        or page.text[sentence.end - 1 : sentence.end] == "?"
        or "?" in page.text[side.end : sentence.end]
    ):
        return
    if _OPEN.search(page.text[sentence.start : side.start]):
        return
    if side.verb in _TOLD and page.text.startswith((" to ", " by "), side.end):
        return  # "Lind urged to …": a headline's passive
    start = side.end + 1 if page.text[side.end : side.end + 1] == " " else side.end
    while page.text[start : start + 1] in ("“", '"', "‘"):
        start += 1
    target = phrase(page.text, start, sentence.end, of_others=side.verb in OF_OTHERS)
    kept_from = _FROM.match(page.text, target.span.end) if target and side.verb in _KEEPING else None
    if kept_from:
        target = phrase(page.text, kept_from.end(), sentence.end)
    if target and _PLACED.match(page.text, target.span.end):
        return  # "Carrow, Lisk, police officer …": what it is about stands behind the place
    actor = _actor_at(page, start, target)
    if actor:
        yield from _made(page, holder, side, statement, actor)
    elif target:
        yield from _made(page, holder, side, statement, target)


def _actor_at(page: Page, place: int, target: Phrase | None) -> Mention | None:
    """The actor whom the side is about, if `target` is no more than a name, or a pronoun stands there."""
    for offset in ("", "to ", "the "):
        mention = page.mention_from(place + len(offset)) if page.text.startswith(offset, place) else None
        if mention is None or mention.kind not in ACTING or not page.bears(mention) or mention.actor not in page.named:
            continue
        if mention.form is MentionForm.PRONOUN and mention.span.of(page.text).lower() not in _OBJECTS:
            continue
        if _is_whole(page.text, mention, target):
            return mention
    return None


def _is_whole(text: str, mention: Mention, target: Phrase | None) -> bool:
    """Whether what the side is about ends with the name: not "Lind’s plan", not "Carrow, Lisk, police"."""
    rest = text[mention.span.end : mention.span.end + 40]
    if re.match(r"[’'-]\w|, [A-Z][\w.]+, [a-z]", rest):
        return False
    if target is not None and target.span.end <= mention.span.end:
        return True
    follows = re.match(r"\s([\w-]+)", rest)
    if follows is None:
        return True
    return follows[1] in _BEHIND_NAMES if target else ends_phrase(follows[1]) and follows[1] != "to"


def _made(page: Page, holder: str, side: Side, statement: int | None, about: Phrase | Mention) -> Iterator[Take]:
    inside = [n for n in page.speakers(side.start) if n != statement]
    others = [n for n in inside if page.statements[n].speaker not in (holder, None) and not _sides(page, n)]
    if any(page.statements[n].act is Act.DENY for n in inside):
        return
    if any(page.statements[n].speaker is None and not _sides(page, n) for n in inside):
        return  # somebody says so, and it is not known who
    at = about.span
    sentence = page.sentence(side.start) or at
    condition = _CONDITION.match(page.text, at.end, max(at.end, sentence.end))
    stance = side.stance
    if condition and stance in (Stance.FOR, Stance.AGAINST):
        stance = Stance.CONDITIONAL
    yield Take(
        holder=holder,
        stance=stance,
        basis=Basis.DONE if side.verb in _DEEDS and statement is None else Basis.SAID,
        words=Span(side.start, side.end),
        at=at,
        target=about if isinstance(about, Phrase) else None,
        about=about.actor if isinstance(about, Mention) else None,
        statement=statement,
        by=others[-1] if others else None,
        condition=Span(*condition.span("words")) if condition else None,
        time=_time(page.reading.times, sentence, side.start, at.end),
        earlier=side.earlier,
        verb=side.verb,
    )


def _sides(page: Page, n: int) -> bool:
    """Whether the statement itself takes a side, so that nobody reports in it."""
    cue = page.statements[n].cue
    return bool(cue) and side_of_cue(page.text, cue[0].start, cue[-1].end + 8) is not None


def _time(times: Sequence[Time], sentence: Span, start: int, end: int) -> Span | None:
    """The day that stands with the words: right behind what they are about, or at the beginning of the sentence."""
    days = [
        each.span
        for each in times
        if each.type in (TimeType.DATE, TimeType.TIME) and each.tense != "FUTURE" and sentence.covers(each.span)
    ]
    behind = [each for each in days if end <= each.start <= end + NEAR_TIME]
    ahead = [each for each in days if each.end <= start and each.start <= sentence.start + OPENING]
    return next(iter(behind or ahead), None)
