"""Quick figures on development documents while training; the measure that counts is `bench/quality.py`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.reading.labels import CHAINS, EVENT_TYPES, RELATIONS, SENTIMENTS
from onrecord.reading.viterbi import viterbi
from training.batches import Batch, collate, cuts
from training.example import Example, encode, rows, words_in
from training.losses import governor_scores, word_scores
from training.network import NEVER, Reader
from training.sets.events import news_events
from training.sets.newsmtsc import newsmtsc
from training.sets.polnear import polnear
from training.sets.timebank import timebank
from training.sets.treebank import treebank

Blocks = dict[str, Tensor]
Figures = dict[str, float]
# The names of 2016 in PLOVER's gold records, where they differ from those of 2021.
PLOVER_2016 = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "INVESTIGATE": "ACCUSE"}


def dev_sets(shared: Path, tokenizer: Tokenizer, only: list[str] | None = None) -> dict[str, list[Example]]:
    """The development examples by task."""
    data = shared / "data"
    news = data / "polnear"
    voices = Path(__file__).parent / "annotations" / "voices_dev.jsonl"
    sets: dict[str, Callable[[], Iterable[Example]]] = {
        "polnear": lambda: polnear(
            news / "dev.jsonl", news / "dev_corenlp.jsonl", tokenizer, silver_weight=1, voices=voices
        ),
        "gum": lambda: treebank(data / "gum" / "dev.jsonl", tokenizer),
        "timebank": lambda: timebank(data / "timebank" / "train.jsonl", tokenizer, held_out=True),
        "newsmtsc": lambda: newsmtsc(data / "newsmtsc" / "dev.jsonl", tokenizer),
        "events": lambda: plover(data / "plover" / "dev.jsonl", tokenizer),
        "news": lambda: news_events(voices.with_name("news_dev.jsonl"), data, tokenizer),
    }
    return {name: list(load()) for name, load in sets.items() if not only or name in only}


def plover(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """PLOVER's gold records, for choosing alone: the type is at every word of the marked trigger."""
    for row in rows(path):
        example = Example(encode(row["text"], tokenizer))
        kinds = example.labels["event"] = example.blank()
        for span in row["trigger"]:
            if found := words_in(example.pieces, *span):
                kinds[found[0] : found[1] + 1] = 1 + EVENT_TYPES.index(PLOVER_2016.get(row["event"], row["event"]))
        yield example


@torch.no_grad()
def dev_scores(model: Reader, sets: dict[str, list[Example]]) -> Figures:
    """Figures in percent, by name."""
    out: Figures = {}
    for name, examples in sets.items():
        scored = [(batch, *word_scores(model, batch)) for batch in _batches(examples)]
        for figures in MEASURES[name]:
            out |= figures(model, scored)
    return {name: round(figure, 1) for name, figure in out.items()}


def _batches(examples: list[Example]) -> Iterator[Batch]:
    windows = sorted((c for e in examples for c in cuts(e)), key=lambda c: c.end - c.start)
    for i in range(0, len(windows), 8):
        yield collate(windows[i : i + 8])


Scored = list[tuple[Batch, Blocks, Blocks]]


def chain_scores(head: str) -> Callable[[Reader, Scored], Figures]:
    """F1 of words and of exact spans for each kind that the head's tags mark."""
    names = CHAINS[head]
    kinds = sorted({tag[2:] for tag in names if tag != "O"})

    def figures(model: Reader, scored: Scored) -> Figures:
        counts: Counter[tuple[str, str, str]] = Counter()
        transitions = model.chains[head].scores().numpy()
        for batch, scores, _ in scored:
            if head not in batch.chains:
                continue
            chain = batch.chains[head]
            lines = [row[row >= 0].numpy() for row in chain.rows]
            paths = viterbi([scores[head].numpy()[line] for line in lines], names, transitions)
            for line, path in zip(lines, paths, strict=True):
                gold = chain.tags.numpy()[line]
                for level, of in (("word", _words), ("span", _spans)):
                    mine, theirs = of(path, names), of(gold, names)
                    for kind in (*kinds, "any"):
                        a, b = ({x for x in side if kind in (x[0], "any")} for side in (mine, theirs))
                        counts[level, kind, "right"] += len(a & b)
                        counts[level, kind, "all"] += len(a) + len(b)
        return {
            f"{head} {level} {kind}": 200 * counts[level, kind, "right"] / max(1, counts[level, kind, "all"])
            for level in ("word", "span")
            for kind in (*kinds, "any")
        }

    return figures


def _words(path: npt.NDArray[np.int64], names: tuple[str, ...]) -> set[tuple[str, int]]:
    return {(names[tag][2:], i) for i, tag in enumerate(path) if tag}


def _spans(path: npt.NDArray[np.int64], names: tuple[str, ...]) -> set[tuple[str, int, int]]:
    spans, start = set(), 0
    for i, tag in enumerate(path):
        if names[tag][0] in "BS":
            start = i
        if names[tag][0] in "ES":
            spans.add((names[tag][2:], start, i))
    return spans


