"""A teacher's scores for texts: `python -m training.label CHECKPOINT --shared ../shared --out build/soft`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from onrecord.reading.labels import COLUMN_PLACES
from training.batches import collate, cuts
from training.encoders import ENCODERS, load_tokenizer
from training.example import Example
from training.losses import word_scores
from training.network import Reader
from training.tasks import all_tasks

WINDOWS_TOGETHER = 12
# Which of its scores are kept: of the texts it was taught on, and of other news.
HEADS = {
    "polnear": ("tags",),
    "newsmtsc": ("tags", "sentiment"),
    "timebank": ("tags",),
    "gum": ("tags",),
    "te3silver": ("tags",),
}


def main() -> None:
    """Label the training parts, a file each, 16-bit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", choices=ENCODERS, default="mpnet", help="what the checkpoint is of")
    parser.add_argument("--only", action="append", choices=HEADS, help="this task's texts alone; repeatable")
    options = parser.parse_args()
    model = ENCODERS[options.encoder]()
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True))
    options.out.mkdir(parents=True, exist_ok=True)
    for task in all_tasks(options.shared, load_tokenizer(), silver_weight=1, newswire=True):
        if task.name in (options.only or HEADS):
            found = scores(model.eval(), task.examples, HEADS[task.name])
            np.savez(options.out / f"{task.name}.npz", **found)  # type: ignore[arg-type]
            print(task.name, flush=True)


@torch.no_grad()
def scores(model: Reader, examples: Sequence[Example], heads: tuple[str, ...]) -> dict[str, np.ndarray]:
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
