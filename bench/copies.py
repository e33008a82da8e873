"""How well copies are found: `python -m bench.copies --shared FOLDER`.

Copies of every kind are made of each article of a set (`bench/copying.py`) and put beside all articles of the set, one
kind at a time. What is found between two real articles counts for nothing there and is listed: whether it is right was
judged by hand (docs/quality.md). Beside it, the same pairs by MinHash (datasketch), whose threshold is the best on the
training part.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from datasketch import MinHash, MinHashLSH

from bench.copying import MAKERS, Text, made, text_of
from bench.machine import machine, versions
from bench.report import Value, facts, table, write
from bench.resampling import changed
from onrecord.coverage.document import Document
from onrecord.coverage.identity import text_hash
from onrecord.interval import Interval
from onrecord.reading.sentences import sentences
from onrecord.record.copies.entry import COPIES, CopyKind
from onrecord.record.copies.pairs import find_pairs
from onrecord.record.intake import take_in
from onrecord.record.store import Store
from onrecord.spans import Span

SEED = 5
SHINGLE_WORDS, PERMUTATIONS = 3, 128
THRESHOLDS = (0.1, 0.2, 0.3, 0.5, 0.7)
FEWEST_SENTENCES = 8

Pair = tuple[str, str]


def main() -> None:
    """Make, find, compare, write the tables."""
    options = arguments()
    data = options.shared / "data"
    train, dev = (_texts(data / "polnear" / f"{part}.jsonl") for part in ("train", "dev"))
    chosen = train[:: max(1, len(train) // options.articles)]
    taken = {text.id for text in chosen}
    others = _long([text for text in train if text.id not in taken])
    best = max(THRESHOLDS, key=lambda threshold: _minhash_f1(chosen, others, threshold))
    rows = [
        {"articles of": name, **row}
        for name, texts in (("train", chosen), ("dev", dev))
        for row in _scores(texts, others, best)
    ]
    real = [*_real(dev, "polnear dev"), *_real(_texts(data / "te3silver" / "docs.jsonl"), "te3silver")]
    costs = [_cost(data, count) for count in options.count]
    write(
        options.output,
        {
            "machine": machine(),
            "versions": versions("onrecord", "datasketch"),
            "scores": rows,
            "real": real,
            "cost": costs,
        },
        f"{facts(versions('onrecord', 'datasketch'))}; MinHash threshold {best}\n\n{table(rows)}\n\n{table(real)}\n\n"
        f"{table(costs)}",
    )


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--articles", type=int, default=120, help="of the training part to make copies of")
    parser.add_argument("--count", type=int, action="append", default=[], help="documents to time; repeatable")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/copies"), help="stem of the two results")
    return parser.parse_args()


def _texts(path: Path) -> list[Text]:
    if not path.exists():
        raise SystemExit(f"Error: {path}: no such set. Name the folder that holds data with --shared.")
    with path.open(encoding="utf-8") as file:
        return [text_of(msgspec.json.decode(line)) for line in file]


def _scores(texts: Sequence[Text], others: Sequence[Text], threshold: float) -> Iterator[dict[str, Value]]:
    """Of each way to make a copy, how many are found, as what; what else is found, but between two real articles."""
    originals = _long(texts)
    for name, (kind, make) in MAKERS.items():
        pairs = list(made(name, make, originals, others, SEED))
        copies = [copy for _, copy in pairs]
        wanted = {_pair(original.id, copy.id) for original, copy in pairs}
        found = _found([*texts, *copies])
        ids = {copy.id for copy in copies}
        known = {pair for pair in found if not ids & set(pair)}
        # What two real articles share, their copies share as well.
        related = {_pair(a, b) for one, two in known for a in (one, f"{one} {name}") for b in (two, f"{two} {name}")}
        hits = Counter(found[pair] for pair in wanted if pair in found)
        # A standing note of an outlet is one to us where the outlet is known, and its copies here are another's.
        copied = {pair for pair, each in found.items() if each in COPIES}
        sketched = _minhash([*texts, *copies], threshold)
        yield {
            "made": name,
            "kind": kind.value,
            "copies": len(wanted),
            "found": _share(hits.total(), len(wanted)),
            "as": ", ".join(f"{each.value} {count}" for each, count in hits.most_common()),
            "wrongly copies": len(copied - wanted - known - related),
            "MinHash found": _share(len(wanted & sketched), len(wanted)),
            "MinHash wrongly": len(sketched - wanted - known - related),
        }


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _long(texts: Sequence[Text]) -> list[Text]:
    return [text for text in texts if len(text.parts) >= FEWEST_SENTENCES]


def _real(texts: Sequence[Text], name: str) -> Iterator[dict[str, Value]]:
    """What is found between real articles, by kind."""
    counts = Counter(kind.value for kind in _found(texts).values())
    for kind in CopyKind:
        if counts[kind.value]:
            yield {"articles of": name, "documents": len(texts), "kind": kind.value, "pairs": counts[kind.value]}


def _found(texts: Iterable[Text]) -> dict[Pair, CopyKind]:
    with TemporaryDirectory() as folder, Store.writing(Path(folder) / "copies.db") as store:
        with store.transaction():
            _fill(store, texts)
        with store.transaction():
            find_pairs(store)
        rows = store.rows("SELECT first, second, kind FROM copy_pairs")
        return {_pair(row["first"], row["second"]): CopyKind(row["kind"]) for row in rows}


def _fill(store: Store, texts: Iterable[Text]) -> None:
    """The documents as a build leaves them, all but what the model reads."""
    if not store.row("SELECT 1 FROM runs"):
        store.execute("INSERT INTO runs (id, started, version, model) VALUES (1, '', '', '')")
    for text in texts:
        take_in(store, _document(text), 1)
        spans = sentences(text.text, [Span(0, len(text.text))])
        store.execute_each(
            'INSERT INTO sentences (document, start, "end") VALUES (?, ?, ?)',
            [(text.id, span.start, span.end) for span in spans],
        )


def _document(text: Text) -> Document:
    return Document(
        id=text.id,
        text=text.text,
        sha256=text_hash(text.text),
        origin=text.id,
        outlet=text.outlet,
        published=Interval.on(date.fromisoformat(text.date), "metadata"),
        language="en",
        body=(Span(0, len(text.text)),),
    )


def _minhash(texts: Sequence[Text], threshold: float) -> set[Pair]:
    """Plain near-duplicate detection: MinHash of word shingles in a locality-sensitive index."""
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    pairs: set[Pair] = set()
    for text in texts:
        words = text.text.lower().split()
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(
            [" ".join(words[i : i + SHINGLE_WORDS]).encode() for i in range(len(words) - SHINGLE_WORDS + 1)]
        )
        pairs.update(_pair(text.id, other) for other in index.query(sketch))
        index.insert(text.id, sketch)
    return pairs


def _minhash_f1(texts: Sequence[Text], others: Sequence[Text], threshold: float) -> float:
    """Over all copies in the narrow sense; what it pairs beyond counts against it."""
    hit = wrong = missed = 0
    for name, (kind, make) in MAKERS.items():
        if kind in COPIES:
            pairs = list(made(name, make, _long(texts), others, SEED))
            wanted = {_pair(original.id, copy.id) for original, copy in pairs}
            found = _minhash([*texts, *(copy for _, copy in pairs)], threshold)
            hit, wrong, missed = hit + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    return 2 * hit / (2 * hit + wrong + missed)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _cost(data: Path, count: int) -> dict[str, Value]:
    """Processor time for all at once, and for ten more; newswire again and again with names and numbers changed."""
    texts = _resampled(_texts(data / "te3silver" / "docs.jsonl"), count + 10)
    with TemporaryDirectory() as folder, Store.writing(Path(folder) / "copies.db") as store:
        with store.transaction():
            _fill(store, texts[:count])
        took = _timed(store)
        pairs = store.number("SELECT count(*) FROM copy_pairs")
        with store.transaction():
            _fill(store, texts[count:])
        more = _timed(store)
    sketched = time.process_time()
    _minhash(texts[:count], 0.5)
    return {
        "documents": count,
        "ms a document": f"{took / count * 1000:.2f}",
        "ten more, s": f"{more:.2f}",
        "pairs": pairs,
        "MinHash, ms a document": f"{(time.process_time() - sketched) / count * 1000:.2f}",
    }


def _timed(store: Store) -> float:
    began = time.process_time()
    with store.transaction():
        find_pairs(store)
    return time.process_time() - began


def _resampled(texts: Sequence[Text], count: int) -> list[Text]:
    """`count` articles: the given ones again and again, each time with other names and numbers."""
    return [replace(changed(texts[i % len(texts)], i // len(texts)), id=f"{i:07}") for i in range(count)]


if __name__ == "__main__":
    main()
