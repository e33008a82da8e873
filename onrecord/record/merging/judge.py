"""How likely two mentions are one event, by a learned formula over what they have in common."""

from functools import cache
from importlib import resources

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError

Floats = npt.NDArray[np.float32]
DATA = "judge.json"


class Judge(msgspec.Struct, frozen=True, kw_only=True):
    """A network with one hidden layer over standardised numbers, made by `training/merging.py`.

    `names` (f) of the numbers it was trained on; `means`, `scales` (f); `hidden` (f, h) and `hidden_bias` (h);
    `output` (h) and `bias`. `least`: the average probability from which two groups of mentions are one event.
    """

    names: tuple[str, ...]
    means: list[float]
    scales: list[float]
    hidden: list[list[float]]
    hidden_bias: list[float]
    output: list[float]
    bias: float
    least: float

    def probabilities(self, names: tuple[str, ...], numbers: Floats) -> Floats:
        """(p,): from 0 to 1, of pairs described by `numbers` (p, f). Raises `ModelError` for names not its own."""
        if names != self.names:
            raise ModelError("the formula for merging events was trained on other numbers", where=DATA)
        standard = (numbers - np.array(self.means, np.float32)) / np.array(self.scales, np.float32)
        inner = np.tanh(standard @ np.array(self.hidden, np.float32) + np.array(self.hidden_bias, np.float32))
        score = inner @ np.array(self.output, np.float32) + np.float32(self.bias)
        found: Floats = (1 / (1 + np.exp(-score))).astype(np.float32)
        return found


@cache
def packaged_judge() -> Judge:
    """The formula that ships, loaded once a process."""
    return msgspec.json.decode((resources.files("onrecord.record.merging") / DATA).read_bytes(), type=Judge)
