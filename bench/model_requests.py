"""What the model is asked while documents are read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.coverage.document import Document
from onrecord.reading.model import Model
from onrecord.reading.modelfile import PACKAGED
from onrecord.reading.reader import read
from onrecord.reading.windows import CLS, SEP, padded

Rows = list[npt.NDArray[np.int64]]
Request = tuple[Rows, Rows, int]


class ListeningModel(Model):
    """A model that keeps what it is asked: `ids` and `features` of each window, and the length they are padded to."""

    def __init__(self, path: Path = PACKAGED) -> None:
        super().__init__(path)
        self.asked: list[Request] = []

    def infer(self, ids: Rows, features: Rows, length: int, *, syntax: bool = False) -> list[npt.NDArray[Any]]:
        """The model's own answer."""
        self.asked.append((ids, features, length))
        return super().infer(ids, features, length, syntax=syntax)


def requests_of(documents: Sequence[Document], path: Path = PACKAGED) -> list[Request]:
    """All that the model at `path` is asked while `documents` are read, in order."""
    model = ListeningModel(path)
    for _ in read(documents, model=model):
        pass
    return model.asked


def pieces_in(requests: Sequence[Request]) -> int:
    """Word pieces that the windows of `requests` hold, shared ones counted each time, special ones and padding not."""
    return sum(len(row) for ids, _, _ in requests for row in ids)


def arrays(request: Request) -> dict[str, npt.NDArray[np.int64]]:
    """The request as the graph's inputs: `ids`, `features`, `mask`."""
    ids, features, length = request
    inputs, mask = padded(ids, length), np.zeros((len(ids), length), dtype=np.int64)
    inputs[:, 0] = CLS
    for i, row in enumerate(ids):
        inputs[i, len(row) + 1] = SEP
        mask[i, : len(row) + 2] = 1
    return {"ids": inputs, "features": padded(features, length), "mask": mask}
