"""Events that words tell of where the model is in doubt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.coverage.document import Document
from onrecord.reading.circumstances import Words
from onrecord.reading.deeds import LEAST, Around, Deed, likely
from onrecord.reading.labels import COLUMNS
from onrecord.reading.pieces import pieces_of
from onrecord.reading.reader import packaged_model, read
from onrecord.reading.roster import Roster
from onrecord.reading.schema import Actor, EventStatus, Kind, Mention, MentionForm
from onrecord.spans import Span

KINDS = COLUMNS["event"]


def told(text: str, place: str = "", somebody: str = "", chance: float = 2 * LEAST) -> dict[str, Deed]:
    """The deeds found in `text`, by their words, where the model gives each word `chance` to be an event."""
    pieces = pieces_of(text, [Span(0, len(text))], packaged_model().tokenizer)
    scores = np.full((len(pieces.starts), len(KINDS)), -20.0, dtype=np.float32)
    scores[:, 0], scores[:, 1] = np.log(1 - chance), np.log(chance)
    named = [(place, Kind.PLACE), (somebody, Kind.PERSON)]
    actors = [Actor(id=f"a{n}", name=name, kind=kind) for n, (name, kind) in enumerate(named)]
    spans = [
        (actor, Span(text.index(actor.name), text.index(actor.name) + len(actor.name)))
        for actor in actors
        if actor.name
    ]
    mentions = [Mention(span=s, head=s, kind=a.kind, form=MentionForm.NAME, actor=a.id) for a, s in spans]
    sentence = np.ones(len(pieces.starts), dtype=np.int64)
    around = Around(pieces, sentence, Words(pieces, text), Roster(text, actors, mentions))
    return {around.words[word]: deed for word, deed in likely(scores, around).items()}


@pytest.mark.parametrize(
    ("text", "place", "somebody", "word", "kind"),
    [
        ("The talks lasted four hours.", "", "", "talks", "CONSULT"),
        ("Lind flew to Vasht on Monday.", "Vasht", "Lind", "flew", "CONSULT"),
        ("Lind and Vane spoke by telephone on Friday.", "", "", "spoke", "CONSULT"),
        ("The teams spoke for four hours.", "", "", "spoke", "CONSULT"),
        ("The call lasted an hour.", "", "", "call", "CONSULT"),
        ("Lind is sending Ora Vane to Vasht.", "Vasht", "Ora Vane", "sending", "CONSULT"),
        ("Ostmark repositioned two ships.", "", "", "repositioned", "MOBILIZE"),
        ("A treaty on fishing stalled.", "", "", "stalled", "AGREE"),
    ],
)
def test_a_word_that_mostly_is_a_deed_is_one(text: str, place: str, somebody: str, word: str, kind: str) -> None:
    assert KINDS[told(text, place, somebody)[word].kind] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Lind flew a kite on Monday.",
        "Lind is sending grain to Vasht.",
        "Lind spoke of the harvest.",
        "The engine stalled.",
        "They call it a day.",
    ],
)
def test_other_uses_are_none(text: str) -> None:
    assert told(text, "Vasht" if "Vasht" in text else "") == {}


def test_what_the_model_rules_out_is_none() -> None:
    assert told("The talks lasted four hours.", chance=LEAST / 2) == {}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A prior meeting in March failed.", EventStatus.OCCURRED),
        ("The looming sanctions worry Vasht.", EventStatus.PLANNED),
        ("The threatened sanctions worry Vasht.", EventStatus.THREATENED),
        ("Potential negotiations were named.", EventStatus.POSSIBLE),
        ("The deal collapsed.", EventStatus.CALLED_OFF),
    ],
)
def test_the_words_beside_it_tell_its_status(text: str, status: EventStatus) -> None:
    assert list(told(text).values())[-1].status is status


def test_what_nobody_has_a_part_in_and_has_no_time_is_left_out() -> None:
    text = "Whether this shifts the course of negotiations remains to be seen."
    assert next(read([Document(id="d", text=text, sha256="", origin="", body=(Span(0, len(text)),))])).events == ()


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert all(deed.kind > 0 for deed in told(text).values())


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        ("On Friday Ora Lind had a phone call with Tomas Vane.", "call", {"Tomas Vane"}),
        ("Talks between Ora Lind and Tomas Vane ended on Friday.", "Talks", {"Ora Lind", "Tomas Vane"}),
        ("Ora Lind flew to Paris on Monday and met with Tomas Vane.", "met", {"Ora Lind", "Tomas Vane"}),
        ("Ora Lind’s Monday visit to Paris was short.", "visit", {"Ora Lind"}),
    ],
)
def test_the_words_around_a_meeting_say_who_meets(text: str, trigger: str, parties: set[str]) -> None:
    whole = next(read([Document(id="d", text=text, sha256="", origin="", body=(Span(0, len(text)),))]))
    [event] = [e for e in whole.events if e.trigger.of(text) == trigger]
    names = {actor.id: actor.name for actor in whole.actors}
    assert parties <= {names[actor] for actor in event.initiators}
