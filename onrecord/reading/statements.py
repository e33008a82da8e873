"""From attributions to statements: who speaks, in whose words, on what footing, doing what."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from onrecord.reading.acts import act_of
from onrecord.reading.addressee import addressee_of
from onrecord.reading.attribution import Attribution, Fragment
from onrecord.reading.ellipsis import lenders
from onrecord.reading.form import form_of
from onrecord.reading.hedges import hedges
from onrecord.reading.passive import is_told
from onrecord.reading.pieces import Pieces
from onrecord.reading.pronouns import pronoun_speaker
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Actor, Form, Mention, MentionForm, Relayed, Statement
from onrecord.reading.sourcing import sourcing_of
from onrecord.reading.speakers import referent
from onrecord.reading.voice import Voice
from onrecord.reading.words.pronouns import SPEAKER
from onrecord.spans import Span

# Those who speak or are spoken to are no third voice.
NOT_ANOTHER = SPEAKER | {"you", "your"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What statements are read against: the text, its quotations and sentences (sorted, disjoint), its actors."""

    text: str
    quotes: Sequence[Span]
    sentences: Sequence[Span]
    roster: Roster

    def sentence_of(self, voice: Voice) -> Span | None:
        """The sentence in which the cue, else the source, else the content stands."""
        at = (*voice.cue, *voice.source, *voice.content)[0]
        i = bisect_right(self.sentences, at.start, key=lambda sentence: sentence.start) - 1
        return self.sentences[i] if i >= 0 and self.sentences[i].overlaps(at) else None


def statements(
    setting: Setting, pieces: Pieces, attributions: Sequence[Attribution], inner: Sequence[Sequence[Attribution]]
) -> tuple[list[Statement], list[Relayed]]:
    """One statement an attribution, in text order, and those of `inner`, the attributions within each one's content.

    Actors that only a source describes are added to the roster; "I" in a direct quotation becomes its speaker's.
    """
    voices = [_whole(setting.roster, _voice(pieces, attribution)) for attribution in attributions]
    where = [setting.sentence_of(voice) for voice in voices]
    out: list[Statement] = []
    relayed: list[Relayed] = []
    last: tuple[Actor, Span] | None = None
    for voice, lender in zip(voices, lenders(setting.text, voices, where), strict=True):
        subject = voice.source or (voices[lender].source if lender is not None else ())
        speaker, mention = _speaker(setting, voice, subject, last)
        outer = _statement(setting, voice, subject, speaker, mention)
        out.append(outer)
        if speaker is None:
            continue
        last = speaker, _extent(voice)
        second = (_relayed(setting, _voice(pieces, attribution), speaker) for attribution in inner[len(out) - 1])
        relayed += [Relayed(within=len(out) - 1, statement=statement) for statement in second if statement]
    _give_first_person(setting, out)
    return out, relayed


def _voice(pieces: Pieces, attribution: Attribution) -> Voice:
    source, cue, content = (spans_of(pieces, p) for p in (attribution.source, attribution.cue, attribution.content))
    return Voice(source, cue, content)


def _whole(roster: Roster, voice: Voice) -> Voice:
    """A source that stops within the mention it begins ("two officials | briefed on the talks") goes to its end."""
    if len(voice.source) != 1:
        return voice
    (source,) = voice.source
    ends = [m.span.end for m in roster.headed_in(source) if m.span.start == source.start and m.span.end > source.end]
    whole = Span(source.start, max(ends, default=source.end))
    if any(whole.overlaps(span) for span in (*voice.cue, *voice.content)):
        return voice
    return replace(voice, source=(whole,))


def _relayed(setting: Setting, voice: Voice, outer: Actor) -> Statement | None:
    """What the outer speaker has somebody else say or think; None where nobody else does ("I believe", "we'll see").

    A voice whose speaker stays open would tell an analyst nothing, and is wrong more often than not.
    """
    if any(NOT_ANOTHER.intersection(span.of(setting.text).casefold().split()) for span in voice.source):
        return None
    speaker, mention = _speaker(setting, voice, voice.source, None)
    if speaker is None or speaker.id == outer.id:
        return None
    return msgspec.structs.replace(_statement(setting, voice, voice.source, speaker, mention), via=(outer.id,))


def _speaker(
    setting: Setting, voice: Voice, subject: Sequence[Span], last: tuple[Actor, Span] | None
) -> tuple[Actor | None, Mention | None]:
    """Whom the subject refers to, and the mention that says so; `last` is the speaker before, and where that was."""
    roster = setting.roster
    actor, mention = referent(roster, subject)
    if is_told(setting.text, subject, voice.cue, voice.content):
        return None, mention
    if mention is None or mention.form is not MentionForm.PRONOUN:
        return actor, mention
    before, here = (last[1].end if last else 0), _extent(voice).start
    between = Span(before, here) if before < here else None
    person = pronoun_speaker(roster, mention, last[0] if last else None, between, setting.sentences)
    if person is None or not roster.is_known(person) or _is_named_in(roster, person, voice.content):
        return None, mention
    if person.id == mention.actor:
        return person, mention
    return person, roster.refer(mention, person)


def _is_named_in(roster: Roster, person: Actor, content: Sequence[Span]) -> bool:
    """Whether the content names the person: then "he" in front of it is somebody else (Chomsky's principle C, 1981)."""
    named = (m.actor for span in content for m in roster.headed_in(span) if m.form is MentionForm.NAME)
    return person.id in named


def _extent(voice: Voice) -> Span:
    spans = (*voice.source, *voice.cue, *voice.content)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def spans_of(pieces: Pieces, fragments: Iterable[Fragment]) -> tuple[Span, ...]:
    """The characters of fragments, in text order."""
    return tuple(sorted(pieces.span(f.first, f.last) for f in fragments))


def _statement(
    setting: Setting, voice: Voice, subject: Sequence[Span], actor: Actor | None, mention: Mention | None
) -> Statement:
    """`subject` is the voice's own source or the one that it shares; `mention` of `actor` is what it is."""
    text = setting.text
    head, form = (mention.head, mention.form) if mention is not None else (None, None)
    sentence = setting.sentence_of(voice)
    told = list(subject[:1]) if is_told(text, subject, voice.cue, voice.content) else []
    if not told and (phrase := addressee_of(text, voice.cue, sentence)):
        told = [phrase]
    told_to, _ = referent(setting.roster, told)
    return Statement(
        source=voice.source,
        cue=voice.cue,
        content=voice.content,
        speaker=actor.id if actor is not None else None,
        form=form_of(text, voice.content, setting.quotes),
        sourcing=sourcing_of(text, () if told == list(subject[:1]) else subject, actor, head=head, form=form),
        act=act_of(_joined(text, voice.cue), _joined(text, voice.content)),
        addressee=told_to.id if told_to is not None else None,
        hedges=tuple(hedges(text, voice.cue, voice.content, sentence, voice.source)),
    )


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _give_first_person(setting: Setting, statements: Sequence[Statement]) -> None:
    """The first person within the words of a direct quotation is the speaker."""
    roster = setting.roster
    for statement in statements:
        if statement.speaker is None or statement.form is not Form.DIRECT:
            continue
        for mention in [m for span in statement.content for m in roster.headed_in(span)]:
            if mention.form is MentionForm.PRONOUN and mention.head.of(setting.text).casefold() in SPEAKER:
                roster.refer(mention, roster.actor(statement.speaker))
