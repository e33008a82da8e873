"""The sets that the Reader learns from, as tasks."""

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training.batches import Task
from training.example import Example
from training.sets.events import cameo_texts, events
from training.sets.newsmtsc import newsmtsc
from training.sets.polnear import polnear
from training.sets.re3d import re3d
from training.sets.timebank import timebank
from training.sets.treebank import treebank
from training.sets.unlabelled import unlabelled

ANNOTATIONS = Path(__file__).parent / "annotations"

# Weights of the losses in their sum (docs/model.md).
WEIGHTS = {
    "tags": 1.0,
    "soft tags": 1.0,
    "inner": 1.0,
    "arcs": 0.25,
    "heads": 1.0,
    "edges": 0.25,
    "links": 0.25,
    "pos": 0.3,
    "governors": 0.5,
    "relations": 0.5,
    "times": 1.0,
    "timeml": 0.5,
    "tense": 0.2,
    "aspect": 0.1,
    "negation": 0.1,
    "modality": 0.1,
    "event": 1.0,
    "status": 0.3,
    "arguments": 0.1,
    "sentiment": 0.5,
    "soft sentiment": 0.5,
}


def all_tasks(shared: Path, tokenizer: Tokenizer, *, silver_weight: float, soft: Path | None = None) -> list[Task]:
    """Every training set; with `soft`, a teacher's scores as `training.label` wrote them."""
    data = shared / "data"
    news = data / "polnear"
    articles = list(
        polnear(
            news / "train.jsonl",
            news / "train_corenlp.jsonl",
            tokenizer,
            silver_weight=silver_weight,
            voices=ANNOTATIONS / "voices.jsonl",
        )
    )
    opinions = list(newsmtsc(data / "newsmtsc" / "train.jsonl", tokenizer))
    political = [
        *events(ANNOTATIONS / "events.jsonl", tokenizer),
        *events(ANNOTATIONS / "cameo.jsonl", tokenizer, cameo_texts(data / "cameo")),
    ]
    tasks = [
        Task("polnear", articles),
        Task("gum", list(treebank(data / "gum" / "train.jsonl", tokenizer)), whole=True),
        Task("ewt", list(treebank(data / "ewt" / "train.jsonl", tokenizer)), share=0.7),
        Task("re3d", list(re3d(data / "re3d" / "train.jsonl", tokenizer))),
        Task("timebank", list(timebank(data / "timebank" / "train.jsonl", tokenizer))),
        Task("newsmtsc", opinions, share=0.7),
        Task("events", political),
    ]
    if soft:
        give_soft(articles, soft / "polnear.npz")
        give_soft(opinions, soft / "newsmtsc.npz")
        newswire = list(unlabelled(data / "te3silver" / "docs.jsonl", tokenizer))
        give_soft(newswire, soft / "te3silver.npz")
        tasks.append(Task("te3silver", newswire, share=0.2))
    return tasks


def give_soft(examples: list[Example], path: Path) -> None:
    """Hand each example its words' scores; the file has all examples' words in order, an array a head."""
    with np.load(path) as scores:
        for name in scores.files:
            words, at = scores[name], 0
            for example in examples:
                count = len(example.pieces.starts)
                example.soft[name] = words[at : at + count]
                at += count
            if at != len(words):
                raise ValueError(f"{path}: scores of {len(words)} words for examples of {at}")
