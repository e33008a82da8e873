"""The table of words that merging events looks up: `python -m training.lexicon --shared FOLDER`."""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from onrecord.reading.pieces import FEATURES
from onrecord.reading.windows import CLS, SEP
from onrecord.record.merging.lexicon import DATA
from onrecord.record.merging.words import Words, stem
from training.encoders import load_tokenizer, minilm

OUT = Path(__file__).parents[1] / "onrecord" / "record" / "merging" / DATA
# Text alone is taken of each, the training part where there are several.
CORPORA = ("te3silver/docs", "polnear/train", "timebank/train", "ecbplus/train")
LEAST_TEXTS = 3
MOST_LETTERS = 20
AXES = 48
TOGETHER = 512
_WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*")


def main() -> None:
    """Count words, embed each, reduce, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    words, stems, total = Counter[str](), Counter[str](), 0
    for text in texts(options.shared / "data"):
        found = {word.text.casefold() for word in Words(text).all}
        words.update(found)
        stems.update({stem(word) for word in found})
        total += 1
    kept = sorted(w for w, n in words.items() if n >= LEAST_TEXTS and _WORD.fullmatch(w) and len(w) <= MOST_LETTERS)
    np.savez_compressed(
        options.out,
        words=np.frombuffer("\n".join(kept).encode(), dtype=np.uint8),
        documents=np.array([stems[stem(word)] for word in kept], dtype=np.uint16),
        total=np.array(total),
        vectors=eight_bit(reduced(embedded(kept))),
    )
    print(f"{options.out}: {len(kept)} words of {total} texts, {options.out.stat().st_size / 1e6:.2f} MB")


def texts(data: Path) -> Iterator[str]:
    """Every text of the corpora once."""
    for corpus in CORPORA:
        seen: set[str] = set()
        for line in (data / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row.get("text") or row["context"]
            if text not in seen:
                seen.add(text)
                yield text


@torch.no_grad()
def embedded(words: list[str]) -> npt.NDArray[np.float32]:
    """(n, width): what the sentence encoder makes of each word by itself, the mean over its pieces and both marks."""
    model, out = minilm().eval(), np.zeros((len(words), 384), dtype=np.float32)
    pieces = [[CLS, *e.ids, SEP] for e in load_tokenizer().encode_batch(words, add_special_tokens=False)]
    order = sorted(range(len(words)), key=lambda i: len(pieces[i]))
    for start in range(0, len(order), TOGETHER):
        here = order[start : start + TOGETHER]
        longest = max(len(pieces[i]) for i in here)
        ids = torch.tensor([pieces[i] + [0] * (longest - len(pieces[i])) for i in here])
        mask = torch.tensor([[1] * len(pieces[i]) + [0] * (longest - len(pieces[i])) for i in here])
        hidden, _ = model.encode(ids, torch.zeros(*ids.shape, len(FEATURES), dtype=torch.long), mask)
        out[here] = ((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)).numpy()
    return out


def reduced(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """(n, AXES): on the principal axes, around the mean."""
    centred = vectors - vectors.mean(0)
    _, axes = np.linalg.eigh((centred.T @ centred).astype(np.float64))
    return (centred @ axes[:, ::-1][:, :AXES]).astype(np.float32)


def eight_bit(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    """Directions alone: each vector is scaled to use all of the range."""
    scaled: npt.NDArray[np.int8] = np.rint(127 * vectors / np.abs(vectors).max(1, keepdims=True)).astype(np.int8)
    return scaled


if __name__ == "__main__":
    main()
