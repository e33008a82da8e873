"""The Reader as a torch module: a BERT encoder, small heads on its words, their losses."""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.reading.labels import ENDS, HEADS, LINK_WIDTH, STARTS, TAGS, allowed_transitions
from onrecord.reading.pieces import FEATURES

NEVER = -1e4

# The link vectors: what points, and what it points at.
LINKS = ("arc_first", "arc_last", "arc_cue", "left", "left_edge", "right", "right_edge", "anaphor", "antecedent")


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder; the defaults are all-MiniLM-L6-v2's."""

    layers: int = 6
    width: int = 384
    inner: int = 1536
    attention_heads: int = 12
    vocabulary: int = 30522
    positions: int = 512


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
        """Hidden (b, t, width); bias (b, 1, 1, t) added to attention scores."""
        b, t, width = hidden.shape
        query, key, value = (
            self.qkv(hidden).view(b, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        )
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
            attended = scores.softmax(-1) @ value
        else:
            attended = F.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
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
        self.dropout = WindowDropout(dropout)
        self.tags = nn.Linear(shape.width, len(TAGS))
        self.mention_heads = nn.Linear(shape.width, len(HEADS))
        self.links = nn.Linear(shape.width, len(LINKS) * LINK_WIDTH)
        self.crf = Crf()
        self.pairs = PairBiases()
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Ids (b, t), features (b, t, 3), mask (b, t; 1 read, 0 padding) -> tag scores, head scores, link vectors."""
        hidden = self.dropout(self.encode(ids, features, mask))
        return self.tags(hidden), self.mention_heads(hidden), self.links(hidden)

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """The encoder alone: (b, t, width)."""
        hidden = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))[None]
        for i, embedding in enumerate(self.features):
            hidden = hidden + embedding(features[..., i])
        hidden = self.dropout(self.norm(hidden))
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * NEVER
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

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


class Crf(nn.Module):
    """Linear-chain conditional random field over TAGS (Lafferty, McCallum and Pereira, ICML 2001)."""

    def __init__(self) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        forbidden = ~torch.tensor(allowed_transitions())
        self.register_buffer("forbidden", forbidden.float() * NEVER)
        self.register_buffer("start", (~torch.tensor(STARTS)).float() * NEVER)
        self.register_buffer("end", (~torch.tensor(ENDS)).float() * NEVER)

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


def signed_bucket(distance: Tensor) -> Tensor:
    """Distances in words, either sign, to `[0, 2 * DISTANCES]`: 8 exact ones a side, then by half octaves."""
    return bucket(distance.abs()) * distance.sign() + DISTANCES


def bucket(distance: Tensor) -> Tensor:
    """Distances from 0 up to `[0, DISTANCES]`: exact to 8, then by half octaves (to about 700 words)."""
    coarse = (8 + 2 * torch.log2(distance.clamp(min=8).float() / 8)).floor().long()
    return torch.where(distance < 8, distance, coarse.clamp(max=DISTANCES))
