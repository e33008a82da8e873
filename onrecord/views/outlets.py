"""Each outlet: what it published, whom it follows, whom it quotes, what it calls whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.reading.schema import Sourcing
from onrecord.record.copies.entry import COPIES, CopyEntry
from onrecord.record.entries import StatementEntry
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.record import Record
from onrecord.views import wording
from onrecord.views.copies import percent
from onrecord.views.labelling import target
from onrecord.views.listing import Column

SHOWN = 5


class Quoted(msgspec.Struct, frozen=True):
    """A source and how often the outlet has words of theirs."""

    actor: str
    name: str
    statements: int


class OutletProfile(msgspec.Struct, frozen=True, kw_only=True):
    """One outlet; `outlet` is None for documents of which it is unknown.

    `copied`: how many of its articles are copies of another outlet's (`from_whom`, by how many), `copied_by` who has
    its own. `unnamed`: the share, from 0 to 1, of its statements whose source it does not name. `quotes`: those whom it
    quotes most, `labels` what it calls whom in its own voice, the most used first.
    """

    outlet: str | None
    documents: int
    statements: int
    copied: int
    from_whom: dict[str, int]
    copied_by: dict[str, int]
    unnamed: float
    quotes: tuple[Quoted, ...]
    labels: tuple[LabelEntry, ...]


def outlet_profiles(record: Record) -> list[OutletProfile]:
    """All outlets, those of most articles first, the unknown one last. Raises `RecordError` as `Record` does."""
    documents: defaultdict[str | None, set[str]] = defaultdict(set)
    for document in record.documents():
        documents[document.outlet].add(document.id)
    statements: defaultdict[str | None, list[StatementEntry]] = defaultdict(list)
    for statement in record.statements():
        statements[statement.outlet].append(statement)
    labels: defaultdict[str, list[LabelEntry]] = defaultdict(list)
    for label in record.labels(own=True):
        labels[label.outlet].append(label)
    copies = [each for each in record.copies() if each.kind in COPIES and each.original and each.second]
    return [
        _profile(outlet, documents[outlet], statements[outlet], copies, labels[outlet or ""])
        for outlet in sorted(documents, key=lambda each: (each is None, -len(documents[each]), each or ""))
    ]


def _profile(
    outlet: str | None,
    documents: set[str],
    statements: Sequence[StatementEntry],
    copies: Sequence[CopyEntry],
    labels: Sequence[LabelEntry],
) -> OutletProfile:
    taken = [each for each in copies if each.second and each.second.document in documents]
    given = [each for each in copies if each.second and each.first.document in documents]
    quoted = Counter((each.speaker, each.speaker_name or "") for each in statements if each.speaker)
    known = [each for each in statements if each.sourcing is not Sourcing.GENERAL]
    unnamed = sum(each.sourcing is Sourcing.UNNAMED for each in known)
    return OutletProfile(
        outlet=outlet,
        documents=len(documents),
        statements=len(statements),
        copied=len({each.second.document for each in taken if each.second}),
        from_whom=_counted(each.first.outlet for each in taken),
        copied_by=_counted(each.second.outlet for each in given if each.second),
        unnamed=unnamed / len(known) if known else 0.0,
        quotes=tuple(
            Quoted(actor or "", name, number)
            for (actor, name), number in sorted(
                quoted.items(), key=lambda each: (-each[1], each[0][1], each[0][0] or "")
            )
        )[:SHOWN],
        labels=tuple(sorted(labels, key=lambda each: (-each.uses, target(each), each.label, each.id))),
    )


def _counted(outlets: Iterable[str | None]) -> dict[str, int]:
    return dict(
        sorted(Counter(each or wording.NO_OUTLET for each in outlets).items(), key=lambda one: (-one[1], one[0]))
    )


def quoted(profile: OutletProfile) -> str:
    """Whom it quotes most: "Ora Lind (4), Teodor Brenn (2)"."""
    return ", ".join(f"{each.name} ({each.statements})" for each in profile.quotes)


def copying(profile: OutletProfile) -> str:
    """Whose copies it has: "1 copied from Meridian Wire"; empty where there are none."""
    taken = ", ".join(f"{number} from {outlet}" for outlet, number in profile.from_whom.items())
    given = ", ".join(f"{number} by {outlet}" for outlet, number in profile.copied_by.items())
    return "; ".join(each for each in (f"copies {taken}" if taken else "", f"copied {given}" if given else "") if each)


def labelling(profile: OutletProfile) -> str:
    """What it calls whom in its own voice: "Bogdan Trask: hawkish deputy chairman"."""
    return "; ".join(dict.fromkeys(f"{target(each)}: {each.label}" for each in profile.labels))


OUTLETS: tuple[Column[OutletProfile], ...] = (
    Column("outlet", lambda each: each.outlet or ""),
    Column("articles", lambda each: each.documents),
    Column("statements", lambda each: each.statements),
    Column("copies", copying),
    Column("unnamed", lambda each: percent(each.unnamed)),
    Column("quotes", quoted),
    Column("labels", labelling),
)
