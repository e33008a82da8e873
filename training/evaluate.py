"""Quick figures on development documents while training; the measure that counts is `bench/quality.py`."""

import torch

from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.viterbi import viterbi
from training.batches import collate, cuts
from training.data import Example
from training.network import Reader


@torch.no_grad()
def token_scores(model: Reader, examples: list[Example]) -> dict[str, float]:
    """Word-level F1 of each role, and exact-fragment F1, in percent."""
    right, found, gold = ({role: [0, 0] for role in ROLES} for _ in range(3))
    for example in examples:
        for i in range(0, len(windows := cuts(example)), 8):
            batch = collate(windows[i : i + 8])
            assert batch.tags is not None
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(batch.ids, batch.features, batch.mask)[0].float()
            emissions = scores[batch.row, batch.at].numpy()
            lines = [row[row >= 0].numpy() for row in batch.line_rows]
            path = viterbi([emissions[line] for line in lines], model.crf.scores().numpy())
            for line, tags in zip(lines, path, strict=True):
                _count(list(tags), batch.tags[torch.from_numpy(line)].tolist(), right, found, gold)
    out = {}
    for k, name in ((0, "token"), (1, "span")):
        for role in ROLES:
            out[f"{name} {role}"] = round(200 * right[role][k] / max(1, found[role][k] + gold[role][k]), 1)
    return out


def _count(path: list[int], truth: list[int], right: dict, found: dict, gold: dict) -> None:  # type: ignore[type-arg]
    for role in ROLES:
        mine = [i for i, tag in enumerate(path) if TAGS[tag][2:] == role]
        theirs = [i for i, tag in enumerate(truth) if TAGS[tag][2:] == role]
        spans, gold_spans = _spans(path, role), _spans(truth, role)
        for k, (a, b) in enumerate(((set(mine), set(theirs)), (spans, gold_spans))):
            right[role][k] += len(a & b)
            found[role][k] += len(a)
            gold[role][k] += len(b)


def _spans(tags: list[int], role: str) -> set[tuple[int, int]]:
    spans, start = set(), 0
    for i, tag in enumerate(tags):
        if TAGS[tag][2:] == role:
            if TAGS[tag][0] in "BS":
                start = i
            if TAGS[tag][0] in "ES":
                spans.add((start, i))
    return spans
