"""How well mixed coverage is parted into stories: `python -m bench.stories --shared FOLDER`.

The documents of ECB+ dev, in no order, as one coverage; a topic of ECB+ is two sub-topics, each one story (two trials
of two people, two earthquakes).

Beside the record's stories, the same vectors joined by single linkage with the threshold that is best on train.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from bench.actors import b_cubed
from bench.machine import versions
from bench.report import Value, facts, table, write
from onrecord.coverage.document import Document
from onrecord.reading.schema import Reading
from onrecord.record.build import build
from onrecord.record.copies.connected import connected
from onrecord.record.merging.lexicon import packaged_lexicon
from onrecord.record.record import Record
from onrecord.record.stories.profile import profile_of
from onrecord.spans import Span

BUILDS = (1, 10, 50)
THRESHOLDS = tuple(n / 50 for n in range(5, 26))


def main() -> None:
    """Parts, compares, reports."""
    options = arguments()
    folder = options.shared / "data" / "ecbplus"
    train, dev = (_texts(folder / f"{part}.jsonl") for part in ("train", "dev"))
    alike = _similarities(train)
    least = max(THRESHOLDS, key=lambda least: _f1(train, _chained(train, alike, least)))
    rows = [_scores(f"stories, {_in(builds)}", dev, _stories(dev, builds)) for builds in BUILDS]
    rows.append(_scores(f"single linkage, {least}", dev, _chained(dev, _similarities(dev), least)))
    write(
        options.output,
        {"versions": versions("onrecord"), "documents": len(dev), "scores": rows},
        f"{len(dev)} documents; {facts(versions('onrecord'))}\n\n{table(rows)}",
    )


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/bench/stories"), help="stem of the two results"
    )
    return parser.parse_args()


def _in(builds: int) -> str:
    return "one build" if builds == 1 else f"{builds} builds"


def _texts(path: Path) -> dict[str, str]:
    if not path.exists():
        raise SystemExit(f"Error: {path}: no such set. Name the folder that holds data with --shared.")
    with path.open(encoding="utf-8") as file:
        found = {row["doc"]: row["context"] for row in map(json.loads, file)}
    # Names tell the topic; in another order they could help.
    names = sorted(found)
    random.Random(0).shuffle(names)  # noqa: S311
    return {name: found[name] for name in names}


def _scores(name: str, texts: Mapping[str, str], homes: Mapping[str, str]) -> dict[str, Value]:
    found = [homes[document] for document in texts]
    topics = [document.split("_")[0] for document in texts]
    parts = [f"{topic} {'plus' in document}" for topic, document in zip(topics, texts, strict=True)]
    row: dict[str, Value] = {"": name, "groups": len(set(found))}
    for of, gold in (("topics", topics), ("sub-topics", parts)):
        row |= {f"{of} {score}": value for score, value in b_cubed(gold, found).items()}
    return row


def _stories(texts: Mapping[str, str], builds: int) -> dict[str, str]:
    """The story of each document in a record that was made in so many builds."""
    documents = [_document(name, text) for name, text in texts.items()]
    names = {document.id: document.origin for document in documents}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        for part in range(builds):
            build(documents[part::builds], path, read=_nothing, model="none", version="0")
        with Record.open(path) as record:
            homes = {each.id: story.id for story in record.stories() for each in record.documents(story=story.id)}
    return {names[document]: story for document, story in homes.items()}


def _document(name: str, text: str) -> Document:
    body = (Span(0, len(text)),)
    return Document(
        id=sha256(name.encode()).hexdigest(),
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        origin=name,
        body=body,
    )


def _nothing(documents: Iterable[Document]) -> Iterator[Reading]:
    """Readings in which nothing is found: stories need none."""
    return (Reading(id=each.id, text=each.text) for each in documents)


def _similarities(texts: Mapping[str, str]) -> npt.NDArray[np.float64]:
    profiles = [profile_of(text, packaged_lexicon()) for text in texts.values()]
    return np.array([[one.similarity(other) for other in profiles] for one in profiles])


def _chained(texts: Mapping[str, str], alike: npt.NDArray[np.float64], least: float) -> dict[str, str]:
    """Documents together that are tied over pairs that are so alike."""
    names: Sequence[str] = list(texts)
    pairs = ((names[i], names[j]) for i, j in np.argwhere(np.triu(alike, 1) >= least).tolist())
    return dict(zip(names, names, strict=True)) | connected(pairs)


def _f1(texts: Mapping[str, str], homes: Mapping[str, str]) -> float:
    return float(_scores("", texts, homes)["sub-topics F1"] or 0)


if __name__ == "__main__":
    main()
