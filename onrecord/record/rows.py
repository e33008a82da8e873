"""Rows of the store as entries."""

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.reading.schema import Act, Form, Kind, MentionForm, Sourcing
from onrecord.record.entries import (
    ActorEntry,
    DocumentEntry,
    Evidence,
    MentionEntry,
    Passage,
    StatementEntry,
)
from onrecord.record.intake import published_of, stated_of
from onrecord.record.store import Row
from onrecord.spans import Span


def document_entry(row: Row, origins: Sequence[str], evidence: Sequence[Evidence]) -> DocumentEntry:
    """The document that `row` holds, found at `origins`; `evidence` is that of its date."""
    return DocumentEntry(
        id=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        byline=row["byline"],
        url=row["url"],
        published=published_of(row),
        stated=stated_of(row),
        because=row["published_because"],
        evidence=tuple(evidence),
        language=row["language"],
        unread=row["unread"],
        origins=tuple(origins),
        characters=row["characters"],
        statements=row["statements"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def actor_entry(row: Row, aliases: Sequence[str]) -> ActorEntry:
    """The actor that `row` holds, who also goes by `aliases`."""
    return ActorEntry(
        id=row["id"],
        name=row["name"],
        kind=Kind(row["kind"]),
        aliases=tuple(aliases),
        titles=msgspec.json.decode(row["titles"], type=tuple[str, ...]),
        documents=row["documents"],
        mentions=row["mentions"],
        statements=row["statements"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def evidence_of(row: Row) -> Evidence:
    """The characters that `row` of `evidence` points at."""
    return Evidence(document=row["document"], span=Span(row["start"], row["end"]), part=row["part"])


def mention_entry(row: Row) -> MentionEntry:
    """The mention that `row` holds."""
    return MentionEntry(
        document=row["document"],
        actor=row["actor"],
        span=Span(row["start"], row["end"]),
        head=Span(row["head_start"], row["head_end"]),
        kind=Kind(row["kind"]),
        form=MentionForm(row["form"]),
    )


def passage_of(row: Row) -> Passage:
    """The sentence that `row` holds, with its document's text."""
    span = Span(row["start"], row["end"])
    return Passage(
        document=row["document"],
        title=row["title"],
        outlet=row["outlet"],
        published=published_of(row),
        span=span,
        text=span.of(row["text"]),
    )


def statement_entry(row: Row, evidence: Sequence[Evidence], names: Mapping[str, str]) -> StatementEntry:
    """The statement that `row` holds; `names` are those of the actors."""
    via = msgspec.json.decode(row["via"], type=tuple[str, ...])
    return StatementEntry(
        id=row["id"],
        document=row["document"],
        speaker=row["speaker"],
        speaker_name=row["speaker_name"],
        source_text=row["source_text"],
        cue_text=row["cue_text"],
        content_text=row["content_text"],
        form=Form(row["form"]),
        sourcing=Sourcing(row["sourcing"]),
        act=Act(row["act"]),
        via=via,
        via_names=tuple(names[actor] for actor in via),
        addressee=row["addressee"],
        addressee_name=names.get(row["addressee"] or ""),
        hedges=msgspec.json.decode(row["hedges"], type=tuple[str, ...]),
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        evidence=tuple(evidence),
        published=published_of(row),
        outlet=row["outlet"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )
