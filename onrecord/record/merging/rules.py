"""What keeps two mentions apart, and what joins them, whatever their words."""

from onrecord.record.merging.mention import EventMention

# What equals do together: whoever is named first.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def excludes(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions cannot be one event: their days exclude each other, or others act on others.

    Actors are only held against each other where both mentions have initiators and recipients and no actor is in both:
    one mention of a meeting names some of those present, another one others. Of events of a known type more is asked,
    since in one story the same words are said of many: they need an actor in common, and who says, asks, refuses or
    strikes must be the same.
    """
    if a.days.excludes(b.days):
        return True
    if a.type and b.type:
        return a.type != b.type or not _same_actors(a, b)
    if not (a.initiators and a.recipients and b.initiators and b.recipients):
        return False
    return not {*a.initiators, *a.recipients} & {*b.initiators, *b.recipients}


def agree(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions of one type have the same actors on the same known days: one event in other words."""
    if not a.type or a.type != b.type or excludes(a, b):
        return False
    same_days = a.days.earliest is not None and (a.days.earliest, a.days.latest) == (b.days.earliest, b.days.latest)
    actors = {*a.initiators, *a.recipients}
    return same_days and len(actors) > 1 and actors == {*b.initiators, *b.recipients}


def _same_actors(a: EventMention, b: EventMention) -> bool:
    if a.type in MUTUAL:
        return bool({*a.initiators, *a.recipients} & {*b.initiators, *b.recipients})
    if not {*a.initiators} & {*b.initiators}:
        return False
    return not (a.recipients and b.recipients) or bool({*a.recipients} & {*b.recipients})
