"""Reading roles out of the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.interval import Interval
from onrecord.record.entries import Evidence
from onrecord.record.intake import published_of
from onrecord.record.roles.described import holder
from onrecord.record.roles.entry import ChangeKind, RoleChange, RoleEntry
from onrecord.record.rows import evidence_of
from onrecord.record.selections import as_list
from onrecord.record.store import Row, Store, Values
from onrecord.spans import Span


class _Change(msgspec.Struct):
    kind: ChangeKind
    other: str | None
    came: bool
    document: str
    span: Span


def select_roles(store: Store, condition: str, values: Values = ()) -> list[RoleEntry]:
    """The roles that fulfil `condition`: those that changed hands first, then those of most articles."""
    rows = store.rows(f"SELECT * FROM roles WHERE {condition} ORDER BY id", values)
    changes = {row["id"]: msgspec.json.decode(row["changes"], type=list[_Change]) for row in rows}
    told = [each for own in changes.values() for each in own]
    names = _names(store, {row[of] for row in rows for of in ("actor", "of")} | {each.other for each in told})
    documents = _documents(store, {each.document for each in told})
    evidence = _evidence(store, [row["id"] for row in rows])
    entries = [_entry(row, changes[row["id"]], names, documents, evidence[row["id"]]) for row in rows]
    return sorted(
        entries, key=lambda each: (not each.changes, -len(each.documents), each.actor_name, each.title, each.id)
    )


def described_as(store: Store, actor: str) -> RoleEntry | None:
    """The role whose holder `actor`, whom its one document never names, may be; None where that does not show."""
    rows = store.rows(
        "SELECT members.name, names, story, published_earliest, published_latest, published_basis FROM members "
        "JOIN documents ON documents.id = document WHERE actor = ?",
        (actor,),
    )
    if len(rows) != 1 or rows[0]["names"] != "{}":
        return None
    return holder(rows[0]["name"], published_of(rows[0]), select_roles(store, "story = ?", (rows[0]["story"],)))


def _entry(
    row: Row,
    changes: Sequence[_Change],
    names: Mapping[str, str],
    documents: Mapping[str, Row],
    evidence: Sequence[Evidence],
) -> RoleEntry:
    before = tuple(dict.fromkeys(each.other for each in changes if each.came and each.other))
    after = tuple(dict.fromkeys(each.other for each in changes if not each.came and each.other))
    return RoleEntry(
        id=row["id"],
        actor=row["actor"],
        actor_name=names[row["actor"]],
        title=row["title"],
        titles=msgspec.json.decode(row["titles"], type=tuple[str, ...]),
        of=row["of"],
        of_name=names.get(row["of"] or ""),
        current=Interval(_day(row["earliest"]), _day(row["latest"]), "story"),
        past_by=_day(row["past_by"]),
        predecessors=before,
        predecessor_names=tuple(names[actor] for actor in before),
        successors=after,
        successor_names=tuple(names[actor] for actor in after),
        changes=tuple(sorted((_change(each, names, documents[each.document]) for each in changes), key=_order)),
        evidence=tuple(evidence),
        documents=tuple(dict.fromkeys(each.document for each in evidence)),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
    )


def _change(change: _Change, names: Mapping[str, str], document: Row) -> RoleChange:
    return RoleChange(
        kind=change.kind,
        other=change.other,
        other_name=names.get(change.other or ""),
        on=published_of(document),
        document=change.document,
        outlet=document["outlet"],
        span=change.span,
        text=" ".join(change.span.of(document["text"]).split()),
    )


def _order(change: RoleChange) -> tuple[str, str, Span]:
    """By day of publication, undated ones last."""
    day = change.on.latest if change.on.ordered else None
    return (day.isoformat() if day else "9999", change.document, change.span)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _names(store: Store, ids: Iterable[str | None]) -> dict[str, str]:
    wanted = as_list(sorted(each for each in ids if each))
    rows = store.rows("SELECT id, name FROM actors WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return {row["id"]: row["name"] for row in rows}


def _documents(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    rows = store.rows(
        "SELECT id, outlet, text, published_earliest, published_latest, published_basis FROM documents "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (as_list(sorted(ids)),),
    )
    return {row["id"]: row for row in rows}


def _evidence(store: Store, ids: list[str]) -> defaultdict[str, list[Evidence]]:
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM evidence WHERE fact_kind = 'role' AND fact_id IN (SELECT value FROM json_each(?)) "
        'ORDER BY document, start, "end", part',
        (as_list(ids),),
    ):
        evidence[row["fact_id"]].append(evidence_of(row))
    return evidence
