"""The formula by which mentions become events: `python -m training.merging --shared FOLDER`.

Fitted on the pairs of ECB+ train (Cybulska and Vossen, LREC 2014). The threshold is chosen on answers for topics that
the formula was not fitted on, in FOLDS parts. Runs where the product runs: documents are read with the model that ships.
"""

import argparse
import importlib.util
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from bench.ecbplus import Marked, marked_mentions
from onrecord.reading.model import Model
from onrecord.record.merging.cluster import events_of, groups
from onrecord.record.merging.features import Group
from onrecord.record.merging.judge import DATA, Judge
from onrecord.record.merging.lexicon import packaged_lexicon

Floats = npt.NDArray[np.float32]

OUT = Path(__file__).parents[1] / "onrecord" / "record" / "merging" / DATA
FOLDS = 5
THRESHOLDS = np.arange(0.2, 0.62, 0.03)
HIDDEN = 24
EPOCHS = 12
BATCH = 1024
RATE = 2e-3
DECAY = 3e-4
COMMITTEE = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A group of mentions, their places in the corpus, and whether each pair is one event."""

    group: Group
    places: list[int]
    same: npt.NDArray[np.bool_]
    fold: npt.NDArray[np.int64]


def main() -> None:
    """Describe pairs, fit, choose the threshold, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    train = options.shared / "data" / "ecbplus" / "train.jsonl"
    marked = list(marked_mentions(train, Model()))
    rows = [json.loads(line) for line in train.read_text(encoding="utf-8").splitlines()]
    chains = [row["chain"] for row in rows]
    parts = described(marked, chains, folds([row["topic"] for row in rows]))
    least, score = threshold(parts, chains, options.shared / "eval" / "score.py")
    print(f"cross-validated over topics: CoNLL {score} from {least:.2f} on")
    judge = fitted(parts, least=least)
    options.out.write_bytes(msgspec.json.encode(judge) + b"\n")


def folds(topics: Sequence[str]) -> list[int]:
    """The part of each mention; both sub-topics of a topic are in one."""
    numbers = [int(re.findall(r"\d+", topic)[0]) for topic in topics]
    order = np.random.default_rng(0).permutation(sorted(set(numbers))).tolist()
    return [order.index(number) % FOLDS for number in numbers]


def described(marked: Sequence[Marked], chains: Sequence[str], fold: Sequence[int]) -> list[Part]:
    """The groups that the product makes of the mentions, with what is to be learned."""
    texts = {m.mention.document: m.text for m in marked}
    parts = []
    for group, places in groups([m.mention for m in marked], texts, packaged_lexicon()):
        own = np.array([chains[i] for i in places])
        a, b = group.pairs.T
        parts.append(Part(group, places, own[a] == own[b], np.array([fold[i] for i in places])))
    return parts


def threshold(parts: Sequence[Part], chains: Sequence[str], scorer: Path) -> tuple[float, float]:
    """The best threshold, and the score it gives, where no topic is judged by a formula that has seen it."""
    judges = [fitted(parts, without=fold) for fold in range(FOLDS)]
    likely = [held_out(part, judges) for part in parts]
    scores = {}
    for least in THRESHOLDS.tolist():
        answers = [
            [part.places[i] for i in event]
            for part, p in zip(parts, likely, strict=True)
            for event in events_of(part.group, p, least)
        ]
        scores[least] = conll(answers, chains, scorer)
    best = max(scores, key=lambda least: scores[least])
    return best, scores[best]


def held_out(part: Part, judges: Sequence[Judge]) -> Floats:
    """(p,): each pair as the formula sees it that was fitted without the topic of its first mention."""
    first = part.fold[part.group.pairs[:, 0]]
    out = np.zeros(len(first), dtype=np.float32)
    for fold, judge in enumerate(judges):
        out[first == fold] = judge.probabilities(part.group.names, part.group.numbers[first == fold])
    return out


