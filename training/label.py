"""A teacher's scores for texts: `python -m training.label CHECKPOINT --shared ../shared --out build/soft`."""

import argparse
from pathlib import Path

import numpy as np
import torch

from onrecord.reading.labels import COLUMN_PLACES
from training.batches import collate, cuts
from training.encoders import load_tokenizer
from training.example import Example
from training.losses import word_scores
from training.network import TEACHER, Reader
from training.sets.newsmtsc import newsmtsc
from training.sets.polnear import polnear
from training.sets.unlabelled import unlabelled

WINDOWS_TOGETHER = 12


def main() -> None:
    """Label PolNeAR's and NewsMTSC's training parts and the newswire, a file each, 16-bit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    model = Reader(TEACHER)
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True))
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer, data = load_tokenizer(), options.shared / "data"
    news = data / "polnear"
    articles = polnear(news / "train.jsonl", news / "train_corenlp.jsonl", tokenizer, silver_weight=1)
    opinions = newsmtsc(data / "newsmtsc" / "train.jsonl", tokenizer)
    newswire = unlabelled(data / "te3silver" / "docs.jsonl", tokenizer)
    for name, examples, heads in (
        ("polnear", articles, ("tags",)),
        ("newsmtsc", opinions, ("sentiment",)),
        ("te3silver", newswire, ("tags",)),
    ):
        np.savez(options.out / f"{name}.npz", **scores(model.eval(), list(examples), heads))  # type: ignore[arg-type]
        print(name, flush=True)


@torch.no_grad()
def scores(model: Reader, examples: list[Example], heads: tuple[str, ...]) -> dict[str, np.ndarray]:
    """By head, the scores of all words of the examples in order (words, classes)."""
    places = np.cumsum([0, *(len(example.pieces.starts) for example in examples)])
    out = {head: np.zeros((places[-1], len_of(head)), dtype=np.float16) for head in heads}
    windows = [(n, cut) for n, example in enumerate(examples) for cut in cuts(example)]
    windows.sort(key=lambda item: item[1].end - item[1].start)
    for i in range(0, len(windows), WINDOWS_TOGETHER):
        group = windows[i : i + WINDOWS_TOGETHER]
        batch = collate([cut for _, cut in group])
        found, _ = word_scores(model, batch)
        start = 0
        for (n, cut), count in zip(group, batch.counts, strict=True):
            first = places[n] + int(np.searchsorted(examples[n].pieces.first, cut.start))
            for head in heads:
                out[head][first : first + count] = found[head][start : start + count].numpy()
            start += count
    return out


def len_of(head: str) -> int:
    """How many classes a head has."""
    place = COLUMN_PLACES[head]
    return place.stop - place.start


if __name__ == "__main__":
    main()
