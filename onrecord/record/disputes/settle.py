"""Writing the disputes of the stories in the scope."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import msgspec

from onrecord.reading.schema import Sourcing
from onrecord.record.agree import OF_STORIES, Table, agree, agree_evidence
from onrecord.record.disputes.blame import blame
from onrecord.record.disputes.denials import denials
from onrecord.record.disputes.draft import Draft, Told
from onrecord.record.disputes.entry import DisputeStatus
from onrecord.record.disputes.figures import figures
from onrecord.record.disputes.lengths import lengths
from onrecord.record.disputes.merging import Dispute, merged
from onrecord.record.disputes.page import Page, pages
from onrecord.record.disputes.reversals import reversals
from onrecord.record.independence import Ties, ties
from onrecord.record.independence import Told as Account
from onrecord.record.keys import short_hash
from onrecord.record.store import Store, Value

FACT_KIND = "dispute"
PARTS = ("first", "second", "third", "fourth")
FINDERS: tuple[Callable[[Sequence[Page]], Iterator[Draft]], ...] = (denials, reversals, blame)


def settle(store: Store) -> None:
    """Makes the disputes in the scope agree with its documents; after events and copies."""
    found = list(merged(_drafts(store)))
    accounts = ties(store) if found else Ties()
    seen = {
        row["id"]: row["first_seen"] for row in store.rows(f"SELECT id, first_seen FROM disputes WHERE {OF_STORIES}")
    }
    rows: Table = set()
    evidence: Table = set()
    for dispute in found:
        row = _row(dispute, seen, accounts)
        rows.add(row)
        evidence |= set(_evidence(str(row[0]), dispute))
    agree(store, "disputes", ("id",), rows, where=OF_STORIES)
    agree_evidence(store, FACT_KIND, evidence)


def _drafts(store: Store) -> Iterator[Draft]:
    """What is found in the documents of the scope, story by story."""
    for story in [row["story"] for row in store.rows("SELECT story FROM scope_stories ORDER BY story")]:
        own = list(pages(store, story))
        yield from (each for page in own for each in figures(page))
        yield from (each for finder in FINDERS for each in finder(own))
        yield from lengths(store, story, {page.document: page for page in own})


def identity(dispute: Dispute) -> str:
    """Made of the first account that the first run knew, so that more coverage does not change it."""
    founder = dispute.founder
    return "d-" + short_hash(founder.kind.value, founder.document, *founder.key, founder.about)


def _row(dispute: Dispute, seen: dict[str, int], accounts: Ties) -> tuple[Value, ...]:
    key, first = identity(dispute), dispute.first
    sides = dispute.sides()
    runs = [each.run for each in dispute.drafts]
    first_seen = min(runs)
    settled = any(each.settled for each in dispute.drafts)
    return (
        key,
        first.story,
        first.kind.value,
        first.about,
        (DisputeStatus.SETTLED if settled else DisputeStatus.OPEN).value,
        int(any(each.marker for each in dispute.drafts)),
        _json(tuple(dict.fromkeys(chain.from_iterable(each.because for each in [first, *dispute.drafts])))),
        _json([_side(side, accounts) for side in sides]),
        _json(sorted(set().union(*(told.actors for side in sides for told in side)))),
        min(first_seen, seen.get(key, first_seen)),
        max(runs),
    )


def _side(side: Sequence[Told], accounts: Ties) -> dict[str, object]:
    return {
        "says": side[0].label,
        "accounts": accounts.accounts(
            [Account(told.document, told.line, "") for told in side if not _is_of_nobody(told)]
        ),
        "claims": [
            {
                "document": told.document,
                "span": told.span,
                "statement": told.statement,
                "speaker": told.speaker,
                "source": told.source,
                "sourcing": told.sourcing,
            }
            for told in side
        ],
    }


def _is_of_nobody(told: Told) -> bool:
    """Whether it is only told of as what somebody denies, so that no account carries it."""
    return told.sourcing is Sourcing.GENERAL and not told.source


def _evidence(key: str, dispute: Dispute) -> Iterator[tuple[Value, ...]]:
    for part, side in zip(PARTS, dispute.sides(), strict=False):
        for told in side:
            yield (FACT_KIND, key, told.document, told.span.start, told.span.end, part)
    for each in dispute.drafts:
        if each.marker:
            yield (FACT_KIND, key, each.document, each.marker.start, each.marker.end, "marker")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
