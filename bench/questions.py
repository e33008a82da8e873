"""What one command answers of each question that a reader has of a story: `python -m bench.questions --shared FOLDER`.

`bench/gold/questions.json` holds, for the sample story and for the articles of `FOLDER/coverage`, what a complete
answer contains: each item with the places that tell it (hash of the text, offsets), and of a meeting who, where, when,
how long and who was kept out. An item is found if the command prints an entry whose evidence shares a character with
one of its places; whether the entry has it right is judged by hand (docs/quality.md).
"""

import argparse
import json
import shlex
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onrecord
from bench.actors import SAMPLE, aligned_with, hashed
from bench.report import Value, table, write

QUESTIONS = Path(__file__).parent / "gold" / "questions.json"
# Parts of the evidence of an entry that other entries of the sentence have as well.
CIRCUMSTANCES = frozenset({"time", "duration", "place", "due", "hedge", "condition"})

Entry = dict[str, Any]
Place = tuple[str, int, int]


def main() -> None:
    """Build both records, ask, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds coverage/")
    parser.add_argument("--ask", action="append", help="only this question; repeatable")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/questions"), help="stem of the results")
    options = parser.parse_args()
    rows: list[dict[str, Value]] = []
    missing: list[str] = []
    for name, coverage in (("sample", SAMPLE), ("articles", options.shared / "coverage")):
        with TemporaryDirectory() as folder:
            record = Path(folder) / "story.db"
            onrecord.build([coverage], record).close()
            for question in _questions(options.ask):
                for command in question["commands"]:
                    row, lines = _answer(record, name, question, shlex.split(command.format(**question["fill"][name])))
                    rows.append(row)
                    missing += lines
    markdown = "\n".join([table(rows), "", "Not found:", "", *(f"- {line}" for line in missing)])
    write(options.output, {"answers": rows, "missing": missing}, markdown)


def _questions(wanted: Sequence[str] | None) -> Iterator[dict[str, Any]]:
    questions = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    yield from ({"name": name, **each} for name, each in questions.items() if not wanted or name in wanted)


def _answer(record: Path, name: str, question: Entry, command: list[str]) -> tuple[dict[str, Value], list[str]]:
    """The figures of one command, and a line for each item or detail that its answer lacks."""
    asked = shlex.join(command)
    row: dict[str, Value] = {"question": question["name"], "set": name, "command": asked}
    entries = ask(record, command)
    items = question[name]
    if entries is None:
        return {**row, "entries": None, "items": f"– / {len(items)}", "details": None}, []
    texts, actors = known(record)
    lines: list[str] = []
    found = details = wanted = 0
    for item in items:
        own = [entry for entry in entries if _shares(places(entry, texts), item["at"])]
        checks = list(_details(item, own, texts, actors))
        found += bool(own)
        wanted += len(checks)
        details += sum(right for _, right in checks)
        lacks = [what for what, right in checks if not right] if own else ["all of it"]
        if lacks:
            lines.append(f"{name}, {asked}: {item['what']}: {', '.join(lacks)}")
    share = f"{details} / {wanted}" if wanted else None
    return {**row, "entries": len(entries), "items": f"{found} / {len(items)}", "details": share}, lines


def ask(record: Path, command: Sequence[str]) -> list[Entry] | None:
    """What `onrecord COMMAND RECORD ... --format json` prints; None where there is no such command."""
    name, *filters = command
    line = [sys.executable, "-m", "onrecord", name, str(record), *filters, "--format", "json"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode == 2:
        return None
    if done.returncode:
        raise SystemExit(done.stderr)
    out: list[Entry] = json.loads(done.stdout)
    return out


def known(record: Path) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The hashes of the texts by document, and the entries of the record that each actor of the gold is in."""
    actors: defaultdict[str, set[str]] = defaultdict(set)
    marked, _ = aligned_with(record)
    for mention in marked:
        if mention.found:
            actors[mention.actor].add(mention.found.actor)
    with onrecord.open(record) as read:
        return {document.id: hashed(read.text(document.id)) for document in read.documents()}, actors


def places(node: object, texts: Mapping[str, str], document: str = "") -> set[Place]:
    """The places that carry an entry: of its evidence if it has any, else all spans in it."""
    if isinstance(node, list):
        return set().union(*(places(each, texts, document) for each in node))
    if not isinstance(node, dict) or node.get("part") in CIRCUMSTANCES:
        return set()
    document = str(node.get("document", document))
    if node.get("evidence"):
        return places(node["evidence"], texts, document)
    spans = [value for value in node.values() if _is_span(value)]
    inner = [each for each in node.values() if isinstance(each, list | dict) and not _is_span(each)]
    own = {(texts[document], span[0], span[1]) for span in spans if document in texts}
    return own.union(*(places(each, texts, document) for each in inner))


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(each, int) for each in value)


def _shares(own: set[Place], wanted: Sequence[Sequence[Any]]) -> bool:
    return any(text == t and start < e and s < end for text, start, end in own for t, s, e in wanted)


def _details(
    item: Entry, entries: Sequence[Entry], texts: Mapping[str, str], actors: Mapping[str, set[str]]
) -> Iterator[tuple[str, bool]]:
    """Each detail of an item, and whether one of its entries has it."""
    parts = [{*entry.get("initiators", ()), *entry.get("recipients", ())} for entry in entries]
    for who in item.get("who", ()):
        yield f"who ({who})", any(actors[who] & part for part in parts)
    for where in item.get("where", ()):
        yield f"where ({where})", any(entry.get("place") in actors[where] for entry in entries)
    for out in item.get("out", ()):
        yield f"kept out ({out})", any(actors[out] & set(entry.get("excluded", ())) for entry in entries)
    if "when" in item:
        times = [e | {"part": ""} for entry in entries for e in entry.get("evidence", ()) if e.get("part") == "time"]
        yield "when", _shares(places(times, texts), [item["when"]])
    if "length" in item:
        yield "how long", any(entry.get("duration") for entry in entries)


if __name__ == "__main__":
    main()
