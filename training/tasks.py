"""The sets that the Reader learns from, as tasks."""

from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training.batches import Task
from training.sets.events import cameo_texts, events, news_events
from training.sets.newsmtsc import newsmtsc
from training.sets.polnear import polnear
from training.sets.re3d import re3d
from training.sets.timebank import timebank
from training.sets.treebank import treebank
from training.sets.unlabelled import unlabelled

# Of 2,452: as many as a pass can use.
NEWSWIRE_DOCUMENTS = 1000
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
    "governors": 1.0,
    "relations": 1.0,
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


def all_tasks(shared: Path, tokenizer: Tokenizer, *, silver_weight: float, newswire: bool = False) -> list[Task]:
    """Every training set; `newswire`: also what has no labels but a teacher's."""
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
    political = [
        *events(ANNOTATIONS / "events.jsonl", tokenizer),
        *events(ANNOTATIONS / "cameo.jsonl", tokenizer, cameo_texts(data / "cameo")),
    ]
    tasks = [
        Task("polnear", articles),
        Task("gum", list(treebank(data / "gum" / "train.jsonl", tokenizer)), whole=True),
        Task("ewt", list(treebank(data / "ewt" / "train.jsonl", tokenizer)), share=0.5),
        Task("re3d", list(re3d(data / "re3d" / "train.jsonl", tokenizer))),
        Task("timebank", list(timebank(data / "timebank" / "train.jsonl", tokenizer)), share=1.5, batch=0.5),
        Task("newsmtsc", list(newsmtsc(data / "newsmtsc" / "train.jsonl", tokenizer)), share=0.7),
        Task("events", political, share=2, batch=0.25),
        Task("news", list(news_events(ANNOTATIONS / "news.jsonl", data, tokenizer)), share=4, batch=0.25),
    ]
    if newswire:
        documents = unlabelled(data / "te3silver" / "docs.jsonl", tokenizer)
        tasks.append(Task("te3silver", list(islice(documents, NEWSWIRE_DOCUMENTS)), share=0.2))
    return tasks


def give_soft(task: Task, folder: Path) -> None:
    """Hand each example of a task a teacher's scores of its words, if `training.label` wrote any.

    The file has all examples' words in order, an array a head.
    """
    path = folder / f"{task.name}.npz"
    if not path.exists():
        return
    with np.load(path) as scores:
        for name in scores.files:
            words, at = scores[name], 0
            for example in task.examples:
                count = len(example.pieces.starts)
                example.soft[name] = words[at : at + count]
                at += count
            if at != len(words):
                raise ValueError(f"{path}: scores of {len(words)} words for examples of {at}")
