"""The Reader as a torch module: a BERT encoder, small heads on its words, their losses."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.reading.labels import (
    CHAINS,
    COLUMNS,
    HEADS,
    LINKS,
    SYNTAX,
    SYNTAX_LINKS,
    allowed_transitions,
    may_end,
    may_start,
)
from onrecord.reading.pieces import FEATURES
from onrecord.reading.windows import CLS, PAD, SEP

NEVER = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder; the defaults are all-MiniLM-L6-v2's."""

    layers: int = 6
    width: int = 384
    inner: int = 1536
    attention_heads: int = 12
    vocabulary: int = 30522
    positions: int = 512
    relative: bool = False  # attention also knows how far apart two pieces are (MPNet, NeurIPS 2020)


TEACHER = Shape(layers=12, width=768, inner=3072, relative=True)  # all-mpnet-base-v2's

# MPNet's vocabulary is BERT's with four entries before it; its own marks of begin, end and padding come first.
MPNET_SHIFT = 4
MPNET_MARKS = {CLS: 0, SEP: 2, PAD: 1}
MPNET_FIRST_POSITION = 2
RELATIVE_BUCKETS = 32
FARTHEST = 128


class WindowDropout(nn.Module):
    """Drops whole features of a window (Gal and Ghahramani, NIPS 2016).

    One random number a feature instead of one a position: drawing those took an eighth of a training step.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, hidden: Tensor) -> Tensor:
        """Hidden (b, t, width)."""
        if not self.training or not self.rate:
            return hidden
        keep = torch.rand(hidden.shape[0], 1, hidden.shape[2]) >= self.rate
        return hidden * (keep / (1 - self.rate)).to(hidden.dtype)


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.attention_heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.mix = nn.Linear(shape.width, shape.width)
        self.mix_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.down_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = WindowDropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Hidden (b, t, width); bias (b, 1 or heads, 1 or t, t) added to attention scores."""
        b, t, width = hidden.shape
        query, key, value = (
            self.qkv(hidden).view(b, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        )
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
            attended = scores.softmax(-1) @ value
        else:
            with torch.autocast("cpu", enabled=False):  # 32 bits: the 16-bit kernel is slower without AMX
                attended = F.scaled_dot_product_attention(query.float(), key.float(), value.float(), attn_mask=bias)
        hidden = self.mix_norm(hidden + self.dropout(self.mix(attended.transpose(1, 2).reshape(b, t, width))))
        return self.down_norm(hidden + self.dropout(self.down(F.gelu(self.up(hidden)))))


class Reader(nn.Module):
    """Encoder and heads. `forward` is what is exported: scores for every position."""

    def __init__(self, shape: Shape | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.words = nn.Embedding(shape.vocabulary, shape.width, padding_idx=0)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.features = nn.ModuleList(nn.Embedding(size, shape.width) for size in FEATURES.values())
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.distance = nn.Embedding(RELATIVE_BUCKETS, shape.attention_heads) if shape.relative else None
        self.dropout = WindowDropout(dropout)
        syntax_columns, syntax_links = sum(map(len, SYNTAX.values())), sum(SYNTAX_LINKS.values())
        self.labels = nn.Linear(shape.width, sum(map(len, COLUMNS.values())) - syntax_columns)
        self.links = nn.Linear(shape.width, sum(LINKS.values()) - syntax_links)
        self.mix = nn.Parameter(torch.zeros(shape.layers))
        self.syntax_labels = nn.Linear(shape.width, syntax_columns)
        self.syntax_links = nn.Linear(shape.width, syntax_links)
        self.chains = nn.ModuleDict({name: Crf(tags) for name, tags in CHAINS.items()})
        self.pairs = PairBiases()
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Ids (b, t), features (b, t, 3), mask (b, t; 1 read, 0 padding) -> label scores, link vectors, both of syntax.

        Syntax has outputs of its own, so that it costs nothing where nobody asks for it.
        """
        hidden, mixed = self.encode(ids, features, mask)
        return self.labels(hidden), self.links(hidden), self.syntax_labels(mixed), self.syntax_links(mixed)

    def heads(self, hidden: Tensor, mixed: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores (…, columns) and link vectors (…, link columns) of all or some rows of what `encode` gives."""
        labels = torch.cat([self.labels(hidden), self.syntax_labels(mixed)], -1)
        return labels, torch.cat([self.links(hidden), self.syntax_links(mixed)], -1)

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The encoder alone, (b, t, width) each: its last layer, and the mix of all layers that syntax is read from.

        Syntax lies in the middle layers (Kondratyuk and Straka, EMNLP 2019); the mix leaves the last one to meaning.
        """
        hidden = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))[None]
        for i, embedding in enumerate(self.features):
            hidden = hidden + embedding(features[..., i])
        hidden = self.dropout(self.norm(hidden))
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * NEVER
        if self.distance is not None:
            # Not trained further: attention with a bias that wants a gradient has no fast kernel.
            bias = bias + self.distance(relative_bucket(ids.shape[1])).detach().permute(2, 0, 1)[None]
        mixed: Tensor | float = 0.0
        for layer, share in zip(self.layers, self.mix.softmax(0), strict=True):
            hidden = layer(hidden, bias)
            mixed = mixed + share.to(hidden.dtype) * hidden
        assert isinstance(mixed, Tensor)
        return self.dropout(hidden), self.dropout(mixed)

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
        """Take over the weights of a BERT checkpoint; all tokens are of type 0, so its vector joins the positions."""

        def put(module: nn.Module, name: str) -> None:
            module.weight.data.copy_(weights[f"{name}.weight"])
            if getattr(module, "bias", None) is not None:
                module.bias.data.copy_(weights[f"{name}.bias"])

        put(self.words, "embeddings.word_embeddings")
        put(self.positions, "embeddings.position_embeddings")
        self.positions.weight.data += weights["embeddings.token_type_embeddings.weight"][0]
        put(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}"
            parts = [f"{at}.attention.self.{name}" for name in ("query", "key", "value")]
            layer.qkv.weight.data.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))
            layer.qkv.bias.data.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))
            put(layer.mix, f"{at}.attention.output.dense")
            put(layer.mix_norm, f"{at}.attention.output.LayerNorm")
            put(layer.up, f"{at}.intermediate.dense")
            put(layer.down, f"{at}.output.dense")
            put(layer.down_norm, f"{at}.output.LayerNorm")

    def load_mpnet(self, weights: dict[str, Tensor]) -> None:
        """Take over the weights of an MPNet checkpoint, its vocabulary put into BERT's order."""

        def put(module: nn.Module, name: str) -> None:
            for part, value in module.named_parameters():
                value.data.copy_(weights[f"{name}.{part}"])

        table = weights["embeddings.word_embeddings.weight"]
        self.words.weight.data.copy_(table[MPNET_SHIFT : MPNET_SHIFT + self.shape.vocabulary])
        for ours, theirs in MPNET_MARKS.items():
            self.words.weight.data[ours] = table[theirs]
        positions = weights["embeddings.position_embeddings.weight"]
        self.positions.weight.data.copy_(positions[MPNET_FIRST_POSITION : MPNET_FIRST_POSITION + self.shape.positions])
        assert self.distance is not None
        put(self.distance, "encoder.relative_attention_bias")
        put(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}"
            for part in ("weight", "bias"):
                joined = torch.cat([weights[f"{at}.attention.attn.{name}.{part}"] for name in "qkv"])
                getattr(layer.qkv, part).data.copy_(joined)
            put(layer.mix, f"{at}.attention.attn.o")
            put(layer.mix_norm, f"{at}.attention.LayerNorm")
            put(layer.up, f"{at}.intermediate.dense")
            put(layer.down, f"{at}.output.dense")
            put(layer.down_norm, f"{at}.output.LayerNorm")


def relative_bucket(length: int) -> Tensor:
    """(t, t): MPNet's bucket of the distance from each piece to each other; near ones exact, far ones by logarithm."""
    place = torch.arange(length)
    distance = place[:, None] - place[None]
    half = RELATIVE_BUCKETS // 2
    exact = half // 2
    size = distance.abs()
    coarse = exact + (torch.log(size.clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (distance < 0).long() * half + torch.where(size < exact, size, coarse.clamp(max=half - 1))


class Crf(nn.Module):
    """Linear-chain conditional random field over tags (Lafferty, McCallum and Pereira, ICML 2001)."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        forbidden = ~torch.tensor(allowed_transitions(tags))
        self.register_buffer("forbidden", forbidden.float() * NEVER)
        self.register_buffer("start", (~torch.tensor(may_start(tags))).float() * NEVER)
        self.register_buffer("end", (~torch.tensor(may_end(tags))).float() * NEVER)

    def scores(self) -> Tensor:
        """Transition scores `[from, to]`, forbidden ones far below all others."""
        return self.transitions + self.forbidden

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood, summed over rows.

        emissions (p, l, tags), tags (p, l), mask (p, l) with a true prefix.
        """
        transitions = self.scores()
        emitted = emissions.gather(2, tags[..., None]).squeeze(2)
        moved = transitions[tags[:, :-1], tags[:, 1:]]
        gold = (emitted * mask).sum(1) + (moved * mask[:, 1:]).sum(1)
        alpha = emissions[:, 0] + self.start
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None], step, alpha)
        return (torch.logsumexp(alpha + self.end, dim=1) - gold).sum()


# Values of the pair features; see `pair_features`.
DISTANCES = 20


class PairBiases(nn.Module):
    """What distance says about a link, beside the vectors' product."""

    def __init__(self) -> None:
        super().__init__()
        self.arc_distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))
        self.left_distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))
        self.right_distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))
        self.antecedent_distance = nn.Parameter(torch.zeros(len(HEADS), DISTANCES + 1))
        self.antecedent_match = nn.Parameter(torch.zeros(len(HEADS), 3))
        self.antecedent_class = nn.Parameter(torch.zeros(len(HEADS), len(HEADS)))
        self.new = nn.Parameter(torch.zeros(len(HEADS)))
        self.governor_distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))
        self.initiates_distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))
        self.receives_distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))


def signed_bucket(distance: Tensor) -> Tensor:
    """Distances in words, either sign, to `[0, 2 * DISTANCES]`: 8 exact ones a side, then by half octaves."""
    return bucket(distance.abs()) * distance.sign() + DISTANCES


def bucket(distance: Tensor) -> Tensor:
    """Distances from 0 up to `[0, DISTANCES]`: exact to 8, then by half octaves (to about 700 words)."""
    coarse = (8 + 2 * torch.log2(distance.clamp(min=8).float() / 8)).floor().long()
    return torch.where(distance < 8, distance, coarse.clamp(max=DISTANCES))
