"""Threats, promises, ultimatums, conditional offers and deadlines, as one document tells them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.interval import Interval
from onrecord.reading.circumstances import Words, relation_before
from onrecord.reading.roster import Roster
from onrecord.reading.schema import (
    Act,
    Commitment,
    CommitmentKind,
    Event,
    EventType,
    Form,
    Kind,
    Mention,
    MentionForm,
    Statement,
    Time,
    TimeRelation,
    TimeType,
    When,
)
from onrecord.reading.when import dated
from onrecord.reading.words.commitments import HOSTILE, IDLE
from onrecord.spans import Span, trimmed

_CONDITION = re.compile(
    r"\b(?:if|unless|until|provided(?: that)?|as long as|so long as|on condition that|on the condition that|"
    r"in exchange for|in return for)\b[^,;:.?!“”\"\n]{3,160}",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?P<who>I|we|he|she|they|it|[A-Z][\w’'-]*)(?:[’'](?P<short>ll)\b| (?P<aux>will|would|shall)\b)"
    r"(?P<not> not| never)?(?: (?:otherwise|then|also|now|never|personally|soon|immediately))? (?P<verb>[a-z]{3,})\b"
)
_GIVING = re.compile(
    r"\b(?:gave|give|gives|given|giving) (?P<whom>[^,;.:]{2,60}?)(?= until\b| \w+(?:-\w+)? (?:days|weeks|hours))"
)
_TO_DO = re.compile(r" (?P<what>to (?!be\b)[a-z][^.;!?\n]{3,160}?)(?=,|;|\.|!|\?|\n|$| or (?:else )?face\b)")
_DEADLINE = re.compile(r"\b(?:deadline|ultimatum)\b", re.IGNORECASE)
# Nouns that bind as the verbs do; of threats those of something that can be done to somebody.
_NOUNS = {
    CommitmentKind.THREAT: re.compile(
        r"\b(?P<cue>(?i:threats?) of) (?P<what>(?:[\w-]+ ){0,3}?(?:sanction|tariff|embargo|boycott|reprisal|"
        r"retaliation|air ?strike|blockade|strike|legal action|military action|use of force)\w*\b"
        r"[^.;:,!?“”\"\n]{0,160})"
    ),
    CommitmentKind.OFFER: re.compile(
        r"\b(?P<cue>(?i:offers?) of) (?P<what>[^.;:,!?“”\"\n]{3,100}? "
        r"(?:for [\w’'-]+(?: [\w’'-]+)? to|if|in exchange for|in return for) "
        r"(?:(?!(?:was|were|is|are|has|have|had|did|will|would)\b)[\w’'-]+ ?){1,14})"
    ),
    CommitmentKind.ULTIMATUM: re.compile(
        r"\b(?P<cue>(?:giv(?:e|es|ing)|gave) (?P<whom>[^.;:,]{2,60}?) (?:one more|one last|a last|a final|a second) "
        r"chance) (?P<what>to [^.;:!?“”\"\n]{3,160})"
    ),
}
_STOP = re.compile(r"[.;:,!?\n“”\"]")
_IS_OR_WAS = re.compile(
    r"[“”\"]?(?:that )?(?:he|she|it|they|we|I|you|there|the \w+|[A-Z]\w+) "
    r"(?:is|am|are|was|were|has|have|had|did|do|does)\b"
)
_MADE = r"(?:had |has |have |having )?(?:ever )?(?P<verb>promis\w*|threaten\w*|pledg\w*|vow\w*|committ\w*)\b"
_DENIED = re.compile(rf"(?:that )?(?:(?:he|she|they|it|we|I) )?{_MADE}", re.IGNORECASE)
_DENIED_IN_CUE = re.compile(rf"\bden\w+ {_MADE}", re.IGNORECASE)
_CLAUSE = re.compile(r" [–—-] |[,;:.!?](?!\d)|[\n“”\"]")
# Characters between "give X" and the time, and between "deadline" and its date.
GIVEN = 30
DEADLINE_REACH = 30
# And between "until" and the time that makes it a date.
OPENING = 24
_HOSTILE_TYPES = frozenset(
    {EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.THREATEN}
)
_COMMISSIVE = frozenset({Act.THREATEN, Act.PROMISE})
# Places too: a state that no table knows is read as one.
_ACTING = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP, Kind.PLACE})
_STATES = frozenset({Kind.STATE, Kind.PLACE, Kind.ORGANIZATION})
_FIRST = frozenset({"i", "we"})
_AHEAD = frozenset({TimeRelation.BY, TimeRelation.BEFORE, TimeRelation.WITHIN})


@dataclass(frozen=True, slots=True)
class Ground:
    """What commitments are read from: the text with its sentences, actors, statements, events and times."""

    text: str
    words: Words
    sentences: Sequence[Span]
    roster: Roster
    said: Sequence[Statement]
    events: Sequence[Event]
    times: Sequence[Time]
    published: Interval

    def described(self, actor: str) -> list[str]:
        """The words of all mentions of the actor."""
        mentions = self.roster.headed_in(Span(0, len(self.text))) if self.text else []
        return [mention.span.of(self.text) for mention in mentions if mention.actor == actor]

    def sentence_at(self, place: int) -> Span | None:
        """The sentence in which the character stands."""
        i = bisect_right(self.sentences, place, key=lambda s: s.start) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].end else None


def commitments(ground: Ground) -> list[Commitment]:
    """The commitments of one document in text order; of two that are read from the same words the first counts.

    They are read from statements whose act is to threaten or promise, from what a speaker says they will do, and from
    deadlines that are set. A deadline given for something and the threat in its sentence are one ultimatum.
    """
    out: list[Commitment] = []
    given = list(_by_giving_time(ground))
    for found in (*_by_denial(ground), *_by_act(ground), *_by_will(ground)):
        made = next((_as_ultimatum(g, found) for g in given if _belong(ground, g, found)), found)
        if not any(_same_words(made, known) for known in out):
            out.append(made)
    for found in (*given, *_by_noun(ground), *_by_deadline(ground)):
        if not any(_same_words(found, known) for known in out):
            out.append(found)
    return sorted(out, key=lambda c: (c.cue.start, c.cue.end))


def _belong(ground: Ground, given: Commitment, threat: Commitment) -> bool:
    return (
        threat.kind is CommitmentKind.THREAT
        and threat.by == given.by
        and ground.sentence_at(given.cue.start) == ground.sentence_at(threat.cue.start)
    )


def _as_ultimatum(given: Commitment, threat: Commitment) -> Commitment:
    """The threat with the deadline and with what is demanded until then."""
    return msgspec.structs.replace(
        threat,
        kind=CommitmentKind.ULTIMATUM,
        cue=given.cue,
        toward=given.toward or threat.toward,
        condition=given.what[0],
        due=given.due,
    )


def _same_words(one: Commitment, other: Commitment) -> bool:
    return any(a.overlaps(b) for a in (one.cue, *one.what) for b in (other.cue, *other.what))


def _by_act(ground: Ground) -> Iterator[Commitment]:
    for n, said in enumerate(ground.said):
        if said.act in _COMMISSIVE and said.speaker and said.cue and said.content and _to_be_done(ground, said):
            kind = CommitmentKind.THREAT if said.act is Act.THREATEN else CommitmentKind.PROMISE
            yield _made(ground, kind, said.cue[0], said.content, by=said.speaker, statement=n)


def _to_be_done(ground: Ground, said: Statement) -> bool:
    """Whether what is promised is still to be done: "assured me that he is no man of numbers" promises nothing."""
    return not _IS_OR_WAS.match(said.content[0].of(ground.text))


def _by_denial(ground: Ground) -> Iterator[Commitment]:
    """Promises and threats that somebody says they have not made: "denied having promised a tariff of 60%"."""
    for n, said in enumerate(ground.said):
        if said.act is not Act.DENY or not said.speaker:
            continue
        for stretch in said.content:
            hit = _DENIED.match(ground.text, stretch.start, stretch.end)
            # "denied having promised" may be the cue as a whole.
            hit = hit or _DENIED_IN_CUE.search(ground.text, said.cue[0].start, said.cue[-1].end) if said.cue else hit
            if hit is None:
                continue
            start = max(hit.end(), stretch.start)
            what = trimmed(ground.text, start, min(stretch.end, _clause_end(ground.text, start)))
            if what:
                kind = CommitmentKind.THREAT if hit["verb"].startswith("threat") else CommitmentKind.PROMISE
                cue = Span(hit.start("verb"), hit.end("verb"))
                made = _made(ground, kind, cue, (what,), by=said.speaker, statement=n)
                yield msgspec.structs.replace(made, denied=True)


def _clause_end(text: str, start: int) -> int:
    stop = _CLAUSE.search(text, start)
    return stop.start() if stop else len(text)


def _by_will(ground: Ground) -> Iterator[Commitment]:
    for n, said in enumerate(ground.said):
        if said.act in (Act.ASSERT, Act.PREDICT) and said.speaker:
            for content in said.content:
                for hit in _WILL.finditer(ground.text, content.start, content.end):
                    by = _bound(ground, said, hit) if hit["verb"] not in IDLE else None
                    if by:
                        yield _what_one_will_do(ground, hit, content, by, n)


def _bound(ground: Ground, said: Statement, hit: re.Match[str]) -> str | None:
    """Who will do something that can be checked: the speaker, or the state that the speaker speaks for."""
    subject = hit["who"].lower()
    if subject in _FIRST:
        return said.speaker if hit["aux"] != "would" or said.form is not Form.DIRECT else None
    for mention in ground.roster.headed_in(Span(hit.start("who"), hit.end("who"))):
        if mention.actor == said.speaker and said.form is not Form.DIRECT:
            return said.speaker
        if mention.form is MentionForm.PRONOUN and _is_open(ground, mention) and _opens(ground, said, hit):
            return said.speaker
        if mention.kind in _STATES and said.speaker and _speaks_for(ground, said.speaker, hit["who"]):
            return mention.actor
    return None


def _is_open(ground: Ground, mention: Mention) -> bool:
    return not ground.roster.is_known(ground.roster.actor(mention.actor))


def _opens(ground: Ground, said: Statement, hit: re.Match[str]) -> bool:
    """Whether the content begins with the subject: "said that she would …" speaks of oneself."""
    before = ground.text[said.content[0].start : hit.start("who")].strip()
    return said.form is not Form.DIRECT and before in ("", "that")


def _speaks_for(ground: Ground, speaker: str, state: str) -> bool:
    """Whether the document names the speaker with the state: "Ilmerian Premier Danil Sorvek"."""
    stem = state[: max(4, len(state) - 2)]
    return any(stem in described for described in ground.described(speaker))


def _what_one_will_do(ground: Ground, hit: re.Match[str], content: Span, speaker: str, statement: int) -> Commitment:
    cue = Span(hit.start("aux") if hit["aux"] else hit.start("short"), hit.end("verb"))
    sentence = ground.sentence_at(hit.start()) or content
    what = Span(max(sentence.start, content.start), min(sentence.end, content.end))
    event = next((e for e in ground.events if cue.overlaps(e.trigger)), None)
    hostile = hit["verb"].startswith(tuple(HOSTILE)) or (event is not None and event.type in _HOSTILE_TYPES)
    kind = CommitmentKind.THREAT if hostile and not hit["not"] else CommitmentKind.PROMISE
    return _made(ground, kind, cue, (what,), by=speaker, statement=statement)


def _by_giving_time(ground: Ground) -> Iterator[Commitment]:
    """Ultimatums: "… gave Ilmeria until March 12 to reopen the strait"; `what` is what is demanded."""
    for sentence in ground.sentences:
        for hit in _GIVING.finditer(ground.text, sentence.start, sentence.end):
            time = _day([t for t in ground.times if hit.end("whom") <= t.span.start <= hit.end("whom") + GIVEN])
            whom = [m for m in ground.roster.headed_in(Span(hit.start("whom"), hit.end("whom"))) if m.kind in _ACTING]
            demand = _TO_DO.match(ground.text, time.span.end, sentence.end) if time else None
            by = _before(ground, Span(sentence.start, hit.start())) if hit.start() > sentence.start else None
            if time and whom and demand and by:
                long = time.type is TimeType.DURATION
                due = When(expressions=(time.span,), relation=TimeRelation.WITHIN if long else TimeRelation.BY)
                yield Commitment(
                    kind=CommitmentKind.ULTIMATUM,
                    cue=Span(hit.start(), hit.start("whom")),
                    what=(Span(demand.start("what"), demand.end("what")),),
                    by=by,
                    toward=whom[0].actor,
                    due=dated(due, ahead=True, times={time.span: time}, published=ground.published),
                )


def _by_noun(ground: Ground) -> Iterator[Commitment]:
    """Of "Brenn's threat of tariffs", "an offer of grain for Ilmeria to leave", "gave it a last chance to leave"."""
    for sentence in ground.sentences:
        for kind, pattern in _NOUNS.items():
            for hit in pattern.finditer(ground.text, sentence.start, sentence.end):
                cue, what = Span(*hit.span("cue")), trimmed(ground.text, *hit.span("what"))
                if what is None:
                    continue
                made = _made(ground, kind, cue, (what,), by=_owner(ground, cue), statement=None)
                if kind is CommitmentKind.ULTIMATUM and hit.start() > sentence.start:
                    whom = ground.roster.headed_in(Span(*hit.span("whom")))
                    toward = next((m.actor for m in reversed(whom) if m.kind in _ACTING), None)
                    by = _before(ground, Span(sentence.start, hit.start()))
                    made = msgspec.structs.replace(made, by=by, toward=toward)
                yield made


def _by_deadline(ground: Ground) -> Iterator[Commitment]:
    """Days that are set: "Brenn's deadline of March 12", "the deadline is reached Friday"."""
    for hit in _DEADLINE.finditer(ground.text):
        cue = Span(hit.start(), hit.end())
        sentence = ground.sentence_at(cue.start)
        if sentence is None:
            continue
        time = _day([t for t in ground.times if sentence.covers(t.span) and _near(ground.text, cue, t)])
        if time is None:
            continue
        due = When(expressions=(time.span,))
        yield Commitment(
            kind=CommitmentKind.DEADLINE,
            cue=cue,
            what=(sentence,),
            by=_owner(ground, cue),
            due=dated(due, ahead=True, times={time.span: time}, published=ground.published),
        )


def _day(times: Sequence[Time]) -> Time | None:
    """Of "midnight on March 12" the day: the last date, else the first time."""
    return next((t for t in reversed(times) if t.type is TimeType.DATE), times[0] if times else None)


def _near(text: str, noun: Span, time: Time) -> bool:
    """Whether they belong together: "Friday's deadline", "the deadline of March 12", "deadline is reached Friday"."""
    if time.type is TimeType.DURATION or time.value.endswith("_REF"):
        return False
    if time.span.end <= noun.start:
        return text[time.span.end : noun.start].strip() in ("'s", "’s", "")
    return 0 <= time.span.start - noun.end <= DEADLINE_REACH and not _STOP.search(text, noun.end, time.span.start)


def _before(ground: Ground, stretch: Span) -> str | None:
    """The last actor named before a verb: its subject."""
    near = [m for m in ground.roster.headed_in(stretch) if m.kind in _ACTING]
    return near[-1].actor if near else None


def _owner(ground: Ground, noun: Span) -> str | None:
    """Whose deadline it is: "Lind's deadline"."""
    before = ground.text[max(0, noun.start - 3) : noun.start].strip()
    if not before.endswith(("'s", "’s", "s’", "s'", "’", "'")) and "s" not in before:
        return None
    near = [m for m in ground.roster.headed_in(Span(max(0, noun.start - 40), noun.start)) if _touches(m, noun)]
    return near[-1].actor if near and near[-1].kind in _ACTING else None


def _touches(mention: Mention, noun: Span) -> bool:
    return mention.form is not MentionForm.PRONOUN and noun.start - mention.span.end <= 3


def _made(
    ground: Ground, kind: CommitmentKind, cue: Span, what: Sequence[Span], *, by: str | None, statement: int | None
) -> Commitment:
    sentence = ground.sentence_at(cue.start) or what[0]
    condition = _condition(ground, what) or _condition(ground, (sentence,))
    due = _due(ground, what, cue) or _due(ground, (sentence,), cue) or When()
    times = {time.span: time for time in ground.times}
    event = next((n for n, e in enumerate(ground.events) if any(w.covers(e.trigger) for w in what)), None)
    return Commitment(
        kind=_kind(kind, ground.text, condition, due),
        cue=cue,
        what=tuple(what),
        by=by,
        toward=_toward(ground, what, by, statement, event),
        condition=condition,
        due=dated(due, ahead=True, times=times, published=ground.published) if due.expressions else due,
        statement=statement,
        event=event,
    )


def _kind(kind: CommitmentKind, text: str, condition: Span | None, due: When) -> CommitmentKind:
    if condition is None:
        return kind
    if kind is CommitmentKind.THREAT and (due.expressions or condition.of(text).lower().startswith("unless")):
        return CommitmentKind.ULTIMATUM
    return CommitmentKind.OFFER if kind is CommitmentKind.PROMISE else kind


def _condition(ground: Ground, stretches: Sequence[Span]) -> Span | None:
    """The first "if …", "unless …", "until …", but no "until Friday", which is a date."""
    for stretch in stretches:
        for hit in _CONDITION.finditer(ground.text, stretch.start, stretch.end):
            span = trimmed(ground.text, hit.start(), hit.end())
            if span and not (hit[0].lower().startswith("until") and _opens_with_a_time(ground, span)):
                return span
    return None


def _opens_with_a_time(ground: Ground, span: Span) -> bool:
    return any(span.overlaps(t.span) and t.span.start - span.start < OPENING for t in ground.times)


def _due(ground: Ground, stretches: Sequence[Span], cue: Span) -> When | None:
    """When it is due: "by Friday", "within nine days"; else a day to come that stands behind the cue."""
    plain: When | None = None
    for time in ground.times:
        stretch = next((s for s in stretches if s.covers(time.span)), None)
        if stretch is None or time.type is TimeType.SET:
            continue
        relation = relation_before(ground.words, ground.words.first(time.span), ground.words.first(stretch))
        when = When(expressions=(time.span,), relation=relation or TimeRelation.AT)
        if relation in _AHEAD and (relation is TimeRelation.WITHIN) == (time.type is TimeType.DURATION):
            return _from_when(ground, when, cue) if relation is TimeRelation.WITHIN else when
        if plain is None and relation is None and time.type is TimeType.DATE and _to_come(ground, time):
            plain = when if time.span.start > cue.end else None
    return plain


def _from_when(ground: Ground, within: When, cue: Span) -> When:
    """Counts from the day named before: "On Monday, Brenn threatened … within nine days"."""
    sentence = ground.sentence_at(cue.start)
    named = (t.span for t in ground.times if t.type is TimeType.DATE and t.span.start < cue.end)
    since = next((span for span in named if sentence and sentence.covers(span)), None)
    return When(expressions=(*within.expressions, *([since] if since else [])), relation=within.relation)


def _to_come(ground: Ground, time: Time) -> bool:
    if time.value.endswith("_REF"):
        return False
    if time.latest and ground.published.earliest:
        return time.latest > ground.published.earliest
    return time.relative is not None and time.relative.rule.shift >= 0 and not time.value


def _toward(
    ground: Ground, what: Sequence[Span], by: str | None, statement: int | None, event: int | None
) -> str | None:
    """Whom it is made to or against: the recipient of the deed, else who is addressed, else the state it names."""
    if event is not None and ground.events[event].recipients:
        return ground.events[event].recipients[0]
    said = ground.said[statement] if statement is not None else None
    if said and said.addressee and ground.roster.actor(said.addressee).kind in (Kind.STATE, Kind.PLACE):
        return said.addressee
    named = (m for stretch in what for m in ground.roster.headed_in(stretch) if m.kind in (Kind.STATE, Kind.PLACE))
    return next((m.actor for m in named if m.actor != by and m.form is MentionForm.NAME), None)
