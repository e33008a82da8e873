"""Articles to compare: an invented one, and what other outlets made of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec

from onrecord.coverage.document import Document
from onrecord.reading.schema import Reading
from onrecord.reading.sentences import sentences
from onrecord.record.build import build
from onrecord.record.copies.article import Article
from onrecord.spans import Span
from record import quoting
from record.story import document

LEAD = "LISK, March 3 (Meridian Wire) - "
SENTENCES = (
    "Premier Ivo Sorvek will open the harbour of Lisk to grain ships from Ardmoor at noon on Thursday, his staff said.",
    "The decision ends a blockade of 41 days that began when a patrol boat rammed the freighter Blue Heron.",
    '"We are opening the gate, and nobody had to knock," Sorvek told reporters on the quay.',
    "Some 120,000 tonnes of barley are waiting in the sheds of the eastern ports, according to the farmers' union.",
    "Envoy Ora Lind, who flew to Lisk on Sunday, had demanded the release of nine sailors as well.",
    "The nine men are held in the fortress of Karst and have been visited twice by the Red Crescent.",
    "A senior official in Ardmoor said the sailors would be home within a week.",
    "Lind handed over a letter of two pages that does not mention the fine of 3 million crowns.",
    "The shipping company Tern Lines has refused to pay it and went to court in Sant Oriel.",
    "Insurers in Port Sable halved their premium for the passage within an hour of the news.",
    "The opposition leader Mira Vane called the step a surrender with a brass band.",
    "A vote in the senate is expected on March 17.",
)
REWRITE = (
    "Grain freighters out of Ardmoor may enter Lisk harbour from noon on Thursday, the staff of Ivo Sorvek announced.",
    "It is the end of a 41-day blockade, set off by the ramming of the freighter Blue Heron by a patrol boat.",
    "Nobody had needed to knock at the gate for it to open, Sorvek joked as he stood on the quay.",
    "In the eastern ports, sheds are full of barley: the union of farmers speaks of 120,000 tonnes.",
    "Ora Lind, the envoy who came to Lisk by plane on Sunday, wanted nine sailors released too.",
    "Held in the Karst fortress, the men have had two visits by the Red Crescent.",
    "Within a week the sailors will be home, thinks a high-ranking official from Ardmoor.",
    "The two-page letter that Lind delivered is silent on the 3 million crowns of the fine.",
    "Tern Lines, the shipping firm, will not pay and has taken the matter to a court in Sant Oriel.",
    "Port Sable's insurers needed but an hour to halve what they charge for the passage.",
    'Mira Vane of the opposition spoke of "surrender with a brass band".',
    "The senate will probably vote on the 17th of March.",
)
OTHER = (
    "Envoy Ora Lind left Lisk on Monday without the nine sailors whom Ardmoor wants back.",
    "Farmers burned barley in front of the ministry to protest against falling prices.",
    "The harbour of Lisk handled more ships in January than in all of last year, figures show.",
    "Premier Ivo Sorvek spent the morning at the opening of a school in the hills.",
    "He told pupils that arithmetic was the mother of all diplomacy.",
    "A court in Sant Oriel adjourned the case of a stolen painting until the summer.",
    "The Blue Heron choir won the song contest of the islands for the third time.",
    "Mira Vane is recovering from a broken ankle and will return to work next month.",
    "Rain is expected in the whole of the north, with floods in the valley of the Tern.",
    "Insurers blame the weather for the rise of their premiums for houses near the coast.",
)
TEXT = LEAD + " ".join(SENTENCES)


def article(text: str, name: str = "d1", outlet: str | None = None) -> Article:
    """One that is all body, parted into sentences where a capital follows a full stop."""
    edges = [0, *(match.end() for match in re.finditer(r'[.!?]"? (?=["A-Z])', text)), len(text)]
    sentences = [Span(first, end) for first, end in pairwise(edges) if first < end]
    return Article(name, text, [Span(0, len(text))] if text else [], sentences=sentences, outlet=outlet)


def published(text: str, name: str, outlet: str | None = None, day: date | None = None) -> Document:
    """One for a record, found in a file of its own."""
    return document(text, id=name, origin=f"{name}.txt", outlet=outlet, day=day)


def read(documents: Iterable[Document]) -> Iterator[Reading]:
    """As `record.quoting` does, with the sentences that a rewrite is known by."""
    for each in documents:
        [reading] = quoting.read([each])
        yield msgspec.structs.replace(reading, sentences=tuple(sentences(each.text, each.body)))


def compared(path: Path, items: Iterable[Document]) -> None:
    """The record at `path` of `items` with their sentences."""
    build(items, path, read=read, model="rules 2", version="0.1.0")
