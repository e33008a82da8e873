"""Who met, called, threatened, praised or sanctioned whom."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from onrecord.reading.schema import Act, EventType
from onrecord.record.record import Record
from onrecord.record.relations import Relation
from onrecord.views import wording
from onrecord.views.listing import Column
from onrecord.views.timeline import GROUP_OF
from onrecord.views.web.view import ON_A_PAGE, Asked, Choice, Chooser, Listed, Page, View

MOST_ACTORS = 60
ALL_ACTORS = 500
# What is said to somebody counts as words for or against them.
_AGAINST = frozenset({Act.CRITICIZE.value, Act.DEMAND.value, Act.THREATEN.value})

RELATIONS: tuple[Column[Relation], ...] = (
    Column("source", lambda each: each.source_name),
    Column("source_id", lambda each: each.source),
    Column("target", lambda each: each.target_name),
    Column("target_id", lambda each: each.target),
    Column("kind", lambda each: each.kind),
    Column("against", lambda each: "yes" if is_conflict(each.kind) else "no"),
    Column("directed", lambda each: "yes" if each.directed else "no"),
    Column("number", lambda each: each.number),
)


class AskedNetwork(Asked, frozen=True, kw_only=True):
    """What can be asked of the network; `actors` at most, those of most relations."""

    kind: str | None = None
    actor: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    actors: int = MOST_ACTORS


def network(record: Record, asked: AskedNetwork) -> View:
    """The relations among the actors who have most of them."""
    every = record.relations(actor=asked.actor, outlet=asked.outlet, since=asked.since, until=asked.until)
    found = _among(every, asked)
    return View(
        template="network.html.j2",
        title="Network",
        context={
            "relations": found[asked.offset : asked.offset + ON_A_PAGE],
            "asked": asked,
            "label": label,
            "is_conflict": is_conflict,
        },
        listed=Listed(lambda: found, RELATIONS),
        total=len(found),
        choosers=(_kinds(every, asked.kind),),
    )


def _among(every: Sequence[Relation], asked: AskedNetwork) -> list[Relation]:
    of_kind = [each for each in every if asked.kind in (None, each.kind)]
    weight: Counter[str] = Counter()
    for each in of_kind:
        weight[each.source] += each.number
        weight[each.target] += each.number
    shown = {actor for actor, _ in weight.most_common(min(max(asked.actors, 2), ALL_ACTORS))}
    return [each for each in of_kind if each.source in shown and each.target in shown]


def _kinds(every: Sequence[Relation], chosen: str | None) -> Chooser:
    counts: Counter[str] = Counter()
    for each in every:
        counts[each.kind] += each.number
    choices = tuple(Choice(kind, label(kind).capitalize(), number) for kind, number in counts.most_common())
    return Chooser("kind", "What they did", chosen or "", choices)


def label(kind: str) -> str:
    """What a relation is called."""
    return wording.EVENT[EventType(kind)] if kind in set(EventType) else f"{wording.ACT[Act(kind)]}, in words"


def is_conflict(kind: str) -> bool:
    """Whether it is against whom it is done to."""
    return "conflict" in GROUP_OF[EventType(kind)] if kind in set(EventType) else kind in _AGAINST


PAGES = (Page("/network", AskedNetwork, network),)
