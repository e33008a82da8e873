"""Model files that are not what they should be."""

from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.reading.labels import COLUMNS, LINKS
from onrecord.reading.model import Model
from onrecord.reading.modelfile import PACKAGED, open_model_file


def test_the_packaged_model_describes_itself() -> None:
    described = open_model_file()
    assert described.tables.columns == COLUMNS
    assert described.tables.links == LINKS
    assert described.card.figures
    assert described.card.weaknesses


def test_the_packaged_model_is_small_enough_to_ship() -> None:
    assert PACKAGED.stat().st_size < 26_000_000


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"hello, this is text", PACKAGED.read_bytes()[:1000]], ids=str)
def test_a_file_that_is_no_model_gives_one_clear_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        Model(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot read the model"):
        Model(tmp_path / "none.onnx")


def test_a_model_of_another_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(PACKAGED.read_bytes().replace(b"onrecord/model/2", b"onrecord/model/9"))
    with pytest.raises(ModelError, match="model schema onrecord/model/9, this version reads onrecord/model/2"):
        Model(path)


def test_a_model_of_other_labels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(PACKAGED.read_bytes().replace(b'"SANCTION"', b'"SANCTI0N"'))
    with pytest.raises(ModelError, match="the model was trained with other labels"):
        Model(path)
