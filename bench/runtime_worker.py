"""One model file under one run time, timed over requests that `bench/runtime.py` prepared: one JSON object on stdout.

A process of its own, because instruction sets are chosen when a run time is loaded.
"""

import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import COLUMN_PLACES

TAGS = COLUMN_PLACES["tags"]
Inputs = dict[str, npt.NDArray[np.int64]]
Tags = npt.NDArray[np.int64]
Answer = Callable[[Sequence[Inputs]], list[Tags]]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What is timed: a model file, a run time with its options, how the threads are used, on which requests."""

    runtime: str
    model: str
    requests: str
    answers: str
    options: dict[str, str] = {}
    streams: int = 1
    threads: int = 2


class Timed(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds to load the model, then to answer all requests once."""

    load_s: float
    run_s: float


def main() -> None:
    """Load, warm up with two requests a stream, answer all, keep the tags."""
    cell = msgspec.json.decode(sys.argv[1], type=Cell)
    requests = load_requests(cell.requests)
    started = time.perf_counter()
    answer = RUNTIMES[cell.runtime](cell)
    loaded = time.perf_counter()
    answer(requests[: 2 * cell.streams])
    warm = time.perf_counter()
    answers = answer(requests)
    done = time.perf_counter()
    np.savez(cell.answers, *answers)
    print(msgspec.json.encode(Timed(load_s=loaded - started, run_s=done - warm)).decode())


def load_requests(path: str) -> list[Inputs]:
    """The requests in the order in which they were written; an array's name is `number:input`."""
    arrays = np.load(path)
    requests: dict[int, Inputs] = {}
    for name in arrays.files:
        number, _, field = name.partition(":")
        requests.setdefault(int(number), {})[field] = arrays[name]
    return [requests[number] for number in sorted(requests)]


def onnxruntime(cell: Cell) -> Answer:
    """The model under onnxruntime, as a function from requests to the best tag of each position."""
    import onnxruntime as ort  # noqa: PLC0415 - a cell loads only its own run time

    settings = ort.SessionOptions()
    settings.intra_op_num_threads = max(1, cell.threads // cell.streams)
    for key, value in cell.options.items():
        settings.add_session_config_entry(key, value)
    session = ort.InferenceSession(cell.model, settings, providers=["CPUExecutionProvider"])
    pool = ThreadPoolExecutor(cell.streams)

    def one(inputs: Inputs) -> Tags:
        tags: Tags = np.asarray(session.run(["labels"], inputs)[0])[..., TAGS].argmax(-1)
        return tags

    return lambda requests: list(pool.map(one, requests))


def openvino(cell: Cell) -> Answer:
    """The model under OpenVINO, as a function from requests to the best tag of each position."""
    import openvino as ov  # noqa: PLC0415 - a cell loads only its own run time

    options = {"NUM_STREAMS": str(cell.streams), "INFERENCE_NUM_THREADS": str(cell.threads), **cell.options}
    queue = ov.AsyncInferQueue(ov.Core().compile_model(cell.model, "CPU", options), cell.streams)

    def answer(requests: Sequence[Inputs]) -> list[Tags]:
        found: dict[int, Tags] = {}

        def keep(request: ov.InferRequest, number: int) -> None:
            found[number] = request.get_tensor("labels").data[..., TAGS].argmax(-1)

        queue.set_callback(keep)
        for number, inputs in enumerate(requests):
            queue.start_async(inputs, number)
        queue.wait_all()
        return [found[number] for number in range(len(requests))]

    return answer


RUNTIMES: dict[str, Callable[[Cell], Answer]] = {"onnxruntime": onnxruntime, "openvino": openvino}

if __name__ == "__main__":
    main()
