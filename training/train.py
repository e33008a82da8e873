"""Fine-tune the Reader on all labelled sets: `python -m training.train --shared ../shared --out build/model`."""

import argparse
import copy
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch

from training.batches import Batch, Task, collate, epoch
from training.encoders import ENCODERS, load_tokenizer
from training.evaluate import dev_scores, dev_sets
from training.losses import losses
from training.network import Reader
from training.tasks import WEIGHTS, all_tasks, give_soft


def main() -> None:
    """Train, keep a checkpoint an epoch, write the averaged weights at the end."""
    options = arguments()
    torch.manual_seed(options.seed)
    tokenizer = load_tokenizer()
    tasks = all_tasks(options.shared, tokenizer, silver_weight=options.silver_weight, newswire=options.soft is not None)
    shares = dict(share.split("=") for share in options.share)
    tasks = [
        replace(task, share=float(shares.get(task.name, task.share)))
        for task in tasks
        if not options.only or task.name in options.only
    ]
    for task in tasks if options.soft else ():
        give_soft(task, options.soft)
    dev = dev_sets(options.shared, tokenizer, options.only)
    options.out.mkdir(parents=True, exist_ok=True)
    run = Run(options, tasks)
    if options.resume:
        run.resume()
    while run.passes < options.epochs:
        run.one_pass()
        run.save()
        print(json.dumps({"epoch": run.passes, "dev": dev_scores(run.average, dev)}), flush=True)
    torch.save(run.average.state_dict(), options.out / "model.pt")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--encoder", choices=ENCODERS, default="minilm", help="mpnet: the teacher")
    parser.add_argument("--only", action="append", help="this task alone; repeatable")
    parser.add_argument(
        "--share", action="append", default=[], metavar="TASK=TIMES", help="how often a pass draws a task; repeatable"
    )
    parser.add_argument("--soft", type=Path, help="folder of a teacher's scores (training.label)")
    parser.add_argument("--start", type=Path, help="checkpoint to start from in place of the bare encoder")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint in --out")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--pieces", type=int, default=4096, help="word pieces a step")
    parser.add_argument("--rate", type=float, default=2e-4, help="peak learning rate of the encoder's last layer")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="peak learning rate of heads and features")
    parser.add_argument("--decay", type=float, default=0.9, help="factor on the rate a layer further down")
    parser.add_argument("--average", type=float, default=0.998, help="decay of the moving average of weights")
    parser.add_argument("--silver-weight", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Run:
    """A training run: the model, its average, the optimizer, and how far it has come."""

    def __init__(self, options: argparse.Namespace, tasks: list[Task]) -> None:
        self.options, self.tasks = options, tasks
        self.rng = random.Random(options.seed)
        self.steps_a_pass = len(epoch(tasks, random.Random(0), options.pieces))
        self.model = ENCODERS[options.encoder]()
        if options.start:
            self.model.load_state_dict(torch.load(options.start, weights_only=True))
        self.optimizer, self.schedule = optimizer_of(self.model, options, self.steps_a_pass * options.epochs)
        self.average = copy.deepcopy(self.model).eval()
        # Fuses what stands between the products: a tenth faster.
        self.model.encode = torch.compile(self.model.encode, dynamic=True)  # type: ignore[method-assign]
        self.passes = self.step = 0

    def one_pass(self) -> None:
        """Every task once, a report every 50 steps."""
        self.passes += 1
        started, seen = time.time(), 0
        sums: dict[str, float] = defaultdict(float)
        counts: dict[str, int] = defaultdict(int)
        self.model.train()
        for batch in self._batches():
            parts = self._step(batch)
            seen += int(batch.mask.sum())
            for name, part in parts.items():
                sums[name] += float(part)
                counts[name] += 1
            if self.step % 50 == 0:
                report = " ".join(f"{name} {sums[name] / counts[name]:.3f}" for name in sums)
                total = self.steps_a_pass * self.options.epochs
                print(f"{self.passes} {self.step}/{total} {seen / (time.time() - started):.0f}/s {report}", flush=True)
                sums.clear()
                counts.clear()

    def _batches(self) -> Iterator[Batch]:
        return map(collate, epoch(self.tasks, self.rng, self.options.pieces))

    def _step(self, batch: Batch) -> dict[str, torch.Tensor]:
        parts = losses(self.model, batch)
        loss = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))
        if not loss.requires_grad:  # nothing is marked in these windows
            return {}
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        follow(self.average, self.model, min(self.options.average, (1 + self.step) / (10 + self.step)))
        return {name: part.detach() for name, part in parts.items()}

    def save(self) -> None:
        """The weights after this pass, and all that going on needs."""
        torch.save(self.average.state_dict(), self.options.out / f"epoch-{self.passes}.pt")
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "random": (self.rng.getstate(), torch.get_rng_state()),
            "progress": (self.passes, self.step),
        }
        whole = self.options.out / "last.pt"
        torch.save(state, whole.with_suffix(".part"))
        whole.with_suffix(".part").replace(whole)

    def resume(self) -> None:
        """Go back to the last `save`."""
        state = torch.load(self.options.out / "last.pt", weights_only=False)
        for name in ("model", "average", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        ours, torchs = state["random"]
        self.rng.setstate(ours)
        torch.set_rng_state(torchs)
        self.passes, self.step = state["progress"]


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
        elif parts[0] in ("words", "positions", "distance", "norm"):
            rate = options.rate * options.decay**depth
        elif parts[0] in ("chains", "pairs", "mix"):
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
