"""From attributions to statements: who speaks, in whose words, on what footing, doing what."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.reading.acts import act_of
from onrecord.reading.addressee import addressee_of
from onrecord.reading.attribution import Attribution, Fragment
from onrecord.reading.chains import Voice, inner_voice
from onrecord.reading.ellipsis import lenders
from onrecord.reading.form import form_of
from onrecord.reading.hedges import hedges
from onrecord.reading.pieces import Pieces
from onrecord.reading.schema import Form, MentionForm, Statement
from onrecord.reading.sourcing import sourcing_of
from onrecord.reading.speakers import Roster
from onrecord.reading.words.pronouns import SPEAKER
from onrecord.spans import Span, overlaps_any


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


def statements(setting: Setting, pieces: Pieces, attributions: Sequence[Attribution]) -> list[Statement]:
    """One statement an attribution, and one more for a second voice that it relays; in text order.

    Actors that only a source describes are added to the roster; "I" in a direct quotation becomes its speaker's.
    """
    voices = [Voice(*(spans_of(pieces, part) for part in (a.source, a.cue, a.content))) for a in attributions]
    where = [setting.sentence_of(voice) for voice in voices]
    out: list[Statement] = []
    for voice, lender in zip(voices, lenders(setting.text, voices, where), strict=True):
        outer = _statement(setting, voice, voice.source or (voices[lender].source if lender is not None else ()), ())
        out.append(outer)
        if outer.speaker is not None and (inner := inner_voice(setting.text, voice.content, setting.roster.mentions)):
            out.append(_statement(setting, inner, inner.source, (outer.speaker,)))
    _give_first_person(setting, out)
    return out


def spans_of(pieces: Pieces, fragments: Iterable[Fragment]) -> tuple[Span, ...]:
    """The characters of fragments, in text order."""
    return tuple(sorted(pieces.span(f.first, f.last) for f in fragments))


def _statement(setting: Setting, voice: Voice, subject: Sequence[Span], via: tuple[str, ...]) -> Statement:
    """`subject` is the voice's own source, or the one that it shares."""
    text = setting.text
    actor, mention = setting.roster.refer(subject)
    head, form = (mention.head, mention.form) if mention is not None else (None, None)
    sentence = setting.sentence_of(voice)
    told = addressee_of(text, voice.cue, sentence)
    told_to, _ = setting.roster.refer([told]) if told is not None else (None, None)
    return Statement(
        source=voice.source,
        cue=voice.cue,
        content=voice.content,
        speaker=actor.id if actor is not None else None,
        form=form_of(text, voice.content, setting.quotes),
        sourcing=sourcing_of(text, subject, actor, head=head, form=form),
        via=via,
        act=act_of(_joined(text, voice.cue), _joined(text, voice.content)),
        addressee=told_to.id if told_to is not None else None,
        hedges=tuple(hedges(text, voice.cue, voice.content, sentence, voice.source)),
    )


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _give_first_person(setting: Setting, statements: Sequence[Statement]) -> None:
    """The first person within the words of a direct quotation is the speaker."""
    roster = setting.roster
    first_person = [
        m for m in roster.mentions
        if m.form is MentionForm.PRONOUN and m.head.of(setting.text).casefold() in SPEAKER
    ]  # fmt: skip
    for statement in statements:
        if statement.speaker is not None and statement.form is Form.DIRECT:
            for mention in first_person:
                if overlaps_any(mention.span, statement.content):
                    roster.refer_to_speaker(mention, statement.speaker)
