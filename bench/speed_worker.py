"""OnRecord reading the documents of a file in one process, timed by stages: one JSON object on stdout."""

import argparse
import time
from pathlib import Path

import msgspec

import onrecord
from bench.model_requests import ListeningModel, pieces_in
from onrecord.coverage.document import Document
from onrecord.reading.reader import read

WARM_UP_DOCUMENTS = 4


class Stages(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds of each stage; `encoder_s` is the model's share, asked the same once more and nothing else."""

    documents: int
    characters: int
    statements: int
    pieces: int
    warm_up_s: float
    documents_s: float
    read_s: float
    write_s: float
    encoder_s: float


def main() -> None:
    """Warm up, read everything once, then run the encoder alone over the same windows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path)
    path: Path = parser.parse_args().documents
    print(msgspec.json.encode(stages(path)).decode())


def stages(path: Path) -> Stages:
    """All stages over the documents at `path`, one after the other."""
    clock = [time.perf_counter()]

    def lap() -> float:
        clock.append(time.perf_counter())
        return clock[-1] - clock[-2]

    model = ListeningModel()
    list(read(documents_at(path)[:WARM_UP_DOCUMENTS], model=model))
    model.asked.clear()
    warm_up_s = lap()
    documents = documents_at(path)
    documents_s = lap()
    readings = list(read(documents, model=model))
    read_s = lap()
    for reading in readings:
        msgspec.json.encode(reading)
    write_s = lap()
    asked = list(model.asked)
    lap()
    for request in asked:
        model.infer(*request)
    encoder_s = lap()
    return Stages(
        documents=len(documents),
        characters=sum(len(document.text) for document in documents),
        statements=sum(len(reading.statements) for reading in readings),
        pieces=pieces_in(asked),
        warm_up_s=warm_up_s,
        documents_s=documents_s,
        read_s=read_s,
        write_s=write_s,
        encoder_s=encoder_s,
    )


def documents_at(path: Path) -> list[Document]:
    """What `path` holds, without what is no document."""
    return [item for item in onrecord.load([path]) if isinstance(item, Document)]


if __name__ == "__main__":
    main()
