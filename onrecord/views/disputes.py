"""Where accounts exclude each other, as it is listed."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from onrecord.reading.schema import Sourcing
from onrecord.record.disputes.entry import Claim, DisputeEntry, DisputeKind, DisputeStatus, Side
from onrecord.views import dates, wording
from onrecord.views.listing import Column
from onrecord.views.wording import counted

KIND = {
    DisputeKind.NUMBER: "number",
    DisputeKind.BLAME: "who is to blame",
    DisputeKind.DENIAL: "denial",
    DisputeKind.SELF: "against own words",
}
STATUS = {DisputeStatus.OPEN: "open", DisputeStatus.SETTLED: "settled by later coverage"}
OWN_VOICE = "in the outlet’s own voice"
NOBODY = "nobody whom the coverage names"


class ShownClaim(msgspec.Struct, frozen=True, kw_only=True):
    """The same words in however many articles, by whom, and where: the claim of the first and all of them."""

    claim: Claim
    claims: tuple[Claim, ...]


def said_by(claim: Claim) -> str:
    """Who says it on which word: "Petra Quill (named person, via Meridian Wire)"."""
    if claim.sourcing is None:
        return OWN_VOICE
    if claim.sourcing is Sourcing.GENERAL and not claim.source:
        return NOBODY
    via = "".join(f", via {name}" for name in claim.via)
    return f"{claim.speaker_name or claim.source} ({wording.SOURCING[claim.sourcing]}{via})"


def where(claim: Claim) -> str:
    """The outlet and the day."""
    return f"{claim.outlet or wording.NO_OUTLET}, {dates.written(claim.published)}"


def together(side: Side) -> tuple[ShownClaim, ...]:
    """The claims of `side`, those in the same words by the same speaker, as in copies, as one."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in side.claims:
        groups[said_by(claim), " ".join(claim.text.split())].append(claim)
    return tuple(ShownClaim(claim=claims[0], claims=tuple(claims)) for claims in groups.values())


def speakers(side: Side) -> str:
    """Who says it, each once, with the outlets."""
    return "; ".join(dict.fromkeys(said_by(claim) for claim in side.claims))


def support(side: Side) -> str:
    """How much stands behind it: "2 accounts in 3 articles"."""
    return f"{counted(side.accounts, 'account')} in {counted(len({c.document for c in side.claims}), 'article')}"


def documents(sides: Iterable[Side]) -> int:
    """How many articles tell any of `sides`."""
    return len({claim.document for side in sides for claim in side.claims})


def _side(entry: DisputeEntry, place: int) -> Side | None:
    return entry.sides[place] if place < len(entry.sides) else None


def _says(place: int) -> Column[DisputeEntry]:
    return Column(f"version_{place + 1}", lambda each: side.says if (side := _side(each, place)) else "")


def _who(place: int) -> Column[DisputeEntry]:
    return Column(f"said_by_{place + 1}", lambda each: speakers(side) if (side := _side(each, place)) else "")


DISPUTES: tuple[Column[DisputeEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("kind", lambda each: each.kind.value),
    Column("status", lambda each: each.status.value),
    Column("marked", lambda each: "yes" if each.marked else ""),
    Column("about", lambda each: each.about),
    _says(0),
    _who(0),
    _says(1),
    _who(1),
    Column("because", lambda each: "; ".join(each.because)),
    Column("documents", lambda each: len(each.documents)),
)
