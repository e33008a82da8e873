"""Who took one side of an issue and another one later."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.record.positions.entry import Stance
from onrecord.record.positions.issues import stance_of
from onrecord.record.positions.told import Told

_SIDES = frozenset({Stance.FOR, Stance.AGAINST, Stance.DENIES})
# Praising today what one criticizes tomorrow is no change of position.
_REMARKS = frozenset(
    """
    praise hail applaud welcome criticize criticise blast slam decry deplore assail lambaste attack bash dismiss rebuke
    ridicule mock condemn denounce protest warn advise caution defend insist trust distrust
    """.split()
)
FEWEST_WORDS = 2
EARLIER = "the article tells of it as earlier"
DATED = "the days exclude each other"


def shifts(told: Sequence[Told]) -> list[tuple[Told, Told, str]]:
    """Pairs of takes of one actor on one issue that differ, the earlier one first, with what shows the order.

    Only neighbours in time are a pair, and only what is about the same thing in as many words.
    """
    counted = [
        each for each in told if stance_of(each) in _SIDES and each.take.verb not in _REMARKS and not each.by_name
    ]
    ordered = sorted(
        (each for each in counted if each.on.latest and each.on.earliest),
        key=lambda each: (str(each.on.earliest), str(each.on.latest), each.document, each.position),
    )
    out = [
        (one, other, DATED)
        for one, other in pairwise(ordered)
        if _differ(one, other) and one.on.latest and other.on.earliest and one.on.latest < other.on.earliest
    ]
    for one in counted:
        if one.take.earlier:
            out += [
                (one, other, EARLIER)
                for other in counted
                if other.document == one.document and not other.take.earlier and _differ(one, other)
            ]
    return out


def _differ(one: Told, other: Told) -> bool:
    if stance_of(one) is stance_of(other):
        return False
    if one.about or other.about:
        return one.about == other.about
    first, second = (frozenset(each.take.target.stems) if each.take.target else frozenset() for each in (one, other))
    less, more = sorted((first, second), key=len)
    return bool(less) and (less == more or (less < more and len(less) >= FEWEST_WORDS))
