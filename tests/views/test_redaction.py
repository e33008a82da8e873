"""What a dossier must not tell."""

import re

import pytest

from onrecord.errors import RecordError
from onrecord.reading.schema import Act, Sourcing
from onrecord.views.dossier import dossier
from onrecord.views.page import page
from onrecord.views.redaction import BLACK, both, called, redacted, unnamed

TEXT = """Talks stall
A retired harbour pilot who was in the room said the port would open.
Envoy Ora Lind said so too, and officials denied it. Lind left early.
The retired harbour pilot is not a man of many words."""


@pytest.fixture
def record(story):
    pilot = "A retired harbour pilot who was in the room"
    story.add(
        story.document(TEXT, "talks", outlet="Tarn Gazette"),
        [story.actor(TEXT, "Ora Lind", "a2", title="Envoy")],
        [
            story.said(TEXT, pilot, "said", "the port would open", sourcing=Sourcing.UNNAMED),
            story.said(TEXT, "Envoy Ora Lind", "said", "so too", speaker="a2"),
            story.said(TEXT, "officials", "denied", "it", sourcing=Sourcing.UNNAMED, act=Act.DENY),
        ],
    )
    with story.record() as opened:
        yield opened


def text_of(told):
    return re.sub(r"<[^>]+>", "", page(told)[page(told).index("<main") :])


def test_what_describes_an_unnamed_source_is_blacked_out_wherever_it_stands(record):
    told = redacted(dossier(record, name="Talks"), unnamed(record))
    shown = text_of(told)
    assert "retired harbour pilot who was in the room" not in shown
    assert BLACK * 10 in shown
    assert "officials" not in shown.replace("Two officials", "")  # of the legend
    assert "Ora Lind" in shown
    assert "the port would open" in shown


def test_an_actor_can_be_blacked_out_by_name(record):
    told = redacted(dossier(record, name="Talks"), called(record, ["Ora Lind"]))
    assert "Ora Lind" not in text_of(told)
    assert "retired harbour pilot" in text_of(told)


def test_both_can_be(record):
    shown = text_of(redacted(dossier(record, name="Talks"), both(unnamed(record), called(record, ["Ora Lind"]))))
    assert "Ora Lind" not in shown
    assert "who was in the room" not in shown


def test_nobody_of_that_name_is_an_error(record):
    with pytest.raises(RecordError, match="nobody is called"):
        called(record, ["Nobody"])


def test_without_anything_to_hide_a_dossier_is_what_it_was(record):
    told = dossier(record, name="Talks")
    assert redacted(told, called(record, [])) == told
