"""How much of what a record says of positions or forecasts is right: `python -m bench.stances RECORD --set five`.

Every entry was read against its article and judged by hand; the verdicts are in `bench/gold/stances`. What has none
yet, since it is newer than they are, is listed with its words, to be judged.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import onrecord
from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.record.positions.entry import PositionEntry
from onrecord.views import positions

VERDICTS = Path(__file__).parent / "gold" / "stances"


def main() -> None:
    """Prints the precision of each kind, what is wrong, and what was never judged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--set", default="polnear-dev", help="the set of the verdicts that the record is made of")
    arguments = parser.parse_args()
    with onrecord.open(arguments.record) as record:
        report("positions", record.positions(), verdicts("positions", arguments.set))
        report("forecasts", record.forecasts(), verdicts("forecasts", arguments.set))


def verdicts(kind: str, name: str) -> dict[str, str]:
    """The verdict on each entry of a kind in the set `name`: "right", or "wrong" and what is."""
    with (VERDICTS / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["set"] == name]
    return {row["id"]: " ".join((row["verdict"], row["what"])).strip() for row in rows}


def report(kind: str, entries: Sequence[PositionEntry | ForecastEntry], judged: dict[str, str]) -> None:
    """Prints the share of right ones among those that were judged, and lists the others."""
    known = Counter(judged[entry.id].split()[0] for entry in entries if entry.id in judged)
    total = known.total()
    print(f"{kind}: {len(entries)}, judged {total}, right {known['right']} ({known['right'] / max(total, 1):.1%})")
    for entry in entries:
        verdict = judged.get(entry.id, "not judged")
        if verdict != "right":
            print(f"  {verdict}: {entry.id} {words(entry)}")


def words(entry: PositionEntry | ForecastEntry) -> str:
    """Whose it is, and what."""
    if isinstance(entry, PositionEntry):
        return f"{entry.actor_name} {entry.stance.value}: {positions.words(entry.taken[-1])}"
    return f"{entry.forecaster_name}, {entry.hedge.value}: {entry.what}"


if __name__ == "__main__":
    main()
