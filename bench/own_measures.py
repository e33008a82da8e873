"""Qualities that the scorer beside the corpora does not measure, measured on what the product's own code reads."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import onrecord
from bench.event_measures import cameo_figures, news_figures, petrarch_figures
from onrecord.coverage.document import Document
from onrecord.reading.labels import INSIDE
from onrecord.reading.links import Links
from onrecord.reading.model import Model
from onrecord.reading.pieces import Pieces, pieces_of
from onrecord.reading.reader import read
from onrecord.reading.schema import Statement
from onrecord.reading.sentences import sentences
from onrecord.reading.sentiment import sentiments
from onrecord.reading.syntax import Syntax, syntax
from onrecord.reading.words.pronouns import SPEAKER
from onrecord.spans import Span

Row = dict[str, Any]
Figures = Mapping[str, object]

VOICES = Path(__file__).parents[1] / "training" / "annotations" / "voices_dev.jsonl"
SENTENCES_TOGETHER = 500


def rows(path: Path) -> Iterator[Row]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def sentiment_answers(documents: Path, model: Model) -> Iterator[object]:
    """For each sentence of NewsMTSC the polarity toward each target, as the scorer wants it."""
    waiting = list(rows(documents))
    for i in range(0, len(waiting), SENTENCES_TOGETHER):
        group = waiting[i : i + SENTENCES_TOGETHER]
        pieces = [_pieces(row["text"], model) for row in group]
        for row, own, scores in zip(group, pieces, model.scores(pieces), strict=True):
            shares = sentiments(own, scores, [Span(*target["span"]) for target in row["targets"]])
            yield {"id": row["id"], "polarity": [int(k) - 1 for k in shares.argmax(1)]}


def syntax_figures(data: Path, model: Model) -> Figures:
    """Part of speech, unlabelled and labelled attachment over the gold words of GUM dev and EWT dev.

    Read from raw text, in sentences by our own rule or in the gold ones; relations without subtypes, as in CoNLL 2018.
    A gold word that no word of ours stands for counts as wrong.
    """
    out = {}
    for corpus in ("gum", "ewt"):
        counts: dict[str, Counter[str]] = {"our sentences": Counter(), "gold sentences": Counter()}
        for row in rows(data / corpus / "dev.jsonl"):
            pieces = _pieces(row["text"], model)
            (scores,) = model.scores([pieces], syntax=True)
            ours = sentences(row["text"], [Span(0, len(row["text"]))])
            for name, split in zip(counts, (ours, [Span(*s) for s in row["sentences"]]), strict=True):
                read_as = syntax(scores, Links(scores, model.tables), pieces.numbered(split))
                counts[name] += _compared(row, pieces, read_as)
        out[corpus] = {
            f"{split}, {name}": round(100 * count[name] / max(1, count["tokens"]), 1)
            for split, count in counts.items()
            for name in ("UPOS", "UAS", "LAS")
        }
    return out


def _compared(row: Row, pieces: Pieces, read_as: Syntax) -> Counter[str]:
    """How many gold words have the right part of speech, governor, governor and relation."""
    counts: Counter[str] = Counter()
    word_of = _words_of_tokens(pieces, row["tokens"])
    token_of = {word: token for token, word in enumerate(word_of) if word >= 0}
    for token, word in enumerate(word_of):
        counts["tokens"] += 1
        if word < 0:
            continue
        counts["UPOS"] += read_as.pos_of(word) == row["pos"][token]
        governor = int(read_as.governor[word])
        while governor not in token_of and read_as.relation_of(governor) == INSIDE and governor > 0:
            governor -= 1
        head = -1 if governor == word else token_of.get(governor, -2)
        if head == row["heads"][token]:
            counts["UAS"] += 1
            counts["LAS"] += read_as.relation_of(word).split(":")[0] == row["deprels"][token].split(":")[0]
    return counts


def _words_of_tokens(pieces: Pieces, tokens: Sequence[Sequence[int]]) -> list[int]:
    """For each gold word the first of our words in it that no earlier gold word has, else -1."""
    out, taken = [], -1
    for start, end in tokens:
        first = max(int(np.searchsorted(pieces.ends, start, side="right")), taken + 1)
        word = first if first < len(pieces.starts) and pieces.starts[first] < end else -1
        out.append(word)
        taken = max(taken, word)
    return out


def voice_figures(data: Path, model: Model) -> Figures:
    """Inner voices in the contents of PolNeAR dev that we annotated, speakers' own thoughts ("I believe") left out.

    A voice is found where a relayed statement's cue overlaps its cue; right where also the sources overlap (or both
    are empty) and the contents share half of their characters (Dice). End to end: a content that is not found has no
    voices.
    """
    marked: dict[str, list[Row]] = {}
    for content in rows(VOICES):
        marked.setdefault(content["doc"], []).append(content)
    loaded = onrecord.load([data / "polnear" / "dev.jsonl"])
    documents = (document for document in loaded if isinstance(document, Document) and document.id in marked)
    counts: Counter[str] = Counter()
    for reading in read(documents, model=model):
        for content in marked[reading.id]:
            place = Span(*content["content"])
            gold = [v for v in content["voices"] if not _is_own(reading.text, v["source"])]
            mine = [r.statement for r in reading.relayed if any(s.overlaps(place) for s in r.statement.cue)]
            counts["gold"] += len(gold)
            counts["read"] += len(mine)
            counts["found"] += sum(any(_overlap(v["cue"], s.cue) for s in mine) for v in gold)
            counts["right"] += sum(any(_same(v, s) for s in mine) for v in gold)
    return {"contents": sum(map(len, marked.values())), **{n: _prf(counts, n) for n in ("found", "right")}}


def _is_own(text: str, source: Sequence[Sequence[int]]) -> bool:
    return any(SPEAKER & set(text[a:b].casefold().split()) for a, b in source)


def _same(gold: Row, statement: Statement) -> bool:
    sources = _overlap(gold["source"], statement.source) or (not gold["source"] and not statement.source)
    mine, theirs = _characters(statement.content), _characters(gold["content"])
    dice = 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))
    return bool(_overlap(gold["cue"], statement.cue)) and bool(sources) and dice >= 0.5


def _overlap(gold: Sequence[Sequence[int]], spans: Sequence[Span]) -> set[int]:
    return _characters(gold) & _characters(spans)


def _characters(spans: Sequence[Sequence[int]] | Sequence[Span]) -> set[int]:
    pairs = ((s.start, s.end) if isinstance(s, Span) else s for s in spans)
    return {i for a, b in pairs for i in range(a, b)}


def _prf(counts: Counter[str], right: str) -> dict[str, float]:
    p, r = (100 * counts[right] / max(1, counts[n]) for n in ("read", "gold"))
    return {"P": round(p, 1), "R": round(r, 1), "F1": round(2 * p * r / max(1e-9, p + r), 1), "n": counts["gold"]}


def _pieces(text: str, model: Model) -> Pieces:
    return pieces_of(text, [Span(0, len(text))], model.tokenizer)


OWN_MEASURES: dict[str, Callable[[Path, Model], Figures]] = {
    "syntax": syntax_figures,
    "voices": voice_figures,
    "news": news_figures,
    "petrarch": petrarch_figures,
    "cameo": cameo_figures,
}
