"""Writing the roles of the stories in the scope."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from onrecord.reading.schema import Kind, Title
from onrecord.record.agree import OF_STORIES, Table, agree, agree_evidence
from onrecord.record.disputes.page import Page, pages
from onrecord.record.roles.changes import changes
from onrecord.record.roles.holdings import holdings, sure
from onrecord.record.roles.joining import Role, roles
from onrecord.record.store import Store, Value

FACT_KIND = "role"
Titled = list[tuple[str, str, tuple[Title, ...]]]


def settle(store: Store) -> None:
    """Makes the roles in the scope agree with its documents; after actors."""
    seen = {row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM roles WHERE {OF_STORIES}")}
    rows: Table = set()
    evidence: Table = set()
    for story in [row["story"] for row in store.rows("SELECT story FROM scope_stories ORDER BY story")]:
        for role in _roles(store, story):
            rows.add(_row(story, role, seen))
            evidence |= set(_evidence(role))
    agree(store, "roles", ("id",), rows, where=OF_STORIES)
    agree_evidence(store, FACT_KIND, evidence)


def _roles(store: Store, story: str) -> Iterator[Role]:
    titled = _titled(store, story)
    if not titled:
        return
    own = list(pages(store, story))
    named = {
        row["actor"]
        for row in store.rows(
            "SELECT DISTINCT actor FROM scope JOIN members USING (document) WHERE scope.story = ? AND names <> '{}'",
            (story,),
        )
    }
    given = sure([each for page in own for each in holdings(page, titled.get(page.document, []), named)])
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for each in given:
        holders[each.actor].add(each.office.key)
    told = [each for page in own for each in changes(page, holders)] if holders else []
    yield from roles(given, told)


def _titled(store: Store, story: str) -> dict[str, Titled]:
    """The people of each document of `story` to whom it gives titles."""
    found: defaultdict[str, Titled] = defaultdict(list)
    for row in store.rows(
        "SELECT document, actor, name, titles FROM scope JOIN members USING (document) "
        "WHERE scope.story = ? AND kind = ? AND titles <> '[]' AND names <> '{}' ORDER BY document, position",
        (story, Kind.PERSON.value),
    ):
        titles = msgspec.json.decode(row["titles"], type=tuple[Title, ...])
        found[row["document"]].append((row["actor"], row["name"], titles))
    return dict(found)


def _row(story: str, role: Role, seen: dict[str, int]) -> tuple[Value, ...]:
    earliest, latest = role.current
    runs = [_run(each.page) for each in role.holdings]
    titles = role.titles
    return (
        *(role.id, story, role.actor, titles[0], msgspec.json.encode(titles).decode(), role.of),
        *(day.isoformat() if day else None for day in (earliest, latest, role.past_by)),
        msgspec.json.encode(
            [
                {
                    "kind": each.kind,
                    "other": each.other,
                    "came": each.came,
                    "document": each.page.document,
                    "span": each.span,
                }
                for each in role.changes
            ]
        ).decode(),
        min(*runs, seen.get(role.id, runs[0])) if role.id in seen else min(runs),
        max([*runs, *(_run(each.page) for each in role.changes)]),
    )


def _run(page: Page) -> int:
    return page.run


def _evidence(role: Role) -> Iterator[tuple[Value, ...]]:
    for each in role.holdings:
        yield (FACT_KIND, role.id, each.page.document, each.span.start, each.span.end, "title")
    for change in role.changes:
        yield (FACT_KIND, role.id, change.page.document, change.span.start, change.span.end, "change")
