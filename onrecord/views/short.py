"""Any entry in one line."""

from collections.abc import Sequence

from onrecord.record.copies.entry import CopyEntry
from onrecord.record.disputes.entry import DisputeEntry
from onrecord.record.entries import ActorEntry, CommitmentEntry, DocumentEntry, EventEntry, StatementEntry
from onrecord.record.forecasts.entry import ForecastEntry
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.narratives.entry import NarrativeEntry
from onrecord.record.positions.entry import PositionEntry
from onrecord.record.record import AnyEntry
from onrecord.record.roles.entry import RoleEntry
from onrecord.record.stories.entry import StoryEntry
from onrecord.views import commitments, forecasts, labelling, positions, timeline, wording

Across = CopyEntry | ForecastEntry | PositionEntry | NarrativeEntry | DisputeEntry | LabelEntry | RoleEntry


def in_short(entry: AnyEntry) -> tuple[str, str, str]:
    """Its kind, whose it is, and its words."""
    match entry:
        case StatementEntry():
            told = wording.ACT[entry.act], entry.said_by or wording.NO_SOURCE, entry.content_text
        case EventEntry():
            told = wording.EVENT[entry.type], timeline.who(entry), entry.what
        case CommitmentEntry():
            told = wording.COMMITMENT[entry.kind], commitments.who(entry), entry.what
        case ActorEntry():
            told = wording.KIND[entry.kind], entry.name, "; ".join(entry.titles)
        case StoryEntry():
            told = "story", "", entry.name
        case DocumentEntry():
            told = "document", entry.outlet or "", entry.title or entry.id
        case _:
            told = _told_across(entry)
    return told


def _told_across(entry: Across) -> tuple[str, str, str]:
    match entry:
        case CopyEntry():
            sides: Sequence[str] = [side.title or side.document for side in (entry.first, entry.second) if side]
            told = entry.kind.value, "", " / ".join(sides)
        case ForecastEntry():
            told = forecasts.HEDGE[entry.hedge], forecasts.who(entry), entry.what
        case PositionEntry():
            told = positions.STANCE[entry.stance], entry.actor_name, positions.words(entry.taken[-1])
        case NarrativeEntry():
            told = "narrative", "", entry.claim
        case DisputeEntry():
            told = "dispute", "", entry.about
        case LabelEntry():
            told = "label", labelling.who(entry), f"{labelling.target(entry)}: {entry.label}"
        case _:
            told = "role", entry.actor_name, entry.title
    return told
