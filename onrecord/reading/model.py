"""The encoder at run time: word pieces in, scores for every word out."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.reading.labels import COLUMN_PLACES, COLUMNS, LINK_PLACES, LINKS, SYNTAX, SYNTAX_LINKS
from onrecord.reading.modelfile import PACKAGED, Card, ModelFile, Tables, open_model_file
from onrecord.reading.pieces import FEATURES, Pieces
from onrecord.reading.windows import CLS, SEP, Window, padded, windows

if TYPE_CHECKING:
    from openvino import InferRequest
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
# Link vectors are most of what a long text needs, and only their products count.
Halves = npt.NDArray[np.float16]

# Windows are padded to a multiple of this. The result of a window depends on its padded length alone, never on the
# windows that share its batch: a reading stays a pure function of its document, and windows of many documents can share
# one.
LENGTH_STEP = 32
# Word pieces of one inference request; more are not faster on two cores, only larger (docs/performance.md).
PIECES_A_REQUEST = 4096


# Outputs of the graph, and those that only syntax needs.
MEANING = ("labels", "links")
OF_SYNTAX = ("syntax_labels", "syntax_links")

# How many columns there are in all, and how many without those of syntax, which come last.
ALL = sum(map(len, COLUMNS.values())), sum(LINKS.values())
WITHOUT_SYNTAX = COLUMN_PLACES[next(iter(SYNTAX))].start, LINK_PLACES[next(iter(SYNTAX_LINKS))].start


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of each of w words: label scores (w, columns), link vectors (w, columns), as in labels.py."""

    labels: Floats
    links: Halves

    @property
    def blocks(self) -> tuple[npt.NDArray[Any], ...]:
        """The parts that the graph's outputs go to, in their order, as views."""
        wide, far = WITHOUT_SYNTAX
        return self.labels[:, :wide], self.links[:, :far], self.labels[:, wide:], self.links[:, far:]

    def of(self, head: str) -> Floats:
        """(w, classes): the scores of one head, a view."""
        return self.labels[:, COLUMN_PLACES[head]]


