"""What settling a record costs as it grows: `python -m bench.reconciling --shared FOLDER --count 1000`.

Newswire (te3silver) is read once, then taken again and again with other names, numbers and words, each as long as the
one in its place, so that a reading holds for the changed text as it stands. Names of states stay: they are in every
record, and tie its articles. Timed are the settling of all documents in one build, and a build that adds ten.
"""

import argparse
import random
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench.machine import machine, versions
from bench.report import Value, facts, table, write
from onrecord.coverage.document import Document
from onrecord.interval import Interval
from onrecord.reading.reader import read
from onrecord.reading.schema import Reading
from onrecord.reading.states import state_of, state_of_demonym
from onrecord.record.build import Progress, build
from onrecord.spans import Span

MORE = 10
# Of the longer words that are no names, so that two resamplings are no two versions of one article.
CHANGED_WORDS = 0.6
_WORD = re.compile(r"[A-Za-z]{3,}")
_NUMBER = re.compile(r"\d+")
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvwz", "aeiou"


def main() -> None:
    """Reads, builds records of each size, times and reports."""
    options = arguments()
    began = time.perf_counter()
    base = _read(options.shared / "data" / "te3silver" / "docs.jsonl", options.articles)
    reading_ms = (time.perf_counter() - began) / len(base.documents) * 1000
    rows = [_cost(base, count, reading_ms) for count in options.count or (100, 1000)]
    write(
        options.output,
        {"machine": machine(), "versions": versions("onrecord"), "reading ms a document": reading_ms, "rows": rows},
        f"{facts(machine())}; reading takes {reading_ms:.1f} ms a document\n\n{table(rows)}",
    )


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--articles", type=int, default=2452, help="to read, and to resample from")
    parser.add_argument("--count", type=int, action="append", default=[], help="documents to settle; repeatable")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/bench/reconciling"), help="stem of the results"
    )
    return parser.parse_args()


@dataclass(frozen=True, slots=True)
class Base:
    """Articles with their readings; `plain` are the words that stand in lower case somewhere in them."""

    documents: Sequence[Document]
    readings: dict[str, Reading]
    plain: frozenset[str]

    def document(self, number: int) -> Document:
        """The article that is the one of that number when the set is repeated without end."""
        original, time_ = self._original(number)
        text = self._changed(original.text, time_)
        outlet = self._changed(original.outlet, time_) if original.outlet else None
        return msgspec.structs.replace(
            original, id=f"{number:07}", origin=f"{number:07}", text=text, sha256=sha256(text.encode()).hexdigest(),
            outlet=outlet,
        )  # fmt: skip

    def reading(self, document: Document) -> Reading:
        """That of one of these documents."""
        original, time_ = self._original(int(document.id))
        found = self.readings[original.id]
        actors = tuple(
            msgspec.structs.replace(
                actor,
                name=self._changed(actor.name, time_),
                titles=tuple(
                    msgspec.structs.replace(title, title=self._changed(title.title, time_)) for title in actor.titles
                ),
            )
            for actor in found.actors
        )
        return msgspec.structs.replace(found, id=document.id, text=document.text, actors=actors)

    def _original(self, number: int) -> tuple[Document, int]:
        return self.documents[number % len(self.documents)], number // len(self.documents)

    def _changed(self, text: str, time_: int) -> str:
        if not time_:
            return text
        named = _WORD.sub(partial(self._word, time_), text)
        return _NUMBER.sub(partial(_number, time_), named)

    def _word(self, time_: int, found: re.Match[str]) -> str:
        word = found[0]
        if state_of(word) or state_of_demonym(word):
            return word
        chosen = random.Random(f"{time_} {word.lower()}")  # noqa: S311
        is_name = word[0].isupper() and word.lower() not in self.plain
        if not is_name and (word[0].isupper() or len(word) < 5 or chosen.random() > CHANGED_WORDS):
            return word
        made = "".join(chosen.choice(_VOWELS if i % 2 else _CONSONANTS) for i in range(len(word)))
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def _number(time_: int, found: re.Match[str]) -> str:
    if len(found[0]) == 4:
        return found[0]
    chosen = random.Random(f"{time_} {found[0]}")  # noqa: S311
    return "".join(chosen.choice("123456789") for _ in found[0])


def _read(path: Path, most: int) -> Base:
    if not path.exists():
        raise SystemExit(f"Error: {path}: no such set. Name the folder that holds data with --shared.")
    with path.open(encoding="utf-8") as file:
        documents = [_document(msgspec.json.decode(line)) for line, _ in zip(file, range(most), strict=False)]
    plain = frozenset(word for each in documents for word in _WORD.findall(each.text) if word.islower())
    return Base(documents, {reading.id: reading for reading in read(documents)}, plain)


def _document(row: dict[str, str]) -> Document:
    text = row["text"]
    return Document(
        id=row["id"],
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        origin=row["id"],
        outlet=row["id"].split("_")[0],
        language="en",
        published=msgspec.convert(
            {"earliest": row["date"], "latest": row["date"], "basis": "metadata"}, Interval, strict=False
        ),
        body=(Span(0, len(text)),),
    )


def _cost(base: Base, count: int, reading_ms: float) -> dict[str, Value]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        settling = _settling_s(base, path, range(count))
        began = time.perf_counter()
        _settling_s(base, path, range(count, count + MORE))
        more = time.perf_counter() - began
        with sqlite3.connect(path) as connection:
            [[stories]] = connection.execute("SELECT count(*) FROM stories")
        connection.close()
        return {
            "documents": count,
            "stories": stories,
            "settling, s": f"{settling:.1f}",
            "ms a document": f"{settling / count * 1000:.2f}",
            "of reading": f"{settling / count * 1000 / reading_ms:.0%}",
            "a build with ten more, s": f"{more:.1f}",
            "file, MB": f"{path.stat().st_size / 1e6:.0f}",
        }


def _settling_s(base: Base, path: Path, numbers: Iterable[int]) -> float:
    """Adds the articles of those numbers; the time from the end of their reading to that of the build."""
    began = [0.0]

    def note(progress: Progress) -> None:
        if progress.stage == "reconciling":
            began[0] = time.perf_counter()

    def reread(documents: Iterable[Document]) -> Iterator[Reading]:
        return map(base.reading, documents)

    build((base.document(n) for n in numbers), path, read=reread, model="bench", version="0", on_progress=note)
    return time.perf_counter() - began[0]


if __name__ == "__main__":
    main()
