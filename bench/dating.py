"""How well undated articles are dated: `python -m bench.dating --shared FOLDER`.

The dates of documents are hidden, then inferred from the text of each alone, and from the text and the other documents,
as if all of those were dated.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import msgspec

import onrecord
from bench.machine import versions
from bench.report import Value, facts, table, write
from onrecord.coverage.document import Document
from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.schema import Reading
from onrecord.record.dating.bounds import Bound, Dating
from onrecord.record.dating.copies import Article, bounds_from
from onrecord.record.dating.inference import inferred
from onrecord.record.dating.passages import Body, shared_passages

SETS = ("te3silver/docs.jsonl", "timebank/train.jsonl", "polnear/train.jsonl", "polnear/dev.jsonl")
WRONG_SHOWN = 20
AROUND_CHARS = 60


def main() -> None:
    """Read, infer, compare, write the table."""
    options = arguments()
    rows: list[dict[str, Value]] = []
    for name in options.set or SETS:
        path = options.shared / "data" / name
        if not path.exists():
            raise SystemExit(f"Error: {path}: no such set. Name the folder that holds data with --shared.")
        dates, readings = true_dates(path), list(undated_readings(path))
        for basis, others in (("text", {}), ("text and story", copies(readings, dates))):
            datings = {reading.id: inferred(reading, others.get(reading.id, ())) for reading in readings}
            rows.append({"set": name, "from": basis, **figures(datings, dates)})
            for line in wrong(datings, dates, {reading.id: reading for reading in readings}):
                print(line)
    write(
        options.output,
        {"versions": versions("onrecord"), "scores": rows},
        f"{facts(versions('onrecord'))}\n\n{table(rows)}",
    )


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--set", action="append", choices=SETS, help="only this; repeatable")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/bench/dating"), help="stem of the two results")
    return parser.parse_args()


def true_dates(path: Path) -> dict[str, date]:
    """The day of publication of each document in the file."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {str(row["id"]): date.fromisoformat(row["date"][:10]) for row in rows}


def undated_readings(path: Path) -> Iterator[Reading]:
    """What is read in each document where nothing but its text is known."""
    documents = (item for item in onrecord.load([path]) if isinstance(item, Document))
    return onrecord.read(msgspec.structs.replace(document, published=UNKNOWN) for document in documents)


def copies(readings: Sequence[Reading], dates: Mapping[str, date]) -> dict[str, list[Bound]]:
    """The bounds that documents which share text put on each other."""
    bounds: defaultdict[str, list[Bound]] = defaultdict(list)
    articles = {
        reading.id: Article(
            body=Body(reading.id, reading.text, reading.body),
            outlet=reading.outlet,
            published=Interval.on(dates[reading.id], "metadata"),
        )
        for reading in readings
    }
    bodies = [article.body for article in articles.values()]
    for shared in shared_passages(bodies, bodies):
        bounds[shared.document] += bounds_from(shared, articles[shared.document], articles[shared.other])
    return dict(bounds)


def figures(datings: Mapping[str, Dating | None], dates: Mapping[str, date]) -> dict[str, Value]:
    """Counts of documents; `right %`: of the intervals those that hold the true day."""
    given = {document: dating.published for document, dating in datings.items() if dating}
    widths = [(p.latest - p.earliest).days + 1 for p in given.values() if p.earliest and p.latest]
    lags = [(dates[document] - p.earliest).days for document, p in given.items() if p.earliest]
    right = sum(_holds(published, dates[document]) for document, published in given.items())
    sides = Counter((bool(p.earliest), bool(p.latest)) for p in given.values())
    return {
        "documents": len(datings),
        "both sides": sides[True, True],
        "earliest alone": sides[True, False],
        "latest alone": sides[False, True],
        "right %": round(100 * right / len(given), 1) if given else None,
        "median days of both sides": median(widths) if widths else None,
        "median days from earliest to true": median(lags) if lags else None,
    }


def wrong(
    datings: Mapping[str, Dating | None], dates: Mapping[str, date], readings: Mapping[str, Reading]
) -> Iterator[str]:
    """A line for some of the intervals that miss the true day: which side, what was inferred, the words."""
    missed = [d for d, dating in sorted(datings.items()) if dating and not _holds(dating.published, dates[d])]
    for document in missed[:WRONG_SHOWN]:
        dating = datings[document]
        if dating is None:
            continue
        words = [
            readings[e.document].text[max(0, e.span.start - AROUND_CHARS) : e.span.end + AROUND_CHARS]
            for e in dating.evidence
        ]
        said = " | ".join(" ".join(each.split()) for each in words)
        yield f"{document}: {dates[document]} is not in {dating.published.label()}: {said}"


def _holds(published: Interval, day: date) -> bool:
    return not published.excludes(Interval.on(day, "metadata"))


if __name__ == "__main__":
    main()