class Model:
    """The shipped model, or another file of the same schema; loads when first used, one session a process.

    `ONRECORD_THREADS` limits the threads (0: one a core). `ONRECORD_PRECISION=f32` computes in 32 bits everywhere; else
    the processor's fastest arithmetic is used, and readings of different kinds of processor differ in rare tags
    (docs/decisions/0001-model-run-time.md).
    """

    def __init__(self, path: Path = PACKAGED, *, threads: int | None = None) -> None:
        self.path = path
        self.threads = threads or _number("ONRECORD_THREADS")
        self.precision = os.environ.get("ONRECORD_PRECISION", "fast")
        self.file: ModelFile = open_model_file(path)

    @property
    def card(self) -> Card:
        """What the model is and how good it is."""
        return self.file.card

    @property
    def tables(self) -> Tables:
        """Labels and biases for decoding."""
        return self.file.tables

    @property
    def identity(self) -> str:
        """Name and version; readings made by models of different identity may differ."""
        return f"{self.card.name} {self.card.version}"

    @cached_property
    def transitions(self) -> dict[str, Floats]:
        """Tag transition scores `[from, to]` by head."""
        return {head: np.array(rows, dtype=np.float32) for head, rows in self.tables.transitions.items()}

    @cached_property
    def tokenizer(self) -> "Tokenizer":
        """The word-piece tokenizer that the model was trained with."""
        from tokenizers import Tokenizer

        return Tokenizer.from_str(self.file.tokenizer)

    @cached_property
    def _session(self) -> "InferRequest":
        return self._working(MEANING)

    @cached_property
    def _session_with_syntax(self) -> "InferRequest":
        return self._working(MEANING + OF_SYNTAX)

    def _working(self, outputs: tuple[str, ...]) -> "InferRequest":
        try:
            return self._compiled(self.precision, outputs)
        except RuntimeError as error:
            if self.precision == "f32":
                raise ModelError(f"the model does not load ({_last_line(error)})", where=str(self.path)) from error
        # Some processors name an arithmetic that the run time then lacks a kernel for; plain 32 bit is everywhere.
        self.precision = "f32"
        return self._working(outputs)

    def _compiled(self, precision: str, outputs: tuple[str, ...]) -> "InferRequest":
        """The part of the model that gives `outputs`, proved on one small request. `RuntimeError`: it does not run."""
        # Imported late: it takes longer than all commands that need no model.
        import openvino
        from openvino.preprocess import PrePostProcessor

        settings: dict[str, Any] = {
            "PERFORMANCE_HINT": "LATENCY",
            "NUM_STREAMS": 1,
            "INFERENCE_NUM_THREADS": self.threads,
        }
        if precision == "f32":
            settings |= {"INFERENCE_PRECISION_HINT": "f32", "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0}
        core = openvino.Core()
        whole = core.read_model(str(self.path))
        part = openvino.Model([whole.output(name).node for name in outputs], whole.get_parameters(), self.identity)
        halved = PrePostProcessor(part)
        for name in outputs[1::2]:
            halved.output(name).tensor().set_element_type(openvino.Type.f16)
        request = core.compile_model(halved.build(), "CPU", settings).create_infer_request()
        probe = np.zeros((1, LENGTH_STEP), dtype=np.int64)
        request.infer({"ids": probe, "features": np.zeros((*probe.shape, len(FEATURES)), np.int64), "mask": probe + 1})
        return request

    def scores(self, documents: Sequence[Pieces], *, syntax: bool = False) -> list[Scores]:
        """Scores for all words of each document, those of syntax only where asked for.

        Independent of which documents are given together.
        """
        wide, far = ALL if syntax else WITHOUT_SYNTAX
        counts = [len(document.first) for document in documents]
        out = [Scores(np.zeros((n, wide), np.float32), np.zeros((n, far), np.float16)) for n in counts]
        for length, group in self._groups(documents):
            ids = [documents[n].ids[w.start : w.end] for n, w in group]
            features = [documents[n].features[w.start : w.end] for n, w in group]
            parts = self.infer(ids, features, length, syntax=syntax)
            for i, (n, window) in enumerate(group):
                first = documents[n].first
                a, b = np.searchsorted(first, (window.keep_start, window.keep_end))
                at = first[a:b] - window.start + 1
                for part, block in zip(parts, out[n].blocks, strict=False):
                    np.take(part[i], at, axis=0, out=block[a:b], mode="clip")
        return out

    def _groups(self, documents: Sequence[Pieces]) -> Iterator[tuple[int, list[tuple[int, Window]]]]:
        """Windows of one padded length, as many as make up a request."""
        by_length: dict[int, list[tuple[int, Window]]] = {}
        for n, document in enumerate(documents):
            for window in windows(len(document.ids)):
                length = -(-(window.end - window.start + 2) // LENGTH_STEP) * LENGTH_STEP
                by_length.setdefault(length, []).append((n, window))
        for length, group in sorted(by_length.items()):
            many = max(1, PIECES_A_REQUEST // length)
            for i in range(0, len(group), many):
                yield length, group[i : i + many]

    def infer(
        self,
        ids: list[npt.NDArray[np.int64]],
        features: list[npt.NDArray[np.int64]],
        length: int,
        *,
        syntax: bool = False,
    ) -> list[npt.NDArray[Any]]:
        """One request: windows of at most `length` - 2 pieces, scores (windows, length, columns) for every piece.

        Labels (32 bits) and links (16), with `syntax` also those of syntax.
        """
        input_ids = padded(ids, length)
        mask = np.zeros(input_ids.shape, dtype=np.int64)
        input_ids[:, 0] = CLS
        for i, row in enumerate(ids):
            input_ids[i, len(row) + 1] = SEP
            mask[i, : len(row) + 2] = 1
        result = (self._session_with_syntax if syntax else self._session).infer(
            {"ids": input_ids, "features": padded(features, length), "mask": mask}, share_outputs=True
        )
        return [result[i] for i in range(len(result))]


def _number(variable: str) -> int:
    value = os.environ.get(variable, "0")
    if not value.isdigit():
        raise ModelError(f"{value!r} is no number of threads", where=variable, hint="Give 0 for one thread a core")
    return int(value)


def _last_line(error: BaseException) -> str:
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
