"""How much of what a record says of labels or narratives is right: `python -m bench.labels RECORD --set five`.

Every entry was read against its article and judged by hand; the verdicts are in `bench/gold/labels`. What has none
yet, since it is newer than they are, is listed with its words, to be judged. `--draw` writes the documents of the set
`te3silver-600`, to be built.
"""

import argparse
import csv
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import onrecord
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.narratives.entry import NarrativeEntry
from onrecord.views import labelling

VERDICTS = Path(__file__).parent / "gold" / "labels"
SEED, DRAWN = 7, 600


def main() -> None:
    """Prints the precision of each kind, what is wrong, and what was never judged; or draws documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path, help="the record, or with --draw the file to write")
    parser.add_argument("--set", default="polnear-dev", help="the set of the verdicts that the record is made of")
    parser.add_argument("--draw", type=Path, metavar="JSONL", help="te3silver, to draw from")
    arguments = parser.parse_args()
    if arguments.draw:
        lines = arguments.draw.read_text(encoding="utf-8").splitlines(keepends=True)
        random.Random(SEED).shuffle(lines)  # noqa: S311 - the same sample every time
        arguments.record.write_text("".join(lines[:DRAWN]), encoding="utf-8")
        return
    with onrecord.open(arguments.record) as record:
        report("labels", record.labels(), verdicts("labels", arguments.set))
        report("narratives", record.narratives(), verdicts("narratives", arguments.set))


def verdicts(kind: str, name: str) -> dict[str, str]:
    """The verdict on each entry of a kind in the set `name`: "right", or "wrong" and what is."""
    with (VERDICTS / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["set"] == name]
    return {row["id"]: " ".join((row["verdict"], row["what"])).strip() for row in rows}


def report(kind: str, entries: Sequence[LabelEntry | NarrativeEntry], judged: dict[str, str]) -> None:
    """Prints the share of right ones among those that were judged, and lists the others."""
    known = Counter(judged[entry.id].split()[0] for entry in entries if entry.id in judged)
    total = known.total()
    print(f"{kind}: {len(entries)}, judged {total}, right {known['right']} ({known['right'] / max(total, 1):.1%})")
    for entry in entries:
        verdict = judged.get(entry.id, "not judged")
        if verdict != "right":
            print(f"  {verdict}: {entry.id} {words(entry)}")


def words(entry: LabelEntry | NarrativeEntry) -> str:
    """Whose it is, and what."""
    if isinstance(entry, LabelEntry):
        return f"{labelling.target(entry)}, by {labelling.who(entry)}: {entry.label}"
    return f"{entry.claim} ({'; '.join(f'{each.who} {each.voice.value}' for each in entry.told)})"


if __name__ == "__main__":
    main()