def conll(answers: Sequence[Sequence[int]], chains: Sequence[str], scorer: Path) -> float:
    """CoNLL F1 of all mentions as one collection, by the scorer beside the corpora."""
    spec = importlib.util.spec_from_file_location("score", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold: defaultdict[str, set[int]] = defaultdict(set)
    for place, chain in enumerate(chains):
        gold[chain].add(place)
    return float(module.conll([([set(a) for a in answers], list(gold.values()))])["CoNLL_F1"])


def fitted(parts: Sequence[Part], *, without: int | None = None, least: float = 0.5) -> Judge:
    """The formula of all pairs, or of those that have no mention in the part `without`."""
    keep = [(p.fold[p.group.pairs] != (-1 if without is None else without)).all(1) for p in parts]
    numbers = np.concatenate([p.group.numbers[k] for p, k in zip(parts, keep, strict=True)])
    same = np.concatenate([p.same[k] for p, k in zip(parts, keep, strict=True)]).astype(np.float32)
    means, scales = numbers.mean(0), numbers.std(0) + np.float32(1e-4)
    standard = ((numbers - means) / scales).astype(np.float32)
    committee = [_fit(standard, same, seed) for seed in range(COMMITTEE)]
    hidden, bias, output, last = (list(x) for x in zip(*committee, strict=True))
    return Judge(
        names=parts[0].group.names,
        means=_short(means),
        scales=_short(scales),
        hidden=[_short(row) for row in np.concatenate(hidden, axis=1)],
        hidden_bias=_short(np.concatenate(bias)),
        output=_short(np.concatenate(output) / COMMITTEE),
        bias=float(np.mean(last)),
        least=round(float(least), 2),
    )


def _fit(numbers: Floats, same: Floats, seed: int) -> tuple[Floats, Floats, Floats, float]:
    """Hidden weights (f, h) and biases (h), output weights (h) and bias: logistic loss, Adam (Kingma and Ba, 2015)."""
    random = np.random.default_rng(seed)
    width = numbers.shape[1]
    weights = [
        random.normal(0, width**-0.5, (width, HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        random.normal(0, HIDDEN**-0.5, HIDDEN).astype(np.float32),
        np.full(1, -2.0, np.float32),
    ]
    first, second = ([np.zeros_like(w) for w in weights] for _ in range(2))
    batches = list(_batches(len(numbers), random))
    for step, rows in enumerate(batches, start=1):
        rate = RATE * (1 - step / (len(batches) + 1))
        for i, gradient in enumerate(_gradients(weights, numbers[rows], same[rows])):
            first[i] += 0.1 * (gradient - first[i])
            second[i] += 0.001 * (gradient**2 - second[i])
            scaled = first[i] / (1 - 0.9**step) / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
            weights[i] -= np.float32(rate) * (scaled + (DECAY * 30 * weights[i] if weights[i].ndim == 2 else 0))
    hidden, bias, output, last = weights
    return hidden, bias, output, float(last[0])


def _batches(count: int, random: np.random.Generator) -> Iterator[npt.NDArray[np.int64]]:
    for _ in range(EPOCHS):
        order = random.permutation(count)
        yield from (order[i : i + BATCH] for i in range(0, count, BATCH))


def _gradients(weights: Sequence[Floats], numbers: Floats, same: Floats) -> list[Floats]:
    hidden, bias, output, last = weights
    inner = np.tanh(numbers @ hidden + bias)
    error = (1 / (1 + np.exp(-(inner @ output + last[0]))) - same) / len(same)
    back = error[:, None] * output * (1 - inner**2)
    return [numbers.T @ back, back.sum(0), inner.T @ error, error.sum(keepdims=True)]


def _short(values: npt.NDArray[np.floating]) -> list[float]:
    """Four significant figures: more change nothing."""
    return [float(f"{value:.4g}") for value in values.tolist()]


if __name__ == "__main__":
    main()
