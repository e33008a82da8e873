"""What each head of the Reader is taught."""

import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.reading.labels import HEADS, LINK_WIDTH
from training.batches import Batch
from training.data import NONE, NOT_A_NAME
from training.network import LINKS, NEVER, Reader, bucket, signed_bucket

# Mentions further back than this many are not antecedents. Ten windows of news hold about 600 mentions.
ANTECEDENTS = 250
# Words that a mention reaches to either side of its head; longer ones (relative clauses) are cut there.
REACH = 30


def losses(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """Mean loss of each head that the batch has labels for."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model.dropout(model.encode(batch.ids, batch.features, batch.mask))
        words = hidden[batch.row, batch.at]
        tags, heads, links = (f(words).float() for f in (model.tags, model.mention_heads, model.links))
    vectors = dict(zip(LINKS, links.view(len(words), len(LINKS), LINK_WIDTH).unbind(1), strict=True))
    out: dict[str, Tensor] = {}
    if batch.tags is not None and batch.fragments is not None:
        out["tags"] = tag_loss(model, batch, tags)
        if len(batch.fragments):
            out["arcs"] = arc_loss(model, batch, vectors)
    if batch.heads is not None:
        out["heads"] = head_loss(heads, batch.heads) * batch.weight
        if len(batch.edges):
            out["edges"] = edge_loss(model, batch, vectors)
    if batch.clusters is not None and batch.heads is not None:
        out["links"] = link_loss(model, batch, vectors)
    return out


def tag_loss(model: Reader, batch: Batch, scores: Tensor) -> Tensor:
    """Negative log-likelihood of the paragraphs' tags, a word."""
    assert batch.tags is not None
    mask = batch.line_rows >= 0
    rows = batch.line_rows.clamp(min=0)
    tags = torch.where(mask, batch.tags[rows], 0)
    return model.crf.loss(scores[rows], tags, mask) / len(scores)


def arc_loss(model: Reader, batch: Batch, vectors: dict[str, Tensor]) -> Tensor:
    """Cross-entropy of each fragment's cue among the cues of its window, or none."""
    assert batch.fragments is not None
    first, last, cue, _ = batch.fragments.unbind(1)
    cues = cue[cue >= 0].unique()
    if not len(cues):
        return torch.zeros(())
    scores = arc_scores(model, vectors, first, last, cues)
    scores = scores.masked_fill(batch.row[first][:, None] != batch.row[cues][None], NEVER)
    scores = F.pad(scores, (1, 0))
    gold = torch.where(cue >= 0, torch.searchsorted(cues, cue.clamp(min=0)) + 1, 0)
    return F.cross_entropy(scores, gold)


def arc_scores(model: Reader, vectors: dict[str, Tensor], first: Tensor, last: Tensor, cues: Tensor) -> Tensor:
    """(fragments, cues): how well each cue suits each fragment; 0 is no cue."""
    query = vectors["arc_first"][first] + vectors["arc_last"][last]
    distance = model.pairs.arc_distance[signed_bucket(cues[None] - first[:, None])]
    return query @ vectors["arc_cue"][cues].T / LINK_WIDTH**0.5 + distance


def head_loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross-entropy of head classes; where only "not a name" is known, of all classes that are none."""
    log_p = scores.log_softmax(-1)
    names = torch.tensor([h.endswith("-name") and not h.startswith("other") for h in HEADS])
    exact, open_ = gold >= 0, gold == NOT_A_NAME
    right = log_p.gather(1, gold.clamp(min=0)[:, None]).squeeze(1)
    not_names = torch.logsumexp(log_p.masked_fill(names, NEVER), dim=1)
    known = (exact | open_).sum().clamp(min=1)
    return -(right[exact].sum() + not_names[open_].sum()) / known


def edge_loss(model: Reader, batch: Batch, vectors: dict[str, Tensor]) -> Tensor:
    """Cross-entropy of the first and last word of each mention, given its head."""
    head, left, right = batch.edges.unbind(1)
    steps = torch.arange(REACH + 1)
    total = torch.zeros(())
    for name, sign, target in (("left", -1, left), ("right", 1, right)):
        place = head[:, None] + sign * steps
        valid = (place >= 0) & (place < len(batch.row))
        place = place.clamp(0, len(batch.row) - 1)
        valid &= batch.row[place] == batch.row[head][:, None]
        scores = (vectors[f"{name}_edge"][place] * vectors[name][head][:, None]).sum(-1) / LINK_WIDTH**0.5
        biases = getattr(model.pairs, f"{name}_distance")
        scores = (scores + biases[signed_bucket(sign * steps)]).masked_fill(~valid, NEVER)
        total = total + F.cross_entropy(scores, ((target - head) * sign).clamp(0, REACH))
    return total / 2


def link_loss(model: Reader, batch: Batch, vectors: dict[str, Tensor]) -> Tensor:
    """Marginal likelihood of each mention's antecedents, or of being new (Lee and others, EMNLP 2017)."""
    assert batch.heads is not None
    assert batch.clusters is not None
    mentions = torch.nonzero(batch.heads > NONE).squeeze(1)
    if len(mentions) < 2:
        return torch.zeros(())
    scores = link_scores(model, batch, vectors, mentions)
    order = torch.arange(len(mentions))
    gap = order[:, None] - order[None]
    candidate = (gap > 0) & (gap <= ANTECEDENTS)
    scores = scores.masked_fill(~candidate, NEVER)
    new = model.pairs.new[batch.heads[mentions]][:, None]
    cluster = batch.clusters[mentions]
    gold = candidate & (cluster[:, None] == cluster[None]) & (cluster[:, None] >= 0)
    gold = torch.cat([~gold.any(1, keepdim=True), gold], 1)
    log_p = torch.cat([new, scores], 1).log_softmax(1)
    return -torch.logsumexp(log_p.masked_fill(~gold, NEVER), 1).mean()


def link_scores(model: Reader, batch: Batch, vectors: dict[str, Tensor], mentions: Tensor) -> Tensor:
    """(m, m): how well mention j (column) suits as antecedent of i (row)."""
    assert batch.heads is not None
    classes = batch.heads[mentions]
    product = vectors["anaphor"][mentions] @ vectors["antecedent"][mentions].T / LINK_WIDTH**0.5
    distance = bucket((mentions[:, None] - mentions[None]).clamp(min=0))
    same = _same_word(batch, mentions)
    return (
        product
        + model.pairs.antecedent_distance[classes[:, None], distance]
        + model.pairs.antecedent_match[classes[:, None], same]
        + model.pairs.antecedent_class[classes[:, None], classes[None]]
    )


def _same_word(batch: Batch, mentions: Tensor) -> Tensor:
    """(m, m): which head words are the same.

    1 where they begin with the same two pieces, 2 with the same one, else 0.
    """
    row, at = batch.row[mentions], batch.at[mentions]
    first, second = batch.ids[row, at], batch.ids[row, (at + 1).clamp(max=batch.ids.shape[1] - 1)]
    one = first[:, None] == first[None]
    both = one & (second[:, None] == second[None])
    return one.long() * 2 - both.long()
