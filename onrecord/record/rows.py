"""Rows of the store as entries."""

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.interval import Interval
from onrecord.reading.schema import Act, CommitmentKind, EventType, Form, Kind, MentionForm, Sourcing
from onrecord.record.entries import (
    ActorEntry,
    Change,
    CommitmentEntry,
    CommitmentStatus,
    DocumentEntry,
    EventEntry,
    Evidence,
    MentionEntry,
    Passage,
    QuantityEntry,
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


def statement_entry(
    row: Row, evidence: Sequence[Evidence], restated: Sequence[str], names: Mapping[str, str]
) -> StatementEntry:
    """The statement that `row` holds, and those that say the same elsewhere; `names` are those of the actors."""
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
        restated=tuple(restated),
        articles=row["articles"] or 1,
        accounts=row["accounts"] or 1,
        evidence=tuple(evidence),
        published=published_of(row),
        outlet=row["outlet"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def event_entry(row: Row, evidence: Sequence[Evidence], told: Sequence[Row], names: Mapping[str, str]) -> EventEntry:
    """The event that `row` holds; `told` are the statements that it is known from, `names` those of the actors."""
    initiators, recipients, excluded = (
        msgspec.json.decode(row[part], type=tuple[str, ...]) for part in ("initiators", "recipients", "excluded")
    )
    return EventEntry(
        id=row["id"],
        type=EventType(row["type"]),
        mode=row["mode"],
        contexts=msgspec.json.decode(row["contexts"], type=tuple[str, ...]),
        status=row["status"],
        what=row["what"],
        initiators=initiators,
        initiator_names=tuple(names[actor] for actor in initiators),
        recipients=recipients,
        recipient_names=tuple(names[actor] for actor in recipients),
        excluded=excluded,
        excluded_names=tuple(names[actor] for actor in excluded),
        place=row["place"],
        place_name=names.get(row["place"] or ""),
        when=_interval(row["earliest"], row["latest"], row["basis"]),
        conflict=bool(row["conflict"]),
        duration=row["duration"],
        only_said=bool(row["only_said"]),
        said_by=tuple(dict.fromkeys(each["speaker_name"] for each in told if each["speaker_name"])),
        statements=tuple(dict.fromkeys(each["statement"] for each in told)),
        history=_history(row),
        evidence=tuple(evidence),
        documents=tuple(dict.fromkeys(each.document for each in evidence)),
        accounts=row["accounts"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def commitment_entry(
    row: Row, evidence: Sequence[Evidence], told: Sequence[Row], names: Mapping[str, str]
) -> CommitmentEntry:
    """The commitment that `row` holds; `told` are the statements that it is known from, `names` those of the actors."""
    return CommitmentEntry(
        id=row["id"],
        kind=CommitmentKind(row["kind"]),
        by=row["by"],
        by_name=names.get(row["by"] or "", ""),
        toward=row["toward"],
        toward_name=names.get(row["toward"] or "", ""),
        what=row["what"],
        condition=row["condition"],
        due=_interval(row["due_earliest"], row["due_latest"], row["due_basis"]),
        status=CommitmentStatus(row["status"]),
        overdue=bool(row["overdue"]),
        figures=msgspec.json.decode(row["figures"], type=tuple[str, ...]),
        statements=tuple(dict.fromkeys(each["statement"] for each in told)),
        history=_history(row),
        evidence=tuple(evidence),
        documents=tuple(dict.fromkeys(each.document for each in evidence)),
        accounts=row["accounts"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def quantity_entry(row: Row) -> QuantityEntry:
    """The quantity that `row` holds, with its document's text."""
    span = Span(row["start"], row["end"])
    return QuantityEntry(
        document=row["document"],
        span=span,
        text=span.of(row["text"]),
        value=row["value"],
        unit=row["unit"],
        mod=row["mod"],
        of=Span(row["of_start"], row["of_end"]).of(row["text"]) if row["of_end"] else "",
        statement=row["statement"],
        event=row["event"],
        commitment=row["commitment"],
    )


def _history(row: Row) -> tuple[Change, ...]:
    return msgspec.json.decode(row["history"], type=tuple[Change, ...])


def _interval(earliest: str | None, latest: str | None, basis: str) -> Interval:
    return msgspec.convert({"earliest": earliest, "latest": latest, "basis": basis}, Interval, strict=False)
