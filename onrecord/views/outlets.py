"""Each outlet: what it published, whom it follows, whom it quotes, what it calls whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypedDict

import msgspec

from onrecord.reading.schema import Sourcing
from onrecord.record.copies.entry import COPIES, CopyEntry
from onrecord.record.facets import Facet
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

    `alone`: how many events no other outlet tells; `copied`: how many of its articles are copies of another outlet's
    (`from_whom`, by how many), `copied_by` who has its own. `unnamed`: the share, from 0 to 1, of its statements whose
    source it does not name. `quotes`: those whom it quotes most, `labels` what it calls whom in its own voice, the most
    used first.
    """

    outlet: str | None
    documents: int
    statements: int
    alone: int
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
    statements = _numbers(record.count_statements("outlet"))
    unnamed = _numbers(record.count_statements("outlet", sourcing=Sourcing.UNNAMED))
    general = _numbers(record.count_statements("outlet", sourcing=Sourcing.GENERAL))
    alone, quoted_most = _numbers(record.told_alone()), record.quoted_by_outlet()
    labels: defaultdict[str, list[LabelEntry]] = defaultdict(list)
    for label in record.labels(own=True):
        labels[label.outlet].append(label)
    copies = [each for each in record.copies() if each.kind in COPIES and each.original and each.second]
    return [
        OutletProfile(
            outlet=outlet,
            documents=len(documents[outlet]),
            statements=statements[outlet or ""],
            alone=alone[outlet or ""],
            unnamed=_share(unnamed[outlet or ""], statements[outlet or ""] - general[outlet or ""]),
            quotes=tuple(
                Quoted(each.value, each.name, each.number) for each in quoted_most.get(outlet or "", ())[:SHOWN]
            ),
            labels=tuple(
                sorted(labels[outlet or ""], key=lambda each: (-each.uses, target(each), each.label, each.id))
            ),
            **_copying(documents[outlet], copies),
        )
        for outlet in sorted(documents, key=lambda each: (each is None, -len(documents[each]), each or ""))
    ]


def _most_used(label: LabelEntry) -> tuple[int, str, str, str]:
    return -label.uses, target(label), label.label, label.id


class _Copying(TypedDict):
    copied: int
    from_whom: dict[str, int]
    copied_by: dict[str, int]


def _copying(documents: set[str], copies: Sequence[CopyEntry]) -> _Copying:
    taken = [each for each in copies if each.second and each.second.document in documents]
    given = [each for each in copies if each.second and each.first.document in documents]
    return {
        "copied": len({each.second.document for each in taken if each.second}),
        "from_whom": _counted(each.first.outlet for each in taken),
        "copied_by": _counted(each.second.outlet for each in given if each.second),
    }


def _numbers(facets: Iterable[Facet]) -> Counter[str]:
    return Counter({each.value: each.number for each in facets})


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


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
    Column("alone", lambda each: each.alone),
    Column("copies", copying),
    Column("unnamed", lambda each: percent(each.unnamed)),
    Column("quotes", quoted),
    Column("labels", labelling),
)
