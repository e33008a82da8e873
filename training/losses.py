"""What each head of the Reader is taught."""

import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.reading.labels import COLUMN_PLACES, HEADS, LINK_PLACES, LINK_WIDTH, SYNTAX_LINKS
from training.batches import Batch
from training.example import NOT_A_NAME
from training.network import NEVER, Reader, bucket, signed_bucket

NONE = HEADS.index("none")
# Mentions further back than this many are not antecedents. Ten windows of news hold about 600 mentions.
ANTECEDENTS = 250
# Words that a mention reaches to either side of its head; longer ones (relative clauses) are cut there.
REACH = 30
# Heads that are a plain choice of class a word.
CLASSES = ("pos", "event", "status", "timeml", "tense", "aspect", "negation", "modality")

Blocks = dict[str, Tensor]


def losses(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """Mean loss of each head that the batch has labels for."""
    scores, vectors = word_scores(model, batch)
    out = word_losses(model, batch, scores) | link_losses(model, batch, scores, vectors)
    if len(batch.targets):
        means = target_means(batch, scores["sentiment"])
        out["sentiment"] = F.cross_entropy(means, batch.targets[:, 2])
        if "sentiment" in batch.soft:
            out["soft sentiment"] = soft_loss(means, target_means(batch, batch.soft["sentiment"]))
    if "tags" in batch.soft:
        out["soft tags"] = soft_loss(scores["tags"], batch.soft["tags"])
    return out


def word_losses(model: Reader, batch: Batch, scores: Blocks) -> Blocks:
    """Losses of what is said of single words: chains of tags, classes."""
    out: Blocks = {}
    for name, chain in batch.chains.items():
        mask = chain.rows >= 0
        rows = chain.rows.clamp(min=0)
        tags = torch.where(mask, chain.tags[rows], 0)
        out[name] = model.chains[name].loss(scores[name][rows], tags, mask) / mask.sum()
    for name in CLASSES:
        if name in batch.labels and (batch.labels[name] >= 0).any():
            out[name] = F.cross_entropy(scores[name], batch.labels[name], ignore_index=-1)
    if "heads" in batch.labels:
        out["heads"] = head_loss(scores["heads"], batch.labels["heads"]) * batch.weight
    return out


def link_losses(model: Reader, batch: Batch, scores: Blocks, vectors: Blocks) -> Blocks:
    """Losses of what is said of pairs of words."""
    out: Blocks = {}
    if len(batch.fragments):
        out["arcs"] = arc_loss(model, batch, vectors)
    if len(batch.edges):
        out["edges"] = edge_loss(model, batch, vectors)
    if batch.clusters is not None:
        out["links"] = link_loss(model, batch, vectors)
    if batch.governors is not None:
        out["governors"] = governor_loss(model, batch, vectors)
        out["relations"] = relation_loss(batch, scores)
    if len(batch.triggers):
        out["arguments"] = argument_loss(model, batch, vectors)
    return out


def word_scores(model: Reader, batch: Batch) -> tuple[Blocks, Blocks]:
    """Label scores and link vectors of each word (n, columns), by name, in 32 bits."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, mixed = model.encode(batch.ids, batch.features, batch.mask)
        labels, links = model.heads(hidden[batch.row, batch.at], mixed[batch.row, batch.at])
    labels, links = labels.float(), links.float()
    return (
        {name: labels[:, place] for name, place in COLUMN_PLACES.items()},
        {name: links[:, place] for name, place in LINK_PLACES.items()},
    )


def soft_loss(scores: Tensor, teacher: Tensor) -> Tensor:
    """Divergence from the teacher's distribution over classes, a row (Hinton, Vinyals and Dean, 2015)."""
    target = teacher.softmax(-1)
    return F.kl_div(scores.log_softmax(-1), target, reduction="batchmean")


def governor_loss(model: Reader, batch: Batch, vectors: Blocks) -> Tensor:
    """Cross-entropy of each word's syntactic head among the words of its sentence, itself for a root."""
    assert batch.governors is not None
    assert batch.sentence is not None
    total, known, start = torch.zeros(()), 0, 0
    for count in batch.counts:
        here = slice(start, start + count)
        gold = batch.governors[here] - start
        at = torch.nonzero(gold >= 0).squeeze(1)
        scores = governor_scores(model, vectors["dependent"][here], vectors["governor"][here])
        together = batch.sentence[here][:, None] == batch.sentence[here][None]
        scores = scores.masked_fill(~together, NEVER)
        total = total + F.cross_entropy(scores[at], gold[at], reduction="sum")
        known, start = known + len(at), start + count
    return total / max(1, known)


def governor_scores(model: Reader, dependent: Tensor, governor: Tensor) -> Tensor:
    """(n, n): how well word j (column) suits as syntactic head of i (row) (Dozat and Manning, ICLR 2017)."""
    place = torch.arange(len(dependent))
    distance = model.pairs.governor_distance[signed_bucket(place[None] - place[:, None])]
    return dependent @ governor.T / SYNTAX_LINKS["governor"] ** 0.5 + distance


def relation_loss(batch: Batch, scores: Blocks) -> Tensor:
    """Cross-entropy of each word's relation to its syntactic head, from scores of both."""
    assert batch.governors is not None
    under = scores["relation_under"][batch.governors.clamp(min=0)]
    gold = torch.where(batch.governors >= 0, batch.labels["relation"], -1)
    return F.cross_entropy(scores["relation"] + under, gold, ignore_index=-1)


def argument_loss(model: Reader, batch: Batch, vectors: Blocks) -> Tensor:
    """Log loss of which words of a trigger's window name an initiator, and which a recipient; summed over words."""
    total = torch.zeros(())
    place = torch.arange(len(batch.row))
    beside = batch.row[batch.triggers][:, None] == batch.row[None]
    for link, rows in batch.arguments.items():
        event, first, last = rows.unbind(1)
        gold = torch.zeros(beside.shape)
        inside = (place[None] >= first[:, None]) & (place[None] <= last[:, None])
        gold.index_put_((event,), inside.float(), accumulate=True)
        scores = argument_scores(model, link, vectors, batch.triggers, place)
        parts = F.binary_cross_entropy_with_logits(scores, gold.clamp(max=1), reduction="none")
        total = total + (parts * beside).sum() / len(batch.triggers)
    return total


def argument_scores(model: Reader, link: str, vectors: Blocks, triggers: Tensor, words: Tensor) -> Tensor:
    """(e, w): how surely a word is of the phrase that names the initiator (recipient) of an event; above 0, it is."""
    product = vectors[link][triggers] @ vectors["argument"][words].T / LINK_WIDTH**0.5
    biases: Tensor = getattr(model.pairs, f"{link}_distance")
    return product + biases[signed_bucket(words[None] - triggers[:, None])]


def target_means(batch: Batch, scores: Tensor) -> Tensor:
    """(k, 3): the mean of sentiment scores over each target's words."""
    first, last, _ = batch.targets.unbind(1)
    sums = F.pad(scores.cumsum(0), (0, 0, 1, 0))
    return (sums[last + 1] - sums[first]) / (last + 1 - first)[:, None]


def arc_loss(model: Reader, batch: Batch, vectors: Blocks) -> Tensor:
    """Cross-entropy of each fragment's cue among the cues of its window, or none."""
    first, last, cue, _ = batch.fragments.unbind(1)
    cues = cue[cue >= 0].unique()
    if not len(cues):
        return torch.zeros(())
    scores = arc_scores(model, vectors, first, last, cues)
    scores = scores.masked_fill(batch.row[first][:, None] != batch.row[cues][None], NEVER)
    scores = F.pad(scores, (1, 0))
    gold = torch.where(cue >= 0, torch.searchsorted(cues, cue.clamp(min=0)) + 1, 0)
    return F.cross_entropy(scores, gold)


def arc_scores(model: Reader, vectors: Blocks, first: Tensor, last: Tensor, cues: Tensor) -> Tensor:
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


def edge_loss(model: Reader, batch: Batch, vectors: Blocks) -> Tensor:
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


def link_loss(model: Reader, batch: Batch, vectors: Blocks) -> Tensor:
    """Marginal likelihood of each mention's antecedents, or of being new (Lee and others, EMNLP 2017)."""
    assert batch.clusters is not None
    mentions = torch.nonzero(batch.labels["heads"] > NONE).squeeze(1)
    if len(mentions) < 2:
        return torch.zeros(())
    scores = link_scores(model, batch, vectors, mentions)
    order = torch.arange(len(mentions))
    gap = order[:, None] - order[None]
    candidate = (gap > 0) & (gap <= ANTECEDENTS)
    scores = scores.masked_fill(~candidate, NEVER)
    new = model.pairs.new[batch.labels["heads"][mentions]][:, None]
    cluster = batch.clusters[mentions]
    gold = candidate & (cluster[:, None] == cluster[None]) & (cluster[:, None] >= 0)
    gold = torch.cat([~gold.any(1, keepdim=True), gold], 1)
    log_p = torch.cat([new, scores], 1).log_softmax(1)
    return -torch.logsumexp(log_p.masked_fill(~gold, NEVER), 1).mean()


def link_scores(model: Reader, batch: Batch, vectors: Blocks, mentions: Tensor) -> Tensor:
    """(m, m): how well mention j (column) suits as antecedent of i (row)."""
    classes = batch.labels["heads"][mentions]
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
