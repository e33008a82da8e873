"""How often what is reported as a dispute is one: `python -m bench.disputes --shared FOLDER`.

Records are built of PolNeAR dev, the five articles and the sample story. What was judged by hand is in
`bench/gold/disputes.jsonl`, by document, kind and place; the text of what was judged wrong, or not yet, is printed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import onrecord
from bench.machine import versions
from bench.report import Value, facts, table, write
from onrecord.record.disputes.entry import DisputeEntry

GOLD = Path(__file__).parent / "gold" / "disputes.jsonl"
SAMPLE = Path(__file__).parents[1] / "examples" / "harrow-strait" / "coverage"
RIGHT, WRONG, UNJUDGED = "right", "wrong", "not judged"


def main() -> None:
    """Builds, compares with the list, reports."""
    options = arguments()
    shared: Path = options.shared
    sets = {
        "PolNeAR dev": shared / "data" / "polnear" / "dev.jsonl",
        "five articles": shared / "coverage",
        "sample story": SAMPLE,
    }
    verdicts = _verdicts()
    rows: list[dict[str, Value]] = []
    shown: list[str] = []
    for name, path in sets.items():
        if not path.exists():
            raise SystemExit(f"Error: {path}: no such set. Name the folder that holds data with --shared.")
        found = list(_disputes(path))
        judged = [verdicts.get(_key(dispute), UNJUDGED) for dispute in found]
        counts = Counter(judged)
        known = counts[RIGHT] + counts[WRONG]
        precision: Value = round(100 * counts[RIGHT] / known, 1) if known else ""
        rows.append(
            {
                "": name,
                "reported": len(found),
                **{each: counts[each] for each in (RIGHT, WRONG, UNJUDGED)},
                "precision": precision,
            }
        )
        shown += [_line(dispute, verdict) for dispute, verdict in zip(found, judged, strict=True) if verdict != RIGHT]
    write(
        options.output,
        {"versions": versions("onrecord"), "rows": rows},
        f"{facts(versions('onrecord'))}\n\n{table(rows)}\n" + "".join(f"\n- {line}" for line in shown),
    )


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/ and coverage/")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/bench/disputes"), help="stem of the two results"
    )
    return parser.parse_args()


def _disputes(path: Path) -> Iterator[DisputeEntry]:
    with TemporaryDirectory() as folder:
        record = onrecord.build([path], Path(folder) / "story.db")
        yield from record.disputes()
        record.close()


def _key(dispute: DisputeEntry) -> tuple[str, ...]:
    """By what it is known again in another build: where its second version is first told."""
    claim = dispute.sides[1].claims[0]
    return (claim.document, dispute.kind.value, f"{claim.span.start}:{claim.span.end}")


def _verdicts() -> dict[tuple[str, ...], str]:
    with GOLD.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return {(row["document"], row["kind"], row["second"]): row["verdict"] for row in rows}


def _line(dispute: DisputeEntry, verdict: str) -> str:
    versions = " / ".join(f"{side.says} ({side.claims[0].source or 'the outlet'})" for side in dispute.sides)
    return f"{verdict}: {json.dumps(dict(zip(('document', 'kind', 'second'), _key(dispute), strict=True)))} {versions}"


if __name__ == "__main__":
    main()
