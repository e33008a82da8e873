"""Names beside titles, names that recur, and the descriptions that belong to them, as a whole document reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.coverage.document import Document
from onrecord.reading.model import Model
from onrecord.reading.overlooked import with_overlooked
from onrecord.reading.pieces import pieces_of
from onrecord.reading.reader import packaged_model, read
from onrecord.reading.schema import Reading
from onrecord.spans import Span


def reading(text: str) -> Reading:
    return next(read([Document(id="d", text=text, sha256="", origin="test", body=(Span(0, len(text)),))]))


def called(read_in: Reading, name: str) -> list[str]:
    """The words, pronouns aside, by which the text refers to the one whom it names `name`."""
    [actor] = [actor.id for actor in read_in.actors if actor.name == name]
    return [m.head.of(read_in.text) for m in read_in.mentions if m.actor == actor and m.form != "pronoun"]


@pytest.mark.parametrize(
    ("text", "name", "heads"),
    [
        ("The president named shipping magnate Jon Lindqvist as his envoy.", "Jon Lindqvist", ["magnate", "Jon"]),
        ("Tomas Vane, the deputy chairman of the council, left.", "Tomas Vane", ["Tomas", "chairman"]),
        ("Ostmark's special envoy, Tomas Vane, left on Monday.", "Tomas Vane", ["envoy", "Tomas"]),
    ],
)
def test_a_description_beside_a_name_is_of_whom_it_names(text: str, name: str, heads: list[str]) -> None:
    assert called(reading(text), name) == heads


def test_whose_envoy_tells_which_envoy() -> None:
    text = (
        "Orrick's special envoy, Tomas Vane, flew to Ostmark on Monday. Lind's special envoy, Petra Sol, "
        "stayed at home. Aides said that Orrick's special envoy would be back by Friday."
    )
    assert called(reading(text), "Tomas Vane") == ["envoy", "Tomas", "envoy"]


@pytest.mark.parametrize(
    "text", ["He wrote to Ilmerian President Volodymar Zelin on Monday.", "Secretary Bron Vask left."]
)
def test_a_full_name_behind_an_office_is_found(text: str) -> None:
    names = {m.span.of(text) for m in reading(text).mentions if m.form == "name"}
    assert any(name.endswith(("Volodymar Zelin", "Bron Vask")) for name in names)


def test_a_name_behind_a_longer_one_is_part_of_that() -> None:
    read_in = reading("Ora Lind spoke to Acme News on Monday. Lind told Acme that the Lind Foundation would pay.")
    assert len([actor for actor in read_in.actors if actor.name == "Ora Lind"]) == 1


@pytest.fixture(scope="module")
def model() -> Model:
    return packaged_model()


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet="OraLind Vane.,’s\nenvoy", max_size=120))
def test_nothing_is_found_without_something_to_go_by(text: str, model: Model) -> None:
    pieces = pieces_of(text, [Span(0, len(text))] if text else [], model.tokenizer)
    assert with_overlooked(text, pieces, []) == []
