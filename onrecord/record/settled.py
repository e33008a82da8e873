"""The part of `Record` that hands out what is settled over all articles of a story."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from onrecord.errors import RecordError
from onrecord.record.copies.entry import CopyEntry, CopyKind
from onrecord.record.copies.select import families, same_sources, select_copies
from onrecord.record.disputes.entry import DisputeEntry, DisputeKind, DisputeStatus
from onrecord.record.disputes.select import TOLD_SINCE, select_disputes
from onrecord.record.forecasts.entry import ForecastEntry, Hedge, Outcome
from onrecord.record.forecasts.select import select_forecasts, where_forecasts
from onrecord.record.labels.entry import LabelEntry
from onrecord.record.labels.select import select_labels, where_labels
from onrecord.record.naming import actor_called
from onrecord.record.narratives.entry import NarrativeEntry, Voice
from onrecord.record.narratives.select import select_narratives, where_narratives
from onrecord.record.positions.entry import PositionEntry, Stance
from onrecord.record.positions.select import select_positions, where_positions
from onrecord.record.roles.entry import RoleEntry
from onrecord.record.roles.select import described_as, select_roles
from onrecord.record.selections import standing
from onrecord.record.store import Store, Value

Entry = TypeVar("Entry")


class Settled:
    """Copies, positions, forecasts, labels, narratives, disputes, roles; use it as `Record`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    def copies(
        self, *, kind: CopyKind | None = None, document: str | None = None, first_seen: int | None = None
    ) -> list[CopyEntry]:
        """Which article copies which, and what others share: the closest kind first, then those that share most."""
        conditions = {
            "kind = :kind": kind.value if kind else None,
            ":document IN (first, second)": document,
            "first_seen >= :first_seen": first_seen,
        }
        asked = [condition for condition, value in conditions.items() if value is not None]
        values: dict[str, Value] = {
            "kind": kind.value if kind else None,
            "document": document,
            "first_seen": first_seen,
        }
        return select_copies(self._store, standing("id", " AND ".join(asked) or "1"), values)

    def copy(self, identity: str) -> CopyEntry:
        """One pair, or one article that says it is another's. Raises `RecordError` where there is none of that id."""
        return self._only(select_copies(self._store, "id = ?", (identity,)), "copy", identity)

    def same_sources(self, actor: str) -> list[str]:
        """The ids of the unnamed sources of other articles that are this one, as copies of its words show."""
        return same_sources(self._store, actor)

    def positions(  # noqa: PLR0913 - one keyword a filter, each of them optional
        self,
        *,
        actor: str | None = None,
        issue: str | None = None,
        stance: Stance | None = None,
        shifted: bool = False,
        since: date | None = None,
        until: date | None = None,
        first_seen: int | None = None,
    ) -> list[PositionEntry]:
        """Who stands where on which issue: the issues on which most is known first.

        `actor` is an id or a name; `issue` words of what it is called, or a position's `issue`; `shifted` asks for
        those from which or to which their actor shifted; `since` and `until`, both inclusive, leave out what is known
        to lie outside. Raises `RecordError` for an actor whom nobody or more than one answers to.
        """
        filters = {
            "actor": actor_called(self._store, actor) if actor else None,
            "issue": issue,
            "stance": stance.value if stance else None,
            "since": since.isoformat() if since else None,
            "until": until.isoformat() if until else None,
            "first_seen": first_seen,
        }
        condition, values = where_positions(filters, shifted=shifted)
        return select_positions(self._store, standing("id", condition), values)

    def position(self, identity: str) -> PositionEntry:
        """One position. Raises `RecordError` where the record has none of that id."""
        return self._only(select_positions(self._store, "id = ?", (identity,)), "position", identity)

    def forecasts(
        self,
        *,
        by: str | None = None,
        hedge: Hedge | None = None,
        outcome: Outcome | None = None,
        text: str | None = None,
        first_seen: int | None = None,
    ) -> list[ForecastEntry]:
        """What is foreseen: by the day it is to be, the nearest first, then without one by when it was foreseen.

        `by` is an actor's id or a name, `text` words of what is foreseen. Raises `RecordError` as `positions` does.
        """
        filters = {
            "by": actor_called(self._store, by) if by else None,
            "hedge": hedge.value if hedge else None,
            "outcome": outcome.value if outcome else None,
            "text": text,
            "first_seen": first_seen,
        }
        condition, values = where_forecasts(filters)
        return select_forecasts(self._store, standing("id", condition), values)

    def forecast(self, identity: str) -> ForecastEntry:
        """One forecast. Raises `RecordError` where the record has none of that id."""
        return self._only(select_forecasts(self._store, "id = ?", (identity,)), "forecast", identity)

    def labels(  # noqa: PLR0913 - one keyword a filter, each of them optional
        self,
        *,
        target: str | None = None,
        by: str | None = None,
        outlet: str | None = None,
        own: bool | None = None,
        text: str | None = None,
        since: date | None = None,
        until: date | None = None,
        first_seen: int | None = None,
    ) -> list[LabelEntry]:
        """What outlets and their sources call actors and what befalls them: the targets of most labels first.

        `target` and `by`, the source, are ids or names; `outlet` is where it stands; `own` asks for outlets' own
        voices, or with False for sources; `text` stands in the label; `since` and `until` are inclusive. Raises
        `RecordError` for an actor whom nobody or more than one answers to.
        """
        filters = {
            "target": actor_called(self._store, target) if target else None,
            "by": actor_called(self._store, by) if by else None,
            "outlet": outlet,
            "own": None if own is None else int(own),
            "text": text,
            "since": since.isoformat() if since else None,
            "until": until.isoformat() if until else None,
            "first_seen": first_seen,
        }
        condition, values = where_labels(filters)
        return select_labels(self._store, standing("id", condition), values)

    def label(self, identity: str) -> LabelEntry:
        """One label. Raises `RecordError` where the record has none of that id."""
        return self._only(select_labels(self._store, "id = ?", (identity,)), "label", identity)

    def narratives(  # noqa: PLR0913 - one keyword a filter, each of them optional
        self,
        *,
        actor: str | None = None,
        voice: Voice | None = None,
        outlet: str | None = None,
        text: str | None = None,
        since: date | None = None,
        until: date | None = None,
        first_seen: int | None = None,
    ) -> list[NarrativeEntry]:
        """Claims that recur: those that somebody rebuts first, then those with most speakers.

        `actor` is an id or a name; `voice` what they, or anybody, do with the claim; `text` stands in the words of one
        who makes it; `since` and `until` are inclusive. Raises `RecordError` for an actor whom nobody or more than one
        answers to.
        """
        filters = {
            "actor": actor_called(self._store, actor) if actor else None,
            "voice": voice.value if voice else None,
            "outlet": outlet,
            "text": text,
            "since": since.isoformat() if since else None,
            "until": until.isoformat() if until else None,
            "first_seen": first_seen,
        }
        condition, values = where_narratives(filters)
        return select_narratives(self._store, standing("id", condition), values)

    def narrative(self, identity: str) -> NarrativeEntry:
        """One narrative. Raises `RecordError` where the record has none of that id."""
        return self._only(select_narratives(self._store, "id = ?", (identity,)), "narrative", identity)

    def disputes(
        self,
        *,
        kind: DisputeKind | None = None,
        status: DisputeStatus | None = None,
        actor: str | None = None,
        first_seen: int | None = None,
        since: date | None = None,
    ) -> list[DisputeEntry]:
        """Where accounts exclude each other: open ones first, bare denials last, then those of most documents.

        `actor`, an id or a name, says it or is spoken of; an article of `since` or later, or of no known day, tells it.
        Raises `RecordError` as `events` does.
        """
        conditions = {
            "kind = :kind": kind.value if kind else None,
            "status = :status": status.value if status else None,
            ":actor IN (SELECT value FROM json_each(actors))": actor_called(self._store, actor) if actor else None,
            "first_seen >= :first_seen": first_seen,
            TOLD_SINCE: since.isoformat() if since else None,
        }
        condition = " AND ".join(each for each, value in conditions.items() if value is not None)
        values: dict[str, Value] = dict(
            zip(("kind", "status", "actor", "first_seen", "since"), conditions.values(), strict=True)
        )
        return select_disputes(self._store, standing("id", condition or "1"), values)

    def dispute(self, identity: str) -> DisputeEntry:
        """One dispute. Raises `RecordError` where the record has none of that id."""
        return self._only(select_disputes(self._store, "id = ?", (identity,)), "dispute", identity)

    def roles(
        self,
        *,
        actor: str | None = None,
        title: str | None = None,
        changed: bool = False,
        on: date | None = None,
        first_seen: int | None = None,
    ) -> list[RoleEntry]:
        """Who holds which office: those that changed hands first, then those of most articles.

        `actor` is an id or a name; `title` are words of any way in which it is given; `changed` asks for those that the
        coverage says change hands; `on`, a day, for those that articles from before and after it, or of it, give as
        held. Raises `RecordError` for an actor whom nobody or more than one answers to.
        """
        conditions = {
            "actor = :actor": actor_called(self._store, actor) if actor else None,
            "titles LIKE :title": f"%{title}%" if title else None,
            "changes <> :none": "[]" if changed else None,
            "earliest <= :on AND latest >= :on": on.isoformat() if on else None,
            "first_seen >= :first_seen": first_seen,
        }
        condition = " AND ".join(each for each, value in conditions.items() if value is not None)
        values: dict[str, Value] = dict(
            zip(("actor", "title", "none", "on", "first_seen"), conditions.values(), strict=True)
        )
        return select_roles(self._store, standing("id", condition or "1"), values)

    def described_as(self, actor: str) -> RoleEntry | None:
        """The role whose holder an actor may be whom no article names, such as "the special envoy"; None if unsure."""
        return described_as(self._store, actor)

    def role(self, identity: str) -> RoleEntry:
        """One role. Raises `RecordError` where the record has none of that id."""
        return self._only(select_roles(self._store, "id = ?", (identity,)), "role", identity)

    def families(self) -> list[tuple[str, ...]]:
        """The documents that are copies of each other, directly or through others, by their ids; largest first."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for document, least in families(self._store).items():
            members[least].append(document)
        return sorted((tuple(each) for each in members.values()), key=lambda each: (-len(each), each))

    def _only(self, entries: Sequence[Entry], kind: str, identity: str) -> Entry:
        if not entries:
            raise RecordError(f"no {kind} {identity} is in it", where=str(self.path))
        return entries[0]
