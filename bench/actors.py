"""How well actors are found over documents: `python -m bench.actors --shared FOLDER`.

`bench/gold/actors.jsonl` says of each name and description of somebody in the articles of the sample story and of
`FOLDER/coverage`, by offsets, which real actor it means; a key that ends in "?" is of one that is never named. Both
records are built and compared with it by B³ (Bagga and Baldwin 1998) over the gold mentions: one that is not found is
an actor by itself. Below the figures, what went wrong: actors in several entries, entries of several actors.
"""

import argparse
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import onrecord
from bench.report import Value, table, write
from onrecord.reading.names import folded
from onrecord.spans import Span

GOLD = Path(__file__).parent / "gold" / "actors.jsonl"
SAMPLE = Path(__file__).parents[1] / "examples" / "harrow-strait" / "coverage"
HASH_CHARS = 16
# What may stand between the head of a mention and the name in it: "Foreign Minister" before "Ora Lind".
TITLE_CHARS = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of the record, with the actor of its document and that of the record."""

    document: str
    span: Span
    head: Span
    form: str
    kind: str
    local: str
    local_name: str
    actor: str
    name: str
    has_name: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold mention: its document and words, whom it means, and what the record has there, if anything."""

    document: str
    span: Span
    words: str
    actor: str
    found: Found | None

    @property
    def named(self) -> bool:
        """Whether the gold knows a name of the actor."""
        return not self.actor.endswith("?")


def main() -> None:
    """Build, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds coverage/")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/actors"), help="stem of the two results")
    options = parser.parse_args()
    rows: list[dict[str, Value]] = []
    troubles: list[str] = []
    for name, coverage in (("sample", SAMPLE), ("articles", options.shared / "coverage")):
        marked, spurious = compared(coverage)
        rows += figures(name, marked)
        troubles += [f"## {name}", *spurious, *errors(marked), ""]
    write(options.output, {"figures": rows, "errors": troubles}, "\n".join([table(rows), "", *troubles]))


def compared(coverage: Path) -> tuple[list[Marked], list[str]]:
    """The gold mentions of `coverage` beside those of a record that is built of it; names that the gold lacks."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        onrecord.build([coverage], path).close()
        return aligned_with(path)


def aligned_with(record: Path) -> tuple[list[Marked], list[str]]:
    """The gold mentions of the documents of `record` beside its own; names that the gold lacks, a line each."""
    with GOLD.open(encoding="utf-8") as file:
        gold = {row["text"]: row for row in map(json.loads, file)}
    marked: list[Marked] = []
    spurious: list[str] = []
    for document, text, found in _documents(record):
        row = gold.get(hashed(text))
        if row is None:
            spurious.append(f"no gold for {document}")
            continue
        here = list(_aligned(document, text, row["mentions"], found))
        if hashed("\n".join(m.words for m in here)) != row["words"]:
            raise SystemExit(f"Error: {document}: the gold is of another text.")
        marked += here
        used = {id(m.found) for m in here}
        spurious += [
            f"name that is none of an actor: {f.span.of(text)!r} as {f.kind} in {document}"
            for f in found
            if f.form == "name" and id(f) not in used and f.kind not in ("other", "document")
        ]
    return marked, spurious


def hashed(text: str) -> str:
    """The hash that the gold knows a text by."""
    return sha256(text.encode()).hexdigest()[:HASH_CHARS]


def _documents(path: Path) -> Iterator[tuple[str, str, list[Found]]]:
    """Documents that were read: id, text, mentions other than pronouns."""
    with sqlite3.connect(path) as store:
        documents = store.execute(
            "SELECT id, text FROM documents WHERE id IN (SELECT document FROM members) ORDER BY id"
        )
        for document, text in documents.fetchall():
            rows = store.execute(
                'SELECT start, "end", head_start, head_end, form, mentions.kind, local, members.name, actor, '
                "actors.name, members.names <> '{}' FROM mentions JOIN members USING (document, local) "
                "JOIN actors ON actors.id = actor WHERE document = ? AND form <> 'pronoun' "
                'ORDER BY start, "end" DESC',
                (document,),
            )
            yield document, text, [Found(document, Span(r[0], r[1]), Span(r[2], r[3]), *r[4:]) for r in rows]