def syntax_scores(model: Reader, scored: Scored) -> Figures:
    """Part of speech, unlabelled and labelled attachment over words, given sentences; relations without subtypes."""
    counts: Counter[str] = Counter()
    for batch, scores, vectors in scored:
        assert batch.governors is not None
        assert batch.sentence is not None
        start = 0
        for count in batch.counts:
            here = slice(start, start + count)
            fits = governor_scores(model, vectors["dependent"][here], vectors["governor"][here])
            together = batch.sentence[here][:, None] == batch.sentence[here][None]
            heads = fits.masked_fill(~together, NEVER).argmax(1) + start
            relation = (scores["relation"][here] + scores["relation_under"][heads]).argmax(1)
            gold = batch.labels["relation"][here]
            known = (batch.governors[here] >= 0) & (gold < UNIVERSAL_INSIDE)
            right = heads == batch.governors[here]
            counts["words"] += int(known.sum())
            counts["uas"] += int((right & known).sum())
            counts["las"] += int((right & known & (UNIVERSAL[relation] == UNIVERSAL[gold])).sum())
            pos = batch.labels["pos"][here]
            counts["pos words"] += int((pos >= 0).sum())
            counts["pos"] += int((scores["pos"][here].argmax(1) == pos).sum())
            start += count
    share = 100 / max(1, counts["words"])
    return {
        "pos": 100 * counts["pos"] / max(1, counts["pos words"]),
        "UAS": counts["uas"] * share,
        "LAS": counts["las"] * share,
    }


def sentiment_scores(_: Reader, scored: Scored) -> Figures:
    """Macro F1 of sentiment toward targets."""
    mine, gold = [], []
    for batch, scores, _vectors in scored:
        for first, last, sentiment in batch.targets.tolist():
            mine.append(int(scores["sentiment"][first : last + 1].mean(0).argmax()))
            gold.append(sentiment)
    return {"sentiment macro F1": _macro_f1(np.array(mine), np.array(gold), range(len(SENTIMENTS)))}


def event_scores(_: Reader, scored: Scored) -> Figures:
    """Share of PLOVER's records of whose trigger some word has the right type, averaged over types; events a record."""
    hits, total, found = Counter[int](), Counter[int](), 0
    for batch, scores, _vectors in scored:
        kinds = scores["event"].argmax(1)
        start = 0
        for count in batch.counts:
            here = slice(start, start + count)
            marked = batch.labels["event"][here]
            wanted = int(marked.max())
            total[wanted] += 1
            hits[wanted] += bool(((kinds[here] == wanted) & (marked == wanted)).any())
            found += int((kinds[here] > 0).sum())
            start += count
    recall = [hits[kind] / total[kind] for kind in total]
    return {
        "event macro recall at trigger": 100 * sum(recall) / max(1, len(recall)),
        "events a sentence": found / max(1, total.total()),
    }


def trigger_scores(_: Reader, scored: Scored) -> Figures:
    """Precision and recall of triggers in running news; F1 with their types, and status where both have one."""
    counts: Counter[str] = Counter()
    for batch, scores, _vectors in scored:
        gold, mine = batch.labels["event"], scores["event"].argmax(1)
        both = (gold > 0) & (mine > 0)
        counts["mine"] += int((mine > 0).sum())
        counts["gold"] += int((gold > 0).sum())
        counts["both"] += int(both.sum())
        counts["type"] += int((both & (gold == mine)).sum())
        counts["status"] += int((both & (batch.labels["status"] == scores["status"].argmax(1))).sum())
    return {
        "news trigger precision": 100 * counts["both"] / max(1, counts["mine"]),
        "news trigger recall": 100 * counts["both"] / max(1, counts["gold"]),
        "news typed F1": 200 * counts["type"] / max(1, counts["mine"] + counts["gold"]),
        "news status": 100 * counts["status"] / max(1, counts["both"]),
    }


def head_scores(_: Reader, scored: Scored) -> Figures:
    """Accuracy over the classes of mention heads, where there is one."""
    right = total = 0
    for batch, scores, _vectors in scored:
        gold = batch.labels["heads"]
        mine = scores["heads"].argmax(1)
        total += int(((gold > 0) | (mine > 0)).sum())
        right += int(((gold == mine) & (gold > 0)).sum())
    return {"mention heads Jaccard": 100 * right / max(1, total)}


def class_scores(*heads: str) -> Callable[[Reader, Scored], Figures]:
    """Accuracy of plain classes where they are marked; of TimeML events the F1 of finding them too."""

    def figures(_: Reader, scored: Scored) -> Figures:
        out = {}
        for head in heads:
            gold = torch.cat([batch.labels[head] for batch, _scores, _vectors in scored])
            mine = torch.cat([scores[head].argmax(1) for _batch, scores, _vectors in scored])
            marked = gold >= (1 if head == "timeml" else 0)
            out[head] = 100 * float((gold == mine)[marked].float().mean())
            if head == "timeml":
                found = (mine > 0).sum() + (gold > 0).sum()
                out["timeml found F1"] = 200 * float(((mine > 0) & (gold > 0)).sum() / found)
        return out

    return figures


def _macro_f1(mine: npt.NDArray[np.int64], gold: npt.NDArray[np.int64], classes: Iterable[int]) -> float:
    f1 = [2 * ((mine == c) & (gold == c)).sum() / max(1, (mine == c).sum() + (gold == c).sum()) for c in classes]
    return 100 * float(np.mean(f1))


def _universal() -> Tensor:
    first = [name.split(":")[0] for name in RELATIONS]
    return torch.tensor([first.index(name) for name in first])


UNIVERSAL = _universal()
UNIVERSAL_INSIDE = len(UNIVERSAL) - 1

MEASURES: dict[str, tuple[Callable[[Reader, Scored], Figures], ...]] = {
    "polnear": (chain_scores("tags"), chain_scores("inner")),
    "gum": (syntax_scores, head_scores),
    "timebank": (chain_scores("times"), class_scores("timeml", "tense", "negation", "modality")),
    "newsmtsc": (sentiment_scores,),
    "events": (event_scores,),
    "news": (trigger_scores,),
}
