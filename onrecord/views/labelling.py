"""What outlets and their sources call whom, one line a label."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from onrecord.record.labels.entry import LabelEntry, Use
from onrecord.views import dates, wording
from onrecord.views.listing import Column
from onrecord.views.wording import counted


def by_target(entries: Iterable[LabelEntry]) -> Iterator[tuple[str, list[LabelEntry], list[LabelEntry]]]:
    """Under each target the outlets' own labels and those of sources, in their order."""
    for _, group in groupby(entries, key=lambda each: (each.target, each.matter)):
        own = list(group)
        yield target(own[0]), [each for each in own if each.own], [each for each in own if not each.own]


def target(entry: LabelEntry) -> str:
    """Whom or what is labelled: "Ilmeria", "Ilmeria, armed conflict"."""
    return f"{entry.target_name}, {entry.matter}" if entry.matter else entry.target_name


def who(entry: LabelEntry) -> str:
    """In whose voice."""
    return entry.who or (wording.NO_OUTLET if entry.own else wording.NO_SOURCE)


def words(entry: LabelEntry) -> str:
    """The label; in quotation marks where the outlet keeps its distance by such."""
    return f"“{entry.label}”" if all(each.distanced for each in entry.used) else entry.label


def where(entry: LabelEntry) -> str:
    """Where it stands: "Meridian Wire, 10 March 2031 · 3 times in 2 articles"."""
    places = "; ".join(dict.fromkeys(map(at, entry.used)))
    often = f" · {entry.uses} times in {counted(entry.articles, 'article')}" if entry.uses > 1 else ""
    return places + often


def at(use: Use) -> str:
    """Outlet and day of one use."""
    return f"{use.outlet or wording.NO_OUTLET}, {dates.written(use.on)}"


LABELS: tuple[Column[LabelEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("target", lambda each: each.target_name),
    Column("matter", lambda each: each.matter),
    Column("label", lambda each: each.label),
    Column("voice", lambda each: "own" if each.own else "source"),
    Column("who", lambda each: each.who),
    Column("outlets", lambda each: "; ".join(dict.fromkeys(use.outlet or "" for use in each.used))),
    Column("date", lambda each: each.when.label()),
    Column("distanced", lambda each: "yes" if all(use.distanced for use in each.used) else ""),
    Column("uses", lambda each: each.uses),
    Column("articles", lambda each: each.articles),
)
