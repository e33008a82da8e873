"""Labels and outlets on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.record.labels.entry import LabelEntry
from onrecord.views import labelling, outlets, wording
from onrecord.views.copies import percent
from onrecord.views.outlets import OutletProfile
from onrecord.views.terminal import FAINT, INDENT, STRONG, safe
from onrecord.views.wording import counted


def labels_on_screen(entries: Iterable[LabelEntry]) -> RenderableType:
    """Under each target what outlets call it in their own voice, then what sources call it."""
    blocks: list[RenderableType] = []
    for name, own, sources in labelling.by_target(entries):
        blocks.append(safe(name, STRONG))
        for heading, group in (("outlets themselves", own), ("sources", sources)):
            if group:
                blocks.append(Padding(Text(heading, FAINT), (0, 0, 0, INDENT)))
                blocks += [Padding(_line(each), (0, 0, 0, 2 * INDENT)) for each in group]
        blocks.append("")
    return Group(*blocks[:-1])


def label_on_screen(entry: LabelEntry) -> Iterator[RenderableType]:
    """Whom or what it labels, in whose voice, where."""
    yield safe(labelling.target(entry), STRONG)
    yield Text("an outlet's own voice" if entry.own else "a source's words", FAINT)
    yield _line(entry)


def _line(entry: LabelEntry) -> Text:
    where = f"{labelling.where(entry)} · {entry.id}"
    return Text.assemble(
        safe(labelling.who(entry)), ": ", safe(labelling.words(entry), STRONG), "  ", safe(where, FAINT)
    )


def outlets_on_screen(profiles: Iterable[OutletProfile]) -> RenderableType:
    """A block an outlet."""
    blocks: list[RenderableType] = []
    for each in profiles:
        known = (
            counted(each.documents, "article"),
            outlets.copying(each),
            counted(each.statements, "statement"),
            f"{percent(each.unnamed)} by unnamed sources" if each.statements else "",
        )
        blocks.append(safe(each.outlet or wording.NO_OUTLET, STRONG))
        lines = [" · ".join(part for part in known if part)]
        lines += [f"quotes {outlets.quoted(each)}"] if each.quotes else []
        lines += [f"calls {outlets.labelling(each)}"] if each.labels else []
        blocks += [Padding(safe(line), (0, 0, 0, INDENT)) for line in lines]
        blocks.append("")
    return Group(*blocks[:-1])