def _aligned(document: str, text: str, gold: Sequence[list[int | str]], found: Sequence[Found]) -> Iterator[Marked]:
    """Each gold mention with the found one whose head it holds; else the one that has it after a title."""
    spans = [(Span(int(start), int(end)), str(actor)) for start, end, actor in gold]
    by_head = {span: next((f for f in found if f.head.overlaps(span)), None) for span, _ in spans}
    used = {id(f) for f in by_head.values()}
    for span, actor in spans:
        match = by_head[span] or next((f for f in found if id(f) not in used and _after_title(text, f, span)), None)
        yield Marked(document, span, span.of(text), actor, match)


def _after_title(text: str, found: Found, name: Span) -> bool:
    between = text[found.head.end : name.start]
    return (
        found.span.covers(name) and found.head.end <= name.start < found.head.end + TITLE_CHARS and "," not in between
    )


def figures(name: str, marked: Sequence[Marked]) -> Iterator[dict[str, Value]]:
    """B³ of the record, and of simpler ways to join the same mentions."""
    ways: dict[str, Callable[[Found], Hashable]] = {
        "OnRecord": lambda found: found.actor,
        "equal names": lambda found: folded(found.local_name) if found.has_name else (found.document, found.local),
        "none across documents": lambda found: (found.document, found.local),
    }
    chosen = {
        "all": marked,
        "all, found": [m for m in marked if m.found],
        "of those who are named": [m for m in marked if m.named],
        "of those never named": [m for m in marked if not m.named],
    }
    for which, mentions in chosen.items():
        for way, cluster in ways.items():
            found = [cluster(m.found) if m.found else n for n, m in enumerate(mentions)]
            scores = b_cubed([m.actor for m in mentions], found)
            yield {"set": name, "mentions": which, "n": len(mentions), "joined by": way, **scores}


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    """Precision, recall and F1 in per cent of one clustering of items against another: the cluster of each item."""
    both = Counter(zip(gold, found, strict=True))
    sizes, own = Counter(gold), Counter(found)
    p = sum(n * n / own[f] for (_, f), n in both.items()) / max(1, len(gold))
    r = sum(n * n / sizes[g] for (g, _), n in both.items()) / max(1, len(gold))
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"P": round(100 * p, 1), "R": round(100 * r, 1), "F1": round(100 * f1, 1)}


def errors(marked: Sequence[Marked]) -> Iterator[str]:
    """Lines on mentions that are missed, actors that are in several entries, entries that are several actors."""
    for m in marked:
        if not m.found:
            yield f"missed: {m.words!r} at {m.span.start} of {m.document}"
    entries: defaultdict[str, Counter[str]] = defaultdict(Counter)
    actors: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names = {m.found.actor: m.found.name for m in marked if m.found}
    words: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for m in marked:
        if m.found:
            entries[m.actor][m.found.actor] += 1
            actors[m.found.actor][m.actor] += 1
            words[m.actor, m.found.actor][m.words] += 1
    for actor, own in entries.items():
        if len(own) > 1:
            parts = [f"{names[e]!r} ({', '.join(f'{w} {n}' for w, n in words[actor, e].most_common())})" for e in own]
            yield f"in several entries: {actor}: {'; '.join(parts)}"
    for entry, own in actors.items():
        if len(own) > 1:
            parts = [f"{a} ({', '.join(f'{w} {n}' for w, n in words[a, entry].most_common())})" for a in own]
            yield f"several actors: {names[entry]!r}: {'; '.join(parts)}"


if __name__ == "__main__":
    main()
